"""Second-line radiology in general, and the phases of the abdominal CT (24.3.2.2, 24.3.2.2.1)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ariane.facts.disease_extent import HYPERVASCULAR_LESIONS, SUSPECTED_ORIGINS
from ariane.facts.exams import Exam
from ariane.facts.pathology import HISTOLOGY_AVAILABLE
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.logic.expression import ALWAYS

Phase = Literal["unenhanced", "arterial", "late_arterial", "portal", "late_venous"]


class CtPhase(NamedTuple):
    """One acquisition, in seconds after injection; no seconds where the chapter prints none."""

    phase: Phase
    from_s: int | None = None
    to_s: int | None = None


class CtProtocol(NamedTuple):
    """The acquisitions that the chapter names, in their order.

    `complete` tells whether it names the whole examination or only what to change in it.
    """

    phases: tuple[CtPhase, ...]
    complete: bool


PANCREATIC_OR_NEUROENDOCRINE_CT = CtProtocol(
    phases=(
        CtPhase("unenhanced"),
        CtPhase("late_arterial", from_s=40, to_s=50),
        CtPhase("portal", from_s=65, to_s=70),
    ),
    complete=True,
)
HEPATOCELLULAR_CT = CtProtocol(
    phases=(CtPhase("arterial", from_s=30, to_s=35), CtPhase("late_venous")),
    complete=False,
)


STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.3.2.2-W1",
        section="24.3.2.2",
        lines=((154, 157),),
        strength=Strength.MUST_NOT,
        grade=Grade.EXPERT_OPINION,
        action=Action.WARNING,
        when=~HISTOLOGY_AVAILABLE,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A47",),
    ),
    Statement(
        id="S24.3.2.2-A1",
        section="24.3.2.2",
        lines=((158, 161),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.INFORMATION,
        when=ALWAYS,
    ),
    Statement(
        id="S24.3.2.2.1-K1",
        section="24.3.2.2.1",
        lines=((162, 165),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=HYPERVASCULAR_LESIONS,
    ),
    Statement(
        id="S24.3.2.2.1-P1",
        section="24.3.2.2.1",
        lines=((166, 170),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=SUSPECTED_ORIGINS.contains("pancreatic")
        | SUSPECTED_ORIGINS.contains("digestive_neuroendocrine"),
        exams=(Exam.CT_TRIPHASIC,),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="ct-triphasic",
        citations=(
            "Neuzillet2018",
            "deMestier2020",
        ),
        ambiguities=(
            "A48",
            "A23",
        ),
        data=PANCREATIC_OR_NEUROENDOCRINE_CT,
    ),
    Statement(
        id="S24.3.2.2.1-P2",
        section="24.3.2.2.1",
        lines=((171, 174),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=SUSPECTED_ORIGINS.contains("hcc"),
        exams=(Exam.CT_TRIPHASIC,),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="ct-hepatocellular",
        citations=("EASL2018",),
        ambiguities=(
            "A48",
            "A67",
        ),
        data=HEPATOCELLULAR_CT,
    ),
)
