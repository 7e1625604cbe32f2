"""Who has signed in: kept in a signed cookie, taken back when they sign out."""

from __future__ import annotations

import time
from collections.abc import Callable
from secrets import token_urlsafe
from typing import NamedTuple

from fastapi import Request, Response

from ariane.board.permissions import Role
from ariane.web.people import Person
from ariane.web.sign_in.sealed import Seal

COOKIE = "ariane-person"
USE = "session"
WORKING_DAY = 10 * 3600
"""Seconds after which everybody signs in again, and roles are asked for anew."""


class Session(NamedTuple):
    """One signing-in of one person."""

    id: str
    person: Person


class Sessions:
    """The sessions of one workbench. They end with its process."""

    def __init__(self, secret: bytes, secure: bool, clock: Callable[[], float] = time.time) -> None:
        self._seal = Seal(secret, clock)
        self._secure = secure
        self._clock = clock
        self._ended: dict[str, float] = {}

    def begin(self, response: Response, person: Person) -> None:
        """Let a browser keep who has signed in."""
        text = self._seal.sealed(
            USE,
            WORKING_DAY,
            id=token_urlsafe(16),
            name=person.name,
            sub=person.subject,
            roles=sorted(person.roles),
        )
        response.set_cookie(
            COOKIE, text, max_age=WORKING_DAY, httponly=True, samesite="lax", secure=self._secure
        )

    def current(self, request: Request) -> Session | None:
        """Return the session of a request; `None` without one, or after it has ended."""
        found = self._seal.opened(USE, request.cookies.get(COOKIE, ""))
        if found is None or found["id"] in self._ended:
            return None
        roles = frozenset(Role(name) for name in found["roles"])
        return Session(found["id"], Person(found["name"], roles, found["sub"]))

    def end(self, request: Request, response: Response) -> None:
        """End a session for good: a copy of its cookie is worth nothing from now on."""
        now, found = self._clock(), self.current(request)
        self._ended = {key: until for key, until in self._ended.items() if until > now}
        if found is not None:
            self._ended[found.id] = now + WORKING_DAY
        response.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=self._secure)
