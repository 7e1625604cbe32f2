"""`ariane cohort replay` and `ariane guideline export` at the command line."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

from ariane.cli.main import main
from ariane.cohort.replay.advice import DIRECTIONS, STATES, Change, Matter
from ariane.cohort.replay.elements import ElementKind
from ariane.cohort.simulating import simulate_table
from ariane.documents.cohort_replay_words import JOINS
from ariane.logic.data_problem import DataProblemKind
from ariane.wording.catalogue import table
from ariane.wording.language import Language
from support.rulebooks import (
    exported,
    hashed,
    oligometastatic_up_to,
    statement_bound,
)


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as caught:
        main(words)
    return int(caught.value.code or 0)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("replay")
    simulate_table(400, 3, path / "in.parquet", lambda *_: None)
    data = exported()
    oligometastatic_up_to(5)(data)
    statement_bound("S24.5.1-O1", "ecog_ps", 1)(data)
    (path / "new.json").write_bytes(hashed(data))
    return path


def replay(folder: Path, *words: str, language: str = "en") -> int:
    return run(
        *("cohort", "replay", str(folder / "in.parquet"), "--against", str(folder / "new.json")),
        *(*words, "--lang", language),
    )


def test_the_export_is_what_replay_reads(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "knowledge.json"
    assert run("guideline", "export", "-o", str(path), "--lang", "en") == 0
    words = ("--from", str(folder / "new.json"), "--against", str(path), "--format", "json")
    assert run("cohort", "replay", str(folder / "in.parquet"), *words) == 0
    back = json.loads(capsys.readouterr().out)
    assert replay(folder, "--format", "json") == 0
    there = json.loads(capsys.readouterr().out)
    assert back["patients"] == there["patients"]
    assert [c["before"] for c in back["changed"]] == [c["after"] for c in there["changed"]]


def test_the_schema_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("guideline", "export", "--schema", "--lang", "en") == 0
    assert json.loads(capsys.readouterr().out)["title"] == "ariane-knowledge/1"


def test_rows_summary_and_counts_agree(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output, summary = tmp_path / "out.csv", tmp_path / "summary.json"
    words = ("-o", str(output), "--summary", str(summary), "--format", "json", "--by", "sex")
    assert replay(folder, *words) == 0
    told = capsys.readouterr()
    assert told.out == ""
    data = json.loads(summary.read_text())
    rows = data["rows"]
    assert rows["read"] == 400 == rows["compared"] + rows["refused"]
    assert f"compared: {rows['compared']}; refused: {rows['refused']}" in told.err
    assert len((tmp_path / "out.rejects.jsonl").read_text().splitlines()) == rows["refused"]
    cells = pl.read_csv(output)
    advice = cells.filter((pl.col("before") == "holds") | (pl.col("after") == "holds"))
    assert advice["row"].n_unique() == data["patients"]["advice_changes"] > 0
    for cause in data["causes"]:
        mine = advice.filter(pl.col("cause") == cause["cause"])
        assert mine["row"].n_unique() == cause["patients"]
    for line in data["statements"]:
        assert sum(move["patients"] for move in line["transitions"]) == rows["compared"]
    assert sum(stratum["patients"] for stratum in data["strata"]) == rows["compared"]


@pytest.mark.parametrize(
    ("form", "words"),
    [("text", "Synthetic data"), ("json", '"synthetic": true'), ("html", "Synthetic data")],
)
def test_a_replay_of_a_synthetic_table_says_so_and_of_another_does_not(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str, words: str
) -> None:
    assert replay(folder, "--format", form) == 0
    assert words in capsys.readouterr().out
    pl.read_parquet(folder / "in.parquet").write_parquet(tmp_path / "in.parquet")
    (tmp_path / "new.json").write_bytes((folder / "new.json").read_bytes())
    assert replay(tmp_path, "--format", form) == 0
    assert words not in capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "json", "html"])
@pytest.mark.parametrize("language", list(Language))
def test_every_form_in_both_languages_is_the_same_each_time(
    folder: Path, capsys: pytest.CaptureFixture[str], form: str, language: Language
) -> None:
    assert replay(folder, "--format", form, "--by", "sex", language=language) == 0
    once = capsys.readouterr().out
    assert replay(folder, "--format", form, "--by", "sex", language=language) == 0
    assert capsys.readouterr().out == once
    assert "S24.5.1-O1" in once
    assert ("professionnels de santé" if language is Language.FR else "health professionals") in (
        " ".join(once.split())
    )
    if form == "html":
        assert "<svg" in once
        assert "http-equiv" not in once
        assert "<script" not in once


def test_small_counts_are_hidden_in_every_form(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert replay(folder, "--format", "json", "--by", "sex", "--min-cell", "40") == 0
    data = json.loads(capsys.readouterr().out)
    counts: list[int | None] = [
        *data["patients"].values(),
        *data["directions"].values(),
        *(cause["patients"] for cause in data["causes"]),
        *(m["patients"] for line in data["statements"] for m in line["transitions"]),
        *(stratum[key] for stratum in data["strata"] for key in stratum if key != "value"),
    ]
    assert None in counts
    assert all(count is None or count == 0 or count >= 40 for count in counts)
    for form in ("text", "html"):
        assert replay(folder, "--format", form, "--min-cell", "40") == 0
        assert "hidden" in capsys.readouterr().out


def test_row_level_output_and_hidden_counts_exclude_each_other(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert replay(folder, "--min-cell", "5", "-o", str(tmp_path / "out.parquet")) == 2
    assert "exclude each other" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_minimum_whose_mark_would_tell_the_count_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert replay(folder, "--min-cell", "2") == 2
    assert "at least 3" in capsys.readouterr().err


def test_a_minimum_that_hides_nothing_allows_a_row_level_table(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert replay(folder, "--min-cell", "1", "-o", str(tmp_path / "out.parquet")) == 0
    assert (tmp_path / "out.parquet").exists()


@pytest.mark.parametrize("language", list(Language))
def test_a_damaged_knowledge_file_is_refused_in_words(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], language: Language
) -> None:
    data = exported()
    data["statements"][0]["when"] = {"node": "eval"}
    data["statements"][1]["grade"] = "Z"
    path = tmp_path / "bad.json"
    path.write_text(json.dumps(data))
    words = ("--against", str(path), "-o", str(tmp_path / "out.csv"), "--lang", language)
    assert run("cohort", "replay", str(folder / "in.parquet"), *words) == 2
    told = capsys.readouterr()
    assert told.out == ""
    for place in ("$.content_sha256", "$.statements[0].when.node", "$.statements[1].grade"):
        assert place in told.err
    assert [p.name for p in tmp_path.iterdir()] == ["bad.json"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--against", "nowhere.json"), "nowhere.json"),
        (("--against", "{new}", "-o", "{table}"), "the very table being read"),
        (("--against", "{new}", "--summary", "{new}"), "the very table being read"),
        (("--against", "{new}", "-o", "x.xlsx"), "format not recognised"),
        (("--against", "{new}", "--by", "suspected_origins"), "cannot be divided"),
        (("--against", "{new}", "--by", "sexe"), "column sexe is missing"),
        (("--against", "{new}", "-o", "{dir}/a.csv", "--summary", "{dir}/a.csv"), "the same name"),
    ],
)
def test_bad_usage_is_refused_in_words(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    said: str,
) -> None:
    table = str(folder / "in.parquet")
    given = [w.format(new=folder / "new.json", table=table, dir=tmp_path) for w in words]
    assert run("cohort", "replay", table, *given, "--lang", "en") == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", list(Language))
def test_there_are_words_for_every_problem_state_and_kind(language: Language) -> None:
    made = {
        *(f"problem.{kind}" for kind in DataProblemKind),
        *(f"piece.{kind}" for kind in ElementKind),
        *(f"cause.{key}" for key in JOINS.values()),
        *(f"state.{state}" for state in STATES),
        *(f"matter.{matter}" for matter in Matter),
        *(f"direction.{name}" for name in DIRECTIONS),
        *(f"change.{change}" for change in Change),
        *(f"short.{change}" for change in Change),
    }
    assert made <= set(table(language, "cohort_replay"))
