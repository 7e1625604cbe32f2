"""What a report says of a stain, with its words and their place; and what could not be read."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Certainty(StrEnum):
    """Whether the report states a result of the tumour, or leaves it open."""

    STATED = "stated"
    UNCERTAIN = "uncertain"


class Why(StrEnum):
    """Why a statement gives no result, or why words were not read."""

    DOUBTFUL = "doubtful"
    HEDGED = "hedged"
    PENDING = "pending"
    FEW_CELLS = "few-cells"
    NO_RESULT = "no-result"
    AMBIGUOUS = "ambiguous"
    NOT_NUCLEAR = "not-nuclear"
    WARNING = "warning"
    BESIDE_TUMOUR = "beside-tumour"
    OTHER_TISSUE = "other-tissue"
    SUPPOSED = "supposed"
    BLOOD = "blood"
    SINGLE_PROTEIN = "single-protein"
    NOT_IN_VOCABULARY = "not-in-vocabulary"
    NOT_UNDERSTOOD = "not-understood"
    NO_MARKER = "no-marker"
    CONTROL = "control"


class Stain(NamedTuple):
    """One statement on one fact. `report[start:end] == text`, in characters of the decoded report.

    `result` is a value of the fact, `None` where uncertain (then `why` says so). `extent`,
    `intensity` and `percent` (`"80"`, `"10-20"`, `"<1"`: percent of cells) are as printed, `None`
    where the report does not say. `contradicted`: the same report states another result.
    """

    fact: str
    result: str | None
    text: str
    start: int
    end: int
    certainty: Certainty
    why: Why | None = None
    extent: str | None = None
    intensity: str | None = None
    percent: str | None = None
    contradicted: bool = False


class Unread(NamedTuple):
    """Words on stains that gave no statement: `markers` named there, `words` not understood."""

    text: str
    start: int
    end: int
    why: Why
    markers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Reading(NamedTuple):
    """All that was found in a report, in its order."""

    stains: tuple[Stain, ...]
    unread: tuple[Unread, ...]
