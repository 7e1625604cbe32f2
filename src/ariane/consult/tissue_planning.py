"""From a consultation to the plan for its tumour sample."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ariane.consult.asking import MESOTHELIOMA_READ
from ariane.consult.consultation import Assessed, Consultation
from ariane.consult.digest import place_of
from ariane.consult.importance import Place
from ariane.consult.plan import State
from ariane.consult.progress import done, progress
from ariane.consult.stains import Exclusion, StainReading, read_stains
from ariane.consult.tasks import WORK, Task
from ariane.consult.tissue_plan import (
    INDICATIONS,
    KEPT_IN,
    SAMPLE,
    SPARING,
    WANTED,
    Standing,
    Supply,
    TissuePlan,
    TissueUse,
    TissueWarning,
    Use,
    Warned,
)
from ariane.facts.pathology import HISTOLOGY_AVAILABLE
from ariane.facts.stains import (
    IHC_B72_3,
    IHC_BEREP4,
    IHC_CALRETININ,
    IHC_CK5_6,
    IHC_CK7,
    IHC_CK20,
    IHC_PAN_CK,
)
from ariane.facts.tissue import (
    CRYO_MATERIAL,
    CTDNA_SAMPLE,
    FFPE_MATERIAL,
    TUMOUR_MATERIAL_SUFFICIENT,
)
from ariane.logic.evaluate import evaluate
from ariane.logic.truth import Truth

MESOTHELIOMA = "S24.3.7.3-D2"
FIRM = frozenset({Place.DO, Place.AVOID})


def tissue_plan(consultation: Consultation) -> TissuePlan:
    """Return what is asked of the tissue, in order, and what to ask and to beware of."""
    return _TissuePlanner(consultation).plan()


class _TissuePlanner:
    def __init__(self, consultation: Consultation) -> None:
        self._consultation = consultation
        self._case = consultation.case
        self._known: dict[str, Any] = dict(consultation.case.known)
        self._reading: StainReading = read_stains(consultation.case)

    def plan(self) -> TissuePlan:
        """Return the whole plan."""
        with_plasma = self._lacking() or CTDNA_SAMPLE.name in self._known
        sample = (*SAMPLE, CTDNA_SAMPLE) if with_plasma else SAMPLE
        uses = tuple(use for name in Use for use in self._use(name))
        sampled = self._known.get(HISTOLOGY_AVAILABLE.name) is not False
        return TissuePlan(
            tuple((fact.name, self._known.get(fact.name)) for fact in sample),
            tuple(fact.name for fact in sample if sampled and fact.name not in self._known),
            uses,
            tuple(self._warnings(uses)),
        )

    def _lacking(self) -> bool:
        """Tell whether there is too little tumour tissue, or none."""
        return self._is(TUMOUR_MATERIAL_SUFFICIENT.name, False) or self._no_tissue()

    def _no_tissue(self) -> bool:
        return self._is(FFPE_MATERIAL.name, False) and self._is(CRYO_MATERIAL.name, False)

    def _is(self, name: str, value: bool) -> bool:
        return self._known.get(name) is value

    def _use(self, use: Use) -> Iterator[TissueUse]:
        """Yield a use as it stands; nothing where the chapter does not ask for it here."""
        indicated = INDICATIONS[use]
        asking = [self._consultation[name] for name in indicated.statements]
        standing = self._standing(use, asking)
        if standing is None:
            return
        live = tuple(entry.id for entry in asking if entry.settled_truth is not Truth.FAILS)
        yield TissueUse(
            use,
            standing,
            live or indicated.statements,
            () if standing is Standing.DONE else self._markers(use),
            tuple(Supply(m, self._known.get(KEPT_IN[m].name)) for m in indicated.materials),
            use is Use.LINEAGE and standing is Standing.OPTION and self._lacking(),
        )

    def _standing(self, use: Use, asking: list[Assessed]) -> Standing | None:
        if self._is(HISTOLOGY_AVAILABLE.name, False) and use is not Use.CTDNA:
            return Standing.WAITING
        so_far = self._so_far(use)
        if so_far is not None:
            return so_far
        holding = [entry for entry in asking if entry.settled_truth is Truth.HOLDS]
        if holding:
            firm = use is not Use.LINEAGE and any(place_of(entry) in FIRM for entry in holding)
            return Standing.RECOMMENDED if firm else Standing.OPTION
        if any(entry.settled_truth is Truth.UNKNOWN for entry in asking):
            return Standing.WAITING
        return None

    def _so_far(self, use: Use) -> Standing | None:
        """Return how far a use has come by what is recorded; nothing where it is still to do."""
        task = INDICATIONS[use].task
        if task is not None:
            return self._ordered(task)
        if use is Use.EXCLUSION:
            families = self._reading.families
            return Standing.DONE if all(f.state is Exclusion.EXCLUDED for f in families) else None
        return Standing.DONE if self._reading.results and not self._markers(use) else None

    def _ordered(self, task: Task) -> Standing | None:
        if any(done(self._case, exam) for exam in WORK[task].exams):
            return Standing.DONE
        state = progress(self._case, task).state
        return None if state is State.TO_DO else Standing.UNDER_WAY

    def _markers(self, use: Use) -> tuple[str, ...]:
        """Return the stains that a use still lacks, in the order of reading."""
        if use is Use.EXCLUSION:
            families = [name for family in self._reading.families for name in family.missing]
            return self._unknown([IHC_PAN_CK.name, *families])
        if use is Use.KERATINS:
            return self._unknown([IHC_CK7.name, IHC_CK20.name])
        if use is Use.LINEAGE:
            separators = [separator.marker for separator in self._reading.separators]
            return self._unknown([*self._mesothelioma(), *separators])
        return ()

    def _mesothelioma(self) -> list[str]:
        """Return the markers of mesothelioma where the chapter wants them and they are not read."""
        wanted = self._consultation[MESOTHELIOMA].settled_truth is Truth.HOLDS
        if not wanted or evaluate(MESOTHELIOMA_READ, self._known) is True:
            return []
        return [fact.name for fact in (IHC_CALRETININ, IHC_CK5_6, IHC_BEREP4, IHC_B72_3)]

    def _unknown(self, names: list[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for name in names if name not in self._known))

    def _warnings(self, uses: tuple[TissueUse, ...]) -> Iterator[TissueWarning]:
        """Yield what may leave molecular work without tissue, the gravest first."""
        if self._is(HISTOLOGY_AVAILABLE.name, False):
            yield TissueWarning(Warned.FREEZE_AT_BIOPSY, ("S24.3.6-P1", "S24.3.6-P2"), "A17")
            return
        if self._no_tissue():
            yield TissueWarning(Warned.NO_TUMOUR_TISSUE, ("S24.3.8.4-O2",), "A20")
        wanted = {use.use for use in uses if use.standing in WANTED}
        molecular = wanted & {Use.DNA_PANEL, Use.RNA, Use.NATIONAL_PROFILE}
        sparing = tuple(
            name for name in SPARING if self._consultation[name].settled_truth is Truth.HOLDS
        )
        if molecular and self._is(TUMOUR_MATERIAL_SUFFICIENT.name, False):
            yield TissueWarning(Warned.INSUFFICIENT, sparing)
        if molecular and TUMOUR_MATERIAL_SUFFICIENT.name not in self._known:
            yield TissueWarning(Warned.SUFFICIENCY_UNKNOWN, sparing)
        if Use.NATIONAL_PROFILE in wanted and self._is(CRYO_MATERIAL.name, False):
            yield TissueWarning(Warned.NO_FROZEN, ("S24.3.8.3-A2", "S24.3.8.3-P1"), "A17")
