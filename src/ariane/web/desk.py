"""What all work on kept things shares: a database, a clock, permissions, and the audit log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from sqlalchemy import Connection

from ariane.board.permissions import Action
from ariane.store import audit
from ariane.store.database import Database
from ariane.web.people import Person


class NotPermittedError(Exception):
    """Somebody may not do this; carries the action."""

    def __init__(self, action: Action) -> None:
        super().__init__(action.value)
        self.action = action


class Desk:
    """A place to work from. `now` gives the time in UTC."""

    def __init__(
        self, database: Database, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._database = database
        self._now = now

    def demand(self, person: Person, action: Action) -> None:
        """Raise `NotPermittedError` for what a person may not do."""
        if not person.may(action):
            raise NotPermittedError(action)

    def today(self) -> date:
        """Return the day, in UTC."""
        return self._now().date()

    def _record(
        self,
        connection: Connection,
        person: Person,
        what: str,
        case: str = "",
        revision: str = "",
        detail: str = "",
    ) -> None:
        """Write an entry into the audit log, in the transaction of what it tells."""
        further = {"subject": person.subject, "detail": detail}
        audit.append(
            connection,
            at=self._moment(),
            who=person.name,
            what=what,
            case=case,
            revision=revision,
            **{name: said for name, said in further.items() if said},
        )

    def _moment(self) -> str:
        return self._now().isoformat(timespec="milliseconds")
