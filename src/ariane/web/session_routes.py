"""Sessions: the calendar, the agenda, who was there, the minutes while the session goes on."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, NamedTuple
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData

from ariane.board.boards import Board
from ariane.board.decision import Difference, Reason, Unanswered
from ariane.board.session import AgendaItem, Meeting, Present, quorum
from ariane.documents.board_sessions import sessions_ics
from ariane.documents.dates import session_words
from ariane.documents.decision_words import fault_words, quorum_words
from ariane.documents.session_sheets import (
    agenda_sheet,
    decision_sheet,
    minutes_sheet,
)
from ariane.documents.sheet_pdf import sheet_pdf
from ariane.documents.sheet_word import sheet_word
from ariane.guideline.tncd24.contents import STATEMENT_IDS
from ariane.store.board_work import StaysOnAgendaError
from ariane.store.decisions import DecisionChangedError, FaultyDecisionError
from ariane.web.board_routes import WORD, Ending, sessionwork_of
from ariane.web.failures import failure
from ariane.web.pages import language_of, page
from ariane.web.security import checked_form
from ariane.web.sessionwork import NewDecision, OpenSession
from ariane.wording.catalogue import say, title
from ariane.wording.language import Language

router = APIRouter(prefix="/board/sessions")
Form = Annotated[FormData, Depends(checked_form)]
PARIS = ZoneInfo("Europe/Paris")
DIFFERENCE = ("statement", "reason", "why")


class Refused(NamedTuple):
    """A decision that was refused: on which referral, as it was written, and why."""

    referral_id: str
    new: NewDecision
    problems: list[str]


@router.get("")
def sessions(request: Request) -> Response:
    """Show the sessions there are, and those that the calendar of 24.9.1 gives next."""
    sessionwork, language = sessionwork_of(request), language_of(request)
    return page(
        request,
        "sessions.html.j2",
        sittings=sessionwork.sessions(request.state.person),
        upcoming=sessionwork.upcoming(),
        moment=lambda start: session_words(start, language),
        boards=list(Board),
    )


@router.get("/calendar.ics")
def calendar(request: Request) -> Response:
    """Return the next sessions as a calendar file."""
    sessionwork_of(request).sessions(request.state.person)
    content = sessions_ics(sessionwork_of(request).upcoming(12), language_of(request))
    return Response(content, media_type="text/calendar")


@router.post("")
def new_session(request: Request, form: Form) -> Response:
    """Keep a new session; a start without an offset is taken as Paris time."""
    board, start = str(form.get("board", "")), str(form.get("start", ""))
    try:
        moment = datetime.fromisoformat(start)
    except ValueError:
        raise HTTPException(422, "start") from None
    if board not in tuple(Board):
        raise HTTPException(422, "board")
    aware = moment if moment.tzinfo else moment.replace(tzinfo=PARIS)
    stored = sessionwork_of(request).new_session(Board(board), aware, request.state.person)
    return RedirectResponse(f"/board/sessions/{stored.sitting.id}", 303)


@router.get("/{session_id}")
def session_page(request: Request, session_id: str) -> Response:
    """Show a session: agenda, attendance, quorum, decisions."""
    return _shown(request, sessionwork_of(request).session(session_id, request.state.person))


@router.post("/{session_id}/agenda")
def set_agenda(request: Request, session_id: str, form: Form) -> Response:
    """Put an agenda in place: the referrals in their order, with whoever presents each."""
    names = [str(name) for name in form.getlist("referral")]
    meetings, presenters = form.getlist("meeting"), form.getlist("presenter")
    if not len(names) == len(meetings) == len(presenters):
        raise HTTPException(422, "agenda")
    chosen = [
        (name, _meeting(str(meeting)), str(presenter).strip())
        for name, meeting, presenter in zip(names, meetings, presenters, strict=True)
        if name not in form.getlist("remove")
    ]
    items = [AgendaItem(number, *entry) for number, entry in enumerate(chosen, start=1)]
    link = f"/board/sessions/{session_id}"
    try:
        sessionwork_of(request).set_agenda(session_id, _base(form), items, request.state.person)
    except StaysOnAgendaError:
        return failure(request, 422, "stays-on-agenda", link)
    return RedirectResponse(link, 303)


@router.post("/{session_id}/attendance")
def set_attendance(request: Request, session_id: str, form: Form) -> Response:
    """Put an attendance in place, a row a person; rows without a name are left out."""
    rows = int(str(form.get("rows", "0")) or 0) if str(form.get("rows", "0")).isdigit() else 0
    present = [
        Present(
            name,
            f"physician-{row}" in form,
            str(form.get(f"speciality-{row}", "")).strip(),
            f"remote-{row}" in form,
            frozenset(str(known) for known in form.getlist(f"knows-{row}")),
        )
        for row in range(min(rows, 60))
        if (name := str(form.get(f"name-{row}", "")).strip())
    ]
    sessionwork_of(request).set_attendance(session_id, _base(form), present, request.state.person)
    return RedirectResponse(f"/board/sessions/{session_id}", 303)


@router.post("/{session_id}/decisions/{referral_id}")
def decide(request: Request, session_id: str, referral_id: str, form: Form) -> Response:
    """Keep a decision beside the consultation of that moment.

    One that is refused is shown again as it was written, with every reason; nothing is kept then.
    """
    sessionwork, person = sessionwork_of(request), request.state.person
    count = str(form.get("count", "0"))
    new = NewDecision(
        str(form.get("text", "")).strip(),
        person.name,
        _differences(form),
        _unanswered(form),
        str(form.get("quorum-reason", "")).strip() if "without-quorum" in form else "",
    )
    base = int(count) if count.isdigit() else 0
    link = f"/board/sessions/{session_id}"
    try:
        sessionwork.decide(session_id, referral_id, base, new, person)
    except FaultyDecisionError as error:
        language = language_of(request)
        problems = [fault_words(fault, error.quorum, language) for fault in error.faults]
        refused = Refused(referral_id, new, problems)
        return _shown(request, sessionwork.session(session_id, person), 422, refused)
    except DecisionChangedError:
        return failure(request, 409, "changed-meanwhile", link)
    return RedirectResponse(link, 303)


@router.get("/{session_id}/{paper}.{ending}")
def sheet(request: Request, session_id: str, paper: str, ending: Ending) -> Response:
    """Return the agenda or the minutes of a session, in Word or PDF."""
    language = language_of(request)
    opened = sessionwork_of(request).session(session_id, request.state.person)
    found, titles = opened.session, _titles(opened, language)
    if paper == "agenda":
        made = agenda_sheet(found.sitting, found.agenda, titles, language)
    elif paper == "minutes":
        made = minutes_sheet(
            found.sitting,
            found.agenda,
            found.present,
            tuple(opened.decisions.values()),
            titles,
            language,
            found.rule,
        )
    elif paper in opened.decisions:
        decision = opened.decisions[paper]
        made = decision_sheet(decision, found.sitting, titles[paper], language)
    else:
        raise HTTPException(404, "paper")
    make = sheet_word if ending is Ending.DOCX else sheet_pdf
    media_type = WORD if ending is Ending.DOCX else "application/pdf"
    headers = {"Content-Disposition": f'attachment; filename="{paper[:20]}.{ending}"'}
    return Response(make(made, language), media_type=media_type, headers=headers)


def _shown(
    request: Request, opened: OpenSession, status: int = 200, refused: Refused | None = None
) -> Response:
    language = language_of(request)
    found = opened.session
    counted = quorum(found.present, found.rule)
    return page(
        request,
        "session.html.j2",
        status,
        opened=opened,
        titles=_titles(opened, language),
        refused=refused,
        session=found,
        when=session_words(found.sitting.start, language),
        quorum=counted,
        quorum_lines=quorum_words(counted, language),
        rows=range(len(found.present) + 4),
        specialities=sorted({*found.rule.required, *(p.speciality for p in found.present)} - {""}),
        reasons=list(Reason),
        statement=lambda name: title(name, language),
    )


def _titles(opened: OpenSession, language: Language) -> dict[str, str]:
    """Return how each case is called; one that has been erased is called that."""
    erased = say("web_board:erased", language)
    on_agenda = {item.referral_id: erased for item in opened.session.agenda}
    return on_agenda | opened.titles


def _meeting(name: str) -> Meeting:
    if name not in tuple(Meeting):
        raise HTTPException(422, "meeting")
    return Meeting(name)


def _differences(form: FormData) -> tuple[Difference, ...]:
    """Return the rows of a form that name a statement."""
    rows = zip(*([str(v).strip() for v in form.getlist(n)] for n in DIFFERENCE), strict=False)
    named = [row for row in rows if row[0]]
    if any(row[0] not in STATEMENT_IDS or row[1] not in tuple(Reason) for row in named):
        raise HTTPException(422, "difference")
    return tuple(Difference(statement, Reason(reason), why) for statement, reason, why in named)


def _unanswered(form: FormData) -> tuple[Unanswered, ...]:
    question = str(form.get("question", "")).strip()
    section = str(form.get("section", "")).strip()
    return (Unanswered(section, question),) if question else ()


def _base(form: FormData) -> int:
    text = str(form.get("revision", ""))
    if not text.isdigit():
        raise HTTPException(422, "revision")
    return int(text)
