"""What is late: by dates, and by limits that a site has set. Ariane brings none of its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ariane.board.referral import Referral
from ariane.board.steps import FINAL, State

Limits = Mapping[State, int]
"""Most days in a state before a site calls it late; a state that is absent has no limit."""


class Late(NamedTuple):
    """How a referral is late: its state, the days in it, the limit of the site.

    `session_passed`: it still waits for a session whose day is over, by how many days.
    """

    state: State
    days_in_state: int
    limit: int | None
    session_passed: int | None


def late(referral: Referral, today: date, limits: Limits) -> Late | None:
    """Return how a referral is late on a day, nothing where it is not."""
    state = referral.state
    if state in FINAL:
        return None
    days = (today - referral.since.date()).days
    limit = limits.get(state)
    passed = _days_past(referral, today) if state is State.SCHEDULED else None
    if passed is None and (limit is None or days <= limit):
        return None
    return Late(state, days, limit, passed)


def _days_past(referral: Referral, today: date) -> int | None:
    if referral.session is None or referral.session >= today:
        return None
    return (today - referral.session).days
