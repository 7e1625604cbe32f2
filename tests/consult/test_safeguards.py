"""Ariane's own safeguards: on top of the statement, in every form, until their need is met."""

from __future__ import annotations

import json
from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from ariane.consult.assessment import assess
from ariane.consult.consultation import Consultation, Fulfilled
from ariane.consult.importance import Place, place_once_it_holds
from ariane.consult.planning import plan
from ariane.consult.tasks import Task
from ariane.documents.consultation_html import consultation_html
from ariane.documents.consultation_json import consultation_json
from ariane.documents.consultation_text import print_consultation
from ariane.documents.explanation_text import print_explanation
from ariane.documents.plan_data import plan_data
from ariane.documents.plan_text import print_plan
from ariane.documents.plan_words import task_words
from ariane.guideline.tncd24.chapter import SOURCE_LINES, statements_by_id
from ariane.guideline.tncd24.contents import STATEMENT_IDS
from ariane.guideline.tncd24.safeguards import SAFEGUARDS, Safeguard
from ariane.logic.expression import Always
from ariane.wording.catalogue import say, text, title
from ariane.wording.language import Language
from support.case_files import case

LIVER = {"liver_metastases": True, "extrahepatic_disease": False, "serosal_involvement": False}
FEW = {**LIVER, "metastasis_count": 3, "all_lesions_locally_treatable": True, "ecog_ps": 0}
LOCAL_LIVER = ("S24.4.4.2-D1", "S24.5.2-O2", "S24.8.3-D2")
CARCINOMA = {"clinicopathological_entity": "net_profile", "ecog_ps": 1}
CARCINOMA_FOUND = {**CARCINOMA, "histology_type": "nec_poorly_differentiated"}
SHOWN_WITH_THEIR_SAFETY = (Place.DO, Place.DISCUSS, Place.AVOID, Place.READING)


def beside(consultation: Consultation, statement: str) -> list[str]:
    return [guard.id for guard in consultation.safety.get(statement, ())]


@pytest.mark.parametrize("statement", LOCAL_LIVER)
@pytest.mark.parametrize("recorded", [{}, {"fdg_pet_done": True}, {"brain_mri_done": False}])
def test_local_liver_treatment_is_held_until_both_examinations_are_known_to_be_done(
    statement: str, recorded: dict[str, bool]
) -> None:
    found = assess(case({**FEW, **recorded}))
    assert beside(found, statement) == ["local-liver-work-up"]
    done = {"fdg_pet_done": True, "brain_mri_done": True}
    assert beside(assess(case({**FEW, **done})), statement) == []


@pytest.mark.parametrize(("status", "held"), [("done", False), ("scheduled", True)])
def test_examinations_count_as_much_as_facts(status: str, held: bool) -> None:
    found = assess(
        case(FEW, exams={"pet_fdg": {"status": "done"}, "mri_brain": {"status": status}})
    )
    assert ("local-liver-work-up" in beside(found, "S24.5.2-O2")) is held


def test_no_liver_work_up_is_asked_where_the_liver_is_free() -> None:
    lungs = {"liver_metastases": False, "lung_metastases": True, "ecog_ps": 0}
    found = assess(case({**lungs, "metastasis_count": 2, "serosal_involvement": False}))
    assert found["S24.8.3-D2"].truth.value == "holds"
    assert beside(found, "S24.8.3-D2") == []


def test_a_carcinoma_on_the_path_of_well_differentiated_tumours_is_a_grave_warning() -> None:
    assert beside(assess(case(CARCINOMA_FOUND)), "S24.8.3-D5") == ["neuroendocrine-carcinoma"]
    well = {**CARCINOMA, "histology_type": "net_well_differentiated"}
    assert beside(assess(case(well)), "S24.8.3-D5") == []
    assert beside(assess(case(CARCINOMA)), "S24.8.3-D5") == []


@pytest.mark.parametrize(
    ("ps", "guards"), [({"ecog_ps": 2}, []), ({"ecog_ps": 3}, ["supportive-care"])]
)
def test_systemic_treatment_looks_at_general_condition(
    ps: dict[str, int], guards: list[str]
) -> None:
    serous = {"histology_type": "serous_papillary_carcinoma", "peritoneal_metastases": True}
    assert beside(assess(case({**serous, **ps})), "S24.4.2.3-D1") == guards
    assert beside(assess(case(serous)), "S24.4.2.3-D1") == ["performance-status"]


def test_a_statement_that_does_not_hold_has_nothing_beside_it() -> None:
    found = assess(case({"ecog_ps": 4}))
    assert not found.safety


@pytest.mark.parametrize("language", Language)
def test_a_safeguard_stands_on_top_of_its_entry_of_the_plan(language: Language) -> None:
    consultation = assess(case(CARCINOMA_FOUND))
    brief, whole = _console(), _console()
    print_consultation(consultation, language, brief)
    print_plan(plan(consultation), consultation, language, whole)
    for console in (brief, whole):
        said = _flat(console)
        entry = said[said.index(task_words(Task.SYSTEMIC_TREATMENT, language, False)) :]
        _assert_own_and_above(entry, language, say("plan:because", language, facts="").strip())
    entries = plan_data(plan(consultation), language)["entries"]
    mine = [entry for entry in entries if "S24.8.3-D5" in entry["statements"]]
    assert [entry["safeguards"] for entry in mine] == [["neuroendocrine-carcinoma"]]


@pytest.mark.parametrize("language", Language)
def test_in_full_a_safeguard_stands_on_top_of_its_statement(language: Language) -> None:
    console = _console()
    print_consultation(assess(case(CARCINOMA_FOUND)), language, console, full=True)
    said = _flat(console)
    start = said.index(" ".join(title("S24.8.3-D5", language).split()))
    _assert_own_and_above(said[start:], language, " ".join(text("S24.8.3-D5", language).split()))


@pytest.mark.parametrize("language", Language)
def test_an_option_keeps_its_safeguard_on_the_terminal(language: Language) -> None:
    console = _console()
    print_consultation(assess(case(FEW)), language, console)
    said = _flat(console)
    words = " ".join(say("safety:local-liver-work-up", language).split())
    assert said.count(words) >= 1


@pytest.mark.parametrize("language", Language)
def test_a_statement_shown_by_its_title_alone_keeps_its_safeguard(language: Language) -> None:
    console = _console()
    print_consultation(assess(case({"regimen": "GEMOX", "ecog_ps": 3})), language, console)
    after = _flat(console).split("S24.7-P2")[1]
    words = " ".join(say("safety:supportive-care", language).split())
    assert words in after


@pytest.mark.parametrize("language", Language)
def test_a_safeguard_stands_on_top_of_its_statement_on_the_page_and_in_the_explanation(
    language: Language,
) -> None:
    consultation = assess(case(CARCINOMA_FOUND))
    page = consultation_html(consultation, language).replace("&#39;", "'")
    article = page.split('<article id="S24.8.3-D5">')[1].split("</article>")[0]
    _assert_own_and_above(article, language, 'class="label"')
    console = _console()
    print_explanation(consultation, consultation["S24.8.3-D5"], language, console)
    _assert_own_and_above(_flat(console), language, "24.8.3 ")


@pytest.mark.parametrize("language", Language)
def test_data_has_safeguards_of_every_statement_the_same_in_both_languages(
    language: Language,
) -> None:
    data = json.loads(consultation_json(assess(case(CARCINOMA_FOUND)), language))
    safety = {entry["id"]: entry["safety"] for entry in data["statements"]}
    french, english = (say("safety:neuroendocrine-carcinoma", one) for one in Language)
    expected = {"id": "neuroendocrine-carcinoma", "text": f"{french} / {english}"}
    assert safety.pop("S24.8.3-D5") == [expected]
    assert len(safety) == 359
    assert not any(safety.values())


@pytest.mark.parametrize("guard", SAFEGUARDS, ids=lambda guard: guard.id)
def test_a_safeguard_cites_the_chapter_and_is_shown_wherever_its_statement_is(
    guard: Safeguard,
) -> None:
    written = statements_by_id()
    for name in guard.beside:
        place = place_once_it_holds(written[name], Fulfilled.NOT_APPLICABLE)
        assert place in SHOWN_WITH_THEIR_SAFETY, name
        assert not written[name].asks_for_something, name
    for passage in guard.passages:
        assert f"S{passage.section}" in {name.rsplit("-", 1)[0] for name in STATEMENT_IDS}
        assert 1 <= passage.lines[0] <= passage.lines[1] <= SOURCE_LINES
    conditional: list[Any] = [guard.when, guard.unless]
    assert not all(isinstance(condition, Always) for condition in conditional)
    for language in Language:
        assert any(p.section in say(f"safety:{guard.id}", language) for p in guard.passages)


@pytest.mark.parametrize("changes", [{"beside": ()}, {"passages": ()}])
def test_a_safeguard_without_statement_or_passage_is_refused(changes: dict[str, Any]) -> None:
    one = SAFEGUARDS[0]
    fields = {"id": one.id, "beside": one.beside, "passages": one.passages}
    with pytest.raises(ValueError, match=one.id):
        Safeguard(**{**fields, **changes})


def _console() -> Console:
    return Console(file=StringIO(), width=110, highlight=False, markup=False)


def _flat(console: Console) -> str:
    output = console.file
    assert isinstance(output, StringIO)
    return " ".join(output.getvalue().split())


def _assert_own_and_above(said: str, language: Language, below: str) -> None:
    words = " ".join(say("safety:neuroendocrine-carcinoma", language).split())
    flat = " ".join(said.split())
    assert say("safety:own", language) in flat
    assert flat.index(words) < flat.index(" ".join(below.split()))
