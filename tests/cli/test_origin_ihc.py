"""Stains, combination, attachment and alterations at the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ariane.cli.main import main

CASES = Path("src/ariane/case/shipped")
CASE = str(CASES / "liver-biliopancreatic.yaml")


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(list(words))
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out, said.err


def test_a_case_is_read_combined_and_attached(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status, out, _ = run(capsys, "origin", "ihc", CASE, "--format", "json")
    (report,) = json.loads(out)
    assert status == 0
    assert sum(report["posterior"].values()) == pytest.approx(1)
    assert all(one["address"] for one in report["ihc"]["sources"])
    path = tmp_path / "ihc.json"
    path.write_text(out, encoding="utf-8")
    status, out, _ = run(capsys, "origin", "combine", str(path), "--case", CASE, "--format", "json")
    (combined,) = json.loads(out)
    assert status == 0
    assert combined["posterior"] == pytest.approx(report["posterior"], abs=0.01)
    target = tmp_path / "case.yaml"
    assert run(capsys, "case", "attach", CASE, str(path), "-o", str(target))[0] == 0
    assert run(capsys, "case", "check", str(target))[0] == 0
    assert "S24.5.1-R1" in run(capsys, "assess", str(target), "--lang", "en")[1]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_pages_say_the_intended_use(capsys: pytest.CaptureFixture[str], lang: str) -> None:
    for command in ("ihc", "actionability"):
        status, out, _ = run(capsys, "origin", command, CASE, "--lang", lang)
        assert status == 0
        assert "Ariane" in out


def test_the_drawing_is_svg(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "origin", "ihc", CASE, "--format", "svg")
    assert status == 0
    assert out.startswith("<svg")
    assert "Ariane" in out


@pytest.mark.parametrize("stain", ["heppar1", "heppar1=maybe", "ihc_ck7=pos"])
def test_an_unknown_stain_is_refused(capsys: pytest.CaptureFixture[str], stain: str) -> None:
    status, out, err = run(capsys, "origin", "ihc", CASE, "--stain", stain)
    assert (status, out) == (2, "")
    assert stain in err


def test_what_is_no_report_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("{}", encoding="utf-8")
    for words in (("origin", "combine", str(path)), ("case", "attach", CASE, str(path))):
        status, out, err = run(capsys, *words)
        assert (status, out) == (2, "")
        assert "x.json" in err
    assert run(capsys, "origin", "combine", str(path), "--weight", "dna=2")[0] == 2
