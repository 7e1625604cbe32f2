"""The coordinator's board, a referral, and where a physician's case is."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData

from ariane.board.boards import Board
from ariane.board.gap_ledger import gap_ledger, ledger_csv, ledger_json
from ariane.board.referral import Refusal, RefusedStep
from ariane.board.steps import Command, Need
from ariane.board.transitions import TRANSITIONS
from ariane.documents.information_note import information_note
from ariane.documents.referral_words import (
    criterion_words,
    owed_words,
    role_words,
    warning_words,
)
from ariane.documents.registration_sheet import registration_sheet
from ariane.documents.renape_letter import renape_letter
from ariane.documents.sheet_pdf import sheet_pdf
from ariane.documents.sheet_word import sheet_word
from ariane.facts.vocabulary import BY_NAME
from ariane.store.board_work import AlreadyReferredError, Step
from ariane.web.boardwork import Boardwork, OpenReferral
from ariane.web.case_routes import casework_of
from ariane.web.pages import language_of, page
from ariane.web.security import checked_form
from ariane.web.sessionwork import Sessionwork
from ariane.wording.catalogue import label, say

router = APIRouter()
Form = Annotated[FormData, Depends(checked_form)]
SETTLED_AT_THE_SESSION = {Need.ON_AGENDA, Need.PRESENTER, Need.QUORUM, Need.DECISION}
"""What is put right on the page of the session, to which a refused step then leads."""
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Paper(StrEnum):
    """Documents that a case alone fills."""

    REGISTRATION = "registration"
    RENAPE_LETTER = "renape-letter"
    INFORMATION_NOTE = "information-note"


class Ending(StrEnum):
    """Forms of a document."""

    DOCX = "docx"
    PDF = "pdf"


MAKERS = {
    Paper.REGISTRATION: registration_sheet,
    Paper.RENAPE_LETTER: renape_letter,
    Paper.INFORMATION_NOTE: information_note,
}


def boardwork_of(request: Request) -> Boardwork:
    """Return the work on referrals of this workbench."""
    boardwork: Boardwork = request.app.state.boardwork
    return boardwork


def sessionwork_of(request: Request) -> Sessionwork:
    """Return the work on sessions of this workbench."""
    sessionwork: Sessionwork = request.app.state.sessionwork
    return sessionwork


@router.get("/board")
def board(request: Request) -> Response:
    """Show all referrals by state, what blocks each, and what is late."""
    language = language_of(request)
    columns = boardwork_of(request).board(request.state.person)
    return page(
        request,
        "board.html.j2",
        columns=columns,
        owed=lambda names: " · ".join(say(f"board:owed.{name}", language) for name in names),
    )


@router.get("/cases/{case_id}/referrals")
def of_case(request: Request, case_id: str) -> Response:
    """Show where a case is before the boards, and refer it."""
    stored = casework_of(request).stored(case_id, request.state.person)
    lines = boardwork_of(request).of_case(case_id, request.state.person)
    return page(request, "referrals.html.j2", stored=stored, lines=lines, boards=list(Board))


@router.post("/cases/{case_id}/referrals")
def refer(request: Request, case_id: str, form: Form) -> Response:
    """Open a referral; a case that is before the board already leads to that referral."""
    name = str(form.get("board", ""))
    if name not in tuple(Board):
        raise HTTPException(422, "board")
    try:
        referral = boardwork_of(request).refer(case_id, Board(name), request.state.person)
    except AlreadyReferredError as error:
        return RedirectResponse(f"/board/referrals/{error.referral_id}", 303)
    return RedirectResponse(f"/board/referrals/{referral.id}", 303)


@router.get("/board/referrals/{referral_id}")
def referral_page(request: Request, referral_id: str) -> Response:
    """Show one referral: what is missing, what happened, what can be done now."""
    opened = boardwork_of(request).open(referral_id, request.state.person)
    return _shown(request, opened)


@router.post("/board/referrals/{referral_id}/step")
def step(request: Request, referral_id: str, form: Form) -> Response:
    """Take a step; every reason against it is shown, and nothing is done then."""
    boardwork, person = boardwork_of(request), request.state.person
    name, base = str(form.get("command", "")), str(form.get("events", ""))
    if name not in tuple(Command) or not base.isdigit():
        raise HTTPException(422, "command")
    asked = Step(Command(name), str(form.get("session", "")), str(form.get("reason", "")))
    try:
        boardwork.step(referral_id, int(base), asked, person)
    except RefusedStep as error:
        opened = boardwork.open(referral_id, person)
        return _shown(request, opened, 422, error.reasons, asked.session_id)
    return RedirectResponse(f"/board/referrals/{referral_id}", 303)


@router.get("/cases/{case_id}/documents/{paper}.{ending}")
def document(request: Request, case_id: str, paper: Paper, ending: Ending) -> Response:
    """Return a document that a case fills; what is not known stands blank."""
    language = language_of(request)
    case = casework_of(request).export(case_id, request.state.person).case
    sheet = MAKERS[paper](case, language)
    make = sheet_word if ending is Ending.DOCX else sheet_pdf
    media_type = WORD if ending is Ending.DOCX else "application/pdf"
    headers = {"Content-Disposition": f'attachment; filename="{paper}.{ending}"'}
    return Response(make(sheet, language), media_type=media_type, headers=headers)


@router.get("/board/gaps")
def gaps(request: Request) -> Response:
    """Show where boards did otherwise than the guideline, or found no answer in it."""
    found = gap_ledger(boardwork_of(request).decisions(request.state.person))
    return page(request, "gaps.html.j2", gaps=found)


@router.get("/board/gaps.{ending}")
def ledger(request: Request, ending: str) -> Response:
    """Return the ledger for the authors of the guideline; the boards' own words are left out."""
    found = gap_ledger(boardwork_of(request).decisions(request.state.person))
    makers = {"csv": (ledger_csv, "text/csv"), "json": (ledger_json, "application/json")}
    if ending not in makers:
        raise HTTPException(404, "ending")
    make, media_type = makers[ending]
    headers = {"Content-Disposition": f'attachment; filename="gaps.{ending}"'}
    return Response(make(found), media_type=media_type, headers=headers)


def _shown(
    request: Request,
    opened: OpenReferral,
    status: int = 200,
    reasons: tuple[Refusal | Need, ...] = (),
    session_id: str = "",
) -> Response:
    language = language_of(request)
    board = opened.referral.board
    needs = {row.command: row.needs for row in TRANSITIONS if board in row.boards}
    sittings = sessionwork_of(request).sessions(request.state.person)
    return page(
        request,
        "referral.html.j2",
        status,
        opened=opened,
        referral=opened.referral,
        stored=opened.stored,
        reasons=[say(f"board:refused.{reason}", language) for reason in reasons],
        asked_session=session_id if SETTLED_AT_THE_SESSION & set(reasons) else "",
        starts={sitting.id: sitting.start.date() for sitting in sittings},
        needs=needs,
        need=Need,
        sittings=[sitting for sitting in sittings if sitting.board is board],
        owed=lambda entry: owed_words(entry, language),
        owner=lambda role: role_words(role, language),
        criterion=lambda name: criterion_words(name, language),
        warning=lambda warned: warning_words(warned, language),
        fact=lambda name: label(BY_NAME[name], language),
        papers=list(Paper),
    )
