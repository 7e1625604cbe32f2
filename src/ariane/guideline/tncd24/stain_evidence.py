"""How what immunohistochemistry says is written down: the shapes of the rows of `stain_tables`."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ariane.facts.pathology import HistologyType
from ariane.guideline.tncd24.tumour_entities import ENTITIES, OriginCode, TumourSlug

Result = Literal["pos", "neg", "reduced"]
Extent = Literal["as_printed", "may", "some", "most", "nearly_all", "above_percent"]
"""How many tumours of an entity show a result; `as_printed` where the chapter does not say."""
Trait = Literal[
    "sensitive",
    "specific",
    "very_specific",
    "heterogeneous_group",
    "intestinal_differentiation",
    "lower_digestive_tract_only",
    "alone_or_combined",
]
LossContext = Literal["proximal", "poorly_differentiated", "dmmr_msi"]


class Printed(NamedTuple):
    """Where something stands: the statement and the lines of the source text, both inclusive."""

    statement: str
    lines: tuple[tuple[int, int], ...]

    @property
    def section(self) -> str:
        """The section of the statement."""
        return self.statement[1:].rsplit("-", 1)[0]


class StainResult(NamedTuple):
    """A result of one marker, by the name of its fact."""

    marker: str
    result: Result


class KeratinProfile(NamedTuple):
    """A combination of CK7 and CK20; a reduced or missing result makes none."""

    ck7: Result
    ck20: Result


class ProfileEntry(NamedTuple):
    """An entry of Table 1.

    The source text runs the columns of the table together. `inferred` says that only the order of
    the entries suggests the column; where it is false, the prose at `confirmed_at` gives the same
    profile.
    """

    entity: TumourSlug
    lines: tuple[int, int]
    inferred: bool
    confirmed_at: tuple[Printed, ...] = ()

    @property
    def origins(self) -> tuple[OriginCode, ...]:
        """Codes of the shared tissue-of-origin vocabulary."""
        return ENTITIES[self.entity].codes


class ProfileColumn(NamedTuple):
    """A column of Table 1: a profile and what to consider for it, in the printed order."""

    profile: KeratinProfile
    entries: tuple[ProfileEntry, ...]
    printed: Printed


class KeratinTable(NamedTuple):
    """Table 1, and the histological types that it is made for."""

    histologies: tuple[HistologyType, ...]
    columns: tuple[ProfileColumn, ...]


class MarkedTumour(NamedTuple):
    """A tumour that shows a result, and how often.

    `above_percent` goes with the extent of that name; `whatever_origin` says that the result tells
    nothing of the organ that the tumour comes from.
    """

    entity: TumourSlug
    extent: Extent = "as_printed"
    above_percent: int | None = None
    whatever_origin: bool = False

    @property
    def origins(self) -> tuple[OriginCode, ...]:
        """Codes of the shared tissue-of-origin vocabulary."""
        return ENTITIES[self.entity].codes


class LineageMarker(NamedTuple):
    """A result of one marker and the tumours that it points to.

    It is printed so only where all the results of `requires` are there too. `open_ended` says that
    the chapter gives its tumours as examples.
    """

    marker: str
    tumours: tuple[MarkedTumour, ...]
    printed: Printed
    result: Result = "pos"
    requires: tuple[StainResult, ...] = ()
    traits: tuple[Trait, ...] = ()
    open_ended: bool = False


class LineagePanel(NamedTuple):
    """The markers of the first panel for one lineage, and the tumour that the lineage means.

    `choices`: the markers of any one choice will do, all of them together; none where the chapter
    names no marker. `excluded_by` is the fact with which the pathologist rules the tumour out, and
    `reading` the statement that reads the results, Ariane's own where `reading_inferred`.
    """

    tumour: TumourSlug
    choices: tuple[tuple[str, ...], ...]
    printed: Printed
    excluded_by: str | None = None
    reading: str | None = None
    reading_inferred: bool = False


class ExpectedStain(NamedTuple):
    """A marker of a panel; `expected` is its result in the tumour, if the chapter gives it."""

    marker: str
    expected: Result | None


class ConfirmingPanel(NamedTuple):
    """Markers that together confirm or support one tumour.

    `open_ended` says that the lists are printed as examples; no number of markers is ever required.
    `reading` is the statement that reads the results, Ariane's own where `reading_inferred`.
    """

    tumour: TumourSlug
    stains: tuple[ExpectedStain, ...]
    printed: Printed
    extent: Extent = "as_printed"
    open_ended: bool = False
    reading: str | None = None
    reading_inferred: bool = False


class ExpectedLoss(NamedTuple):
    """Markers that a tumour may lose: that they are reduced or negative does not speak against it.

    No marker is named where the chapter says "the usual markers". It may mean its contexts together
    or each by itself: it does not say.
    """

    tumour: TumourSlug
    markers: tuple[str, ...]
    contexts: tuple[LossContext, ...]
    printed: Printed
