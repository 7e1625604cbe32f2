"""Calculators beside a case: regimen plans, surveillance, the next board, the tissue plan.

A form is asked by GET: a result has an address, and its file is the same address elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple, TypeVar

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response
from starlette.datastructures import QueryParams

from ariane.calculators.board_calendar import REFERRAL_STATEMENTS, next_session
from ariane.calculators.body_surface import BodySurfaceFormula
from ariane.calculators.inputs import InputError
from ariane.calculators.regimen_plan import RegimenPlan
from ariane.calculators.requests import requested_regimen_plan, requested_surveillance_plan
from ariane.calculators.surveillance import STATEMENTS, Setting, SurveillancePlan
from ariane.consult.consultation import Consultation
from ariane.consult.tissue_planning import tissue_plan
from ariane.documents.board_sessions import session_line, sessions_ics
from ariane.documents.dates import day_words
from ariane.documents.regimen_ics import plan_ics
from ariane.documents.regimen_pdf import plan_pdf
from ariane.documents.regimen_view import plan_view
from ariane.documents.surveillance_plan import assumptions, surveillance_ics
from ariane.documents.tissue_text import tissue_lines
from ariane.guideline.tncd24.regimens import PRINTED_REGIMENS
from ariane.web.case_routes import casework_of
from ariane.web.pages import language_of, page
from ariane.wording.catalogue import say, title
from ariane.wording.input_refusals import input_problem
from ariane.wording.language import Language
from ariane.wording.phrases import date_words

router = APIRouter(prefix="/cases/{case_id}/tools")
Result = TypeVar("Result")
CALENDAR = "text/calendar; charset=utf-8"
OTHER = ""
"""Where a problem stands that belongs to no field."""
REGIMEN_FIELDS = {
    "--height-cm": "height",
    "--weight-kg": "weight",
    "--start": "start",
    "--cycles": "cycles",
    "--bsa-formula": "formula",
}
SURVEILLANCE_FIELDS = {"--setting": "setting", "--start": "from", "-n": "visits"}


class Asked(NamedTuple):
    """What became of a form: the problems of each field, in words, where it was refused."""

    problems: dict[str, list[str]]

    def of(self, field: str) -> list[str]:
        """Return the problems of one field."""
        return self.problems.get(field, [])


@router.get("")
def tools(request: Request, case_id: str) -> Response:
    """Show all calculators; with the result of the one whose form was sent."""
    language = language_of(request)
    opened = casework_of(request).open(case_id, request.state.person)
    query = request.query_params
    tool = query.get("tool", "")
    regimen, regimen_asked = _tried(
        tool == "regimen", lambda: _regimen(query), REGIMEN_FIELDS, language
    )
    visits, visits_asked = _tried(
        tool == "surveillance", lambda: _surveillance(query), SURVEILLANCE_FIELDS, language
    )
    return page(
        request,
        "tools.html.j2",
        stored=opened.stored,
        query=dict(query),
        sent=request.url.query,
        regimens=[(r.code, r.printed_name) for r in PRINTED_REGIMENS],
        formulas=_named("formula", BodySurfaceFormula, language),
        settings=_named("setting", Setting, language),
        plan=plan_view(regimen, language) if regimen else None,
        regimen_asked=regimen_asked,
        visits=_visits(visits, language) if visits else None,
        visits_asked=visits_asked,
        board=_board(opened.consultation, language),
        tissue=[
            line.plain.strip() for line in tissue_lines(tissue_plan(opened.consultation), language)
        ][1:],
    )


@router.get("/regimen.{ending}")
def regimen_file(request: Request, case_id: str, ending: str) -> Response:
    """Return the plan of a regimen as a sheet or a calendar file."""
    language = language_of(request)
    casework_of(request).open(case_id, request.state.person)
    plan = _or_422(lambda: _regimen(request.query_params))
    if ending == "pdf":
        return _file(plan_pdf(plan, language), "application/pdf", "regimen.pdf")
    if ending == "ics":
        return _file(plan_ics(plan, language), CALENDAR, "regimen.ics")
    raise HTTPException(404, "form")


@router.get("/surveillance.ics")
def surveillance_file(request: Request, case_id: str) -> Response:
    """Return the visits of a surveillance plan as a calendar file."""
    casework_of(request).open(case_id, request.state.person)
    plan = _or_422(lambda: _surveillance(request.query_params))
    return _file(surveillance_ics(plan, language_of(request)), CALENDAR, "surveillance.ics")


@router.get("/board.ics")
def board_file(request: Request, case_id: str) -> Response:
    """Return the next session of the national board for this case, as a calendar file."""
    opened = casework_of(request).open(case_id, request.state.person)
    found = next_session(opened.case.as_of)
    if found.session is None:
        raise HTTPException(404, "session")
    return _file(sessions_ics([found.session], language_of(request)), CALENDAR, "board.ics")


def _regimen(query: QueryParams) -> RegimenPlan:
    return requested_regimen_plan(
        query.get("regimen", ""),
        _decimal(query.get("height")),
        _decimal(query.get("weight")),
        query.get("start") or None,
        query.get("cycles", ""),
        query.get("formula") or None,
    )


def _surveillance(query: QueryParams) -> SurveillancePlan:
    return requested_surveillance_plan(
        query.get("setting") or None, query.get("from") or None, query.get("visits") or None
    )


def _decimal(typed: str | None) -> str | None:
    """Return a number with a point, as the calculators read it; a page takes a comma as well."""
    return typed.strip().replace(",", ".") or None if typed else None


def _tried(
    sent: bool, compute: Callable[[], Result], fields: dict[str, str], language: Language
) -> tuple[Result | None, Asked]:
    if not sent:
        return None, Asked({})
    try:
        return compute(), Asked({})
    except InputError as error:
        problems: dict[str, list[str]] = {}
        for problem in error.problems:
            field = fields.get(problem.option, OTHER)
            problems.setdefault(field, []).append(input_problem(problem, language))
        return None, Asked(problems)


def _or_422(compute: Callable[[], Result]) -> Result:
    try:
        return compute()
    except InputError as error:
        raise HTTPException(422, str(error)) from None


def _named(kind: str, entries: Iterable[StrEnum], language: Language) -> list[tuple[str, str]]:
    return [(e.value, say(f"web_views:tools.{kind}.{e}", language)) for e in entries]


def _visits(plan: SurveillancePlan, language: Language) -> dict[str, object]:
    start = date_words(plan.start, language)
    return {
        "title": say(f"surveillance_plan:title.{plan.setting}", language, start=start),
        "what": say(f"surveillance_plan:what.{plan.setting}", language),
        "rows": [
            (v.number, day_words(v.first_day, language), day_words(v.last_day, language))
            for v in plan.visits
        ],
        "sources": [title(name, language) for name in STATEMENTS[plan.setting]],
        "assumptions": assumptions(plan, language),
    }


def _board(consultation: Consultation, language: Language) -> dict[str, object]:
    found = next_session(consultation.case.as_of)
    sessions = [
        session_line(session, language).plain.strip()
        for session in (found.session, found.following)
        if session
    ]
    return {
        "sessions": sessions,
        "lead": say(
            "board_calendar:lead",
            language,
            count=found.lead_days,
            as_of=date_words(found.as_of, language),
        )
        if found.as_of
        else "",
        "referrals": [
            (title(name, language), consultation[name].truth.value) for name in REFERRAL_STATEMENTS
        ],
    }


def _file(content: bytes | str, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)
