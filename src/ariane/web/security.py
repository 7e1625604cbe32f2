"""What every answer and every request must satisfy: headers, a token against forgery, limits."""

from __future__ import annotations

import hmac
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from hashlib import sha256
from secrets import compare_digest, token_urlsafe

from fastapi import HTTPException, Request, Response
from starlette.datastructures import FormData

SESSION_COOKIE = "ariane-session"
TOKEN_FIELD = "csrf"  # noqa: S105 - the name of a form field
TOKEN_HEADER = "x-csrf-token"  # noqa: S105 - the name of a header
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
LONGEST_REVISION = 9
MINUTE = 60.0
REMEMBERED_CLIENTS = 4096

Next = Callable[[Request], Awaitable[Response]]


class RateLimit:
    """At most `most` requests a minute from one client, counted in a sliding bucket."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = float(most)
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, client: str) -> bool:
        """Count one request; return whether it is still within the limit."""
        now = self._clock()
        left, then = self._buckets.pop(client, (self._most, now))
        left = min(self._most, left + (now - then) * self._most / MINUTE)
        allowed = left >= 1
        self._buckets[client] = (left - 1 if allowed else left, now)
        if len(self._buckets) > REMEMBERED_CLIENTS:
            self._buckets.popitem(last=False)
        return allowed


def with_headers(request: Request, response: Response, secure: bool = False) -> Response:
    """Put on an answer what keeps it from being framed, sniffed, or kept by others."""
    if secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if not request.url.path.startswith("/static/"):
        response.headers.setdefault("Cache-Control", "no-store")
    return response


def revision_of(sent: str) -> int:
    """Return the number of a revision as a form sends it; refuse what is none (422)."""
    if not (sent.isascii() and sent.isdecimal() and len(sent) <= LONGEST_REVISION):
        raise HTTPException(422, "revision")
    return int(sent)


def own_path(asked: str) -> str:
    """Return a path within the workbench; an address that leads elsewhere gives its front page."""
    is_own = asked.startswith("/") and not asked.startswith(("//", "/\\")) and asked.isprintable()
    return asked if is_own else "/cases"


def session_of(request: Request) -> tuple[str, bool]:
    """Return the session of a browser, and whether it is a new one."""
    held = request.cookies.get(SESSION_COOKIE, "")
    return (held, False) if len(held) >= 32 else (token_urlsafe(32), True)


def token_of(secret: bytes, session: str) -> str:
    """Return the token that a form of this session must send back."""
    return hmac.new(key_for("form", secret), session.encode(), sha256).hexdigest()


def key_for(use: str, secret: bytes) -> bytes:
    """Return the key of one use of a secret.

    A browser chooses what its form token is computed over: with the key of the cookies that say who
    has signed in, it could have such a cookie signed.
    """
    return hmac.digest(secret, use.encode(), sha256)


async def checked_form(request: Request) -> FormData:
    """Return the form of a request that changes something; refuse a forged one (403)."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    form = await request.form()
    sent = request.headers.get(TOKEN_HEADER) or str(form.get(TOKEN_FIELD, ""))
    if site not in ("same-origin", "none") or not compare_digest(
        sent.encode(errors="replace"), request.state.csrf.encode()
    ):
        raise HTTPException(403, "csrf")
    return form
