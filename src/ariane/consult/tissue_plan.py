"""What is asked of the tumour sample, in the order that spares it, against what there is of it.

The order is the chapter's: a restricted first panel that rules out lymphoma, melanoma and sarcoma,
then CK7 and CK20, then the lineage markers that would separate what is left (24.3.7.2); the DNA
panel, RNA, the national profile, and circulating DNA where tissue is lacking (24.3.8). The chapter
prints no quantity of tissue, and none is made up here: what is not known of the sample is asked.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ariane.consult.tasks import Task
from ariane.facts.tissue import (
    CRYO_MATERIAL,
    CTDNA_SAMPLE,
    FFPE_MATERIAL,
    TUMOUR_MATERIAL_SUFFICIENT,
)
from ariane.guideline.tncd24.molecular_indications import (
    DNA_PANEL_ON_CTDNA,
    DNA_PANEL_ON_TUMOUR,
    NATIONAL_PROFILE_OF_THE_BOX,
    RNA_SEQUENCING,
    Material,
)
from ariane.logic.fact import BoolFact


class Use(StrEnum):
    """What tissue is used for, in the order that spares it."""

    EXCLUSION = "exclusion"
    KERATINS = "keratins"
    LINEAGE = "lineage"
    DNA_PANEL = "dna-panel"
    RNA = "rna"
    NATIONAL_PROFILE = "national-profile"
    CTDNA = "ctdna"


class Standing(StrEnum):
    """How a use stands for this patient; `WAITING` for a fact, or for the sample itself."""

    DONE = "done"
    UNDER_WAY = "under-way"
    RECOMMENDED = "recommended"
    OPTION = "option"
    WAITING = "waiting"


class Warned(StrEnum):
    """Why tissue may run out or not serve."""

    INSUFFICIENT = "insufficient"
    NO_TUMOUR_TISSUE = "no-tumour-tissue"
    SUFFICIENCY_UNKNOWN = "sufficiency-unknown"
    NO_FROZEN = "no-frozen"
    FREEZE_AT_BIOPSY = "freeze-at-biopsy"


class Supply(NamedTuple):
    """One material that a use accepts, and whether there is some (`None`: not known)."""

    material: Material
    available: bool | None


class TissueUse(NamedTuple):
    """One use of the tissue.

    `markers` are the stains still to be done; `statements` ask for it; `held` says that the little
    tissue left is to be kept for molecular work before this is done.
    """

    use: Use
    standing: Standing
    statements: tuple[str, ...]
    markers: tuple[str, ...]
    supplies: tuple[Supply, ...]
    held: bool


class TissueWarning(NamedTuple):
    """A warning, the statements behind it, and the ambiguity that it reads, if any."""

    warned: Warned
    statements: tuple[str, ...]
    reading: str | None = None


class TissuePlan(NamedTuple):
    """Uses in order, what there is, what to ask of the sample, and the warnings."""

    sample: tuple[tuple[str, bool | None], ...]
    ask: tuple[str, ...]
    uses: tuple[TissueUse, ...]
    warnings: tuple[TissueWarning, ...]

    @property
    def is_open(self) -> bool:
        """Whether something is wanted of the tissue and it is unknown or unsure to suffice."""
        wanted = any(use.standing in WANTED for use in self.uses)
        grave = any(entry.warned in GRAVE for entry in self.warnings)
        return wanted and (bool(self.ask) or grave)


class Indicated(NamedTuple):
    """The statements that ask for a use, what it is made from, and the task that orders it."""

    statements: tuple[str, ...]
    materials: tuple[Material, ...] = ()
    task: Task | None = None


WANTED = frozenset({Standing.UNDER_WAY, Standing.RECOMMENDED, Standing.OPTION})
GRAVE = frozenset({Warned.INSUFFICIENT, Warned.NO_TUMOUR_TISSUE})
INDICATIONS: dict[Use, Indicated] = {
    Use.EXCLUSION: Indicated(("S24.3.7.2-D1", "S24.3.7.2-W1", "S24.3.7.5-R2")),
    Use.KERATINS: Indicated(("S24.3.7.2-D2", "S24.3.7.5-O1")),
    Use.LINEAGE: Indicated(("S24.3.7.2-D3", "S24.3.7.3-D2")),
    Use.DNA_PANEL: Indicated(
        ("S24.3.8.1-D1", "S24.3.8.4-R1"), DNA_PANEL_ON_TUMOUR.materials, Task.DNA_PANEL
    ),
    Use.RNA: Indicated(("S24.3.8.2-D1", "S24.3.8.4-O3"), RNA_SEQUENCING.materials, Task.RNA),
    Use.NATIONAL_PROFILE: Indicated(
        ("S24.3.8.4-O1",), NATIONAL_PROFILE_OF_THE_BOX.materials, Task.NATIONAL_PROFILE
    ),
    Use.CTDNA: Indicated(("S24.3.8.4-O2",), DNA_PANEL_ON_CTDNA.materials, Task.CTDNA),
}
"""In the order of use."""
KEPT_IN: dict[Material, BoolFact] = {
    "paraffin_tumour": FFPE_MATERIAL,
    "frozen_tumour": CRYO_MATERIAL,
    "circulating_tumour_dna": CTDNA_SAMPLE,
}
SAMPLE = (FFPE_MATERIAL, CRYO_MATERIAL, TUMOUR_MATERIAL_SUFFICIENT)
SPARING = ("S24.3.6-C1", "S24.3.7.4-W1", "S24.3.8-W1")
"""Enough tissue, well managed; no exhaustion, so that molecular biology can be done."""
