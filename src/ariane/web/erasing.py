"""Erasing a case as the law may ask: for whoever may, once its name and a reason are given."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple
from unicodedata import normalize

from ariane.board.permissions import Action
from ariane.store.audit import Verdict, verify
from ariane.store.cases import NoSuchCaseError, read_case
from ariane.store.erasure import Erased, erase_case
from ariane.web.desk import Desk
from ariane.web.people import Person


class Obstacle(StrEnum):
    """What keeps a case from being erased."""

    NO_SUCH_CASE = "no-such-case"
    OTHER_NAME = "other-name"
    NO_REASON = "no-reason"


class NotErasedError(Exception):
    """A case that was not erased, with everything that was in the way."""

    def __init__(self, obstacles: tuple[Obstacle, ...]) -> None:
        super().__init__(", ".join(obstacles))
        self.obstacles = obstacles


class Erasure(NamedTuple):
    """What has gone, and how the log reads afterwards."""

    erased: Erased
    log: Verdict


class Erasing(Desk):
    """The erasure of cases from one database."""

    def name_of(self, case_id: str, person: Person) -> str:
        """Return the name of a case to those who may read cases; else, and without one, nothing."""
        self.demand(person, Action.ERASE_CASE)
        if not person.may(Action.READ_CASE):
            return ""
        with self._database.reading() as connection:
            try:
                return read_case(connection, case_id).title
            except NoSuchCaseError:
                return ""

    def erase(self, case_id: str, name: str, reason: str, person: Person) -> Erasure:
        """Erase a case whose name was typed to confirm it; the log keeps who did it and why.

        Raises `NotErasedError`; then nothing is changed.
        """
        self.demand(person, Action.ERASE_CASE)
        with self._database.writing() as connection:
            try:
                title = read_case(connection, case_id).title
            except NoSuchCaseError:
                raise NotErasedError((Obstacle.NO_SUCH_CASE,)) from None
            obstacles = []
            if _plain(name) != _plain(title):
                obstacles.append(Obstacle.OTHER_NAME)
            if not reason.strip():
                obstacles.append(Obstacle.NO_REASON)
            if obstacles:
                raise NotErasedError(tuple(obstacles))
            erased = erase_case(connection, case_id)
            self._record(connection, person, "erase", case_id, detail=reason.strip())
        self._database.forget()
        with self._database.reading() as connection:
            log = verify(connection)
        return Erasure(erased, log)


def _plain(name: str) -> str:
    return normalize("NFC", name).strip()
