"""A refusal says everything at once: file, place, line, value, what was expected and meant."""

from __future__ import annotations

import pytest

from ariane.case.problems import CaseError
from ariane.case.reading import case_from_bytes
from support.case_files import HEAD, document, refused, written

MANY = """\
schema: ariane-case/1
id: 12
facts:
  sexe: female
  sex: femal
  ecog_ps: 5
  liver_metastases: true
  extraperitoneal_disease: false
  suspected_origins:
    - lung
    - stomach
  tmb_mut_per_mb: .nan
pci:
  open: {0: 4}
exams:
  ct_tap:
    status: finished
    date: 2026-02-30
  mri_liver: {}
as_of: 2026-13-01
sources:
  ecog_ps: {date: 2026-3-2}
note: free
"""
LINES = {
    "id": 2,
    "facts.sexe": 4,
    "facts.sex": 5,
    "facts.ecog_ps": 6,
    "facts.extraperitoneal_disease, facts.liver_metastases": 8,
    "facts.suspected_origins[1]": 11,
    "facts.tmb_mut_per_mb": 12,
    "pci.open.0": 14,
    "exams.ct_tap.status": 17,
    "exams.ct_tap.date": 18,
    "exams.mri_liver.status": 19,
    "as_of": 20,
    "sources.ecog_ps.date": 22,
    "note": 23,
}


def test_all_problems_at_once_each_with_its_line() -> None:
    assert {problem.place: problem.line for problem in refused(MANY)} == LINES


def test_problems_come_in_the_order_of_the_file() -> None:
    assert [problem.place for problem in refused(MANY)] == list(LINES)


def test_problems_of_a_json_file_come_in_its_order() -> None:
    content = {"notes": 1, "facts": {"sex": 1, "sexe": 1, "ecog_ps": 9}, "schema": "x", "id": 1}
    places = [problem.place for problem in refused(written(content, "json"))]
    assert places == ["notes", "facts.sex", "facts.sexe", "facts.ecog_ps", "schema", "id"]


def message(content: str) -> str:
    with pytest.raises(CaseError) as caught:
        case_from_bytes(content.encode(), "folder/case.yaml")
    return str(caught.value)


def test_a_message_names_file_place_line_value_and_what_was_expected() -> None:
    said = message(HEAD + "facts:\n  ecog_ps: 5\n")
    for part in ("folder/case.yaml", "facts.ecog_ps", "line 4", "5", "0 | 1 | 2 | 3 | 4"):
        assert part in said


def test_a_message_names_what_may_have_been_meant() -> None:
    said = message(HEAD + "facts: {liver_metastasis: true}")
    assert "did you mean liver_metastases" in said


def test_one_line_for_each_problem() -> None:
    said = message(MANY)
    assert said.count("folder/case.yaml") == len(LINES)


def test_a_long_value_is_shortened() -> None:
    assert len(message(HEAD + f"facts: {{sex: {'x' * 10_000}}}")) < 500


FORGED = '"x\\n  - all is well"'


@pytest.mark.parametrize(
    "body",
    [
        f"facts: {{sex: {FORGED}}}",
        f"facts: {{{FORGED}: true}}",
        f"{FORGED}: true",
        f"exams: {{{FORGED}: {{status: done}}}}",
        f"facts: {{suspected_origins: [{FORGED}]}}",
    ],
    ids=["value", "fact", "key", "exam", "member"],
)
def test_a_file_cannot_forge_a_line_of_the_message(body: str) -> None:
    """What is quoted from the file stays on its line: the output strips escapes, not line ends."""
    assert len(message(HEAD + body).splitlines()) == 1


@pytest.mark.parametrize("before", ["", "# yaml\n"], ids=["json", "yaml"])
def test_a_number_past_all_reason_is_quoted_as_it_is_written(before: str) -> None:
    number = "9" * 5_000
    body = f'{{"schema": "ariane-case/1", "id": "x", "facts": {{"ecog_ps": {number}}}}}'
    assert refused(before + body)[0].value.startswith("9999")


def test_an_error_is_a_value_error_with_its_problems() -> None:
    with pytest.raises(ValueError, match="ecog_ps") as caught:
        case_from_bytes(written(document({"ecog_ps": 9}), "json"), "x")
    assert isinstance(caught.value, CaseError)
    assert len(caught.value.problems) == 1
