"""Pathology of peritoneal carcinomatosis and of liver tumours (24.3.7.3 and 24.3.7.4)."""

from __future__ import annotations

from typing import NamedTuple

from ariane.facts.disease_extent import LIVER_METASTASES, PERITONEAL_METASTASES, SUSPECTED_ORIGINS
from ariane.facts.molecular import FGFR_FUSION, IDH1_STATUS
from ariane.facts.pathology import EPITHELIAL_LOOKING, LIVER_MORPHOLOGY_GROUP
from ariane.facts.person import UNDERLYING_LIVER_DISEASE
from ariane.facts.stains import IHC_B72_3, IHC_BEREP4, IHC_CALRETININ, IHC_CK5_6
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.conditions import CUP
from ariane.guideline.tncd24.differentials import (
    LIVER_EPITHELIAL_ASPECT,
    LIVER_OBVIOUS_ADENOCARCINOMA,
    LIVER_OBVIOUS_NON_ADENOCARCINOMA,
    PERITONEAL_CARCINOMATOSIS,
    PERITONEAL_MESOTHELIOMA,
)
from ariane.guideline.tncd24.stain_tables import MESOTHELIOMA_PANEL
from ariane.guideline.tncd24.tumour_entities import TumourSlug
from ariane.logic.expression import ALWAYS


class ChapterLink(NamedTuple):
    """Another chapter of the thesaurus, by number; no version is printed here."""

    chapter: int


class FactResult(NamedTuple):
    """A result, by the name of its fact."""

    fact: str
    result: str


class Reclassification(NamedTuple):
    """Alterations that made some CUP be named as one entity; printed as examples.

    `targetable` is printed of all of them; no drug is named with them.
    """

    entity: TumourSlug
    alterations: tuple[FactResult, ...]
    targetable: bool


INTRAHEPATIC_CHOLANGIOCARCINOMA = Reclassification(
    "intrahepatic_cholangiocarcinoma",
    (FactResult(FGFR_FUSION.name, "fgfr2"), FactResult(IDH1_STATUS.name, "mutated")),
    targetable=True,
)


STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.3.7.3-D1",
        section="24.3.7.3",
        lines=((523, 528),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.DIAGNOSIS,
        when=PERITONEAL_METASTASES,
        on_unknown=OnUnknown.LIST_MISSING,
        data=PERITONEAL_CARCINOMATOSIS,
    ),
    Statement(
        id="S24.3.7.3-W1",
        section="24.3.7.3",
        lines=((529, 529),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.WARNING,
        when=PERITONEAL_METASTASES,
        on_unknown=OnUnknown.LIST_MISSING,
        printed="il ne faut pas méconnaître",
        subject="mesothelioma-markers",
        ambiguities=("A57",),
        data=PERITONEAL_MESOTHELIOMA,
    ),
    Statement(
        id="S24.3.7.3-D2",
        section="24.3.7.3",
        lines=((529, 531),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=PERITONEAL_METASTASES,
        on_unknown=OnUnknown.LIST_MISSING,
        printed="préconisé",
        subject="mesothelioma-markers",
        ambiguities=("A30",),
        data=MESOTHELIOMA_PANEL,
    ),
    Statement(
        id="S24.3.7.3-I1",
        section="24.3.7.3",
        lines=((529, 531),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=(IHC_CALRETININ.is_("pos") | IHC_CK5_6.is_("pos"))
        & IHC_BEREP4.is_("neg")
        & IHC_B72_3.is_("neg"),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A30",),
    ),
    Statement(
        id="S24.3.7.3-L1",
        section="24.3.7.3",
        lines=((531, 531),),
        strength=Strength.STATEMENT,
        action=Action.LINK,
        when=ALWAYS,
        data=ChapterLink(15),
    ),
    Statement(
        id="S24.3.7.4-D1",
        section="24.3.7.4",
        lines=((532, 534),),
        strength=Strength.STATEMENT,
        action=Action.DIAGNOSIS,
        when=LIVER_METASTASES & EPITHELIAL_LOOKING,
        on_unknown=OnUnknown.LIST_MISSING,
        data=LIVER_EPITHELIAL_ASPECT,
    ),
    Statement(
        id="S24.3.7.4-I1",
        section="24.3.7.4",
        lines=((535, 537),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=LIVER_MORPHOLOGY_GROUP.is_("obvious_adenocarcinoma"),
        on_unknown=OnUnknown.LIST_MISSING,
        data=LIVER_OBVIOUS_ADENOCARCINOMA,
    ),
    Statement(
        id="S24.3.7.4-I2",
        section="24.3.7.4",
        lines=((538, 541),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=LIVER_MORPHOLOGY_GROUP.is_("obvious_non_adenocarcinoma"),
        on_unknown=OnUnknown.LIST_MISSING,
        citations=("Choi2017Ramachandran",),
        data=LIVER_OBVIOUS_NON_ADENOCARCINOMA,
    ),
    Statement(
        id="S24.3.7.4-D2",
        section="24.3.7.4",
        lines=((542, 543),),
        strength=Strength.STATEMENT,
        action=Action.EXAM,
        when=LIVER_METASTASES,
    ),
    Statement(
        id="S24.3.7.4-C1",
        section="24.3.7.4",
        lines=((543, 546),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.PROCEDURE,
        when=LIVER_METASTASES
        & (
            SUSPECTED_ORIGINS.contains("hcc")
            | SUSPECTED_ORIGINS.contains("biliary")
            | UNDERLYING_LIVER_DISEASE
        ),
        on_unknown=OnUnknown.ASK,
        printed="doit se faire ... avec",
        ambiguities=("A74",),
    ),
    Statement(
        id="S24.3.7.4-I3",
        section="24.3.7.4",
        lines=((547, 549),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=LIVER_METASTASES & (FGFR_FUSION.is_("fgfr2") | IDH1_STATUS.is_("mutated")),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=(
            "A37",
            "A59",
        ),
        data=INTRAHEPATIC_CHOLANGIOCARCINOMA,
    ),
    Statement(
        id="S24.3.7.4-W1",
        section="24.3.7.4",
        lines=((549, 551),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.WARNING,
        when=LIVER_METASTASES & CUP,
        on_unknown=OnUnknown.LIST_MISSING,
        printed="essentielle",
    ),
)
