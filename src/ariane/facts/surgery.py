"""Peritoneal exploration and its report."""

from __future__ import annotations

from typing import Literal, get_args

from ariane.facts.source import Source
from ariane.logic.fact import BoolFact, DecimalFact, EnumFact, IntFact, ScoresFact, SetFact

LAPAROSCOPY_PLANNED = BoolFact("laparoscopy_planned", source=Source.SURGEON)
LAPAROSCOPY_PERFORMED = BoolFact("laparoscopy_performed", source=Source.OPERATIVE_REPORT)
PERITONEAL_EXPLORATION_PERFORMED = BoolFact(
    "peritoneal_exploration_performed", source=Source.OPERATIVE_REPORT
)
TrocarSite = Literal["midline", "flank", "other"]
TROCAR_SITES = SetFact[TrocarSite](
    "trocar_sites", source=Source.OPERATIVE_REPORT, allowed=get_args(TrocarSite)
)
SUSPICIOUS_BIOPSY_COUNT = IntFact(
    "suspicious_biopsy_count", source=Source.OPERATIVE_REPORT, unit="biopsies"
)
NORMAL_PARIETAL_BIOPSY_DONE = BoolFact(
    "normal_parietal_biopsy_done", source=Source.OPERATIVE_REPORT
)
OMENTAL_BIOPSY_DONE = BoolFact("omental_biopsy_done", source=Source.OPERATIVE_REPORT)
OMENTAL_HAEMOSTASIS_CHECKED = BoolFact(
    "omental_haemostasis_checked", source=Source.OPERATIVE_REPORT
)
RETROPERITONEUM_OPENED = BoolFact("retroperitoneum_opened", source=Source.OPERATIVE_REPORT)
SMALL_BOWEL_WALL_BIOPSIED = BoolFact("small_bowel_wall_biopsied", source=Source.OPERATIVE_REPORT)
DIAPHRAGM_MUSCLE_BIOPSIED = BoolFact("diaphragm_muscle_biopsied", source=Source.OPERATIVE_REPORT)
APPENDIX_VISUALISED = BoolFact("appendix_visualised", source=Source.OPERATIVE_REPORT)
SMALL_BOWEL_RUN = BoolFact("small_bowel_run", source=Source.OPERATIVE_REPORT)
OVARIES_VISUALISED = BoolFact("ovaries_visualised", source=Source.OPERATIVE_REPORT)
OVARIES_NORMAL = BoolFact("ovaries_normal", source=Source.OPERATIVE_REPORT)
ASCITES_PRESENT = BoolFact("ascites_present", source=Source.OPERATIVE_REPORT)
ASCITES_SAMPLED = BoolFact("ascites_sampled", source=Source.OPERATIVE_REPORT)
MESENTERY_FROZEN = BoolFact("mesentery_frozen", source=Source.OPERATIVE_REPORT)
OP_PHOTOS_OR_VIDEO = BoolFact("op_photos_or_video", source=Source.OPERATIVE_REPORT)
OP_QUADRANT_DESCRIPTION = BoolFact("op_quadrant_description", source=Source.OPERATIVE_REPORT)
OP_BIOPSY_PROOF = BoolFact("op_biopsy_proof", source=Source.OPERATIVE_REPORT)
OP_ASCITES_STATED = BoolFact("op_ascites_stated", source=Source.OPERATIVE_REPORT)
OP_SMALL_BOWEL_STATED = BoolFact("op_small_bowel_stated", source=Source.OPERATIVE_REPORT)
OP_RIGHT_DOME_STATED = BoolFact("op_right_dome_stated", source=Source.OPERATIVE_REPORT)
RESECTABILITY_STATED = BoolFact("resectability_stated", source=Source.OPERATIVE_REPORT)
AppendixStatus = Literal["normal", "tumour", "absent", "not_seen"]
APPENDIX_STATUS = EnumFact[AppendixStatus](
    "appendix_status",
    source=Source.OPERATIVE_REPORT,
    allowed=get_args(AppendixStatus),
    no_result=("not_seen",),
)
AscitesAspect = Literal["clear", "haemorrhagic", "mucinous", "chylous", "other"]
ASCITES_ASPECT = EnumFact[AscitesAspect](
    "ascites_aspect", source=Source.OPERATIVE_REPORT, allowed=get_args(AscitesAspect)
)
ASCITES_VOLUME_ML = DecimalFact("ascites_volume_ml", source=Source.OPERATIVE_REPORT, unit="mL")
PCI_REGION_SCORES = ScoresFact(
    "pci_region_scores", source=Source.OPERATIVE_REPORT, length=13, allowed=(0, 1, 2, 3)
)
IntraoperativePrimary = Literal["none", "appendix", "small_bowel", "ovary", "other"]
INTRAOPERATIVE_PRIMARY = EnumFact[IntraoperativePrimary](
    "intraoperative_primary",
    source=Source.OPERATIVE_REPORT,
    allowed=get_args(IntraoperativePrimary),
)
PERITONEAL_HISTOLOGY_FAVOURABLE = BoolFact(
    "peritoneal_histology_favourable", source=Source.RENAPE_BOARD
)
