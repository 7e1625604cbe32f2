"""How far a result reaches: which markers a head, a shared result or a negation speaks of.

A head ("absence d'expression de") speaks of every marker after it, up to the next head or `mais`.
A marker with a result of its own keeps it. A bare marker before it shares that result only where
the words say so: `et`, `/`, `ni`, a verb, a colon, or a plural. Where two readings differ, none is
taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lark import Token, Tree

from ariane.case.reports.groups import Entry, Finding, Group, Groups, NotUnderstoodError
from ariane.case.reports.predicates import Predicate
from ariane.case.reports.stain import Why

NUCLEAR = frozenset(
    f"ihc_{name}" for name in ("ttf1", "pax8", "gata3", "cdx2", "satb2", "wt1_nterm", "nkx3_1")
)
SHARING = frozenset({"AND", "SLASH", "NOR"})
LISTING = SHARING | {"COMMA", "OR", "SEMICOLON"}


class Sentence(NamedTuple):
    """The findings of a sentence; `doubt` bars all of them, `control` tells of control tissue."""

    findings: tuple[Finding, ...]
    doubt: Why | None
    control: str | None


def findings(tree: Tree[Token]) -> Sentence:
    """Return what a parsed sentence says. Raises `NotUnderstoodError`."""
    builder = Groups()
    for part in tree.children:
        builder.add(part)  # type: ignore[arg-type]
    found = [finding for group in builder.closed() for finding in _settled(group)]
    found += builder.verdicts
    return Sentence(tuple(sorted(found, key=lambda f: f.end)), builder.doubt, builder.control)


def _settled(group: Group) -> Iterator[Finding]:
    head, entries = group
    if head is not None and not entries:
        raise NotUnderstoodError
    if head is not None and head.result == "pos" and entries[0].joint == "NOR":
        head = head._replace(result="neg", noun=False)
    for index, entry in enumerate(entries):
        if entry.own is not None:
            yield _own(head, entries, index)
        else:
            yield _bare(head, entries, index)


def _own(head: Predicate | None, entries: tuple[Entry, ...], index: int) -> Finding:
    entry = entries[index]
    own = entry.own
    assert own is not None  # noqa: S101 - the caller has looked
    if head is not None and head.result is not None and own.qualifies:
        odd = head.result == "neg" and (own.extent or own.percent not in (None, "<1", "0"))
        return _finding(entry, head, why=Why.AMBIGUOUS if odd else None, qualified=own)
    if own.result is None and own.why is None and head is not None:
        return _finding(entry, head, qualified=own)
    if head is not None and head.why is not None:
        return _finding(entry, own, why=head.why)
    if head is not None and not _agree(head, entries[0].own or own):
        return _finding(entry, own, why=Why.AMBIGUOUS)
    joints = {later.joint for later in _shared_with(entries, index)} | {entry.joint}
    if "NOR" in joints and head is None:
        return _finding(entry, *_with_nor(own))
    alone = bool(index) and head is None and not _shared_with(entries, index)
    if entry.joint == "OR" or (own.plural and alone):
        return _finding(entry, own, why=Why.AMBIGUOUS)
    return _finding(entry, own)


def _agree(head: Predicate, own: Predicate) -> bool:
    """Tell whether the first result under a head may stand there (`absence de profil CK7+`)."""
    return head.noun or head.result in (None, own.result) or own.result is None


def _with_nor(own: Predicate) -> tuple[Predicate, Why | None]:
    """`Ni CK7 ni CK20 ne sont exprimés`: the `ni` denies; with a negative word it says nothing."""
    if own.result == "pos":
        return own._replace(result="neg"), None
    return own, None if own.denies else Why.AMBIGUOUS


def _shared_with(entries: tuple[Entry, ...], index: int) -> list[Entry]:
    """Return the bare entries right before one with a result, joined to it by a list."""
    first = index
    while first and entries[first].joint in LISTING and entries[first - 1].own is None:
        first -= 1
    return list(entries[first:index])


def _bare(head: Predicate | None, entries: tuple[Entry, ...], index: int) -> Finding:
    entry = entries[index]
    carrier = _carrier(entries, index)
    neutral = head is None or (head.result is None and head.why is None)
    if carrier is None:
        if head is None or neutral:
            return _finding(entry, None, why=Why.NO_RESULT)
        return _finding(entry, head, why=Why.AMBIGUOUS if _misused(head, entry) else None)
    own = entries[carrier].own
    assert own is not None  # noqa: S101 - a carrier has one
    between = entries[index + 1 : carrier + 1]
    joints = {other.joint for other in between}
    if neutral:
        if "OR" in joints or not (own.linked or own.plural or joints & SHARING):
            return _finding(entry, None, why=Why.NO_RESULT)
        said, why = _with_nor(own) if "NOR" in joints else (own, None)
        return _finding(entry, said, why=why)
    assert head is not None  # noqa: S101 - it would be neutral
    return _turned(entry, head, own, joints)


def _misused(head: Predicate, entry: Entry) -> bool:
    return head.result != "neg" and entry.joint in ("NOR", "OR")


def _turned(entry: Entry, head: Predicate, own: Predicate, joints: set[str]) -> Finding:
    """A head before and a result behind: the head holds unless the result may speak of all."""
    if head.why is not None or _misused(head, entry):
        return _finding(entry, head, why=head.why or Why.AMBIGUOUS)
    if own.result in (None, head.result) and own.why is None:
        return _finding(entry, head)
    if own.linked and head.noun and joints & SHARING:
        return _finding(entry, own)
    if own.linked or own.plural or joints & (SHARING | {"OR"}):
        return _finding(entry, None, why=Why.AMBIGUOUS)
    return _finding(entry, head)


def _carrier(entries: tuple[Entry, ...], index: int) -> int | None:
    """Return the next entry with a result, reached over a list of bare ones."""
    for later in range(index + 1, len(entries)):
        if entries[later].joint not in LISTING:
            return None
        if entries[later].own is not None:
            return later
    return None


def _misplaced(entry: Entry, words: list[Predicate]) -> Why | None:
    """A transcription factor counts in the nucleus: a stain of the cytoplasm alone is no result."""
    beside = words[0].result == "pos" and entry.name in NUCLEAR
    return Why.NOT_NUCLEAR if beside and any(word.cytoplasmic for word in words) else None


def _finding(
    entry: Entry,
    said: Predicate | None,
    why: Why | None = None,
    qualified: Predicate | None = None,
) -> Finding:
    if said is None:
        return Finding(entry.name, entry.known, None, why, entry.start, entry.end)
    words = [said] if qualified is None else [said, qualified]
    why = why or said.why or _misplaced(entry, words)
    result = None if why else said.result
    return Finding(
        entry.name,
        entry.known,
        result,
        why if result is None and why else None if result else Why.NO_RESULT,
        min(entry.start, *(word.start for word in words)),
        max(entry.end, *(word.end for word in words)),
        next((word.extent for word in reversed(words) if word.extent), None),
        next((word.intensity for word in reversed(words) if word.intensity), None),
        next((word.percent for word in reversed(words) if word.percent), None),
    )
