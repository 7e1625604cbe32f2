"""Planes of what can still be, given what no patient can: facts that constraints settle are known.

Of a forbidden combination of which all parts hold but one, that one fails: a man has no ovarian
metastasis, told or not. One step of such reasoning, no chain of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ariane.logic.expression import And, Expression, Not, Or
from ariane.logic.planes import Emitter, Wire
from ariane.logic.structure import parts_of


class Constrained(Emitter):
    """Emits onto `plain`; leaves hold or fail also where `forbidden` combinations settle them."""

    def __init__(self, plain: Emitter, forbidden: Sequence[Expression]) -> None:
        super().__init__()
        self._nodes, self._numbers = plain._nodes, plain._numbers
        self._plain = plain
        self._causes: dict[tuple[Expression, bool], list[Expression]] = {}
        for rule in forbidden:
            for leaf, value, cause in _settled(rule):
                self._causes.setdefault((leaf, value), []).append(cause)

    def _emitted_holds(self, condition: Expression) -> Wire:
        if parts_of(condition):
            return super()._emitted_holds(condition)
        return self.either(self._plain.holds(condition), *self._settling(condition, True))

    def _emitted_fails(self, condition: Expression) -> Wire:
        if parts_of(condition):
            return super()._emitted_fails(condition)
        return self.either(self._plain.fails(condition), *self._settling(condition, False))

    def _settling(self, leaf: Expression, value: bool) -> Iterator[Wire]:
        return map(self._plain.holds, self._causes.get((leaf, value), ()))


def _settled(rule: Expression) -> Iterator[tuple[Expression, bool, Expression]]:
    """Yield leaves of a forbidden combination, the value that each must have, and when."""
    parts = rule.parts if isinstance(rule, And) else (rule,)
    for place, part in enumerate(parts):
        others = parts[:place] + parts[place + 1 :]
        for leaf, value in _refuted(part) if others else ():
            yield leaf, value, And(others)


def _refuted(part: Expression) -> Iterator[tuple[Expression, bool]]:
    """Yield the leaves, each with its value, that a part which fails settles."""
    match part:
        case Not(leaf):
            if not parts_of(leaf):
                yield leaf, True
        case Or(leaves):
            for leaf in leaves:
                yield from _refuted(leaf)
        case _:
            if not parts_of(part):
                yield part, False
