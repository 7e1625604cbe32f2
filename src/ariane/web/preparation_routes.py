"""What a board is prepared with: its next session, the tumour sample, the molecular biology."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from ariane.calculators.board_calendar import REFERRAL_STATEMENTS, NextSession, next_session
from ariane.consult.consultation import Assessed, Consultation
from ariane.consult.tissue_planning import tissue_plan
from ariane.documents.board_sessions import session_line, sessions_ics
from ariane.documents.origin_attached import attached_lines
from ariane.documents.places import printed_place
from ariane.documents.tissue_text import tissue_lines
from ariane.facts.vocabulary import BY_DOMAIN, BY_NAME
from ariane.logic.structure import base_facts
from ariane.logic.truth import Truth
from ariane.web.case_routes import casework_of
from ariane.web.pages import language_of, page
from ariane.wording.catalogue import label, say, title
from ariane.wording.language import Language
from ariane.wording.phrases import date_words, known_words

router = APIRouter(prefix="/cases/{case_id}/preparation")
MOLECULAR = frozenset(fact.name for fact in BY_DOMAIN["molecular"])
CALENDAR = "text/calendar; charset=utf-8"


class Line(NamedTuple):
    """A statement in one line; `missing` are names and labels of the facts that can turn it."""

    id: str
    title: str
    truth: str
    strength: str
    place: str
    missing: tuple[tuple[str, str], ...]


class BoardWords(NamedTuple):
    """The next session of the national board; `session` is empty where the case has no date."""

    session: str
    lead: str
    following: str
    referrals: tuple[tuple[str, Truth], ...]


@router.get("")
def preparation(request: Request, case_id: str) -> Response:
    """Show the next session, what to use the sample for, the molecular facts and what they mean."""
    language = language_of(request)
    opened = casework_of(request).open(case_id, request.state.person)
    consultation = opened.consultation
    tissue = tissue_lines(tissue_plan(consultation), language)
    return page(
        request,
        "preparation.html.j2",
        stored=opened.stored,
        board=_board(consultation, language),
        tissue=[line.plain.strip() for line in tissue[1:]],
        known=_known(consultation, language),
        follows=_lines(_follow_from_molecular(consultation), language),
        waits=_lines(_wait_for_molecular(consultation), language),
        attached=attached_lines(consultation, language)[1:],
    )


@router.get("/session.ics")
def session_file(request: Request, case_id: str) -> Response:
    """Return the next session of the national board as a calendar file."""
    opened = casework_of(request).open(case_id, request.state.person)
    found = next_session(opened.case.as_of)
    if found.session is None:
        raise HTTPException(404, "session")
    content = sessions_ics([found.session], language_of(request))
    headers = {"Content-Disposition": 'attachment; filename="session.ics"'}
    return Response(content, media_type=CALENDAR, headers=headers)


def _board(consultation: Consultation, language: Language) -> BoardWords:
    found = next_session(consultation.case.as_of)
    referrals = tuple((title(n, language), consultation[n].truth) for n in REFERRAL_STATEMENTS)
    if found.session is None or found.following is None:
        return BoardWords("", "", "", referrals)
    return BoardWords(
        session_line(found.session, language).plain.strip(),
        _lead(found, language),
        session_line(found.following, language).plain.strip(),
        referrals,
    )


def _lead(found: NextSession, language: Language) -> str:
    as_of = date_words(found.as_of, language) if found.as_of else ""
    return say("board_calendar:lead", language, count=found.lead_days, as_of=as_of)


def _known(consultation: Consultation, language: Language) -> list[str]:
    known = consultation.case.known
    facts = [fact for fact in BY_DOMAIN["molecular"] if known.get(fact.name) is not None]
    return [known_words(fact, known[fact.name], language) for fact in facts]


def _follow_from_molecular(consultation: Consultation) -> list[Assessed]:
    """Return the statements that hold and name a molecular fact of which something is known."""
    known = consultation.case.known
    informed = {name for name in MOLECULAR if known.get(name) is not None}
    return [
        entry
        for entry in consultation
        if entry.settled_truth is Truth.HOLDS
        if informed & {fact.name for fact in base_facts(entry.statement.when)}
    ]


def _wait_for_molecular(consultation: Consultation) -> list[Assessed]:
    return [
        entry
        for entry in consultation
        if entry.settled_truth is Truth.UNKNOWN and MOLECULAR.intersection(entry.missing)
    ]


def _lines(entries: Iterable[Assessed], language: Language) -> list[Line]:
    return [
        Line(
            entry.id,
            title(entry.id, language),
            entry.settled_truth.value,
            say(f"strength.{entry.statement.strength}", language),
            printed_place(entry.statement, language),
            tuple((n, label(BY_NAME[n], language)) for n in entry.missing if n in MOLECULAR),
        )
        for entry in entries
    ]
