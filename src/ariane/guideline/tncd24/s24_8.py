"""The abbreviations that the algorithms are printed with (24.8)."""

from __future__ import annotations

from typing import NamedTuple

from ariane.guideline.statement import Action, Statement, Strength
from ariane.logic.expression import ALWAYS


class Abbreviation(NamedTuple):
    """Spellings as printed, what they stand for in this chapter, and what they never mean."""

    printed: tuple[str, ...]
    meaning: str
    never: str = ""


class Glossary(NamedTuple):
    """The abbreviations of the chapter and of its algorithms; meanings in English."""

    entries: tuple[Abbreviation, ...]


GLOSSARY = Glossary(
    (
        Abbreviation(("CAPI",), "cancer of unknown primary"),
        Abbreviation(("CT",), "chemotherapy", never="CT scan"),
        Abbreviation(("TDM",), "CT scan"),
        Abbreviation(("TAP",), "chest-abdomen-pelvis"),
        Abbreviation(("TEP-TDM", "TEP-TDP", "PET-TDM"), "PET/CT"),
        Abbreviation(("EOGD",), "upper GI endoscopy"),
        Abbreviation(("ACE",), "carcinoembryonic antigen"),
        Abbreviation(("CRO",), "operative report"),
        Abbreviation(("PCI",), "peritoneal cancer index"),
        Abbreviation(("CHIP",), "hyperthermic intraperitoneal chemotherapy"),
        Abbreviation(("KT",), "catheter"),
        Abbreviation(("ADK",), "adenocarcinoma"),
        Abbreviation(("K",), "carcinoma"),
        Abbreviation(("TNE",), "neuroendocrine tumour"),
        Abbreviation(("CHC",), "hepatocellular carcinoma"),
        Abbreviation(("CCRm",), "metastatic colorectal cancer"),
        Abbreviation(("TO",), "tissue of origin"),
        Abbreviation(("PG",), "genomic profile"),
        Abbreviation(("SSP",), "progression-free survival"),
        Abbreviation(("RCP",), "multidisciplinary tumour board"),
        Abbreviation(("RCPCR",), "rare-cancer tumour board"),
        Abbreviation(("PFMG 2025", "FMG 2025"), "French genomic medicine plan 2025"),
        Abbreviation(("PARPi",), "PARP inhibitor"),
        Abbreviation(("G5%",), "glucose 5 %"),
        Abbreviation(("J1",), "day 1"),
        Abbreviation(("WES",), "whole-exome sequencing"),
        Abbreviation(("WGS",), "whole-genome sequencing"),
    )
)

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.8-M1",
        section="24.8",
        lines=(
            (739, 789),
            (823, 823),
            (861, 861),
            (945, 1083),
        ),
        strength=Strength.STATEMENT,
        action=Action.DEFINITION,
        when=ALWAYS,
        ambiguities=("A84",),
        data=GLOSSARY,
    ),
)
