"""MRI of the liver and pancreas (24.3.2.2.2) and of the peritoneum (24.3.2.2.3)."""

from __future__ import annotations

from typing import NamedTuple

from ariane.facts.disease_extent import (
    LIVER_METASTASES,
    LIVER_NODULES_MULTIPLE_DOUBTFUL,
    PERITONEAL_DISEASE_ISOLATED,
    PERITONEAL_METASTASES,
    PRIMARY_IDENTIFIED,
    SUSPECTED_ORIGINS,
)
from ariane.facts.exams import Exam
from ariane.facts.imaging import (
    MRI_BILIARY_DILATATION_MONILIFORM,
    MRI_CENTRE_LATE_ENHANCEMENT,
    MRI_CENTRE_SIGNAL,
    MRI_CENTRE_T2,
    MRI_LIVER_DONE,
)
from ariane.facts.pathology import HISTOLOGY_TYPE
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.logic.expression import ALWAYS


class MriProtocolLink(NamedTuple):
    """Where a protocol of preparation and acquisition is published; the address as printed."""

    publisher: str
    url: str


RENA_RAD_PROTOCOL = MriProtocolLink(
    publisher="RENA-RAD/RENAPE",
    url=(
        "https://www.renape-online.fr/wp-content/uploads/2020/11/protocole-irm-crinose-rena-rad.pdf"
    ),
)


STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.3.2.2.2-D1",
        section="24.3.2.2.2",
        lines=((175, 177),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=LIVER_NODULES_MULTIPLE_DOUBTFUL,
        fulfilled_when=MRI_LIVER_DONE,
        exams=(Exam.MRI_LIVER,),
        on_unknown=OnUnknown.ASK,
        printed="imagerie de référence",
        subject="mri-liver",
        ambiguities=("A23",),
    ),
    Statement(
        id="S24.3.2.2.2-K1",
        section="24.3.2.2.2",
        lines=((178, 178),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=MRI_LIVER_DONE,
    ),
    Statement(
        id="S24.3.2.2.2-P1",
        section="24.3.2.2.2",
        lines=((179, 181),),
        strength=Strength.STATEMENT,
        action=Action.EXAM,
        when=ALWAYS,
        citations=(
            "EASL2016",
            "Neri2016",
            "Zech2020",
        ),
        ambiguities=(
            "A49",
            "A67",
        ),
    ),
    Statement(
        id="S24.3.2.2.2-D2",
        section="24.3.2.2.2",
        lines=((182, 185),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=HISTOLOGY_TYPE.is_("adenocarcinoma") & LIVER_METASTASES & ~PRIMARY_IDENTIFIED,
        fulfilled_when=MRI_LIVER_DONE,
        exams=(Exam.MRI_LIVER,),
        on_unknown=OnUnknown.ASK,
        subject="mri-liver",
        ambiguities=(
            "A27",
            "A07",
        ),
    ),
    Statement(
        id="S24.3.2.2.2-I1",
        section="24.3.2.2.2",
        lines=((186, 190),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=MRI_CENTRE_SIGNAL.is_("fibrous")
        & MRI_CENTRE_T2.is_("hypo")
        & MRI_CENTRE_LATE_ENHANCEMENT,
        on_unknown=OnUnknown.LIST_MISSING,
        citations=(
            "Kim2021",
            "Kovac2022",
        ),
        ambiguities=("A03",),
    ),
    Statement(
        id="S24.3.2.2.2-I2",
        section="24.3.2.2.2",
        lines=((190, 191),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=MRI_CENTRE_T2.is_("hyper") & ~MRI_CENTRE_LATE_ENHANCEMENT,
        on_unknown=OnUnknown.LIST_MISSING,
        citations=(
            "Kim2021",
            "Kovac2022",
        ),
        ambiguities=("A03",),
    ),
    Statement(
        id="S24.3.2.2.2-I3",
        section="24.3.2.2.2",
        lines=((191, 194),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=MRI_BILIARY_DILATATION_MONILIFORM,
        on_unknown=OnUnknown.LIST_MISSING,
        citations=(
            "Kim2021",
            "Kovac2022",
        ),
    ),
    Statement(
        id="S24.3.2.2.2-P2",
        section="24.3.2.2.2",
        lines=((195, 196),),
        strength=Strength.STATEMENT,
        action=Action.EXAM,
        when=SUSPECTED_ORIGINS.contains("pancreatic"),
        on_unknown=OnUnknown.LIST_MISSING,
    ),
    Statement(
        id="S24.3.2.2.3-D1",
        section="24.3.2.2.3",
        lines=((197, 202),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=PERITONEAL_DISEASE_ISOLATED,
        exams=(Exam.MRI_ABDOMINOPELVIC,),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="mri-abdominopelvic",
        citations=("Villeneuve2017",),
        ambiguities=(
            "A07",
            "A22",
        ),
    ),
    Statement(
        id="S24.3.2.2.3-L1",
        section="24.3.2.2.3",
        lines=((201, 203),),
        strength=Strength.STATEMENT,
        action=Action.LINK,
        when=ALWAYS,
        ambiguities=("A63",),
        data=RENA_RAD_PROTOCOL,
    ),
    Statement(
        id="S24.3.2.2.3-K1",
        section="24.3.2.2.3",
        lines=((204, 205),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=PERITONEAL_METASTASES,
        citations=("Vandecaveye2024",),
    ),
)
