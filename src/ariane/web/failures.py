"""What a person reads when something cannot be done: what, why, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from ariane.case.problems import CaseError
from ariane.store.cases import ChangedMeanwhileError, NoSuchCaseError
from ariane.store.database import DatabaseError
from ariane.store.referrals import (
    ErasedReferralError,
    NoSuchReferralError,
    ReferralChangedError,
)
from ariane.store.sessions import NoSuchSessionError, SessionChangedError
from ariane.web.desk import NotPermittedError
from ariane.web.pages import language_of, page
from ariane.web.security import with_headers
from ariane.wording.catalogue import say
from ariane.wording.refusals import problem_words

BY_STATUS = {403: "csrf", 404: "no-such-page", 405: "no-such-page", 413: "too-large"}


def no_such_case(request: Request, error: Exception) -> Response:
    """Answer for a case that is not there (404)."""
    assert isinstance(error, NoSuchCaseError)  # noqa: S101
    return failure(request, 404, "no-such-case")


def not_permitted(request: Request, _: Exception) -> Response:
    """Answer for what this person may not do (403)."""
    return failure(request, 403, "not-permitted")


def changed_meanwhile(request: Request, error: Exception) -> Response:
    """Answer for a change made on an old state of the case (409): nothing is overwritten."""
    assert isinstance(error, ChangedMeanwhileError)  # noqa: S101
    return failure(request, 409, "changed-meanwhile", f"/cases/{error.current.id}")


def no_such_thing(request: Request, _: Exception) -> Response:
    """Answer for a referral or a session that is not there (404)."""
    return failure(request, 404, "no-such-thing", "/board")


def erased(request: Request, _: Exception) -> Response:
    """Answer for a referral whose case has been erased (404)."""
    return failure(request, 404, "erased-referral", "/board")


def board_changed(request: Request, _: Exception) -> Response:
    """Answer for a step on what somebody else has changed (409): nothing is overwritten."""
    return failure(request, 409, "changed-meanwhile", "/board")


def refused_case(request: Request, error: Exception) -> Response:
    """Answer for facts that a case cannot have (422), all problems at once; nothing is changed."""
    assert isinstance(error, CaseError)  # noqa: S101
    language = language_of(request)
    problems = [problem_words(problem, language) for problem in error.problems]
    return failure(request, 422, "refused", problems=problems)


def not_understood(request: Request, error: Exception) -> Response:
    """Answer for a request that no page of ours would send (4xx)."""
    status = error.status_code if isinstance(error, HTTPException) else 422
    return failure(request, status, BY_STATUS.get(status, "not-understood"))


def unreachable(request: Request, _: Exception) -> Response:
    """Answer while the database cannot be used (503): locked for long, or away."""
    return failure(request, 503, "database")


def internal(request: Request, _: Exception) -> Response:
    """Answer for a mistake of ours (500); the server writes down what it was."""
    return with_headers(request, failure(request, 500, "internal"))


def failure(
    request: Request,
    status: int,
    key: str,
    link: str = "/cases",
    problems: list[str] | None = None,
) -> HTMLResponse:
    """Return a message: a whole page, or a notice within the page for a change in place."""
    language = language_of(request)
    in_place = "hx-request" in request.headers
    response = page(
        request,
        "notice.html.j2" if in_place else "failure.html.j2",
        status,
        heading=say(f"web:failure.{key}", language),
        advice=say(f"web:failure.{key}.advice", language),
        problems=problems or [],
        link=link,
    )
    if in_place:
        response.headers["HX-Retarget"] = "#notice"
        response.headers["HX-Reswap"] = "innerHTML"
    return response


HANDLERS: dict[type[Exception], Callable[[Request, Any], Response]] = {
    NoSuchCaseError: no_such_case,
    NotPermittedError: not_permitted,
    ChangedMeanwhileError: changed_meanwhile,
    CaseError: refused_case,
    NoSuchReferralError: no_such_thing,
    ErasedReferralError: erased,
    NoSuchSessionError: no_such_thing,
    ReferralChangedError: board_changed,
    SessionChangedError: board_changed,
    DatabaseError: unreachable,
    HTTPException: not_understood,
    RequestValidationError: not_understood,
    Exception: internal,
}
"""What is answered to each thing that can go wrong."""
