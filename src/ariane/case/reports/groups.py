"""The markers of a parsed sentence, sorted under the heads that speak of them."""

from __future__ import annotations

from typing import NamedTuple

from lark import Token, Tree

from ariane.case.reports.markers import marker_named
from ariane.case.reports.predicates import Predicate, predicate
from ariane.case.reports.stain import Why


class NotUnderstoodError(Exception):
    """The words are known, but not what they say together."""


class Entry(NamedTuple):
    """A marker, the joint before it (`""`: none), and the result of its own."""

    name: str
    known: bool
    start: int
    end: int
    joint: str
    own: Predicate | None


class Group(NamedTuple):
    """The markers that one head speaks of, or that none does."""

    head: Predicate | None
    entries: tuple[Entry, ...]


class Finding(NamedTuple):
    """What a sentence says of one marker or of mismatch repair as a whole; places in plain text."""

    name: str
    known: bool
    result: str | None
    why: Why | None
    start: int
    end: int
    extent: str | None = None
    intensity: str | None = None
    percent: str | None = None


class Groups:
    """Sort markers under their heads while walking through a sentence."""

    def __init__(self) -> None:
        self.verdicts: list[Finding] = []
        self.doubt: Why | None = None
        self.control: str | None = None
        self._groups: list[Group] = []
        self._head: Predicate | None = None
        self._entries: list[Entry] = []
        self._joint: Token | None = None

    def closed(self) -> list[Group]:
        """Return the groups of the whole sentence."""
        self._open(None)
        return self._groups

    def add(self, node: Tree[Token]) -> None:
        """Take in the next part of the sentence, or the joint before it."""
        if node.data == "joint":
            joint: Token = node.children[0]  # type: ignore[assignment]
            self._joint = joint
            if joint.type == "BUT":
                self._open(None)
            return
        alone = len(node.children) == 1
        for inner in node.children:
            if alone and inner.data == "head" and self._entries:  # type: ignore[union-attr]
                self._take_afterthought(predicate(inner.children))  # type: ignore
            else:
                self._take(inner)  # type: ignore[arg-type]
            self._joint = None

    def _take(self, node: Tree[Token]) -> None:
        words = [word for word in node.children if isinstance(word, Token)]
        if node.data == "head":
            self._take_head(words)
        elif node.data == "stray":
            self._take_stray(predicate(words))
        elif node.data == "control":
            self._take_control(words)
        else:
            for item in node.children:
                self._take_item(item)  # type: ignore[arg-type]
                self._joint = None

    def _take_item(self, item: Tree[Token]) -> None:
        if item.data == "verdict":
            self._take_verdict(item.children[0])  # type: ignore[arg-type]
        else:
            self._entries.append(_entry(item, self._joint))

    def _open(self, head: Predicate | None) -> None:
        if self._entries or self._head:
            self._groups.append(Group(self._head, tuple(self._entries)))
        self._head, self._entries = head, []

    def _take_head(self, words: list[Token]) -> None:
        opened = any(group.entries for group in self._groups) or bool(self._entries)
        if words[0].type == "NOT_THIS" and not opened:
            raise NotUnderstoodError
        self._open(predicate([word for word in words if word.type != "FOR"]))

    def _take_afterthought(self, said: Predicate) -> None:
        """Let `…, marquage nucléaire` pass after a positive result; refuse what may change one."""
        last = self._entries[-1].own
        if last is None or last.result != "pos" or said.result == "neg" or said.why is not None:
            raise NotUnderstoodError

    def _take_stray(self, said: Predicate) -> None:
        if said.why is not Why.HEDGED:
            raise NotUnderstoodError
        self.doubt = said.why

    def _take_control(self, words: list[Token]) -> None:
        said = predicate(words[1:]) if words[1:] else None
        failed = said is not None and (said.result in ("neg", "not_done") or said.why is not None)
        self.control = "failed" if failed else "done"
        if failed:
            self.doubt = Why.WARNING

    def _take_verdict(self, word: Token) -> None:
        joint = self._joint.type if self._joint is not None else ""
        apart = bool(self._entries) and joint in ("COMMA", "SEMICOLON")
        denied = joint in ("NOR", "OR") or (self._head is not None and not apart)
        result = "msi_h_dmmr" if word.type == "DMMR" else "mss_pmmr"
        other = any(verdict.result != result for verdict in self.verdicts)
        why = Why.AMBIGUOUS if denied or other else None
        if why is not None:
            self.verdicts = [v._replace(result=None, why=why) for v in self.verdicts]
        start, end = word.start_pos or 0, word.end_pos or 0
        result_or_none = None if why else result
        self.verdicts.append(Finding("msi_status", True, result_or_none, why, start, end))


def _entry(item: Tree[Token], joint: Token | None) -> Entry:
    name, *rest = item.children
    token: Token = name.children[0]  # type: ignore[union-attr, assignment]
    own = predicate(rest[0].children) if rest else None  # type: ignore[union-attr, arg-type]
    kind = joint.type if joint is not None else ""
    first = joint if joint is not None and kind == "NOR" else token
    start, end = first.start_pos or 0, token.end_pos or 0
    return Entry(marker_named(str(token)), token.type == "MARKER", start, end, kind, own)
