"""Why what a review of the chapter finds is as it should be: an ambiguity, or a reason of our own.

The matching is Ariane's own judgement, not the guideline's. Where an ambiguity of the text covers a
finding it is named; the other findings have a reason, worded in `lint.json` with its section. What
is explained is limited to the patients it speaks of, so that no other can hide there.
"""

from __future__ import annotations

from ariane.guideline.lint.finding import Explanation, Kind
from ariane.guideline.lint.reasons import Reason
from ariane.guideline.tncd24.explained_divisions import DIVISIONS
from ariane.guideline.tncd24.explained_oppositions import OPPOSITIONS

REDUNDANCIES: tuple[Explanation, ...] = (
    Explanation(
        Kind.SAME,
        Reason.BOX_REPEATS_TEXT,
        (
            ("S24.3.1-C1", "S24.3.5-R2"),
            ("S24.3.1-D1", "S24.3.5-R3"),
            ("S24.3.1-D2", "S24.3.5-R4"),
            ("S24.3.1-D3", "S24.3.5-R5"),
            ("S24.3.2.1-D1", "S24.3.5-R6"),
            ("S24.3.2.2.5-D1", "S24.3.5-R7"),
            ("S24.3.7.2-D2", "S24.3.7.5-O1"),
            ("S24.6-D2", "S24.6-O2"),
        ),
    ),
    Explanation(Kind.SAME, "A07", (("S24.3.2.2.3-D1", "S24.3.5-O2"),)),
    Explanation(Kind.SAME, "A55", (("S24.3.6.2-C7", "S24.3.6.3-C1"),)),
    Explanation(Kind.SAME, "A05", (("S24.4.2.2-T1", "S24.5.1-T1"),)),
    Explanation(Kind.IMPLIED, "A24", (("S24.3.5-O1", "S24.3.2.1-D2"),)),
    Explanation(Kind.IMPLIED, "A22", (("S24.3.3-D1", "S24.3.5-O5"),)),
    Explanation(Kind.IMPLIED, "A26", (("S24.3.5-O6", "S24.3.4-D2"),)),
    Explanation(Kind.IMPLIED, "A25", (("S24.3.5-O7", "S24.3.4-D3"),)),
    Explanation(Kind.IMPLIED, "A19", (("S24.3.6.2-W1", "S24.3.6.3-W1"),)),
    Explanation(Kind.IMPLIED, "A08", (("S24.5.2-O2", "S24.4.4.2-D1"),)),
    Explanation(
        Kind.IMPLIED,
        Reason.BOX_SHORTER,
        (("S24.3.4-D4", "S24.3.5-O8"), ("S24.6-D1", "S24.6-O1")),
    ),
    Explanation(
        Kind.IMPLIED,
        Reason.PARTICULAR_CASE,
        (
            ("S24.3.6.1-D3", "S24.3.6-D3"),
            ("S24.3.7.2-I8", "S24.3.7.2-I9"),
            ("S24.4.1.2-D2", "S24.4.1.2-D1"),
            ("S24.4.1.2-D3", "S24.4.1.2-D1"),
        ),
    ),
)
BOUNDS: tuple[Explanation, ...] = (
    Explanation(Kind.BOUND, "A50", (("ovary_max_size_cm=10",),)),
    Explanation(Kind.BOUND, "A01", (("ecog_ps=2",),)),
    Explanation(Kind.BOUND, "A08", (("metastasis_count=5",),)),
    Explanation(Kind.BOUND, "A06", (("tmb_mut_per_mb=10",),)),
)
CITATIONS: tuple[Explanation, ...] = (
    Explanation(
        Kind.UNCITED,
        Reason.LISTED_BY_AMBIGUITY,
        (("A89",), ("A90",), ("A91",), ("A92",), ("A93",)),
    ),
)
EXPLANATIONS: tuple[Explanation, ...] = (
    *DIVISIONS,
    *OPPOSITIONS,
    *REDUNDANCIES,
    *BOUNDS,
    *CITATIONS,
)
