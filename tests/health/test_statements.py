"""Conventions of the knowledge, as tests."""

from __future__ import annotations

import pytest

from ariane.guideline.statement import Action, Grade, Statement, Strength
from ariane.guideline.tncd24.ambiguities import AMBIGUITIES
from ariane.guideline.tncd24.bibliography import entries, identified
from ariane.guideline.tncd24.chapter import SECTIONS, SOURCE_LINES, statements, statements_by_id
from ariane.guideline.tncd24.contents import STATEMENT_IDS
from ariane.logic.expression import ALWAYS

AMBIGUITY_IDS = {ambiguity.id for ambiguity in AMBIGUITIES}
EACH = pytest.mark.parametrize("statement", statements(), ids=lambda s: s.id)


def test_the_inventory_has_360_statements_each_once() -> None:
    assert len(STATEMENT_IDS) == len(set(STATEMENT_IDS)) == 360


def test_statements_come_in_the_order_of_the_inventory() -> None:
    written = [statement.id for statement in statements()]
    assert written == [name for name in STATEMENT_IDS if name in statements_by_id()]
    assert written


@EACH
def test_lines_lie_within_the_source(statement: Statement) -> None:
    assert all(1 <= first <= last <= SOURCE_LINES for first, last in statement.lines)


@EACH
def test_citations_have_an_entry_that_names_the_source_or_says_it_is_unidentified(
    statement: Statement,
) -> None:
    for key in statement.citations:
        assert key in entries()
        assert identified(key) or "not identified" in entries()[key].get("note", "")


@EACH
def test_ambiguities_exist_and_name_the_statement(statement: Statement) -> None:
    assert set(statement.ambiguities) <= AMBIGUITY_IDS
    naming = {a.id for a in AMBIGUITIES if statement.id in a.statements}
    assert set(statement.ambiguities) <= naming


@EACH
def test_boxes_carry_the_strength_of_their_letter(statement: Statement) -> None:
    if statement.kind == "R":
        assert statement.strength is Strength.REFERENCE
    if statement.kind == "O":
        assert statement.strength is Strength.OPTION


@EACH
def test_what_recommends_has_a_grade(statement: Statement) -> None:
    graded = (Strength.REFERENCE, Strength.OPTION, Strength.RECOMMENDATION, Strength.MUST_NOT)
    organisation = statement.section.startswith("24.9")  # the annex on boards prints no grade
    if statement.strength in graded and statement.when is not ALWAYS and not organisation:
        assert statement.grade in tuple(Grade)


@EACH
def test_exams_are_asked_for_by_what_can_ask(statement: Statement) -> None:
    if statement.exams:
        assert statement.action in (
            Action.EXAM,
            Action.PROCEDURE,
            Action.CHECKLIST,
            Action.WARNING,
        )


def test_sections_are_all_importable_and_none_is_empty() -> None:
    per_section = dict.fromkeys(SECTIONS, 0)
    from ariane.guideline.tncd24.chapter import section_module

    for statement in statements():
        per_section[section_module(statement.id)] += 1
    assert all(per_section.values())


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"id": "S24.3.5-R7", "section": "24.3.4"}, "section"),
        ({"id": "R7"}, "id"),
        ({"lines": ()}, "no place"),
        ({"lines": ((9, 3),)}, "no place"),
        ({"lines": ((0, 3),)}, "no place"),
    ],
)
def test_a_statement_without_a_place_in_the_text_is_refused(
    changes: dict[str, object], message: str
) -> None:
    fields: dict[str, object] = {
        "id": "S24.3.5-R7",
        "section": "24.3.5",
        "lines": ((303, 303),),
        "strength": Strength.REFERENCE,
        "action": Action.EXAM,
        "when": ALWAYS,
    }
    with pytest.raises(ValueError, match=message):
        Statement(**{**fields, **changes})  # type: ignore[arg-type]
