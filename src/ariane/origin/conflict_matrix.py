"""Each kind of evidence for or against each candidate; nothing is averaged here."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from ariane.case.case import Case
from ariane.consult.stains import read_stains
from ariane.facts.disease_extent import SUSPECTED_ORIGINS
from ariane.facts.pathology import HISTOLOGY_TYPE
from ariane.guideline.tncd24.tumour_entities import ENTITIES
from ariane.origin.combine import Combined
from ariane.origin.ihc.priors import ruled_out
from ariane.origin.reliability import LEAST_SHARE
from ariane.origin.report import posterior_of

SUBSTANTIAL = math.log(10) / 2
"""A factor of 3.16: less is not worth more than a bare mention (Jeffreys 1961, appendix B)."""
HISTOLOGIES = {
    "hepatocellular_carcinoma": ("HCC",),
    "cholangiocarcinoma": ("BILIARY",),
    "mesothelioma": ("MESOTHELIOMA",),
    "germ_cell_tumour": ("GERM_CELL",),
    "lymphoma": ("LYMPHOMA",),
    "melanoma": ("MELANOMA",),
    "serous_papillary_carcinoma": ("OVARY",),
    "endometrial_adenocarcinoma": ("ENDOMETRIUM",),
    "nec_poorly_differentiated": ("HGNEC",),
    "net_well_differentiated": ("PANET", "GINET", "LUNGNET"),
}
"""What a histology says by its name."""
MARKERS = {
    "psa_elevated": ("PRAD",),
    "ca125_elevated": ("OVARY",),
}


class Stance(StrEnum):
    """How a kind of evidence stands to a candidate; `EXCUSED`: a loss that the text expects."""

    FOR = "for"
    AGAINST = "against"
    MIXED = "mixed"
    WEAK = "weak"
    EXCUSED = "excused"
    SILENT = "silent"


SIGNS: Mapping[Stance, str] = {
    Stance.FOR: "▲",
    Stance.AGAINST: "▼",
    Stance.MIXED: "◆",
    Stance.EXCUSED: "◇",
    Stance.WEAK: "~",
    Stance.SILENT: "·",
}
"""What says a stance without a colour."""


class Cell(NamedTuple):
    """One kind and one candidate; `log_odds` where a report says so."""

    kind: str
    candidate: str
    stance: Stance
    log_odds: float | None = None


class Matrix(NamedTuple):
    """Cells by kind (rows), then candidate (columns); `contested` are candidates with both."""

    kinds: tuple[str, ...]
    candidates: tuple[str, ...]
    cells: tuple[Cell, ...]

    @property
    def contested(self) -> tuple[str, ...]:
        """Candidates that one kind speaks for and another against."""
        return tuple(
            code
            for code in self.candidates
            if {Stance.FOR, Stance.AGAINST}
            <= {cell.stance for cell in self.cells if cell.candidate == code}
        )


def conflict_matrix(combined: Combined, case: Case | None) -> Matrix:
    """Return the matrix over the combined set, and the first origin of every report."""
    firsts = [max(odds, key=lambda c: odds[c]) for odds in combined.added.values() if odds]
    candidates = tuple(dict.fromkeys((*combined.report.set90, *firsts)))
    rows = dict(_from_case(case, candidates)) if case else {}
    cells = [
        Cell(kind, code, row.get(code, Stance.SILENT))
        for kind, row in rows.items()
        for code in candidates
    ]
    for kind, added in combined.added.items():
        odds = weight_of_evidence(added, combined.prior)
        cells += [Cell(kind, code, _stance(odds.get(code)), odds.get(code)) for code in candidates]
    return Matrix((*rows, *combined.added), candidates, tuple(cells))


def weight_of_evidence(added: Mapping[str, float], prior: Mapping[str, float]) -> dict[str, float]:
    """Return how far one source alone moves the log-odds of each origin that it knows.

    Posterior log-odds less prior log-odds (Good 1985), each bounded away from certainty.
    """
    known = [code for code in added if prior.get(code, 0) > 0]
    before = posterior_of(known, [prior[code] for code in known]) if known else {}
    shares = [before[code] * math.exp(added[code]) for code in known]
    after = posterior_of(known, shares) if known else {}
    return {code: _logit(after[code]) - _logit(before[code]) for code in known}


def _logit(share: float) -> float:
    bounded = min(max(share, LEAST_SHARE), 1 - LEAST_SHARE)
    return math.log(bounded / (1 - bounded))


def _stance(odds: float | None) -> Stance:
    if odds is None:
        return Stance.SILENT
    if abs(odds) < SUBSTANTIAL:
        return Stance.WEAK
    return Stance.FOR if odds > 0 else Stance.AGAINST


def _from_case(
    case: Case, candidates: tuple[str, ...]
) -> Iterator[tuple[str, Mapping[str, Stance]]]:
    known = case.known
    yield "morphology", _morphology(known)
    yield "tables", _tables(case, candidates)
    yield "clinic-imaging", dict.fromkeys(_suspected(known), Stance.FOR)
    raised = {c for fact, codes in MARKERS.items() if known.get(fact) is True for c in codes}
    yield "markers", dict.fromkeys(raised, Stance.FOR)


def _morphology(known: Mapping[str, Any]) -> dict[str, Stance]:
    named = HISTOLOGIES.get(str(known.get(HISTOLOGY_TYPE.name)), ())
    return {
        **dict.fromkeys(ruled_out(known), Stance.AGAINST),
        **dict.fromkeys(named, Stance.FOR),
    }


def _suspected(known: Mapping[str, Any]) -> set[str]:
    suspected = set(known.get(SUSPECTED_ORIGINS.name) or ())
    return {
        code
        for entity in ENTITIES.values()
        if len(entity.suspected_as) == 1 and entity.suspected_as[0] in suspected
        for code in entity.codes
    }


def _tables(case: Case, candidates: tuple[str, ...]) -> dict[str, Stance]:
    """Return what the tables of 24.3.7 say; a loss that mismatch repair explains is excused."""
    reading = read_stains(case)
    excused: set[str] = {code for tumour, _ in reading.losses for code in ENTITIES[tumour].codes}
    found: dict[str, Stance] = {}
    for code in candidates:
        mine = [c for c in reading.candidates if code in ENTITIES[c.tumour].codes]
        pro, contra = any(c.supported_by for c in mine), any(c.opposed_by for c in mine)
        if contra and code in excused:
            found[code] = Stance.EXCUSED
        elif pro or contra:
            found[code] = Stance.MIXED if pro and contra else Stance.FOR if pro else Stance.AGAINST
    return found
