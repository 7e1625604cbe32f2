"""Ways to think about a case: typing a fact, trying one on a side copy, looking back."""

from __future__ import annotations

import json
from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response
from starlette.datastructures import FormData, QueryParams

from ariane.board.permissions import Action
from ariane.case.document import REPORTS, Document, case_of, with_facts
from ariane.consult.assessment import assess
from ariane.consult.comparison import Comparison, compare
from ariane.facts.vocabulary import BY_NAME
from ariane.logic.fact import Fact
from ariane.store.cases import Revision
from ariane.web.case_page import set_facts
from ariane.web.case_routes import casework_of
from ariane.web.casework import OpenCase, opened
from ariane.web.entries import entered
from ariane.web.form_schema import form_of
from ariane.web.pages import language_of, page
from ariane.web.quick_entry import proposals
from ariane.web.security import checked_form
from ariane.wording.catalogue import label, say, title
from ariane.wording.language import Language
from ariane.wording.phrases import value_words

router = APIRouter(prefix="/cases/{case_id}")
Form = Annotated[FormData, Depends(checked_form)]


class FactWords(NamedTuple):
    """A fact before and after, in words."""

    fact: str
    label: str
    before: str
    after: str


class ChangeWords(NamedTuple):
    """A statement that changes, how, and because of which facts."""

    id: str
    title: str
    turn: str
    turn_words: str
    because: str


@router.get("/entry")
def entry(request: Request, case_id: str, q: str = "", trial: bool = False) -> Response:
    """Show what a few typed words may mean; on a trial they lead to the side copy."""
    language = language_of(request)
    casework_of(request).demand(request.state.person, Action.READ_CASE)
    found = proposals(q[:200], language)
    kept = [(key, v) for key, v in request.query_params.multi_items() if key not in ("q", "trial")]
    return page(
        request,
        "proposals.html.j2",
        proposals=found,
        query=q,
        case_id=case_id,
        trial=trial,
        kept=kept,
    )


@router.get("/history")
def history(request: Request, case_id: str) -> Response:
    """Show every state of a case: when, by whom, which facts changed."""
    language = language_of(request)
    casework, person = casework_of(request), request.state.person
    states = casework.history(case_id, person)
    earlier = [*states[1:], None]
    rows = [
        (state, _changed(state, before, language))
        for state, before in zip(states, earlier, strict=True)
    ]
    stored = casework.stored(case_id, person)
    return page(request, "history.html.j2", stored=stored, rows=rows)


@router.get("/compare")
def compared(request: Request, case_id: str, before: int, after: int) -> Response:
    """Show what changed between two states of a case."""
    language = language_of(request)
    casework, person = casework_of(request), request.state.person
    stored = casework.stored(case_id, person)
    states = {state.number: state for state in casework.history(case_id, person)}
    if before not in states or after not in states:
        raise HTTPException(404, "revision")
    ends = (_opened(stored, states[before]), _opened(stored, states[after]))
    found = compare(ends[0].consultation, ends[1].consultation)
    return page(
        request,
        "compare.html.j2",
        stored=stored,
        before=before,
        after=after,
        **_words(found, language),
    )


@router.get("/what-if")
def what_if(request: Request, case_id: str) -> Response:
    """Show a side copy: the facts of the query changed, and what that would change."""
    language = language_of(request)
    now = casework_of(request).open(case_id, request.state.person)
    changes = _changes(request.query_params)
    tried = case_of(with_facts(now.document, changes))
    found = compare(now.consultation, assess(tried))
    shown = [(name, _tried_words(name, tried.recorded.get(name), language)) for name in changes]
    return page(
        request,
        "what_if.html.j2",
        stored=now.stored,
        changes=shown,
        query=list(request.query_params.multi_items()),
        **_words(found, language),
    )


@router.post("/what-if", openapi_extra=form_of("revision", "fact", more=True))
def keep(request: Request, case_id: str, form: Form) -> Response:
    """Keep the changes of a side copy."""
    set_facts(request, case_id, form)
    return Response(status_code=303, headers={"Location": f"/cases/{case_id}"})


def _opened(stored: Any, state: Revision) -> OpenCase:
    return opened(stored._replace(document=state.document, revision=state.number))


def _changes(query: QueryParams) -> dict[str, Any]:
    names = [name for name in dict.fromkeys(query.keys()) if name in BY_NAME]
    return {name: entered(BY_NAME[name], query.getlist(name)) for name in names}


def _changed(state: Revision, before: Revision | None, language: Language) -> list[FactWords]:
    if before is None:
        return []
    documents = [json.loads(found.document) for found in (state, before)]
    new, old = (document.get("facts") or {} for document in documents)
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    return [
        FactWords(
            name,
            label(BY_NAME[name], language),
            _said(BY_NAME[name], old.get(name), language),
            _said(BY_NAME[name], new.get(name), language),
        )
        for name in names
    ] + _reports_changed(documents[1], documents[0], language)


def _reports_changed(old: Document, new: Document, language: Language) -> list[FactWords]:
    """Return that other reports on the origin are carried, as if that were a fact."""
    before, after = (document.get(REPORTS) or [] for document in (old, new))
    if before == after:
        return []
    return [
        FactWords(
            REPORTS,
            say("web_origin:history", language),
            _reports_said(before, language),
            _reports_said(after, language),
        )
    ]


def _reports_said(reports: list[dict[str, Any]], language: Language) -> str:
    said = [
        say(f"origin:source.{report['source']}", language) + f" ({report['sample_id']})"
        for report in reports
    ]
    return ", ".join(said) or say("web_origin:history.none", language)


def _tried_words(name: str, value: Any, language: Language) -> str:
    fact = BY_NAME[name]
    return say(
        "phrase.is", language, label=label(fact, language), value=_said(fact, value, language)
    )


def _said(fact: Fact, value: Any, language: Language) -> str:
    if value is None:
        return say("value.unknown", language)
    return value_words(fact, frozenset(value) if isinstance(value, list) else value, language)


def _words(found: Comparison, language: Language) -> dict[str, Any]:
    facts = [
        FactWords(
            change.fact.name,
            label(change.fact, language),
            _said(change.fact, change.before, language),
            _said(change.fact, change.after, language),
        )
        for change in found.facts
    ]
    changes = [
        ChangeWords(
            change.after.id,
            title(change.after.id, language),
            change.turn.value,
            say(f"web:compare.{change.turn}", language),
            ", ".join(label(cause.fact, language) for cause in change.because),
        )
        for change in found.changes
    ]
    return {"facts": facts, "statement_changes": changes}
