"""One reading of a stain panel: what it supports, what it speaks against, what would separate.

Computed from the tables of 24.3.7. The order is the chapter's: first lymphoma, melanoma and sarcoma
are to be ruled out, then CK7 and CK20 give a profile, then lineage markers narrow it. That a tumour
stands in no row for a result is no argument against it; only an expected result that fails to come,
or the absence of a marker printed as sensitive, is one. Nothing here adds up to a probability.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from ariane.case.case import Case
from ariane.facts.molecular import MSI_STATUS
from ariane.facts.pathology import HISTOLOGY_TYPE
from ariane.facts.stains import IHC_CK7, IHC_CK20
from ariane.facts.vocabulary import BY_DOMAIN
from ariane.guideline.tncd24.stain_evidence import Extent, KeratinProfile, ProfileColumn
from ariane.guideline.tncd24.stain_tables import (
    CONFIRMING_PANELS,
    EXPECTED_LOSSES,
    FIRST_PANEL,
    LINEAGE_MARKERS,
    TABLE_1,
)
from ariane.guideline.tncd24.tumour_entities import TumourSlug, wider


class Exclusion(StrEnum):
    """How far a family of tumours that is no carcinoma has been ruled out."""

    EXCLUDED = "excluded"
    SUGGESTED = "suggested"
    OPEN = "open"


class Family(NamedTuple):
    """Lymphoma, melanoma or sarcoma: its state, and the stains of its panel that are missing."""

    tumour: TumourSlug
    state: Exclusion
    missing: tuple[str, ...]


class Evidence(NamedTuple):
    """One result for or against a tumour, and the statement that says so.

    `inferred` where only the order of the flattened table gives the column.
    """

    marker: str
    result: str
    supports: bool
    extent: Extent
    statement: str
    inferred: bool


class Candidate(NamedTuple):
    """A tumour that the panel points to, with all that speaks for and against it."""

    tumour: TumourSlug
    evidence: tuple[Evidence, ...]

    @property
    def supported_by(self) -> int:
        """How many results speak for it."""
        return sum(1 for entry in self.evidence if entry.supports)

    @property
    def opposed_by(self) -> int:
        """How many results speak against it."""
        return len(self.evidence) - self.supported_by


class Separator(NamedTuple):
    """A stain not done yet, and the candidates that a positive result would support."""

    marker: str
    supports: tuple[TumourSlug, ...]
    statement: str


class StainReading(NamedTuple):
    """The reading of one panel. `results` are the stains that have one, in vocabulary order."""

    results: tuple[tuple[str, str], ...]
    families: tuple[Family, ...]
    profile: KeratinProfile | None
    table_applies: bool | None
    candidates: tuple[Candidate, ...]
    losses: tuple[tuple[TumourSlug, str], ...]
    separators: tuple[Separator, ...]


def read_stains(case: Case) -> StainReading:
    """Return the reading of the stains of a case."""
    known = case.known
    results = tuple(
        (fact.name, known[fact.name]) for fact in BY_DOMAIN["stains"] if fact.name in known
    )
    column = _column(known)
    candidates = _candidates(known, column)
    return StainReading(
        results,
        tuple(_families(known)),
        column.profile if column else None,
        _table_applies(known),
        candidates,
        tuple(_losses(known)),
        _separators(known, candidates),
    )


def _families(known: Mapping[str, Any]) -> Iterator[Family]:
    for panel in FIRST_PANEL:
        if panel.excluded_by is None:
            continue
        stains = {marker for choice in panel.choices for marker in choice}
        missing = tuple(
            fact.name
            for fact in BY_DOMAIN["stains"]
            if fact.name in stains and fact.name not in known
        )
        if known.get(panel.excluded_by) is True:
            yield Family(panel.tumour, Exclusion.EXCLUDED, ())
        elif any(known.get(marker) == "pos" for marker in stains):
            yield Family(panel.tumour, Exclusion.SUGGESTED, missing)
        else:
            yield Family(panel.tumour, Exclusion.OPEN, missing)


def _table_applies(known: Mapping[str, Any]) -> bool | None:
    histology = known.get(HISTOLOGY_TYPE.name)
    return None if histology is None else histology in TABLE_1.histologies


def _column(known: Mapping[str, Any]) -> ProfileColumn | None:
    """Return the column of Table 1 that CK7 and CK20 choose; a reduced stain chooses none."""
    if _table_applies(known) is not True:
        return None
    ck7, ck20 = known.get(IHC_CK7.name), known.get(IHC_CK20.name)
    return next(
        (c for c in TABLE_1.columns if (c.profile.ck7, c.profile.ck20) == (ck7, ck20)), None
    )


def _candidates(known: Mapping[str, Any], column: ProfileColumn | None) -> tuple[Candidate, ...]:
    found: dict[TumourSlug, list[Evidence]] = {}
    for tumour, evidence in (*_from_table(column), *_from_markers(known), *_from_panels(known)):
        found.setdefault(tumour, []).append(evidence)
    merged = {tumour: (*own, *_from_wider(tumour, found)) for tumour, own in found.items()}
    candidates = [
        Candidate(tumour, evidence)
        for tumour, evidence in merged.items()
        if any(entry.supports for entry in evidence)
    ]
    return tuple(sorted(candidates, key=lambda c: (c.opposed_by - c.supported_by, c.opposed_by)))


def _from_wider(
    tumour: TumourSlug, found: Mapping[TumourSlug, list[Evidence]]
) -> tuple[Evidence, ...]:
    """Return what speaks for or against the wider entities that a tumour belongs to."""
    return tuple(
        evidence
        for parent in sorted(wider(tumour) - {tumour})
        for evidence in found.get(parent, ())
    )


def _from_table(column: ProfileColumn | None) -> Iterator[tuple[TumourSlug, Evidence]]:
    if column is None:
        return
    result = f"CK7 {column.profile.ck7}, CK20 {column.profile.ck20}"
    for entry in column.entries:
        yield (
            entry.entity,
            Evidence(
                IHC_CK7.name, result, True, "as_printed", column.printed.statement, entry.inferred
            ),
        )


def _from_markers(known: Mapping[str, Any]) -> Iterator[tuple[TumourSlug, Evidence]]:
    for row in LINEAGE_MARKERS:
        result = known.get(row.marker)
        meets = all(known.get(needed.marker) == needed.result for needed in row.requires)
        against = result == "neg" and "sensitive" in row.traits
        if (result == row.result and meets) or against:
            for marked in row.tumours:
                statement = row.printed.statement
                yield (
                    marked.entity,
                    Evidence(row.marker, str(result), not against, marked.extent, statement, False),
                )


def _from_panels(known: Mapping[str, Any]) -> Iterator[tuple[TumourSlug, Evidence]]:
    for panel in CONFIRMING_PANELS:
        for stain in panel.stains:
            result = known.get(stain.marker)
            if result is None or stain.expected is None or result == "reduced":
                continue
            yield (
                panel.tumour,
                Evidence(
                    stain.marker,
                    str(result),
                    result == stain.expected,
                    panel.extent,
                    panel.printed.statement,
                    panel.reading_inferred,
                ),
            )


def _losses(known: Mapping[str, Any]) -> Iterator[tuple[TumourSlug, str]]:
    """Yield tumours that a lost stain does not speak against, with the statement (dMMR/MSI)."""
    if known.get(MSI_STATUS.name) != "msi_h_dmmr":
        return
    for loss in EXPECTED_LOSSES:
        lost = any(known.get(marker) in ("neg", "reduced") for marker in loss.markers)
        if lost and "dmmr_msi" in loss.contexts:
            yield loss.tumour, loss.printed.statement


def _separators(
    known: Mapping[str, Any], candidates: tuple[Candidate, ...]
) -> tuple[Separator, ...]:
    """Return the stains not done that only some candidates would show, best split first."""
    tumours = [candidate.tumour for candidate in candidates]
    found: dict[str, tuple[set[TumourSlug], str]] = {}
    for row in LINEAGE_MARKERS:
        if row.marker in known:
            continue
        shown = {
            marked.entity
            for marked in row.tumours
            if not marked.whatever_origin and marked.extent != "some"
        }
        hit = {tumour for tumour in tumours if _related(tumour, shown)}
        found.setdefault(row.marker, (set(), row.printed.statement))[0].update(hit)
    ranked = [
        Separator(marker, tuple(t for t in tumours if t in hit), statement)
        for marker, (hit, statement) in found.items()
        if 0 < len(hit) < len(tumours)
    ]
    return tuple(
        sorted(ranked, key=lambda s: -min(len(s.supports), len(tumours) - len(s.supports)))
    )


def _related(tumour: TumourSlug, shown: set[TumourSlug]) -> bool:
    return not wider(tumour).isdisjoint(shown) or any(tumour in wider(other) for other in shown)
