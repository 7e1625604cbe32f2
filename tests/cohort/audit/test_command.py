"""`ariane cohort audit` as it is called."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest

from ariane.cli.main import main
from ariane.cohort.simulating import simulated

CENTRES = ("Brest", "<b>Lyon</b>", "Nice")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("audit") / "in.parquet"
    (frame,) = simulated(300, 2)
    frame = frame.with_columns(
        centre=pl.Series([CENTRES[(n % 50) // 20] for n in range(300)]),
        seen=pl.Series([date(2024, 1, 1) + timedelta(days=2 * n) for n in range(300)]),
        sex=pl.when(pl.col("case_id") == "SYN-00000004").then(pl.lit("x")).otherwise("sex"),
    )
    frame.write_parquet(path)
    return path


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(["cohort", "audit", *words, "--lang", "en"])
    return int(left.value.code or 0)


def test_a_folder_receives_every_form_and_the_rejects(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [str(source), "--by", "centre", "--date", "seen"]
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        assert run(*words, "-o", str(tmp_path / name)) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "Rows read: 300; audited: 299; rejected: 1" in said.err
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    endings = ("csv", "html", "json", "parquet", "rejects.jsonl", "txt")
    assert names == [f"audit.{ending}" for ending in endings]
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    (reject,) = map(json.loads, (tmp_path / "a" / "audit.rejects.jsonl").open())
    assert reject["row"] == 3
    data = json.loads((tmp_path / "a" / "audit.json").read_text())
    assert data["schema"] == "ariane-cohort-audit/1"
    assert data["rows"] == {"read": None, "assessed": 299, "rejected": None}
    table = pl.read_parquet(tmp_path / "a" / "audit.parquet")
    assert data["figures"] == table.to_dicts()
    assert table.equals(pl.read_csv(tmp_path / "a" / "audit.csv", schema=table.schema))
    counts = table["count"].drop_nulls()
    assert not ((counts > 0) & (counts < 5)).any()
    assert (table["suppressed"] == table["count"].is_null()).all()
    assert table["suppressed"].any()


def test_the_page_stands_alone_and_escapes_what_comes_from_the_table(
    source: Path, tmp_path: Path
) -> None:
    pages = []
    for lang in ("fr", "en"):
        path = tmp_path / f"{lang}.html"
        words = [str(source), "--by", "centre", "--date", "seen", "-o", str(path)]
        with pytest.raises(SystemExit):
            main(["cohort", "audit", *words, "--lang", lang])
        pages.append(path.read_text())
    for page in pages:
        assert "<script" not in page
        assert "<b>Lyon" not in page
        assert "&lt;b&gt;Lyon" in page
        for word in ("href=", "src=", "@import", "url(http"):
            assert word not in page
        assert page.count("<svg") >= 3
    assert "Concordance avec le référentiel" in pages[0]
    assert "Concordance with the guideline" in pages[1]


def test_on_the_terminal(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(source), "--by", "centre", "--date", "seen", "--min-cell", "8") == 0
    said = capsys.readouterr()
    for words in ("299  patients audited", "withheld  rows refused", "Concordance by “centre”"):
        assert words in said.out
    assert "[" in said.out
    assert "Give -o" in said.err


def test_nothing_known_and_nobody_at_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for rows in (0, 30):
        path = tmp_path / f"{rows}.csv"
        path.write_text("case_id,sex\n" + "".join(f"P{n},\n" for n in range(rows)))
        for form in ("text", "json", "html", "csv"):
            assert run(str(path), "--format", form) == 0
    assert "No statement can be judged" in capsys.readouterr().out


def test_everything_is_shown_only_where_that_is_asked_for(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [str(source), "--by", "centre", "--date", "seen", "--min-cell", "1"]
    assert run(*words, "--format", "json") == 0
    figures = json.loads(capsys.readouterr().out)["figures"]
    assert not any(figure["suppressed"] for figure in figures)
    assert any(figure["count"] in (1, 2, 3, 4) for figure in figures)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--by", "centre"], "seen: unknown column"),
        (["--by", "centre"], "--date where it is a date"),
        (["--by", "hospital", "--date", "seen"], "hospital is missing"),
        (["--by", "centre", "--date", "seen", "--min-cell", "2"], "at least 3"),
        (["--by", "centre", "--period", "year"], "--date COLUMN"),
        (["--by", "centre", "--date", "seen", "--format", "parquet"], "-o FILE"),
        (["--by", "centre", "--date", "seen", "-o", "x.pdf"], "add --format"),
        (["--by", "centre", "--date", "seen", "-o", ".", "--format", "csv"], "is a folder"),
        (["--by", "centre", "--date", "seen", "-o", "no/such.json"], "No such file"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    words: list[str],
    expected: str,
    source: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(str(source), *words) == 2
    said = capsys.readouterr()
    assert expected in said.err
    assert said.out == ""
    assert [*tmp_path.iterdir()] == []


def test_a_table_of_many_groups_leaves_nothing_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "in.csv"
    path.write_text("case_id\n" + "".join(f"P{n}\n" for n in range(1100)))
    assert run(str(path), "--by", "case_id", "-o", str(tmp_path / "out.json")) == 2
    assert "more than 1000 values" in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == [path]


def test_an_audit_of_a_synthetic_table_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for ending in ("arrow", "parquet"):
        path = tmp_path / f"in.{ending}"
        with pytest.raises(SystemExit):
            main(["cohort", "simulate", "-n", "20", "--seed", "1", "-o", str(path)])
        for form, words in (("text", "Synthetic data"), ("json", '"synthetic": true')):
            assert run(str(path), "--format", form) == 0
            assert words in capsys.readouterr().out
