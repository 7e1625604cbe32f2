"""`ariane pci` and `ariane operative-report` as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from ariane.cli.main import main

SOURCES = Path(__file__).parents[2] / "src/ariane"
PERITONEAL = str(SOURCES / "case/shipped/peritoneal-isolated.yaml")
COMPLETE = str(SOURCES / "calculators/shipped/operative-report-complete.yaml")
INCOMPLETE = str(SOURCES / "calculators/shipped/operative-report-incomplete.yaml")
SCORES = "0=2,1=0,2=1,3=0,4=1,5=1,6=2,7=0,8=0,12=0"


class Ran(NamedTuple):
    status: int
    out: str
    err: str


class Runner:
    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self._capture = capture

    def __call__(self, *words: str) -> Ran:
        with pytest.raises(SystemExit) as left:
            main(list(words))
        said = self._capture.readouterr()
        code = left.value.code
        return Ran(code if isinstance(code, int) else 0, said.out, said.err)


@pytest.fixture
def ariane(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Runner:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    return Runner(capfd)


@pytest.fixture
def two_kinds(tmp_path: Path) -> str:
    path = tmp_path / "two.yaml"
    path.write_text(
        "schema: ariane-case/1\nid: two\nas_of: 2026-03-20\n"
        "pci:\n  radiological: {0: 1, 6: 2}\n  laparoscopic: {0: 3, 6: 2, 9: 1}\n",
        "utf-8",
    )
    return str(path)


def test_the_contract_form(ariane: Runner) -> None:
    ran = ariane("pci", SCORES, "--format", "json")
    data = json.loads(ran.out)
    assert (ran.status, ran.err) == (0, "")
    assert {key: data[key] for key in list(data)[:4]} == {
        "total": None, "min": 7, "max": 16, "missing_regions": [9, 10, 11],
    }  # fmt: skip
    assert data["kind"] is None
    assert data["regions"]["9"] is None
    assert any("5 cm" in note for note in data["notes"])
    assert {"cm": 5.0, "scores": {"e-PROMISE": [2, 3], "IMAIOS": [2]}} in data["disputed_sizes"]


@pytest.mark.parametrize("kind", ["radiological", "laparoscopic", "open"])
def test_each_kind_in_every_form_and_language(ariane: Runner, kind: str) -> None:
    for form in ("text", "json", "svg"):
        for language in ("fr", "en"):
            ran = ariane("pci", SCORES, "--kind", kind, "--format", form, "--lang", language)
            assert (ran.status, ran.err) == (0, "")
            assert ran.out
    assert json.loads(ariane("pci", SCORES, "--kind", kind, "--format", "json").out)["kind"] == kind


def test_a_case_with_one_reading(ariane: Runner) -> None:
    ran = ariane("pci", PERITONEAL)
    assert ran.status == 0
    assert "entre 8 et 26 sur 39" in ran.out
    assert "9 mars 2026" in ran.out
    assert "Exactement 5 cm" in ran.out
    assert ariane("pci", PERITONEAL, "--format", "svg").out.startswith("<svg")


def test_readings_of_a_case_are_kept_apart_and_compared(ariane: Runner, two_kinds: str) -> None:
    data = json.loads(ariane("pci", two_kinds, "--format", "json").out)
    assert [reading["kind"] for reading in data["readings"]] == ["radiological", "laparoscopic"]
    (pair,) = data["comparisons"]
    assert pair["differences"] == [
        {"region": 0, "radiological": 1, "laparoscopic": 3, "higher": "laparoscopic"}
    ]
    assert pair["seen_only_by"] == {"radiological": [], "laparoscopic": [9]}
    assert pair["sums_where_both_saw"] == {"radiological": 3, "laparoscopic": 5}
    assert "plus haute\N{NO-BREAK SPACE}: cœlioscopique" in ariane("pci", two_kinds).out


def test_one_reading_of_a_case(ariane: Runner, two_kinds: str) -> None:
    words = ("pci", two_kinds, "--kind", "laparoscopic")
    data = json.loads(ariane(*words, "--format", "json").out)
    assert (data["kind"], data["min"], data["date"]) == ("laparoscopic", 6, "2026-03-20")
    assert ariane(*words, "--format", "svg").status == 0


def test_a_drawing_shows_one_reading(ariane: Runner, two_kinds: str) -> None:
    ran = ariane("pci", two_kinds, "--format", "svg")
    assert (ran.status, ran.out) == (2, "")
    assert "--kind" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("13=1",), ("0=4",), ("0=1,0=1",), ("junk",), ("",), ("0=1,",), (SCORES, "--kind", "ct"),
        (SCORES, "--date", "2026-02-30"), ("no-such-case.yaml",), (PERITONEAL, "--kind", "open"),
        (PERITONEAL, "--date", "2026-03-20"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(ariane: Runner, words: tuple[str, ...]) -> None:
    ran = ariane("pci", *words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err
    assert "Traceback" not in ran.err


def test_all_problems_of_typed_scores_at_once(ariane: Runner) -> None:
    ran = ariane("pci", "0=4,13=1,1=1,1=2,foo", "--lang", "en")
    assert ran.status == 2
    assert "4 problems" in ran.err
    assert all(part in ran.err for part in ("0=4", "13=1", "1=2", '"foo"'))


def test_a_case_without_scores_says_so(ariane: Runner, tmp_path: Path) -> None:
    path = tmp_path / "none.yaml"
    path.write_text("schema: ariane-case/1\nid: none\n", "utf-8")
    ran = ariane("pci", str(path))
    assert (ran.status, ran.out) == (2, "")
    assert "{laparoscopic: {0: 2, 1: 0}}" in ran.err


def test_a_complete_and_an_incomplete_report(ariane: Runner) -> None:
    done = ariane("operative-report", "check", COMPLETE, "--format", "json")
    assert (done.status, done.err) == (0, "")
    data = json.loads(done.out)
    assert data["schema"] == "ariane-operative-report/1"
    assert data["complete_for_referral"] is True
    assert (data["fundamental_missing"], data["missing"], data["against_the_text"]) == ([], [], [])
    assert data["facts"]["pci_region_scores"] == [2, 0, 1, 0, 1, 1, 2, 2, 1, 0, 1, 0, 1]
    assert data["facts"]["ascites_volume_ml"] == 400

    open_ = ariane("operative-report", "check", INCOMPLETE, "--format", "json")
    assert open_.status == 3
    data = json.loads(open_.out)
    assert data["complete_for_referral"] is False
    assert data["fundamental_missing"][1]["ask"] == ["right_dome_mobile"]
    assert data["against_the_text"][0]["statements"] == ["S24.3.6.2-W1", "S24.3.6.3-W1"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_report_in_words(ariane: Runner, language: str) -> None:
    ran = ariane("operative-report", "check", INCOMPLETE, "--lang", language)
    assert ran.status == 3
    assert "S24.3.6.2-C7" in ran.out
    assert {"fr": "flanc", "en": "flank"}[language] in ran.out
    assert {"fr": "Coupole droite mobile", "en": "Right dome mobile"}[language] in ran.out


def test_a_new_form_can_be_checked_and_is_not_overwritten(ariane: Runner, tmp_path: Path) -> None:
    path = tmp_path / "report.yaml"
    assert ariane("operative-report", "new", "-o", str(path)).status == 0
    assert ariane("operative-report", "check", str(path)).status == 3
    assert ariane("operative-report", "new", "-o", str(path)).status == 2
    assert ariane("operative-report", "new", "-o", str(path), "--force").status == 0
    assert json.loads(ariane("operative-report", "schema").out)["title"]


@pytest.mark.parametrize("content", ["", "[", "report: 1", "schema: x\nid: y\n"])
def test_a_file_that_is_no_report_is_refused(ariane: Runner, tmp_path: Path, content: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(content, "utf-8")
    ran = ariane("operative-report", "check", str(path))
    assert (ran.status, ran.out) == (2, "")
    assert str(path) in ran.err


def test_a_report_that_is_not_there(ariane: Runner) -> None:
    assert ariane("operative-report", "check", "no-such-file.yaml").status == 2
