"""Treatments that the chapter names in 24.4, without doses, and the trials it cites for them.

Survival is in months, shares are in percent; a figure that the chapter does not print is `None`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from ariane.facts.disease_extent import Origin

Agent = Literal[
    "platinum",
    "gemcitabine",
    "taxane",
    "etoposide",
    "carboplatin",
    "paclitaxel",
    "FOLFOX",
    "FOLFIRI",
    "FOLFIRINOX",
    "nivolumab",
    "atezolizumab",
    "bevacizumab",
    "erlotinib",
    "anti_egfr",
    "mitomycin",
]
"""A drug, a class of drugs or a regimen, as precisely as the chapter names it."""
Gene = Literal["KRAS", "BRAF"]
Endpoint = Literal["progression_free_survival"]
Design = Literal["phase_2", "randomised_phase_2", "series"]
Population = Literal[
    "cup",
    "metastatic_cup",
    "unselected_cup",
    "unfavourable_cup",
    "poorly_differentiated_neuroendocrine_carcinoma",
]
Line = Literal["first_line", "second_line"]
Primary = Literal["digestive", "unknown"]
Approach = Literal["tissue_gnostic", "tissue_agnostic"]
Allocation = Literal[
    "site_specific_chemotherapy", "molecularly_guided_treatment", "empirical_chemotherapy"
]
Subgroup = Literal["all", "actionable_alteration"]
Test = Literal["gene_expression_signature", "foundation_one_cdx_panel"]


class Share(NamedTuple):
    """A share of patients, in percent, both ends included (equal where one figure is printed)."""

    from_percent: int
    to_percent: int


class FractionInWords(NamedTuple):
    """A share of patients that is printed in words, such as a third or nearly a half."""

    numerator: int
    denominator: int
    nearly: bool = False


class Combination(NamedTuple):
    """What is given together; the chapter prints no dose for it in 24.4."""

    agents: tuple[Agent, ...]


class CombinationChoice(NamedTuple):
    """Combinations between which the chapter gives no rule to choose."""

    combinations: tuple[Combination, ...]


class TargetedAddition(NamedTuple):
    """Agents of which one is added by the status of some genes.

    `mapping_printed` says whether the chapter tells which status leads to which agent.
    """

    agents: tuple[Agent, ...]
    genes_printed: tuple[Gene, ...]
    mapping_printed: bool


class CombinationWithResponse(NamedTuple):
    """A combination, and the responses and long survivors reported with it, in percent."""

    combination: Combination
    response: Share
    complete_response: Share
    long_survivors: Share


class MedianOutcome(NamedTuple):
    """A median of survival in one group of patients, in months."""

    endpoint: Endpoint
    months: Decimal
    design: Design
    population: Population


class CitedStudy(NamedTuple):
    """A study cited for a combination, as the chapter prints it.

    `months` is the printed progression-free survival (not said to be a median);
    `design_disputed` says that the cited publication describes another design (A43).
    """

    combination: Combination
    line: Line
    design: Design
    population: Population
    months: Decimal | None = None
    design_disputed: bool = False


class MetaAnalysis(NamedTuple):
    """A meta-analysis: its year, and what it found of one combination against another."""

    published: int
    significant_survival_benefit: bool
    trend_not_significant_for: tuple[Agent, ...]


class Comparison(NamedTuple):
    """Two arms compared: survival in months (not said to be medians), hazard ratio and p.

    No confidence interval is printed; `p` is `None` where none is.
    """

    endpoint: Endpoint
    subgroup: Subgroup
    experimental_months: Decimal
    control_months: Decimal
    hazard_ratio: Decimal
    p: Decimal | None


class RandomisedTrial(NamedTuple):
    """A randomised trial of Table 2 and of the text below it.

    `design_disputed` says that other sources describe another phase than is printed (A44);
    `genes` is the size of the signature or panel where it is printed.
    """

    name: str
    journal: str
    year: int
    approach: Approach
    design: Design
    design_disputed: bool
    population: Population
    line: Line | None
    patients: int
    test: Test
    genes: int | None
    experimental: Allocation
    control: Allocation
    comparisons: tuple[Comparison, ...]
    origins_most_predicted: tuple[Origin, ...] = ()


class TrialSequence(NamedTuple):
    """The order of events in a trial, which is not a recommendation.

    Patients who are stable or respond after induction are randomised; without a target, the
    profile-guided arm goes on with chemotherapy and adds an agent from a cycle on.
    """

    induction_cycles: int
    profiled_during_induction: bool
    randomised_if: tuple[Literal["stable_disease", "response"], ...]
    added_without_target: Agent
    added_from_cycle: int
    progression_described: bool
    recommended: bool


class RecruitingTrial(NamedTuple):
    """A trial that the chapter says is open, without a date.

    The text (24.4.2.2) and the indication box (24.5.1) print different grades and comparators.
    """

    name: str
    population: Population
    primaries: tuple[Primary, ...]
    experimental: Combination
    control_in_text: Combination
    control_in_box: Combination
    grade_in_text: int
    grade_in_box: int
    open_date_printed: bool


PLATINUM_DOUBLETS = CombinationChoice(
    (Combination(("platinum", "gemcitabine")), Combination(("platinum", "taxane")))
)
DOUBLETS_OUTCOME = MedianOutcome(
    "progression_free_survival", Decimal("5"), design="phase_2", population="metastatic_cup"
)
META_ANALYSIS = MetaAnalysis(
    published=2009,
    significant_survival_benefit=False,
    trend_not_significant_for=("platinum", "taxane"),
)
NIVOLUMAB = CitedStudy(
    combination=Combination(("nivolumab",)),
    line="second_line",
    design="series",
    population="unselected_cup",
    months=Decimal("4"),
)
BEVACIZUMAB_ERLOTINIB = CitedStudy(
    combination=Combination(("bevacizumab", "erlotinib")),
    line="second_line",
    design="randomised_phase_2",
    population="cup",
    design_disputed=True,
)
COLORECTAL_REGIMENS = CombinationChoice((Combination(("FOLFOX",)), Combination(("FOLFIRI",))))
TARGETED_IF_STABLE = TargetedAddition(
    agents=("bevacizumab", "anti_egfr"), genes_printed=("KRAS", "BRAF"), mapping_printed=False
)
PLATINUM_ETOPOSIDE = CombinationWithResponse(
    Combination(("platinum", "etoposide")),
    response=Share(50, 70),
    complete_response=Share(25, 25),
    long_survivors=Share(10, 15),
)
FOLFIRINEC = RecruitingTrial(
    name="PRODIGE 69 - FOLFIRINEC",
    population="poorly_differentiated_neuroendocrine_carcinoma",
    primaries=("digestive", "unknown"),
    experimental=Combination(("FOLFIRINOX",)),
    control_in_text=Combination(("carboplatin", "etoposide")),
    control_in_box=Combination(("platinum", "etoposide")),
    grade_in_text=4,
    grade_in_box=3,
    open_date_printed=False,
)
CARBOPLATIN_PACLITAXEL = Combination(("carboplatin", "paclitaxel"))
HIPEC_MITOMYCIN = Combination(("mitomycin",))
FUDAN_CUP_001 = RandomisedTrial(
    name="Fudan CUP-001",
    journal="Lancet Oncol",
    year=2024,
    approach="tissue_gnostic",
    design="randomised_phase_2",
    design_disputed=True,
    population="cup",
    line=None,
    patients=182,
    test="gene_expression_signature",
    genes=90,
    experimental="site_specific_chemotherapy",
    control="empirical_chemotherapy",
    comparisons=(
        Comparison(
            endpoint="progression_free_survival",
            subgroup="all",
            experimental_months=Decimal("9.6"),
            control_months=Decimal("6.6"),
            hazard_ratio=Decimal("0.68"),
            p=Decimal("0.017"),
        ),
    ),
    origins_most_predicted=("upper_gi", "lung", "ovarian", "gynaecological", "breast"),
)
CUPISCO = RandomisedTrial(
    name="CUPISCO",
    journal="Lancet",
    year=2024,
    approach="tissue_agnostic",
    design="randomised_phase_2",
    design_disputed=False,
    population="unfavourable_cup",
    line="first_line",
    patients=436,
    test="foundation_one_cdx_panel",
    genes=None,
    experimental="molecularly_guided_treatment",
    control="empirical_chemotherapy",
    comparisons=(
        Comparison(
            endpoint="progression_free_survival",
            subgroup="all",
            experimental_months=Decimal("6.1"),
            control_months=Decimal("4.4"),
            hazard_ratio=Decimal("0.72"),
            p=Decimal("0.0079"),
        ),
        Comparison(
            endpoint="progression_free_survival",
            subgroup="actionable_alteration",
            experimental_months=Decimal("8.1"),
            control_months=Decimal("4.7"),
            hazard_ratio=Decimal("0.65"),
            p=None,
        ),
    ),
)
CUPISCO_SEQUENCE = TrialSequence(
    induction_cycles=3,
    profiled_during_induction=True,
    randomised_if=("stable_disease", "response"),
    added_without_target="atezolizumab",
    added_from_cycle=4,
    progression_described=False,
    recommended=False,
)
