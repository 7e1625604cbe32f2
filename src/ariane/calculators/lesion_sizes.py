"""What the scores of a region mean: the size of its largest lesion.

The chapter prints scores from 0 to 3 without their meaning (ambiguity A54). The sizes are those of
the literature, whose descriptions disagree on lesions of exactly 0.5 and exactly 5 cm.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class LesionSize(NamedTuple):
    """One score, with the bounds of the largest lesion in centimetres (`None`: no bound).

    What becomes of a lesion that measures exactly a bound is said by `DISPUTED`.
    """

    score: int
    above_cm: Decimal | None
    below_cm: Decimal | None


class Description(NamedTuple):
    """A published description of the scores."""

    name: str
    url: str


class Dispute(NamedTuple):
    """A size that descriptions score differently: what each of them prints for it."""

    size_cm: Decimal
    scores: tuple[tuple[Description, tuple[int, ...]], ...]


SMALL = Decimal("0.5")
LARGE = Decimal(5)
LESION_SIZES = (
    LesionSize(1, None, SMALL),
    LesionSize(2, SMALL, LARGE),
    LesionSize(3, LARGE, None),
)
"""Score 0 is no visible lesion; score 3 also for confluent lesions, whatever their size."""

E_PROMISE = Description("e-PROMISE", "http://www.e-promise.org/scores.php")
IMAIOS = Description(
    "IMAIOS", "https://www.imaios.com/en/imcases/training/187825/peritoneal-cancer-index-pci"
)
DESCRIPTIONS = (E_PROMISE, IMAIOS)
DISPUTED = (
    Dispute(SMALL, ((E_PROMISE, (1,)), (IMAIOS, (2,)))),
    Dispute(LARGE, ((E_PROMISE, (2, 3)), (IMAIOS, (2,)))),
)
"""Of exactly 5 cm, e-PROMISE says "up to 5 cm" for score 2 and "5 cm or greater" for score 3."""
