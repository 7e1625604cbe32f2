"""Regimen and surveillance calculators beside a case. Nothing of them is kept."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response
from starlette.datastructures import QueryParams

from ariane.calculators.body_surface import BodySurfaceFormula
from ariane.calculators.inputs import InputError, InputKind, InputProblem
from ariane.calculators.regimen_plan import RegimenPlan
from ariane.calculators.requests import requested_regimen_plan, requested_surveillance_plan
from ariane.calculators.surveillance import Setting, SurveillancePlan
from ariane.documents.regimen_ics import plan_ics
from ariane.documents.regimen_pdf import plan_pdf
from ariane.documents.regimen_view import plan_view
from ariane.documents.surveillance_plan import surveillance_ics, surveillance_view
from ariane.guideline.tncd24.regimens import PRINTED_REGIMENS
from ariane.web.case_routes import casework_of
from ariane.web.pages import language_of, page
from ariane.wording.input_refusals import input_problem_words
from ariane.wording.language import Language

router = APIRouter(prefix="/cases/{case_id}/tools")
FIELDS = {
    "regimen": "regimen",
    "--height-cm": "height",
    "--weight-kg": "weight",
    "--start": "start",
    "--cycles": "cycles",
    "--bsa-formula": "formula",
    "--setting": "setting",
    "-n": "visits",
}
"""The field of the page for each input of a calculator."""
MEDIA = {"pdf": "application/pdf", "ics": "text/calendar; charset=utf-8"}


@router.get("")
def tools(request: Request, case_id: str) -> Response:
    """Show both calculators, and the plan of the one that was asked, or what it refuses."""
    language, query = language_of(request), request.query_params
    opened = casework_of(request).open(case_id, request.state.person)
    plan, refused = _computed(query, language)
    shown: dict[str, Any] = {"regimen_plan": None, "surveillance": None}
    if isinstance(plan, RegimenPlan):
        shown["regimen_plan"] = plan_view(plan, language)
    elif plan is not None:
        shown["surveillance"] = surveillance_view(plan, language)
    return page(
        request,
        "tools.html.j2",
        422 if refused else 200,
        stored=opened.stored,
        asked=query.get("tool", ""),
        typed=dict(query),
        as_of=_day(opened.case.as_of),
        refused=refused,
        regimens=[(r.code, r.printed_name) for r in PRINTED_REGIMENS],
        formulas=[formula.value for formula in BodySurfaceFormula],
        settings=[setting.value for setting in Setting],
        query=urlencode(query.multi_items()),
        **shown,
    )


@router.get("/plan.{form}")
def plan_file(request: Request, case_id: str, form: str) -> Response:
    """Return the plan that was asked for as a sheet (pdf) or a calendar (ics)."""
    language = language_of(request)
    casework_of(request).stored(case_id, request.state.person)
    plan, refused = _computed(request.query_params, language)
    if plan is None or refused:
        raise HTTPException(422, refused)
    if form == "ics":
        content = (
            plan_ics(plan, language)
            if isinstance(plan, RegimenPlan)
            else surveillance_ics(plan, language)
        )
    elif form == "pdf" and isinstance(plan, RegimenPlan):
        content = plan_pdf(plan, language)
    else:
        raise HTTPException(404, "form")
    name = "regimen" if isinstance(plan, RegimenPlan) else "surveillance"
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return Response(content, media_type=MEDIA[form], headers=headers)


def _computed(
    query: QueryParams, language: Language
) -> tuple[RegimenPlan | SurveillancePlan | None, dict[str, str]]:
    """Return the plan that is asked for, or else the refusals by field."""
    try:
        match query.get("tool", ""):
            case "regimen":
                return _regimen_plan(query), {}
            case "surveillance":
                typed = (_typed(query, name) for name in ("setting", "start", "visits"))
                return requested_surveillance_plan(*typed), {}
    except InputError as error:
        return None, _by_field(error.problems, language)
    return None, {}


def _regimen_plan(query: QueryParams) -> RegimenPlan:
    return requested_regimen_plan(
        query.get("regimen", ""),
        _number(query, "height"),
        _number(query, "weight"),
        _typed(query, "start"),
        _typed(query, "cycles") or "",
        _typed(query, "formula"),
    )


def _by_field(problems: tuple[InputProblem, ...], language: Language) -> dict[str, str]:
    return {
        FIELDS.get(problem.option, "regimen"): input_problem_words(_as_missing(problem), language)
        for problem in problems
    }


def _as_missing(problem: InputProblem) -> InputProblem:
    """Return the problem of a list of which nothing was chosen: missing, not a wrong name."""
    if problem.kind is InputKind.UNKNOWN_REGIMEN and not problem.value:
        return problem._replace(kind=InputKind.MISSING)
    return problem


def _typed(query: QueryParams, name: str) -> str | None:
    return query.get(name, "").strip() or None


def _number(query: QueryParams, name: str) -> str | None:
    """Return a number as typed; a page takes a decimal comma, which a command line refuses."""
    typed = _typed(query, name)
    return None if typed is None else typed.replace(",", ".")


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
