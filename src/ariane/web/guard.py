"""What stands before every route: limits, who is asking, and the headers of every answer."""

from __future__ import annotations

import asyncio
from urllib.parse import quote, urlsplit

from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ariane.web import failures
from ariane.web.people import LOCAL
from ariane.web.security import (
    SAFE_METHODS,
    SESSION_COOKIE,
    Next,
    RateLimit,
    own_path,
    session_of,
    token_of,
    with_headers,
)
from ariane.web.settings import Auth, Settings
from ariane.web.sign_in.sessions import Sessions
from ariane.web.sign_in.settings import LOOPBACK

OPEN_TO_ALL = ("/static/", "/sign-in", "/language/", "/drawings.css", "/healthz")
LARGEST_BODY = 32 * 1024 * 1024


class Guard:
    """Answers itself where a request must not go further."""

    def __init__(self, app: FastAPI, settings: Settings) -> None:
        self._state = app.state
        self._settings = settings
        self._limit = RateLimit(settings.requests_a_minute)
        self._places = asyncio.Semaphore(settings.concurrent)
        self._hosts = LOOPBACK | {urlsplit(settings.base_url).hostname or settings.host}

    async def __call__(self, request: Request, forward: Next) -> Response:
        """Let a request through, or answer it."""
        held, is_new = session_of(request)
        signed_in = self._recognise(request, held)
        response = self._refusal(request)
        if response is None and not signed_in and not _is_open(request):
            response = _to_sign_in(request)
        if response is None:
            response = await self._forwarded(request, forward)
        if is_new:
            response.set_cookie(
                SESSION_COOKIE,
                held,
                samesite="lax",
                httponly=True,
                secure=self._settings.is_secure,
            )
        return with_headers(request, response, self._settings.is_secure)

    def _recognise(self, request: Request, held: str) -> bool:
        """Say on the request who asks, and which token its forms bear; whether it is somebody."""
        if self._settings.auth is Auth.LOCAL:
            request.state.person = LOCAL
            request.state.csrf = token_of(self._state.secret, held)
            return True
        sessions: Sessions = self._state.sessions
        session = sessions.current(request)
        request.state.person = session.person if session else None
        bound = f"{held} {session.id}" if session else held
        request.state.csrf = token_of(self._state.secret, bound)
        return session is not None

    def _refusal(self, request: Request) -> Response | None:
        if not self._limit.allows(_client(request)):
            return failures.failure(request, 429, "too-many")
        # A page of another site may give its own name our address: then it asks under that name.
        if _host(request) not in self._hosts:
            return failures.failure(request, 400, "wrong-host")
        if not request.url.path.isprintable():
            return failures.failure(request, 404, "no-such-page")
        length = request.headers.get("content-length", "0")
        if not length.isdecimal() or int(length[:12]) > LARGEST_BODY:
            return failures.failure(request, 413, "too-large")
        return None

    async def _forwarded(self, request: Request, forward: Next) -> Response:
        try:
            async with asyncio.timeout(self._settings.seconds), self._places:
                return await forward(request)
        except TimeoutError:
            return failures.failure(request, 503, "too-slow")


class BodyLimit:
    """Stops reading a request that is longer than it may be, whatever it says of its length."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count what is received."""
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > LARGEST_BODY:
                raise HTTPException(413)
            return message

        await self._app(scope, counted, send)


def _client(request: Request) -> str:
    """Return whom a limit counts: a person, or an address, which a whole hospital may share."""
    if request.state.person and request.state.person.subject:
        return f"person {request.state.person.subject}"
    return request.client.host if request.client else ""


def _host(request: Request) -> str | None:
    try:
        return urlsplit(f"//{request.headers.get('host', '')}").hostname
    except ValueError:
        return None


def _is_open(request: Request) -> bool:
    return request.url.path.startswith(OPEN_TO_ALL)


def _to_sign_in(request: Request) -> Response:
    """Send a page to the sign-in; a change is refused, since it could not be done twice."""
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    in_place = "hx-request" in request.headers
    if request.method in SAFE_METHODS and not in_place:
        return RedirectResponse(f"/sign-in?to={quote(own_path(asked), safe='')}", 303)
    response = failures.failure(request, 401, "signed-out", "/sign-in")
    if in_place:
        response.headers["HX-Redirect"] = "/sign-in"
    return response
