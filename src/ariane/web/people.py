"""Who is at work on a request."""

from __future__ import annotations

from typing import NamedTuple

from ariane.board.permissions import Action, Role, is_permitted


class Person(NamedTuple):
    """Somebody who works here; `subject` is what a provider knows them by, empty without one."""

    name: str
    roles: frozenset[Role]
    subject: str = ""

    def may(self, action: Action) -> bool:
        """Return whether this person may do this."""
        return is_permitted(self.roles, action)


LOCAL = Person("local", frozenset(Role))
"""The one user of a workbench on a loopback address: whoever sits at the machine."""
