"""What some statements ask for and others speak against, where they do not say so by their subject.

This list is Ariane's own: statements have a subject, but not the matter that they forbid.
"""

from __future__ import annotations

from ariane.guideline.lint.knowledge import Matter

NON_SPECIFIC = (
    "S24.4.1.1-D1",
    "S24.4.1.2-D1",
    "S24.4.1.2-D2",
    "S24.4.1.2-D3",
    "S24.5.1-R1",
    "S24.8.3-D8",
    "S24.8.3-D11",
)
"""Systemic treatments that neither entity nor molecular profile guides."""
BY_MOLECULE = ("S24.5.1-O1", "S24.5.1-O2", "S24.8.3-D9", "S24.8.3-D10")
"""Systemic treatments guided by a tissue of origin or an alteration."""
BY_ENTITY = (
    "S24.4.2.1-D1",
    "S24.4.2.1-D2",
    "S24.4.2.1-D3",
    "S24.4.2.2-D1",
    "S24.4.2.3-D1",
    "S24.8.3-D3",
    "S24.8.3-D4",
    "S24.8.3-D5",
)
"""Systemic treatments of the favourable entities."""
TRIALS = ("S24.4.2.2-T1", "S24.5.1-T1")
BY_FIGURE = ("S24.8.2-D2", "S24.8.2-D3", "S24.8.2-D7")
"""Ways of algorithm 2 that lead to a systemic treatment."""
LOCAL_LIVER = ("S24.4.4.2-D1", "S24.5.2-O2", "S24.8.3-D2")
CYTOREDUCTION = (
    "S24.4.4.1-D1",
    "S24.4.4.1-D2",
    "S24.4.4.1-D3",
    "S24.5.2-O1",
    "S24.8.2-D6",
)
SUPPORTIVE_CARE_ALONE = ("S24.5.1-O3", "S24.8.3-D6")
BIOPSIES = (
    "S24.3.6-D1",
    "S24.3.6-D2",
    "S24.3.6-D3",
    "S24.3.6.2-D1",
    "S24.3.6.2-D2",
    "S24.3.6.3-R1",
    "S24.8.2-D2",
    "S24.8.2-D3",
    "S24.8.2-D4",
)

MATTERS: tuple[Matter, ...] = (
    Matter(
        "systemic-treatment",
        (*NON_SPECIFIC, *BY_MOLECULE, *BY_ENTITY, *TRIALS, *BY_FIGURE),
        SUPPORTIVE_CARE_ALONE,
    ),
    Matter("later-lines", NON_SPECIFIC, ("S24.4.1.2-W1",)),
    Matter("systemic-treatment-at-ps-2", (*NON_SPECIFIC, *BY_MOLECULE), ("S24.4.1-W1",)),
    Matter("local-treatment", (*LOCAL_LIVER, *CYTOREDUCTION), SUPPORTIVE_CARE_ALONE),
    Matter(
        "cytoreduction",
        (*CYTOREDUCTION, "S24.4.2.3-D2"),
        ("S24.4.4.1-W1", "S24.8.2-D7"),
    ),
    Matter("intraperitoneal-chemotherapy", ("S24.4.4.1-D2", "S24.4.4.1-P1"), ("S24.4.4.1-W2",)),
    Matter(
        "oriented-treatment",
        (*BY_MOLECULE, "S24.4.2.1-D3"),
        ("S24.5.1-W1",),
    ),
    Matter("colorectal-biotherapy", ("S24.4.2.1-D2", "S24.8.3-D3"), ("S24.4.2.1-W2",)),
    Matter("biopsy", BIOPSIES, ("S24.8.2-W2",)),
    Matter(
        "surgical-exploration",
        ("S24.3.6.2-D2", "S24.3.6.3-O1", "S24.8.2-D4", "S24.8.2-D5"),
        ("S24.8.2-W1", "S24.8.2-W2"),
    ),
    Matter("liver-mri", ("S24.3.2.2.2-D2", "S24.3.5-O4"), ("S24.8.1-D4",)),
    Matter("excluded-origin", ("S24.3.2.1-I5",), ("S24.3.2.1-I4",)),
    Matter("fdg-pet", ("S24.3.3-D1", "S24.3.5-O5", "S24.8.2-D5"), ("S24.3.3-W1",)),
    Matter(
        "board-before-treatment",
        ("S24.8.2-D2", "S24.8.2-D3", "S24.8.3-D7"),
        ("S24.2.2-W1",),
    ),
    Matter("non-opposition", ("S24.9.1-A7",), ("S24.9.1-W1",)),
)
