"""Names of regimens: known spellings, treatments without printed doses, misspellings."""

import pytest

from ariane.calculators.inputs import InputKind, Inputs
from ariane.calculators.regimen_names import read_regimen
from ariane.guideline.tncd24.chapter import statements
from ariane.guideline.tncd24.regimens import COVERAGE
from ariane.guideline.tncd24.undosed_treatments import UNDOSED_TREATMENTS


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("CISGEM", "CISGEM"),
        ("cisgem", "CISGEM"),
        ("cisplatine-gemcitabine", "CISGEM"),
        ("GemOx", "GEMOX"),
        ("GEMOX_MODIFIED", "GEMOX_MODIFIED"),
        ("gemox modifie", "GEMOX_MODIFIED"),
        ("GEMOX modifié", "GEMOX_MODIFIED"),
        ("Modified GEMOX", "GEMOX_MODIFIED"),
    ],
)
def test_known_spellings(typed: str, code: str) -> None:
    inputs = Inputs()
    found = read_regimen(inputs, typed)
    assert found is not None
    assert found.code == code
    assert inputs.problems == []


@pytest.mark.parametrize(
    ("typed", "sections"),
    [
        ("FOLFOX", "24.4.2.1"),
        ("folfiri", "24.4.2.1"),
        ("carboplatine-paclitaxel", "24.4.2.3"),
        ("carboplatin paclitaxel", "24.4.2.3"),
        ("platine-étoposide", "24.4.2.2, 24.5.1"),
        ("platine-taxane", "24.4.1.1"),
        ("CHIP", "24.4.2.3, 24.4.4.1, 24.5.2, 24.8.2"),
        ("nivolumab", "24.4.1.2"),
    ],
)
def test_a_treatment_without_printed_doses_is_refused_with_its_section(
    typed: str, sections: str
) -> None:
    inputs = Inputs()
    assert read_regimen(inputs, typed) is None
    [problem] = inputs.problems
    assert (problem.kind, problem.expected) == (InputKind.NO_PRINTED_DOSE, sections)


@pytest.mark.parametrize(
    ("typed", "near"), [("CISGEN", "CISGEM"), ("GEMOXX", "GEMOX"), ("FOLFOXX", "FOLFOX")]
)
def test_an_unknown_name_is_refused_with_the_nearest(typed: str, near: str) -> None:
    inputs = Inputs()
    assert read_regimen(inputs, typed) is None
    [problem] = inputs.problems
    assert problem.kind is InputKind.UNKNOWN_REGIMEN
    assert near in problem.nearest


@pytest.mark.parametrize("typed", ["gemcitabine-oxaliplatine", "", "   ", "é", "🙂"])
def test_what_names_no_single_regimen_is_refused(typed: str) -> None:
    inputs = Inputs()
    assert read_regimen(inputs, typed) is None
    assert inputs.problems[0].kind is InputKind.UNKNOWN_REGIMEN


def test_every_treatment_of_the_safety_statement_is_listed() -> None:
    assert set(COVERAGE.named_without_dose) <= {entry.code for entry in UNDOSED_TREATMENTS}


def test_sections_exist_in_the_chapter() -> None:
    sections = {statement.section for statement in statements()}
    assert {section for entry in UNDOSED_TREATMENTS for section in entry.sections} <= sections
