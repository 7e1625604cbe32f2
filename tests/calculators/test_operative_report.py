"""A report against the chapter: what is missing, what is against the text, what becomes of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ariane.calculators.operative_report.check import ReportCheck, State, check
from ariane.calculators.operative_report.demands import DEMANDS, FUNDAMENTAL, REST
from ariane.calculators.operative_report.items import ITEMS
from ariane.calculators.operative_report.reading import report_from_bytes
from ariane.calculators.operative_report.report import FORM_SCHEMA, to_facts, to_pci
from ariane.case.pci_kind import PciKind
from ariane.case.problems import CaseError, Problem, ProblemKind
from ariane.case.reading import case_from_bytes
from ariane.documents.operative_report_data import report_schema
from ariane.facts.vocabulary import BY_NAME
from ariane.guideline.tncd24.chapter import statements_by_id
from ariane.guideline.tncd24.printed_content import REPORT_IN_BOX
from ariane.wording.language import Language
from ariane.wording.report_template import report_template
from support.case_files import plain

SHIPPED = Path(__file__).parents[2] / "src/ariane/calculators/shipped"
COMPLETE = (SHIPPED / "operative-report-complete.yaml").read_bytes()
INCOMPLETE = (SHIPPED / "operative-report-incomplete.yaml").read_bytes()
ALL_REGIONS = {str(region): 0 for region in range(13)}
FIVE = {
    "op_biopsy_proof": True,
    "op_photos_or_video": True,
    "small_bowel_involved": False,
    "mesentery_frozen": False,
    "right_dome_involved": False,
    "right_dome_mobile": True,
    "ascites_present": False,
}


def form(report: dict[str, Any], pci: dict[str, Any] | None = None) -> bytes:
    return json.dumps(
        {"schema": FORM_SCHEMA, "id": "x", "report": report, "pci": pci or {}}
    ).encode()


def checked(report: dict[str, Any], pci: dict[str, Any] | None = None) -> ReportCheck:
    return check(report_from_bytes(form(report, pci), "test"))


def state(report: dict[str, Any], item: str) -> State:
    return next(f.state for f in checked(report).findings if f.demand.item == item)


def refused(report: dict[str, Any], pci: dict[str, Any] | None = None) -> tuple[Problem, ...]:
    with pytest.raises(CaseError) as caught:
        report_from_bytes(form(report, pci), "test")
    return caught.value.problems


def names(findings: Any) -> list[str]:
    return [finding.demand.item for finding in findings]


def test_the_complete_report_has_nothing_open() -> None:
    result = check(report_from_bytes(COMPLETE, "test"))
    assert result.complete_for_referral
    assert result.nothing_open
    assert {finding.state for finding in result.findings} == {State.MET}


def test_the_incomplete_report_says_what_is_missing_and_what_is_against_the_text() -> None:
    result = check(report_from_bytes(INCOMPLETE, "test"))
    assert not result.complete_for_referral
    assert names(result.fundamental_missing) == ["photographs_or_video", "right_dome"]
    assert names(result.against_the_text) == [
        "midline_trocars", "suspicious_biopsies", "normal_peritoneum_biopsy",
    ]  # fmt: skip
    assert names(result.missing) == [
        "frozen_fragment", "ascites_volume", "diaphragm_spared", "resectability",
    ]  # fmt: skip


def test_an_empty_report_is_asked_for_everything() -> None:
    result = checked({})
    assert names(result.fundamental_missing) == names(result.fundamental)
    assert result.against_the_text == ()
    assert len(result.missing) == len(REST)
    assert all(finding.ask for finding in result.missing)


def test_the_five_items_are_enough_for_referral_not_for_the_rest() -> None:
    result = checked(FIVE, ALL_REGIONS)
    assert result.complete_for_referral
    assert not result.nothing_open


@pytest.mark.parametrize("name", FIVE)
def test_each_part_of_the_five_is_needed(name: str) -> None:
    report = {key: value for key, value in FIVE.items() if key != name}
    (missing,) = checked(report, ALL_REGIONS).fundamental_missing
    assert missing.state is State.NOT_SAID
    assert missing.ask == (name,)


def test_a_region_said_not_to_have_been_seen_is_described_a_silent_one_is_not() -> None:
    said = {**ALL_REGIONS, "9": "not_seen", "10": "not_seen"}
    result = checked(FIVE, said)
    assert result.complete_for_referral
    assert result.report.index.total is None
    del said["9"]
    (missing,) = checked({**FIVE, "op_quadrant_description": True}, said).fundamental_missing
    assert missing.ask == ("pci.9",)


def test_a_description_without_the_index_is_not_that_of_the_box() -> None:
    (missing,) = checked({**FIVE, "op_quadrant_description": True}).fundamental_missing
    assert missing.ask == tuple(f"pci.{region}" for region in range(13))


def test_a_transcriber_may_say_that_a_report_says_something() -> None:
    report = {
        "op_ascites_stated": True,
        "op_small_bowel_stated": True,
        "op_right_dome_stated": True,
    }
    missing = names(checked(report).fundamental_missing)
    assert missing == ["quadrants_with_pci_and_biopsy", "photographs_or_video"]


@pytest.mark.parametrize(
    ("report", "item", "expected"),
    [
        ({"approach": "laparotomy"}, "midline_trocars", State.NOT_APPLICABLE),
        ({"approach": "laparoscopy"}, "midline_trocars", State.NOT_SAID),
        ({"approach": "converted", "trocar_sites": ["other"]}, "midline_trocars", State.STATED_NO),
        ({"approach": "laparoscopy", "trocar_sites": ["midline"]}, "midline_trocars", State.MET),
        ({"suspicious_biopsy_count": 2}, "suspicious_biopsies", State.STATED_NO),
        ({"suspicious_biopsy_count": 3}, "suspicious_biopsies", State.MET),
        ({"omental_biopsy_done": False}, "omental_haemostasis", State.NOT_APPLICABLE),
        ({"omental_biopsy_done": True}, "omental_haemostasis", State.NOT_SAID),
        ({"ascites_present": False}, "ascites_volume", State.NOT_APPLICABLE),
        ({"ascites_present": True, "ascites_volume_ml": 50}, "ascites_volume", State.MET),
        ({"ascites_present": True, "ascites_sampled": False}, "ascites_sampled", State.STATED_NO),
        ({"retroperitoneum_opened": True}, "retroperitoneum_closed", State.STATED_NO),
        ({"small_bowel_wall_biopsied": True}, "small_bowel_wall_spared", State.STATED_NO),
        ({"diaphragm_muscle_biopsied": False}, "diaphragm_spared", State.MET),
        ({"appendix_status": "absent"}, "appendix_seen", State.NOT_APPLICABLE),
        ({"appendix_status": "not_seen"}, "appendix_seen", State.NOT_SAID),
        ({"appendix_status": "tumour"}, "appendix_seen", State.MET),
        ({"appendix_status": "tumour"}, "small_bowel_run", State.NOT_APPLICABLE),
        ({"appendix_status": "normal", "small_bowel_run": False}, "small_bowel_run",
         State.STATED_NO),
        ({"sex": "male"}, "ovaries_seen", State.NOT_APPLICABLE),
        ({"sex": "female", "ovaries_visualised": False}, "ovaries_seen", State.STATED_NO),
        ({"op_photos_or_video": False}, "photographs_or_video", State.STATED_NO),
    ],
)  # fmt: skip
def test_yes_no_and_not_said(report: dict[str, Any], item: str, expected: State) -> None:
    assert state(report, item) is expected


@pytest.mark.parametrize(
    ("report", "place"),
    [
        ({"ascites_present": True, "op_ascites_stated": False}, "report.op_ascites_stated"),
        ({"ascites_present": False, "ascites_volume_ml": 10}, "report.ascites_present"),
        ({"appendix_status": "normal", "appendix_visualised": False}, "report.appendix_visualised"),
        ({"approach": "laparotomy", "trocar_sites": ["midline"]}, "report.trocar_sites"),
        ({"approach": "laparoscopy", "trocar_sites": []}, "report.approach"),
        ({"sex": "male", "ovaries_visualised": True}, "report.sex"),
    ],
)
def test_contradictions_are_refused(report: dict[str, Any], place: str) -> None:
    (problem,) = refused(report)
    assert problem.kind is ProblemKind.CONTRADICTION
    assert problem.place.startswith(place)


def test_all_problems_at_once_with_line_and_nearest_name() -> None:
    bad = b"""\
schema: ariane-operative-report/1
id: x
date: 2026-02-30
report:
  trocar_site: [midline]
  op_biopsy_proof: "yes"
  ascites_aspect: bloody
pci: {0: 4, 13: 1, 1: seen}
"""
    with pytest.raises(CaseError) as caught:
        report_from_bytes(bad, "test")
    assert [(p.line, p.kind, p.place) for p in caught.value.problems] == [
        (1, ProblemKind.UNKNOWN_SCHEMA, "schema"),
        (3, ProblemKind.NO_SUCH_DATE, "date"),
        (5, ProblemKind.UNKNOWN_FACT, "report.trocar_site"),
        (6, ProblemKind.WRONG_TYPE, "report.op_biopsy_proof"),
        (7, ProblemKind.NOT_ALLOWED, "report.ascites_aspect"),
        (8, ProblemKind.OUT_OF_RANGE, "pci.0"),
        (8, ProblemKind.UNKNOWN_KEY, "pci.13"),
        (8, ProblemKind.WRONG_TYPE, "pci.1"),
    ]
    assert "trocar_sites" in caught.value.problems[2].nearest


def test_an_empty_file_is_told_the_schema_of_a_report() -> None:
    with pytest.raises(CaseError, match=FORM_SCHEMA):
        report_from_bytes(b"", "test")


@pytest.mark.parametrize("content", [COMPLETE, INCOMPLETE])
def test_the_facts_of_a_report_make_a_case(content: bytes) -> None:
    report = report_from_bytes(content, "test")
    facts, pci = to_facts(report), to_pci(report)
    assert set(facts) <= set(BY_NAME)
    document = {"schema": "ariane-case/1", "id": "x", "facts": plain(facts)}
    document["pci"] = {kind.value: {str(r): s for r, s in pci[kind].items()} for kind in pci}
    case = case_from_bytes(json.dumps(document).encode(), "test")
    assert {name: case.recorded[name] for name in facts} == facts
    assert list(case.pci) == [PciKind.LAPAROSCOPIC]


def test_the_case_of_a_complete_report_fulfils_the_checklists() -> None:
    facts = to_facts(report_from_bytes(COMPLETE, "test"))
    from ariane.logic.evaluate import evaluate

    for name in ("S24.3.6.2-C7", "S24.3.6.3-C1", "S24.3.6.2-P3", "S24.3.6.3-W1"):
        fulfilled = statements_by_id()[name].fulfilled_when
        assert fulfilled is not None
        assert evaluate(fulfilled, facts) is True, name


def test_demands_cite_statements_and_ask_what_these_ask() -> None:
    for demand in DEMANDS:
        assert all(name in statements_by_id() for name in demand.statements)
    five = tuple(item.item for item in REPORT_IN_BOX.items)
    assert tuple(demand.item for demand in FUNDAMENTAL) == five
    for demand in REST:
        for name in demand.statements:
            fulfilled = statements_by_id()[name].fulfilled_when
            if fulfilled is not None and len(demand.met) == 1 and demand.item != "ascites_aspect":
                assert demand.met[0] == fulfilled or demand.item == "ascites_volume", demand.item


@pytest.mark.parametrize("language", Language)
def test_the_blank_form_is_valid_and_names_every_item(language: Language) -> None:
    form = report_template(language)
    report = report_from_bytes(form.encode(), "test")
    assert not report.stated
    assert not report.regions
    computed = {"op_ascites_stated", "op_small_bowel_stated", "op_right_dome_stated"}
    assert {name for name in ITEMS if f"# {name}: " in form} == set(ITEMS) - computed


def test_the_schema_accepts_the_examples_and_refuses_a_wrong_name() -> None:
    import jsonschema
    import yaml

    schema = report_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for content in (COMPLETE, INCOMPLETE):
        document = yaml.safe_load(content)
        document["pci"] = {str(key): value for key, value in document["pci"].items()}
        document["date"] = str(document["date"])
        jsonschema.validate(document, schema)
        document["report"]["trocar_site"] = []
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(document, schema)
