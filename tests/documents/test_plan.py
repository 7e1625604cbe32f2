"""The plan in words and as data."""

from __future__ import annotations

import re
from datetime import date
from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from ariane.bootstrap import assess, rendered
from ariane.consult.dependencies import Held
from ariane.consult.plan import State
from ariane.consult.planning import plan
from ariane.consult.tasks import Role, Task
from ariane.consult.tissue_plan import Standing, Use, Warned
from ariane.documents.plan_data import plan_data
from ariane.documents.plan_text import FIRST, plan_block, print_plan
from ariane.documents.plan_view import plan_view
from ariane.documents.plan_words import task_noun, task_words
from ariane.documents.question_view import question_view
from ariane.guideline.tncd24.molecular_indications import Material
from ariane.wording.catalogue import table
from ariane.wording.language import Language
from support.case_files import case
from support.shipped import SHIPPED, shipped

IN_EACH = pytest.mark.parametrize("language", Language)
STEMS = [path.stem for path in SHIPPED]


def printed(stem: str, language: Language) -> str:
    consultation = shipped(stem)
    console = Console(file=StringIO(), width=100, highlight=False, markup=False)
    print_plan(plan(consultation), consultation, language, console)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


@IN_EACH
def test_every_task_has_a_phrase_a_second_one_once_asked_for_and_a_noun(language: Language) -> None:
    for task in Task:
        assert task_words(task, language)[0].isupper()
        assert task_words(task, language, under_way=True)
        assert task_noun(task, language)


@IN_EACH
def test_every_state_role_and_limit_has_its_words(language: Language) -> None:
    keys = set(table(language, "plan"))
    assert {f"state.{state}" for state in State} <= keys
    assert {f"who.{role}" for role in Role} <= keys
    assert {f"not-to-delay.{held}" for held in Held} <= keys


@IN_EACH
def test_every_use_of_tissue_has_its_words(language: Language) -> None:
    keys = set(table(language, "tissue"))
    assert {f"use.{use}" for use in Use} <= keys
    assert {f"standing.{standing}" for standing in Standing} <= keys
    assert {f"warning.{entry}" for entry in Warned} <= keys
    assert {f"supply.{material}" for material in Material.__args__} <= keys  # type: ignore[attr-defined]


@IN_EACH
@pytest.mark.parametrize("stem", STEMS)
def test_the_whole_plan_cites_every_statement_of_every_entry(stem: str, language: Language) -> None:
    text = printed(stem, language)
    for entry in plan(shipped(stem)).entries:
        assert task_words(entry.task, language, entry.under_way) in text
        for name in entry.statements:
            assert re.search(rf"{re.escape(name)}\b", text), name


def test_a_request_says_since_when_and_an_appointment_its_date() -> None:
    exams = {
        "mammography": {"status": "requested", "date": "2026-02-20"},
        "ct_tap": {"status": "scheduled", "date": "2026-03-09"},
        "standard_biology": {"status": "scheduled", "date": "2026-02-25"},
    }
    facts = {"capi_status": "suspected", "sex": "female"}
    consultation = assess(case(facts, exams=exams, as_of="2026-03-02"))
    view = plan_view(plan(consultation), consultation, Language.FR)
    states = {line.id: line.state for line in view.lines}
    assert states["mammography"] == "en attente depuis 10 jours"
    assert states["ct_tap"] == "date prévue\N{NO-BREAK SPACE}: 2026-03-09"
    assert states["standard_biology"].endswith("résultat à obtenir")
    assert view.time == "10 jours depuis la première date connue (2026-02-20)"


def test_the_head_of_a_consultation_shows_at_most_seven_and_says_how_many_more() -> None:
    consultation = shipped("colorectal-profile")
    view = plan_view(plan(consultation), consultation, Language.FR)
    console = Console(file=StringIO(), width=100, highlight=False, markup=False)
    console.print(plan_block(view, Language.FR))
    text = console.file.getvalue()  # type: ignore[attr-defined]
    assert len(view.lines) > FIRST
    assert view.lines[FIRST - 1].title in text
    assert view.lines[FIRST].title not in text
    assert f"et {len(view.lines) - FIRST} autres actions" in text


def test_data_has_every_key_and_dates_in_iso_form() -> None:
    data = plan_data(plan(shipped("liver-biliopancreatic")), Language.EN)
    assert list(data) == [
        "schema", "case_id", "as_of", "first_date", "elapsed_days", "entries", "done", "refused",
    ]  # fmt: skip
    assert data["schema"] == "ariane-plan/1"
    assert (data["as_of"], data["first_date"]) == ("2026-03-02", "2026-02-09")
    entry = next(e for e in data["entries"] if e["id"] == "mammography")
    assert entry["title"] == "Obtain the bilateral mammography"
    assert (entry["state"], entry["date"]) == ("scheduled", date(2026, 3, 5).isoformat())
    ids = {e["id"] for e in data["entries"]}
    for found in data["entries"]:
        assert set(found) == KEYS
        assert {waited["entry"] for waited in found["waits_for"]} <= ids


KEYS = {
    "id", "action", "title", "statements", "lead", "strength", "grade", "optional", "safety",
    "who", "state", "date", "since_days", "stage", "blocks", "waits_for",
    "must_not_delay_treatment", "must_not_delay", "because", "safeguards",
}  # fmt: skip


@pytest.mark.parametrize("stem", STEMS)
def test_no_statement_stands_in_two_lists_of_the_page(stem: str) -> None:
    html = rendered(shipped(stem), "html", Language.FR)
    articles = re.findall(r'<article id="(S[^"]+)"', html)
    assert len(articles) == len(set(articles))
    assert html.index('id="s-plan"') < html.index('id="s-questions"')
    for entry in plan(shipped(stem)).to_do:
        assert f'id="plan-{entry.id}"' in html


def test_the_foremost_answers_are_those_that_settle_most_in_their_own_order() -> None:
    for stem in STEMS:
        for asked in shipped(stem).questions[:3]:
            view = question_view(asked, Language.FR)
            shown, rest = view.foremost(3), view.rest(3)
            assert sorted([*shown, *rest]) == sorted(view.answers)
            assert [a for a in view.answers if a in shown] == list(shown)
            if rest:
                assert min(a.settles for a in shown) >= max(a.settles for a in rest)


def test_the_tissue_block_is_shown_only_while_a_question_is_open() -> None:
    facts: dict[str, Any] = {"capi_status": "confirmed", "histology_available": True}
    asked = rendered(assess(case(facts)), "html", Language.FR)
    assert 'id="s-tissue"' in asked
    known = {"ffpe_material": True, "cryo_material": True, "tumour_material_sufficient": True}
    assert 'id="s-tissue"' not in rendered(assess(case({**facts, **known})), "html", Language.FR)
