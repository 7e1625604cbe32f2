"""A small artificial vocabulary, and hypothesis strategies for conditions and patients over it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from ariane.logic.evaluate import evaluate
from ariane.logic.expression import ALWAYS, Expression, IsKnown
from ariane.logic.fact import (
    BoolFact,
    DecimalFact,
    DerivedFact,
    EnumFact,
    Fact,
    IntFact,
    NumberFact,
    SetFact,
    TextFact,
)
from ariane.logic.notation import notation
from ariane.logic.structure import base_facts, leaves
from support.knowledge import FactLine, Facts
from support.oracle import Oracle

A, B, C = BoolFact("a"), BoolFact("b"), BoolFact("c")
N, M = IntFact("n"), IntFact("m")
GRADE = IntFact("grade", allowed=(0, 1, 2, 3, 4))
SIZE = DecimalFact("size")
STAIN = EnumFact[str](
    "stain", allowed=("pos", "neg", "reduced", "not_done"), no_result=("not_done",)
)
PLACES = SetFact[str](
    "places",
    allowed=("gut", "stomach", "colon", "lung"),
    narrower={"gut": ("stomach", "colon")},
)
BASIN = TextFact("basin")
ALONE = DerivedFact("alone", definition=A & ~B)
FEW = DerivedFact("few", definition=(N >= 1) & (N <= 3) & ~C)
DERIVED = (ALONE, FEW)
BASE: tuple[Fact, ...] = (A, B, C, N, M, GRADE, SIZE, STAIN, PLACES)

RULES: tuple[Expression, ...] = (
    A & ~C,
    B & ~C,
    M.exceeds(N),
    A & N.equals(0),
    STAIN.is_("pos") & ~B,
    PLACES.not_empty() & ~A,
)
"""Implications and exclusions shaped like those of the chapter."""

VALUES: dict[Fact, st.SearchStrategy[Any]] = {
    **{fact: st.booleans() for fact in (A, B, C)},
    **{fact: st.integers(0, 6) for fact in (N, M)},
    GRADE: st.sampled_from(GRADE.allowed),
    SIZE: st.sampled_from([Decimal(text) for text in ("0", "0.9", "1", "1.1", "9.5", "10", "40")]),
    STAIN: st.sampled_from(STAIN.results()),
    PLACES: st.frozensets(st.sampled_from(PLACES.allowed)),
}


def oracle(rules: tuple[Expression, ...] = ()) -> Oracle:
    """Return the oracle over this vocabulary; `rules` never hold."""
    lines = [
        *(FactLine(fact.name, "bool") for fact in (A, B, C, *DERIVED)),
        *(FactLine(fact.name, "int") for fact in (N, M)),
        FactLine("grade", "int", ("0", "1", "2", "3", "4")),
        FactLine("size", "decimal"),
        FactLine("stain", "enum", ("pos", "neg", "reduced"), ("not_done",)),
        FactLine("places", "set", PLACES.allowed),
        FactLine("basin", "string"),
    ]
    return Oracle(
        Facts(
            lines={line.name: line for line in lines},
            derived={"alone": "a and not b", "few": "n >= 1 and n <= 3 and not c"},
            excludes=tuple(map(notation, rules)),
            narrower={"gut": ("stomach", "colon")},
        )
    )


BOUNDS: dict[NumberFact, tuple[int | Decimal, ...]] = {
    N: (0, 1, 2, 3, 4),
    M: (0, 1, 2, 3, 4),
    GRADE: (0, 1, 2, 3, 4),
    SIZE: (Decimal(1), Decimal("9.5"), 10),
}
"""Bounds chosen so that comparisons of one number meet."""

ATOMS: tuple[Expression, ...] = (
    *(A, B, C, ALONE, FEW, N.exceeds(M), M.exceeds(N), PLACES.not_empty()),
    *(PLACES.contains(value) for value in PLACES.allowed),
    *(STAIN.is_(value) for value in STAIN.results()),
    STAIN.one_of("neg", "reduced"),
    *(N.one_of(1, 3), M.one_of(0, 2), GRADE.one_of(0, 4)),
    *(
        compare(bound)
        for fact, bounds in BOUNDS.items()
        for compare in (fact.__lt__, fact.__le__, fact.__gt__, fact.__ge__, fact.equals)
        for bound in bounds
    ),
)
"""Conditions on one fact or two."""

KNOWLEDGE: tuple[Expression, ...] = tuple(map(IsKnown, (*BASE, *DERIVED, BASIN)))


def _trees(leaf: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    """Return conditions of up to eight leaves; the simple facts come as often as all the rest."""
    return st.recursive(
        leaf,
        lambda part: st.one_of(
            part.map(lambda p: ~p),
            st.tuples(part, part).map(lambda pair: pair[0] & pair[1]),
            st.tuples(part, part).map(lambda pair: pair[0] | pair[1]),
        ),
        max_leaves=8,
    )


_PLAIN = st.one_of(st.sampled_from(ATOMS[:8]), st.sampled_from((*ATOMS, ALWAYS)))
CONDITIONS = {
    False: _trees(_PLAIN),
    True: _trees(st.one_of(_PLAIN, _PLAIN, st.sampled_from(KNOWLEDGE))),
}
"""Conditions by whether they may test knowledge."""


@dataclass(frozen=True)
class Situation:
    """A condition, what is known, and the rules: enough to ask for an exact status."""

    condition: Expression
    known: dict[str, Any]
    rules: tuple[Expression, ...]
    patient: dict[str, Any]

    @property
    def forbidden(self) -> tuple[Expression, ...]:
        """The rules, with what the stated derived facts forbid."""
        stated = (
            ~fact.definition if self.known[fact.name] else fact.definition
            for fact in DERIVED
            if fact.name in self.known and evaluate(fact.definition, self.known) is None
        )
        return (*self.rules, *stated)


PATIENTS = st.fixed_dictionaries({fact.name: values for fact, values in VALUES.items()})
RULE_SETS = st.sets(st.sampled_from(RULES), max_size=4)


@st.composite
def situations(draw: st.DrawFn, epistemic: bool = True, most_unknown: int = 4) -> Situation:
    """Draw a condition over a patient who keeps the rules and of whom a few facts are not told."""
    condition = draw(CONDITIONS[epistemic])
    patient = draw(PATIENTS)
    picked = draw(RULE_SETS)
    rules = tuple(r for r in RULES if r in picked and not evaluate(r, patient))
    used = [fact for fact in BASE if fact in base_facts(condition)] or list(BASE)
    hidden = draw(st.sets(st.sampled_from(used), max_size=most_unknown))
    hidden |= draw(st.sets(st.sampled_from(BASE), max_size=1))
    names = {fact.name for fact in hidden}
    known = {name: value for name, value in patient.items() if name not in names}
    state = draw(st.sets(st.sampled_from(DERIVED)))
    for fact in DERIVED:
        computed = evaluate(fact.definition, known)
        if computed is not None:
            known[fact.name] = computed
        elif fact in state:
            known[fact.name] = evaluate(fact.definition, patient)
    return Situation(condition, known, rules, patient)


def is_epistemic(condition: Expression) -> bool:
    """Tell whether a condition tests what is known."""
    return any(isinstance(leaf, IsKnown) for leaf in leaves(condition))
