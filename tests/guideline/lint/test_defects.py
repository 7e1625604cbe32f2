"""Every kind of defect, planted in a small knowledge and found; and its absence, not found."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ariane.facts.disease_extent import (
    EXTRAHEPATIC_DISEASE,
    LIVER_METASTASES,
    LUNG_METASTASES,
    METASTASIS_COUNT,
    PERITONEAL_METASTASES,
)
from ariane.facts.exams import Exam
from ariane.facts.imaging import OVARY_BILATERAL, OVARY_MAX_SIZE_CM
from ariane.facts.molecular import TMB_MUT_PER_MB
from ariane.facts.person import ECOG_PS, SEX
from ariane.guideline.algorithm import Confidence
from ariane.guideline.lint.branches import reached_where
from ariane.guideline.lint.finding import Explanation, Finding, Kind
from ariane.guideline.lint.knowledge import Knowledge, Matter, Partition
from ariane.guideline.lint.reasons import Reason
from ariane.guideline.lint.review import unexplained
from ariane.guideline.statement import Strength
from ariane.logic.expression import ALWAYS, Expression
from support.small_knowledge import ENTRY, Arrow, ambiguity, examples, figure, found, statement

FIT, UNFIT = ECOG_PS <= 1, ECOG_PS >= 3
PARTS = ("S24.9-D2", "S24.9-D3")


def of_figure(*arrows: Arrow) -> Knowledge:
    return Knowledge((ENTRY,), (figure(*arrows),))


def of_statements(*conditions: Expression, **more: object) -> Knowledge:
    written = [statement(number, when) for number, when in enumerate(conditions, start=2)]
    return Knowledge((ENTRY, *written), **more)  # type: ignore[arg-type]


def subjects(findings: list[Finding]) -> list[tuple[str, ...]]:
    return [finding.subject for finding in findings]


def test_a_sound_knowledge_has_no_findings() -> None:
    sound = figure(("a", "b", ECOG_PS <= 2), ("a", "c", ECOG_PS > 2), ("b", "c", ALWAYS))
    written = (ENTRY, statement(2, ECOG_PS <= 2), statement(3, ECOG_PS > 2))
    assert found(Knowledge(written, (sound,), (), (Partition("x", "24.9", PARTS),))) == []


def test_a_gap_between_arrows_is_shown_with_its_smallest_patient() -> None:
    (gap,) = found(of_figure(("a", "b", FIT), ("a", "c", UNFIT)), Kind.GAP)
    assert (gap.subject, examples(gap), gap.explained) == (("a",), {"ecog_ps": 2}, False)


def test_a_gap_is_a_gap_only_for_those_who_reach_the_box() -> None:
    arrows = (("s", "a", FIT), ("s", "o", ~FIT), ("a", "b", ECOG_PS.one_of(0, 1)))
    assert found(of_figure(*arrows), Kind.GAP) == []
    (gap,) = found(of_figure(*arrows[:2], ("a", "b", ECOG_PS.equals(1))), Kind.GAP)
    assert (gap.subject, examples(gap)) == (("a",), {"ecog_ps": 0})


def test_an_exit_of_our_own_closes_no_printed_gap_but_saves_from_a_dead_end() -> None:
    printed = (("a", "b", FIT), ("a", "c", UNFIT))
    closed = of_figure(*printed, ("a", "d", ECOG_PS.equals(2), Confidence.SAFETY))
    assert subjects(found(closed, Kind.GAP, Kind.DEAD_END)) == [("a",)]
    still_open = of_figure(*printed, ("a", "d", LIVER_METASTASES, Confidence.SAFETY))
    gap, dead_end = found(still_open, Kind.GAP, Kind.DEAD_END)
    assert (gap.kind, dead_end.kind) == (Kind.GAP, Kind.DEAD_END)
    assert examples(dead_end) == {"ecog_ps": 2, "liver_metastases": False}


def test_an_overlap_of_arrows_is_shown() -> None:
    (overlap,) = found(of_figure(("a", "b", ECOG_PS <= 2), ("a", "c", ECOG_PS >= 2)), Kind.OVERLAP)
    assert (overlap.subject, examples(overlap)) == (("a", "b", "c"), {"ecog_ps": 2})


def test_an_arrow_that_no_patient_takes_is_found() -> None:
    dead = found(of_figure(("a", "b", FIT), ("b", "c", UNFIT)), Kind.DEAD_ARROW)
    assert subjects(dead) == [("b", "c")]


def test_arrows_in_a_circle_are_refused() -> None:
    circle = figure(("a", "b", ALWAYS), ("b", "c", ALWAYS), ("c", "b", ALWAYS))
    with pytest.raises(ValueError, match="circle"):
        reached_where(circle, ALWAYS)


def test_a_partition_is_complete_and_exclusive_or_said_not_to_be() -> None:
    halves = (Partition("x", "24.9", PARTS),)
    gap = found(of_statements(FIT, UNFIT, partitions=halves), Kind.GAP, Kind.OVERLAP)
    assert (subjects(gap), examples(gap[0])) == ([("x",)], {"ecog_ps": 2})
    overlap = found(of_statements(ECOG_PS <= 2, ECOG_PS >= 2, partitions=halves), Kind.OVERLAP)
    assert (subjects(overlap), examples(overlap[0])) == ([("x", *PARTS)], {"ecog_ps": 2})
    within = (Partition("x", "24.9", PARTS, scope=~ECOG_PS.equals(2)),)
    assert found(of_statements(FIT, UNFIT, partitions=within), Kind.GAP) == []
    touching = of_statements(ECOG_PS <= 2, ECOG_PS >= 2, partitions=within)
    assert found(touching, Kind.OVERLAP) == []
    loose = (Partition("x", "24.9", PARTS, complete=False, exclusive=False),)
    assert found(of_statements(FIT, UNFIT | FIT, partitions=loose), Kind.GAP, Kind.OVERLAP) == []


def test_a_partition_of_unwritten_statements_is_an_error() -> None:
    with pytest.raises(KeyError):
        found(of_statements(FIT, partitions=(Partition("x", "24.9", PARTS),)))


@pytest.mark.parametrize(
    "never",
    [FIT & UNFIT, SEX.is_("male") & OVARY_BILATERAL, PERITONEAL_METASTASES & ~EXTRAHEPATIC_DISEASE],
)
def test_what_can_never_hold_is_found_constraints_included(never: Expression) -> None:
    assert subjects(found(of_statements(never), Kind.NEVER)) == [("S24.9-D2",)]
    assert subjects(found(of_statements(~never), Kind.ALWAYS)) == [("S24.9-D2",)]


def test_what_is_written_as_unconditional_is_no_finding() -> None:
    assert found(of_statements(ALWAYS)) == []


def test_what_can_never_be_fulfilled_is_found() -> None:
    wrong = statement(2, FIT, fulfilled_when=UNFIT)
    assert subjects(found(Knowledge((wrong,)), Kind.UNFULFILLABLE)) == [("S24.9-D2",)]
    right = statement(2, FIT, fulfilled_when=ECOG_PS.is_known())
    assert found(Knowledge((right,)), Kind.UNFULFILLABLE) == []


def test_for_and_against_one_examination_in_one_patient_is_found() -> None:
    asked = statement(2, FIT, exams=(Exam.PET_FDG,))
    against = statement(3, LIVER_METASTASES, subject="pet-fdg", strength=Strength.MUST_NOT)
    (pair,) = found(Knowledge((asked, against)), Kind.OPPOSED)
    assert pair.subject == PARTS
    assert examples(pair) == {"ecog_ps": 0, "liver_metastases": True}
    apart = statement(3, UNFIT, subject="pet-fdg", strength=Strength.MUST_NOT)
    assert found(Knowledge((asked, apart)), Kind.OPPOSED) == []
    elsewhere = statement(3, FIT, subject="colonoscopy", strength=Strength.MUST_NOT)
    assert found(Knowledge((asked, elsewhere)), Kind.OPPOSED) == []


def test_for_and_against_a_listed_matter_is_found_once() -> None:
    matters = (Matter("x", PARTS[:1], PARTS[1:]), Matter("y", PARTS[:1], PARTS[1:]))
    both = found(of_statements(FIT, LIVER_METASTASES, matters=matters), Kind.OPPOSED)
    assert subjects(both) == [PARTS]


def test_redundancy_is_found_among_statements_on_one_matter() -> None:
    def pair(one: Expression, two: Expression, subject: str = "x") -> list[Finding]:
        written = (statement(2, one, subject="x"), statement(3, two, subject=subject))
        return found(Knowledge(written), Kind.SAME, Kind.IMPLIED)

    assert [(f.kind, f.subject) for f in pair(ECOG_PS.one_of(0, 1), FIT)] == [(Kind.SAME, PARTS)]
    assert [(f.kind, f.subject) for f in pair(ECOG_PS.equals(0), FIT)] == [(Kind.IMPLIED, PARTS)]
    assert subjects(pair(EXTRAHEPATIC_DISEASE, LUNG_METASTASES)) == [PARTS[::-1]]
    assert pair(FIT, UNFIT) == []
    assert pair(FIT & UNFIT, FIT) == []
    assert pair(FIT, FIT, subject="y") == []


def test_ambiguities_nobody_cites_and_citations_of_none_are_found() -> None:
    written = (statement(2, FIT, ambiguities=("A01", "A99")),)
    known = (ambiguity("A01", "S24.9-D2"), ambiguity("A02", "S24.9-D2"))
    findings = found(Knowledge(written, ambiguities=known))
    assert [(f.kind, f.subject) for f in findings] == [
        (Kind.UNCITED, ("A02",)),
        (Kind.UNKNOWN_AMBIGUITY, ("S24.9-D2", "A99")),
    ]


@pytest.mark.parametrize(
    ("conditions", "bounds"),
    [
        ((TMB_MUT_PER_MB > 10,), ["tmb_mut_per_mb=10"]),
        ((TMB_MUT_PER_MB >= 10,), []),
        ((TMB_MUT_PER_MB > 10, TMB_MUT_PER_MB <= 10), []),
        ((TMB_MUT_PER_MB > 10, TMB_MUT_PER_MB < 10), ["tmb_mut_per_mb=10"]),
        ((TMB_MUT_PER_MB > 10, TMB_MUT_PER_MB >= 10), ["tmb_mut_per_mb=10"]),
        ((Decimal("0.5") > OVARY_MAX_SIZE_CM,), ["ovary_max_size_cm=0.5"]),
        ((METASTASIS_COUNT < 5, METASTASIS_COUNT <= 4, METASTASIS_COUNT >= 5), []),
        ((ECOG_PS < 2, ECOG_PS <= 2, ECOG_PS.equals(2)), ["ecog_ps=2"]),
        ((ECOG_PS < 3, ECOG_PS >= 3), []),
    ],
)
def test_a_bound_that_is_left_out_or_drawn_twice_is_found(
    conditions: tuple[Expression, ...], bounds: list[str]
) -> None:
    findings = found(of_statements(*conditions), Kind.BOUND)
    assert [finding.subject[0] for finding in findings] == bounds
    for finding in findings:
        (fact,) = finding.example or {}
        assert finding.subject == (f"{fact.name}={(finding.example or {})[fact]}",)
        assert set(finding.about) <= {"S24.9-D2", "S24.9-D3", "S24.9-D4"}


GAP = of_statements(FIT, UNFIT, partitions=(Partition("x", "24.9", PARTS),))


def explained(*explanations: Explanation) -> list[Finding]:
    known = (ambiguity("A01", "S24.9-D2"), ambiguity("A02", "S24.9-D1"))
    written = (*GAP.statements[:2], statement(3, UNFIT, ambiguities=("A01", "A02")))
    return found(Knowledge(written, (), known, GAP.partitions, (), explanations))


def test_an_explanation_takes_a_finding_off_the_list() -> None:
    by_text = explained(Explanation(Kind.GAP, "A01", (("x",),)))
    assert [(f.explained_by, f.reason) for f in by_text if f.kind is Kind.GAP] == [("A01", None)]
    assert unexplained(by_text) == ()
    by_us = explained(Explanation(Kind.GAP, Reason.EXAM_FIRST, (("x",),)))
    assert [f.reason for f in by_us if f.kind is Kind.GAP] == [Reason.EXAM_FIRST]


def test_another_patient_does_not_hide_behind_an_explained_one() -> None:
    only_liver = Explanation(Kind.GAP, "A01", (("x",),), within=LIVER_METASTASES)
    known, other = explained(only_liver)
    assert examples(known) == {"ecog_ps": 2, "liver_metastases": True}
    assert (other.explained, examples(other)) == (False, {"ecog_ps": 2, "liver_metastases": False})


@pytest.mark.parametrize(
    "stale",
    [
        Explanation(Kind.GAP, "A01", (("y",),)),
        Explanation(Kind.OVERLAP, "A01", (("x", *PARTS),)),
        Explanation(Kind.GAP, "A01", (("x",),), within=ECOG_PS.equals(4)),
        Explanation(Kind.SAME, Reason.BOX_REPEATS_TEXT, (PARTS,)),
    ],
)
def test_an_explanation_that_matches_nothing_is_a_finding(stale: Explanation) -> None:
    findings = explained(stale)
    assert Kind.STALE in [finding.kind for finding in unexplained(findings)]


@pytest.mark.parametrize("name", ["A02", "A77"])
def test_an_ambiguity_about_something_else_explains_nothing(name: str) -> None:
    (wrong,) = unexplained(explained(Explanation(Kind.GAP, name, (("x",),))))
    assert (wrong.kind, wrong.subject) == (Kind.MISPLACED, ("gap", "x", name))
