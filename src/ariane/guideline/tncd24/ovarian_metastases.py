"""What the chapter says of ovarian metastases in figures: how frequent, from where, which signs."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from ariane.facts.imaging import (
    OVARY_BILATERAL,
    OVARY_LOCULE_SIGNAL_UNIFORM,
    OVARY_MAX_SIZE_CM,
    OVARY_OUTER_CONTOUR_IRREGULAR,
    OVARY_SOLID_ENHANCEMENT,
    OVARY_SURFACE_NODULES,
)

Site = Literal[
    "colorectal",
    "gastric",
    "pancreatobiliary",
    "appendiceal",
    "breast",
    "unknown",
    "small_bowel",
    "lung",
    "bladder",
]
Comparator = Literal["primary_mucinous_tumour", "primary_ovarian_cancer"]


class PercentRange(NamedTuple):
    """A frequency printed as a range, in percent, both ends included."""

    from_percent: int
    to_percent: int


class Frequency(NamedTuple):
    """How often something was found, in percent, all the cited series together."""

    percent: int
    series: int


class OriginShare(NamedTuple):
    """The share of some primary sites among ovarian metastases, in percent.

    With `less_than` the figure is printed as an upper bound; where several sites share one figure,
    the chapter does not say whether it holds for each or for all of them together.
    """

    sites: tuple[Site, ...]
    percent: Decimal
    less_than: bool = False


class OriginSeries(NamedTuple):
    """Where the ovarian metastases of one series came from, most frequent first."""

    cases: int
    shares: tuple[OriginShare, ...]


class SizeBand(NamedTuple):
    """The size printed as `< 10-13 cm`: smaller supports metastasis, within is indeterminate.

    `inferred` says that the chapter prints the range and not how to split it.
    """

    supports_below_cm: int
    indeterminate_to_cm: int
    inferred: bool


class MetastasisSign(NamedTuple):
    """A sign, by the name of its fact, and the primary tumour that it sets metastases against."""

    fact: str
    against: Comparator


class MetastasisSigns(NamedTuple):
    """The signs of an ovarian metastasis; the chapter gives them no weights."""

    signs: tuple[MetastasisSign, ...]
    size: SizeBand


SHARE_OF_MALIGNANT_OVARIAN_TUMOURS = PercentRange(from_percent=3, to_percent=30)
LARGEST_SERIES = OriginSeries(
    cases=177,
    shares=(
        OriginShare(("colorectal",), Decimal("38.4")),
        OriginShare(("gastric",), Decimal("34.5")),
        OriginShare(("pancreatobiliary",), Decimal("8")),
        OriginShare(("appendiceal",), Decimal("6.8")),
        OriginShare(("breast",), Decimal("3.4")),
        OriginShare(("unknown",), Decimal("3.4")),
        OriginShare(("small_bowel",), Decimal("2.8")),
        OriginShare(("lung", "bladder"), Decimal("2"), less_than=True),
    ),
)
REVEALING_THE_PRIMARY = Frequency(percent=18, series=2)
SIGNS_OF_METASTASIS = MetastasisSigns(
    signs=(
        MetastasisSign(OVARY_BILATERAL.name, against="primary_mucinous_tumour"),
        MetastasisSign(OVARY_MAX_SIZE_CM.name, against="primary_mucinous_tumour"),
        MetastasisSign(OVARY_LOCULE_SIGNAL_UNIFORM.name, against="primary_mucinous_tumour"),
        MetastasisSign(OVARY_OUTER_CONTOUR_IRREGULAR.name, against="primary_mucinous_tumour"),
        MetastasisSign(OVARY_SURFACE_NODULES.name, against="primary_mucinous_tumour"),
        MetastasisSign(OVARY_SOLID_ENHANCEMENT.name, against="primary_ovarian_cancer"),
    ),
    size=SizeBand(supports_below_cm=10, indeterminate_to_cm=13, inferred=True),
)
