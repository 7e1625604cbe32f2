"""An operative report as it was written, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ariane.calculators.operative_report.items import APPROACH, OWN, REGIONS_STATED, STATED_BY
from ariane.calculators.pci import REGIONS, PeritonealIndex
from ariane.case.inference import is_result
from ariane.case.pci_kind import PciKind
from ariane.facts.surgery import (
    APPENDIX_STATUS,
    APPENDIX_VISUALISED,
    LAPAROSCOPY_PERFORMED,
    OP_QUADRANT_DESCRIPTION,
    PCI_REGION_SCORES,
    PERITONEAL_EXPLORATION_PERFORMED,
)

FORM_SCHEMA = "ariane-operative-report-form/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class OperativeReport:
    """One report. `stated` holds what it says, by item; a name that is absent was not said.

    `regions` are the scores of the peritoneal index; `None`: said not to have been seen. A region
    that is absent was not said.
    """

    id: str
    operated_on: date | None = None
    stated: Mapping[str, Any] = field(default_factory=dict)
    regions: Mapping[int, int | None] = field(default_factory=dict)
    notes: str | None = None

    @property
    def index(self) -> PeritonealIndex:
        """The peritoneal index of the regions that were seen."""
        return PeritonealIndex({r: s for r, s in self.regions.items() if s is not None})

    @property
    def unsaid_regions(self) -> tuple[int, ...]:
        """The regions neither scored nor said not to have been seen."""
        return tuple(region for region in REGIONS if region not in self.regions)

    @property
    def kind(self) -> PciKind | None:
        """How the peritoneum was looked at, where the approach is said."""
        return {
            None: None,
            "laparoscopy": PciKind.LAPAROSCOPIC,
            "laparotomy": PciKind.OPEN,
            "converted": PciKind.OPEN,
        }[self.stated.get(APPROACH.name)]


def followed(report: OperativeReport) -> dict[str, Any]:
    """Return what a report implies beyond what it states, by fact name."""
    said = report.stated
    found: dict[str, Any] = {PERITONEAL_EXPLORATION_PERFORMED.name: True}
    if APPROACH.name in said:
        found[LAPAROSCOPY_PERFORMED.name] = said[APPROACH.name] != "laparotomy"
    if APPENDIX_STATUS.name in said and said[APPENDIX_STATUS.name] != "absent":
        found[APPENDIX_VISUALISED.name] = is_result(
            APPENDIX_STATUS.name, said[APPENDIX_STATUS.name]
        )
    if not report.unsaid_regions:
        found[REGIONS_STATED.name] = True
        found[OP_QUADRANT_DESCRIPTION.name] = True
    if report.index.total is not None:
        found[PCI_REGION_SCORES.name] = tuple(report.index.scores.values())
    for fact, findings in STATED_BY.items():
        if all(finding.name in said for finding in findings):
            found[fact.name] = True
    return found


def known(report: OperativeReport) -> dict[str, Any]:
    """Return all that a report says or implies, by fact name; contradictions are refused before."""
    return {**report.stated, **followed(report)}


def to_facts(report: OperativeReport) -> dict[str, Any]:
    """Return the facts of a case that a report settles, by name of the vocabulary."""
    own = {fact.name for fact in (*OWN, REGIONS_STATED)}
    return {name: value for name, value in known(report).items() if name not in own}


def to_pci(report: OperativeReport) -> dict[PciKind, dict[int, int]]:
    """Return the scores of a case, under their kind; nothing while the approach is not said."""
    kind, scores = report.kind, dict(report.index.scores)
    return {kind: scores} if kind is not None and scores else {}
