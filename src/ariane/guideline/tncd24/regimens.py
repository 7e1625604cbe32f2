"""The three regimens whose doses the chapter prints (24.7), and what it leaves out.

Doses are per square metre of body surface, durations in minutes, volumes in millilitres. What
the chapter leaves to be understood carries `inferred`; nothing else is added to what it prints.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from ariane.facts.treatment import Regimen

Drug = Literal["cisplatin", "gemcitabine", "oxaliplatin"]
Fluid = Literal["physiological_saline", "glucose_5_percent"]
"""Saline is printed without a concentration, glucose as "G5%"."""
Electrolyte = Literal["potassium_chloride", "magnesium_sulphate"]
MissingRule = Literal[
    "choice_between_regimens",
    "body_surface_formula",
    "rounding",
    "dose_cap",
    "renal_threshold",
    "blood_count_threshold",
    "dose_reduction",
    "number_of_cycles",
]
MissingProtocol = Literal[
    "platinum_taxane",
    "carboplatin_paclitaxel",
    "platinum_etoposide",
    "FOLFOX",
    "FOLFIRI",
    "HIPEC",
]


class CycleDays(NamedTuple):
    """Days of the cycle, the first being day 1; `inferred` where the line names no day."""

    days: tuple[int, ...]
    inferred: bool


class Additive(NamedTuple):
    """An electrolyte in the bag, in millimoles."""

    electrolyte: Electrolyte
    amount_mmol: Decimal


class DrugInfusion(NamedTuple):
    """A drug given on each of `on`: mg per m2 each time, minutes, and the bag it is given in.

    `order` is its place in the printed sequence of the regimen, 1 the first.
    """

    order: int
    drug: Drug
    dose_mg_per_m2: Decimal
    on: CycleDays
    duration_min: int
    diluent: Fluid
    diluent_ml: int
    additives: tuple[Additive, ...] = ()


class Hydration(NamedTuple):
    """A fluid given on each of `on`; the chapter prints its volume and no duration."""

    order: int
    fluid: Fluid
    volume_ml: int
    on: CycleDays
    printed_as_reduced: bool


class Cycle(NamedTuple):
    """How a regimen repeats, in days counted from day 1.

    `length_days` is printed. `restart_printed` is the day on which the chapter says that day 1
    falls again, `None` where it does not say. `restart_by_length` is the day that follows from the
    length, which is Ariane's reading (A02): always `restart_inferred`. Where the two differ
    (`discrepancy`) no date may be scheduled without confirmation.
    """

    length_days: int
    restart_printed: int | None
    restart_by_length: int
    restart_inferred: bool
    discrepancy: bool


class PrintedRegimen(NamedTuple):
    """One regimen of 24.7: its name as printed, its steps in the printed order, its cycle.

    `distinct_from` names the regimen with which its steps must not be mixed (A62).
    """

    code: Regimen
    printed_name: str
    steps: tuple[DrugInfusion | Hydration, ...]
    cycle: Cycle
    distinct_from: Regimen | None = None


class DoseRule(NamedTuple):
    """Ariane's dose rule: printed mg per m2 times the given body surface in m2, not rounded.

    `not_printed` is what the chapter does not say and no calculator may fill in (A61).
    """

    rounded: bool
    not_printed: tuple[MissingRule, ...]


class Coverage(NamedTuple):
    """The regimens with printed doses, and those that the chapter names without any (A61)."""

    printed: tuple[Regimen, ...]
    named_without_dose: tuple[MissingProtocol, ...]


_EVERY_14_DAYS = Cycle(
    length_days=14,
    restart_printed=None,
    restart_by_length=15,
    restart_inferred=True,
    discrepancy=False,
)
CISGEM = PrintedRegimen(
    code="CISGEM",
    printed_name="CISGEM",
    steps=(
        DrugInfusion(
            order=1,
            drug="cisplatin",
            dose_mg_per_m2=Decimal("25"),
            on=CycleDays((1, 8), inferred=False),
            duration_min=60,
            diluent="physiological_saline",
            diluent_ml=1000,
            additives=(
                Additive("potassium_chloride", Decimal("20")),
                Additive("magnesium_sulphate", Decimal("8")),
            ),
        ),
        Hydration(
            order=2,
            fluid="physiological_saline",
            volume_ml=500,
            on=CycleDays((1, 8), inferred=True),
            printed_as_reduced=True,
        ),
        DrugInfusion(
            order=3,
            drug="gemcitabine",
            dose_mg_per_m2=Decimal("1000"),
            on=CycleDays((1, 8), inferred=True),
            duration_min=30,
            diluent="physiological_saline",
            diluent_ml=250,
        ),
    ),
    cycle=Cycle(
        length_days=21,
        restart_printed=21,
        restart_by_length=22,
        restart_inferred=True,
        discrepancy=True,
    ),
)
GEMOX = PrintedRegimen(
    code="GEMOX",
    printed_name="GEMOX",
    steps=(
        DrugInfusion(
            order=1,
            drug="gemcitabine",
            dose_mg_per_m2=Decimal("1000"),
            on=CycleDays((1,), inferred=False),
            duration_min=100,
            diluent="physiological_saline",
            diluent_ml=250,
        ),
        DrugInfusion(
            order=2,
            drug="oxaliplatin",
            dose_mg_per_m2=Decimal("100"),
            on=CycleDays((2,), inferred=False),
            duration_min=120,
            diluent="glucose_5_percent",
            diluent_ml=250,
        ),
    ),
    cycle=_EVERY_14_DAYS,
    distinct_from="GEMOX_MODIFIED",
)
GEMOX_MODIFIED = PrintedRegimen(
    code="GEMOX_MODIFIED",
    printed_name="GEMOX modifié",
    steps=(
        DrugInfusion(
            order=1,
            drug="gemcitabine",
            dose_mg_per_m2=Decimal("1000"),
            on=CycleDays((1,), inferred=False),
            duration_min=30,
            diluent="physiological_saline",
            diluent_ml=250,
        ),
        DrugInfusion(
            order=2,
            drug="oxaliplatin",
            dose_mg_per_m2=Decimal("100"),
            on=CycleDays((1,), inferred=True),
            duration_min=120,
            diluent="glucose_5_percent",
            diluent_ml=250,
        ),
    ),
    cycle=_EVERY_14_DAYS,
    distinct_from="GEMOX",
)
PRINTED_REGIMENS: tuple[PrintedRegimen, ...] = (CISGEM, GEMOX, GEMOX_MODIFIED)
"""All the regimens with printed doses, in the order of the chapter."""
DOSE_RULE = DoseRule(
    rounded=False,
    not_printed=(
        "choice_between_regimens",
        "body_surface_formula",
        "rounding",
        "dose_cap",
        "renal_threshold",
        "blood_count_threshold",
        "dose_reduction",
        "number_of_cycles",
    ),
)
COVERAGE = Coverage(
    printed=("CISGEM", "GEMOX", "GEMOX_MODIFIED"),
    named_without_dose=(
        "platinum_taxane",
        "carboplatin_paclitaxel",
        "platinum_etoposide",
        "FOLFOX",
        "FOLFIRI",
        "HIPEC",
    ),
)
