"""Ariane's own safeguards: what must stand beside a treatment that the chapter offers.

One passage offers a treatment, another sets what it needs or what speaks against it. Whether a
statement holds is not changed by it (an outside program counts on the condition as printed); the
safeguard is shown on top of the statement, as Ariane's own. Its words stand in `wording`, keyed by
id.
"""

from __future__ import annotations

from dataclasses import dataclass

from ariane.facts.board import (
    CUP_BOARD_VALIDATED,
    LOCAL_MOLECULAR_BOARD_VALIDATED,
    RENAPE_BOARD_VALIDATED,
)
from ariane.facts.disease_extent import (
    PERITONEAL_DISEASE_ISOLATED,
    PERITONEAL_RESECTABILITY,
)
from ariane.facts.molecular import MSI_STATUS
from ariane.facts.pathology import HISTOLOGY_TYPE
from ariane.facts.person import ECOG_PS, GENERAL_CONDITION, NUTRITIONAL_STATUS
from ariane.facts.thresholds import PS_SUPPORTIVE_CARE
from ariane.guideline.tncd24.ambiguities import Passage
from ariane.guideline.tncd24.conditions import WITHOUT_LOCAL_LIVER_WORK_UP
from ariane.logic.expression import ALWAYS, Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Safeguard:
    """A caution beside the statements that offer something, where they hold.

    It is shown where `when` is known to be true and `unless` is not: an unknown prerequisite is not
    met. `passages` are where the chapter sets it. Raises `ValueError` without statement or passage.
    """

    id: str
    beside: tuple[str, ...]
    when: Expression = ALWAYS
    unless: Expression = ~ALWAYS
    passages: tuple[Passage, ...]

    def __post_init__(self) -> None:
        if not self.beside or not self.passages:
            raise ValueError(f"{self.id} stands beside no statement, or cites no passage")


CYTOREDUCTION = (
    "S24.4.2.3-D2",
    "S24.4.4.1-D1",
    "S24.4.4.1-D2",
    "S24.4.4.1-D3",
    "S24.4.4.1-P1",
    "S24.5.2-O1",
    "S24.8.2-D6",
    "S24.8.3-D4",
)
SYSTEMIC_TREATMENT = (
    "S24.4.2.1-D1",
    "S24.4.2.1-D2",
    "S24.4.2.1-D3",
    "S24.4.2.2-D1",
    "S24.4.2.2-T1",
    "S24.4.2.3-D1",
    "S24.5.1-T1",
    "S24.7-P1",
    "S24.7-P2",
    "S24.7-P3",
    "S24.8.2-D2",
    "S24.8.2-D3",
    "S24.8.2-D7",
    "S24.8.3-D2",
    "S24.8.3-D3",
    "S24.8.3-D4",
    "S24.8.3-D5",
)
"""Statements that offer systemic treatment and say nothing of general condition."""

SAFEGUARDS: tuple[Safeguard, ...] = (
    Safeguard(
        id="neuroendocrine-carcinoma",
        beside=("S24.8.3-D5",),
        when=HISTOLOGY_TYPE.is_("nec_poorly_differentiated"),
        passages=(Passage("24.4.2.2", (704, 706)),),
    ),
    Safeguard(
        id="supportive-care",
        beside=SYSTEMIC_TREATMENT,
        when=ECOG_PS >= PS_SUPPORTIVE_CARE,
        passages=(Passage("24.5.1", (888, 888)),),
    ),
    Safeguard(
        id="performance-status",
        beside=SYSTEMIC_TREATMENT,
        unless=ECOG_PS.is_known(),
        passages=(Passage("24.4.1", (630, 631)),),
    ),
    Safeguard(
        id="local-liver-work-up",
        beside=("S24.4.4.2-D1", "S24.5.2-O2", "S24.8.3-D2"),
        when=WITHOUT_LOCAL_LIVER_WORK_UP,
        passages=(Passage("24.4.4.2", (872, 875)),),
    ),
    Safeguard(
        id="cytoreduction-conditions",
        beside=CYTOREDUCTION,
        unless=PERITONEAL_DISEASE_ISOLATED
        & PERITONEAL_RESECTABILITY.is_("resectable_confirmed")
        & GENERAL_CONDITION.is_("preserved")
        & NUTRITIONAL_STATUS.is_("preserved"),
        passages=(Passage("24.4.4.1", (841, 843)),),
    ),
    Safeguard(
        id="renape-validation",
        beside=CYTOREDUCTION,
        unless=RENAPE_BOARD_VALIDATED,
        passages=(Passage("24.5.2", (899, 900)),),
    ),
    Safeguard(
        id="anti-pd1-validation",
        beside=("S24.4.2.1-D3",),
        unless=CUP_BOARD_VALIDATED | LOCAL_MOLECULAR_BOARD_VALIDATED,
        passages=(Passage("24.5.1", (886, 887)),),
    ),
    Safeguard(
        id="microsatellite-status",
        beside=("S24.8.3-D3",),
        unless=MSI_STATUS.is_("mss_pmmr"),
        passages=(Passage("24.4.2.1", (697, 698)), Passage("24.8.3", (1031, 1037))),
    ),
)
"""The gravest first: in this order they stand on top of a statement."""
