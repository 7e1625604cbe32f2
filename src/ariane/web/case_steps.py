"""Single steps on a case: what a change takes, what an undo goes back to, what a list shows."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from ariane.board.permissions import EDITED_DOMAINS, Action
from ariane.case.document import Document
from ariane.facts.vocabulary import BY_DOMAIN
from ariane.store.cases import Kind, Revision
from ariane.wording.phrases import printable

DOMAIN_OF = {fact.name: domain for domain, facts in BY_DOMAIN.items() for fact in facts}
LONGEST_TITLE = 200
SECTION_ACTIONS = {
    "exams": Action.EDIT_CLINICAL,
    "pci": Action.EDIT_CLINICAL,
    "notes": Action.EDIT_CLINICAL,
    "as_of": Action.EDIT_CLINICAL,
    "origin_reports": Action.EDIT_MOLECULAR,
}


class NothingToUndoError(Exception):
    """A case in its first state."""


def actions_between(before: Document, after: Document) -> set[Action]:
    """Return what it takes to turn one document into another."""
    found = {
        SECTION_ACTIONS.get(key, Action.EDIT_CLINICAL)
        for key in {*before, *after} - {"facts"}
        if before.get(key) != after.get(key)
    }
    old, new = before.get("facts") or {}, after.get("facts") or {}
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    return found | {EDITED_DOMAINS[DOMAIN_OF[name]] for name in names}


def title_of(case_id: str) -> str:
    """Return the id of a case as a list can show it: a line, no control characters."""
    return printable(case_id).replace("\n", " ").strip()[:LONGEST_TITLE] or "?"


def with_field(document: Document, key: str, value: Any) -> Document:
    """Return the document with another `notes` or `as_of`; empty takes it out."""
    kept = {name: entry for name, entry in document.items() if name != key}
    return kept if value in (None, "") else {**kept, key: value}


def state_before(states: list[Revision], base: int) -> Revision:
    """Return the state that an undo of revision `base` goes back to.

    An earlier undo is passed over together with what it undid, so that undoing twice goes back two
    steps.
    """
    skipped = 0
    reached = [state for state in states if state.number <= base]
    for state, earlier in pairwise(reached):
        if state.kind is Kind.UNDONE:
            skipped += 1
        elif skipped:
            skipped -= 1
        else:
            return earlier
    raise NothingToUndoError
