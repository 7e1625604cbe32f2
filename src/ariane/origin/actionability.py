"""What rests on the alterations of a case: statements of the guideline, labels of regulators.

A label is a fact about a medicine, not a recommendation: the guideline alone recommends here, and
only where a statement of it applies. Labels of the FDA and of the EMA stand apart.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from ariane.consult.consultation import Consultation
from ariane.facts.molecular import (
    BRAF_STATUS,
    BRCA1_STATUS,
    BRCA2_STATUS,
    DNA_PANEL_GENE_COUNT,
    FGFR_FUSION,
    HER2_AMPLIFIED,
    HRD_STATUS,
    IDH1_STATUS,
    KRAS_STATUS,
    MSI_STATUS,
    NRAS_STATUS,
    TMB_MUT_PER_MB,
)
from ariane.logic.structure import base_facts
from ariane.logic.truth import Truth

DATA = Path(__file__).parent / "indications.csv"
LABEL_TMB = 10
"""Mutations per Mb from which the FDA label of pembrolizumab counts a TMB as high."""
ALTERED: Mapping[str, tuple[str, ...]] = {
    MSI_STATUS.name: ("msi_h_dmmr",),
    KRAS_STATUS.name: ("mutated",),
    NRAS_STATUS.name: ("mutated",),
    BRAF_STATUS.name: ("mutated",),
    BRCA1_STATUS.name: ("mutated",),
    BRCA2_STATUS.name: ("mutated",),
    IDH1_STATUS.name: ("mutated",),
    HER2_AMPLIFIED.name: ("yes",),
    HRD_STATUS.name: ("hrd",),
    FGFR_FUSION.name: ("fgfr2", "other_fgfr"),
}
"""Results of a case that are alterations."""
LABELLED = {
    MSI_STATUS.name: ("msi_or_dmmr", ()),
    TMB_MUT_PER_MB.name: ("tmb_high", ("tmb-assay",)),
    BRAF_STATUS.name: ("braf_v600e", ("v600e-only",)),
    HER2_AMPLIFIED.name: ("her2_ihc3", ("her2-stain",)),
}
"""Facts that a tissue-agnostic label bears on, and what the label needs beyond the fact."""
NOT_IN_CASE = ("ntrk_fusion", "ret_fusion")
"""Alterations with labels that no fact of a case records."""


class Indication(NamedTuple):
    """One label: `date` and `address` are `None` where the source does not give them."""

    alteration: str
    medicine: str
    authority: str
    date: date | None
    address: str | None


class Touched(NamedTuple):
    """One alteration: the statements whose condition reads it, and the labels that exist."""

    fact: str
    value: Any
    statements: tuple[tuple[str, Truth], ...]
    indications: tuple[Indication, ...]
    cautions: tuple[str, ...]


def actionability(consultation: Consultation) -> tuple[Touched, ...]:
    """Return what rests on the alterations of a case, in the order of the vocabulary."""
    known = consultation.case.known
    return tuple(
        _touched(fact, known[fact], consultation)
        for fact in (*ALTERED, TMB_MUT_PER_MB.name)
        if fact in known and _is_altered(fact, known[fact])
    )


def indications() -> tuple[Indication, ...]:
    """Return every tissue-agnostic label, those of the EMA first."""
    with DATA.open(encoding="utf-8", newline="") as stream:
        rows = [
            Indication(
                row["alteration"],
                row["medicine"],
                row["authority"],
                date.fromisoformat(row["date"]) if row["date"] else None,
                row["address"] or None,
            )
            for row in csv.DictReader(stream)
        ]
    return tuple(sorted(rows, key=lambda one: one.authority))


def _is_altered(fact: str, value: Any) -> bool:
    """A TMB is listed whatever its value: whether it is high depends on who says so."""
    return fact == TMB_MUT_PER_MB.name or value in ALTERED[fact]


def _touched(fact: str, value: Any, consultation: Consultation) -> Touched:
    statements = tuple(
        (entry.id, entry.settled_truth)
        for entry in consultation
        if fact in {one.name for one in base_facts(entry.statement.when)}
    )
    label, needs = LABELLED.get(fact, ("", ()))
    high = fact != TMB_MUT_PER_MB.name or value >= LABEL_TMB
    found = tuple(one for one in indications() if high and one.alteration == label)
    return Touched(fact, value, statements, found, (*needs, *_assay(fact, consultation)))


def _assay(fact: str, consultation: Consultation) -> tuple[str, ...]:
    if fact not in (TMB_MUT_PER_MB.name, MSI_STATUS.name):
        return ()
    return (
        ("panel-size-unknown",) if DNA_PANEL_GENE_COUNT.name not in consultation.case.known else ()
    )
