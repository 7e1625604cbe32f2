"""Statements for and against one matter that may both hold: the ambiguity, or our own reason."""

from __future__ import annotations

from collections.abc import Sequence

from ariane.guideline.lint.finding import Explanation, Kind, Subject
from ariane.guideline.lint.reasons import Reason
from ariane.guideline.tncd24.matters import (
    BIOPSIES,
    BY_FIGURE,
    CYTOREDUCTION,
    SUPPORTIVE_CARE_ALONE,
    TRIALS,
)


def _pairs(asked: Sequence[str], opposed: Sequence[str]) -> tuple[Subject, ...]:
    return tuple((one, other) for one in asked for other in opposed)


FOR_ENTITIES = (
    "S24.4.2.1-D1",
    "S24.4.2.1-D2",
    "S24.4.2.1-D3",
    "S24.4.2.2-D1",
    "S24.4.2.3-D1",
    "S24.8.3-D3",
)
"""Treatments of entities by stains and histology, which the entity on record may not match."""
AT_PS_2 = (
    "S24.4.1.2-D1",
    "S24.4.1.2-D2",
    "S24.4.1.2-D3",
    "S24.5.1-R1",
    "S24.8.3-D8",
    "S24.8.3-D11",
    "S24.5.1-O1",
    "S24.5.1-O2",
    "S24.8.3-D9",
    "S24.8.3-D10",
)
"""Systemic treatments whose condition admits PS 2."""

OPPOSITIONS: tuple[Explanation, ...] = (
    Explanation(
        Kind.OPPOSED, "A22", _pairs(("S24.3.3-D1", "S24.3.5-O5", "S24.8.2-D5"), ("S24.3.3-W1",))
    ),
    Explanation(
        Kind.OPPOSED,
        "A77",
        (
            *_pairs((*FOR_ENTITIES, *TRIALS, "S24.8.3-D2"), SUPPORTIVE_CARE_ALONE),
            *_pairs(("S24.8.3-D4", "S24.8.3-D5"), ("S24.5.1-O3",)),
        ),
    ),
    Explanation(Kind.OPPOSED, "A81", _pairs(BY_FIGURE, SUPPORTIVE_CARE_ALONE)),
    Explanation(Kind.OPPOSED, "A01", _pairs(AT_PS_2, ("S24.4.1-W1",))),
    Explanation(
        Kind.OPPOSED,
        Reason.LOCAL_TREATMENT_PS,
        _pairs(("S24.4.4.2-D1", "S24.5.2-O2", *CYTOREDUCTION), SUPPORTIVE_CARE_ALONE),
    ),
    Explanation(
        Kind.OPPOSED,
        "A11",
        _pairs(("S24.4.4.1-D1", "S24.4.4.1-D2", "S24.4.4.1-D3", "S24.5.2-O1"), ("S24.8.2-D7",)),
    ),
    Explanation(
        Kind.OPPOSED,
        Reason.GENERAL_CONDITION,
        _pairs(("S24.4.4.1-D2", "S24.4.4.1-D3", "S24.5.2-O1", "S24.8.2-D6"), ("S24.4.4.1-W1",)),
    ),
    Explanation(Kind.OPPOSED, "A87", _pairs(("S24.4.2.3-D2",), ("S24.4.4.1-W1", "S24.8.2-D7"))),
    Explanation(Kind.OPPOSED, "A40", _pairs(("S24.4.4.1-D2", "S24.4.4.1-P1"), ("S24.4.4.1-W2",))),
    Explanation(Kind.OPPOSED, "A79", (("S24.4.2.1-D3", "S24.5.1-W1"),)),
    Explanation(Kind.OPPOSED, "A15", _pairs(("S24.4.2.1-D2", "S24.8.3-D3"), ("S24.4.2.1-W2",))),
    Explanation(Kind.OPPOSED, "A81", _pairs(BIOPSIES, ("S24.8.2-W2",))),
    Explanation(Kind.OPPOSED, "A01", _pairs(("S24.3.6.2-D2", "S24.8.2-D4"), ("S24.8.2-W1",))),
    Explanation(
        Kind.OPPOSED, "A85", _pairs(("S24.8.2-D2", "S24.8.2-D3", "S24.8.3-D7"), ("S24.2.2-W1",))
    ),
    Explanation(Kind.OPPOSED, "A27", (("S24.3.2.2.2-D2", "S24.8.1-D4"),)),
    Explanation(Kind.OPPOSED, "A70", (("S24.3.2.1-I5", "S24.3.2.1-I4"),)),
    Explanation(Kind.OPPOSED, "A18", (("S24.9.1-A7", "S24.9.1-W1"),)),
)
