"""`ariane regimen`, `surveillance` and `board` as a user runs them."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from ariane.cli.main import main

SHIPPED = Path(__file__).parents[2] / "src/ariane/case/shipped"
PLAN = (
    "regimen", "plan", "CISGEM", "--height-cm", "170", "--weight-kg", "65",
    "--start", "2026-03-02", "--cycles", "2", "--bsa-formula", "mosteller",
)  # fmt: skip


class Ran(NamedTuple):
    returncode: int
    stdout: bytes
    stderr: bytes


class Runner:
    """Runs the command in this process, its output as bytes."""

    def __init__(
        self, capture: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self._capture = capture
        self._monkeypatch = monkeypatch

    def __call__(self, *words: str, lang: str = "fr") -> Ran:
        self._monkeypatch.setenv("LANG", f"{lang}.UTF-8")
        with pytest.raises(SystemExit) as left:
            main(list(words))
        said = self._capture.readouterr()
        return Ran(int(left.value.code or 0), said.out, said.err)

    def data(self, *words: str, lang: str = "fr") -> Any:
        result = self(*words, "--format", "json", lang=lang)
        assert (result.returncode, result.stderr) == (0, b"")
        return json.loads(result.stdout, parse_float=Decimal)


@pytest.fixture
def ariane(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Runner:
    monkeypatch.setenv("COLUMNS", "100")
    return Runner(capfdbinary, monkeypatch)


def test_a_plan_as_data(ariane: Runner) -> None:
    plan = ariane.data(*PLAN)
    assert (plan["regimen"], plan["bsa_formula"]) == ("CISGEM", "mosteller")
    assert plan["bsa_m2"] == Decimal("1.75198300346905")
    assert len(plan["administrations"]) == 8
    first = plan["administrations"][0]
    assert first == {
        "cycle": 1,
        "day": 1,
        "date": "2026-03-02",
        "drug": "cisplatin",
        "dose_mg": Decimal("43.7995750867263"),
        "basis": "25 mg/m2",
        "infusion_min": 60,
        "diluent": (
            "1000\N{NO-BREAK SPACE}mL de sérum physiologique + 20\N{NO-BREAK SPACE}mmol de chlorure"
            " de potassium + 8\N{NO-BREAK SPACE}mmol de sulfate de magnésium"
        ),
        "order": 1,
    }
    assert [(step["day"], step["order"], step["volume_ml"]) for step in plan["hydrations"]] == [
        (1, 2, 500),
        (8, 2, 500),
    ] * 2
    assert "A02" in plan["ambiguities"]
    assert [reading["cycle_starts"][1] for reading in plan["cycle_readings"]] == [
        "2026-03-23",
        "2026-03-22",
    ]
    assert plan["prescription"] is False
    for word in ("formule", "plafond", "arrondi", "rénale"):
        assert any(word in said for said in plan["assumptions"]), word


def test_only_words_depend_on_the_language(ariane: Runner) -> None:
    def without_words(lang: str) -> object:
        plan = ariane.data(*PLAN, lang=lang)
        for key in ("assumptions", "notice", "intended_use"):
            assert plan.pop(key)
        for step in plan["administrations"]:
            assert step.pop("diluent")
        return plan

    assert without_words("fr") == without_words("en")


@pytest.mark.parametrize("form", ["text", "json", "pdf", "ics"])
def test_every_form_gives_the_same_bytes_twice_and_says_what_it_is_not(
    ariane: Runner, form: str
) -> None:
    first, second = (ariane(*PLAN, "--format", form) for _ in range(2))
    assert (first.returncode, first.stderr) == (0, b"")
    assert first.stdout == second.stdout
    if form != "pdf":
        said = first.stdout.replace(b"\r\n ", b"").decode()
        assert "non une prescription" in said
        assert "A02" in said
        assert "dispositif médical" in " ".join(said.split())


def test_a_refusal_names_every_problem_and_computes_nothing(ariane: Runner, tmp_path: Path) -> None:
    out = tmp_path / "plan.pdf"
    result = ariane(
        "regimen", "plan", "FOLFOX", "--height-cm", "1,70", "--weight-kg", "NaN",
        "--format", "pdf", "-o", str(out),
    )  # fmt: skip
    assert (result.returncode, result.stdout) == (2, b"")
    said = result.stderr.decode()
    for piece in ("24.4.2.1", "--height-cm", "1.70", "--weight-kg", "--start", "--bsa-formula",
                  "n'imprime aucune formule", "mosteller | dubois"):  # fmt: skip
        assert piece in said
    assert not out.exists()


def test_a_sheet_is_written_to_a_file(ariane: Runner, tmp_path: Path) -> None:
    out = tmp_path / "plan.pdf"
    assert ariane(*PLAN, "--format", "pdf", "-o", str(out)).returncode == 0
    assert out.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_printed_regimens_are_listed_and_shown(ariane: Runner, lang: str) -> None:
    listing = ariane.data("regimen", "list", lang=lang)
    assert [entry["regimen"] for entry in listing["printed"]] == [
        "CISGEM",
        "GEMOX",
        "GEMOX_MODIFIED",
    ]
    folfox = next(e for e in listing["named_without_dose"] if e["treatment"] == "FOLFOX")
    assert folfox["sections"] == ["24.4.2.1"]
    shown = ariane.data("regimen", "show", "gemox modifié", lang=lang)
    assert (shown["statement"], shown["section"], shown["grade"]) == ("S24.7-P3", "24.7", None)
    assert b"24.4.2.3" in ariane("regimen", "list", lang=lang).stdout
    assert b"S24.5.1-R1" in ariane("regimen", "show", "CISGEM", lang=lang).stdout


def test_surveillance_as_data_and_text(ariane: Runner) -> None:
    plan = ariane.data("surveillance", "plan", "--setting", "systemic", "--start", "2025-11-30")
    visit = plan["visits"][0]
    assert (visit["from"], visit["to"]) == ("2026-01-30", "2026-02-28")
    assert visit["what"].startswith("Examen clinique")
    assert list(visit) == ["from", "to", "what"]
    assert plan["schedule"]["imaging"] == ["ct", "mri"]
    assert [cited["statement"] for cited in plan["citations"]] == ["S24.6-D1", "S24.6-O1"]
    after = ariane.data("surveillance", "plan", "--setting", "curative", "--start", "2025-11-30")
    assert len(after["visits"]) == 20
    assert after["visits"][-1]["to"] == "2030-11-30"
    text = ariane("surveillance", "plan", "--setting", "curative", "--start", "2025-11-30")
    assert "28 févr. 2026" in text.stdout.decode()


def test_sessions_as_data_and_text(ariane: Runner) -> None:
    found = ariane.data("board", "sessions", "--from", "2026-03-10", "-n", "1")
    assert found["sessions"] == [{"board": "cup", "start": "2026-03-12T16:30:00+01:00"}]
    assert "S24.2.2-W1" in found["statements"]
    assert ariane.data("board", "sessions", "--from", "2026-05-01")["holidays"] == [
        {"date": "2026-05-14", "holiday": "ascension"}
    ]
    said = ariane("board", "sessions", "--from", "2026-05-01", lang="en").stdout.decode()
    assert "Ascension Day" in said
    assert "RENAPE" in said
    assert "must not delay treatment" in " ".join(said.split())


def test_sessions_need_a_day_for_there_is_no_clock(ariane: Runner) -> None:
    result = ariane("board", "sessions")
    assert (result.returncode, result.stdout) == (2, b"")
    assert "--from" in result.stderr.decode()


def test_the_next_session_of_a_case(ariane: Runner) -> None:
    path = str(SHIPPED / "peritoneal-isolated.yaml")
    found = ariane.data("board", "next", path)
    assert found["as_of"] == "2026-03-09"
    assert found["session"]["start"] == "2026-03-12T16:30:00+01:00"
    assert found["lead_days"] == 3
    assert [entry["id"] for entry in found["referrals"]] == ["S24.2.1-A2", "S24.2.1-A7"]
    assert "dans 3 jours" in ariane("board", "next", path).stdout.decode()


def test_a_case_without_a_date_has_no_next_session(ariane: Runner, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text("schema: ariane-case/1\nid: x\nfacts: {}\n", "utf-8")
    found = ariane.data("board", "next", str(case))
    assert (found["session"], found["lead_days"], found["following"]) == (None, None, None)
    said = ariane("board", "next", str(case)).stdout.decode()
    assert "as_of" in said
