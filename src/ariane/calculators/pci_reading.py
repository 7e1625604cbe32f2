"""A peritoneal index with what it was read from; the readings of a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ariane.calculators.pci import PeritonealIndex
from ariane.case.case import Case
from ariane.case.pci_kind import PciKind
from ariane.facts.surgery import PCI_REGION_SCORES


@dataclass(frozen=True, slots=True)
class PciReading:
    """An index, how the peritoneum was looked at, when, and in which case (`None`: not stated)."""

    index: PeritonealIndex
    kind: PciKind | None = None
    scored_on: date | None = None
    case_id: str | None = None
    as_of: date | None = None


def readings(case: Case) -> tuple[PciReading, ...]:
    """Return the readings of a case, one a kind, in the order radiological, laparoscopic, open.

    Thirteen scores stated as a fact, without a kind, are a reading where there is no other.
    """
    kinds: Mapping[PciKind | None, Mapping[int, int]]
    kinds = {kind: case.pci[kind] for kind in PciKind if case.pci.get(kind)}
    stated = case.known.get(PCI_REGION_SCORES.name)
    if not kinds and stated is not None:
        kinds = {None: dict(enumerate(stated))}
    return tuple(
        PciReading(PeritonealIndex(scores), kind, None, case.id, case.as_of)
        for kind, scores in kinds.items()
    )
