"""What a person reads when something cannot be done: what, why, and what to do."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from ariane.case.problems import CaseError
from ariane.store.cases import ChangedMeanwhileError, NoSuchCaseError
from ariane.web.pages import language_of, page
from ariane.wording.catalogue import say
from ariane.wording.refusals import problem_words


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


def board_changed(request: Request, _: Exception) -> Response:
    """Answer for a step on what somebody else has changed (409): nothing is overwritten."""
    return failure(request, 409, "changed-meanwhile", "/board")


def refused_case(request: Request, error: Exception) -> Response:
    """Answer for facts that a case cannot have (422), all problems at once; nothing is changed."""
    assert isinstance(error, CaseError)  # noqa: S101
    language = language_of(request)
    problems = [problem_words(problem, language) for problem in error.problems]
    return failure(request, 422, "refused", problems=problems)


def too_many(request: Request) -> Response:
    """Answer for a client that asks too often (429)."""
    return failure(request, 429, "too-many")


def too_slow(request: Request) -> Response:
    """Answer for a request that took too long (503)."""
    return failure(request, 503, "too-slow")


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
