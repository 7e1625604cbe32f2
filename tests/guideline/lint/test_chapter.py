"""The review of the chapter itself: CI fails on a finding that nothing explains."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from ariane.bootstrap import assess
from ariane.case.case import Case
from ariane.case.reading import case_from_bytes
from ariane.documents.lint_data import lint_data
from ariane.facts.person import ECOG_PS
from ariane.guideline.lint.finding import Finding, Kind
from ariane.guideline.lint.knowledge import Knowledge
from ariane.guideline.lint.reasons import Reason
from ariane.guideline.lint.review import review, unexplained
from ariane.guideline.tncd24.algorithms import ALGORITHMS
from ariane.guideline.tncd24.ambiguities import AMBIGUITIES
from ariane.guideline.tncd24.reviewed import reviewed_chapter
from ariane.logic.expression import Always, Expression


@cache
def findings() -> tuple[Finding, ...]:
    return review(reviewed_chapter())


def as_case(facts: dict[str, Any]) -> Case:
    content = {"schema": "ariane-case/1", "id": "x", "facts": facts}
    return case_from_bytes(json.dumps(content).encode(), "x")


def of(kind: Kind, *subject: str) -> list[Finding]:
    return [f for f in findings() if f.kind is kind and f.subject == subject]


def test_everything_found_in_the_chapter_is_explained() -> None:
    assert [(f.kind.value, f.subject, f.example) for f in unexplained(findings())] == []


@pytest.mark.parametrize(
    ("kind", "subject", "example", "by"),
    [
        (Kind.GAP, ("A2_iso",), {"ecog_ps": 2}, "A01"),
        (Kind.GAP, ("A3_oligo",), {"all_lesions_locally_treatable": False}, "A92"),
        (Kind.OVERLAP, ("A3_mol", "A3_to", "A3_act"), {"actionable_alteration": True}, "A12"),
        (Kind.OVERLAP, ("A2_perc", "A2_fail", "A2_cup"), {}, "A91"),
        (Kind.OPPOSED, ("S24.8.2-D3", "S24.5.1-O3"), {"ecog_ps": 3}, "A81"),
        (Kind.OPPOSED, ("S24.3.5-O5", "S24.3.3-W1"), {"bone_metastases": True}, "A22"),
        (Kind.BOUND, ("tmb_mut_per_mb=10",), {"tmb_mut_per_mb": 10}, "A06"),
        (Kind.BOUND, ("ecog_ps=2",), {"ecog_ps": 2}, "A01"),
        (Kind.BOUND, ("metastasis_count=5",), {"metastasis_count": 5}, "A08"),
        (Kind.IMPLIED, ("S24.3.5-O1", "S24.3.2.1-D2"), None, "A24"),
    ],
)
def test_what_is_known_of_the_text_is_found(
    kind: Kind, subject: tuple[str, ...], example: dict[str, object] | None, by: str
) -> None:
    (finding,) = of(kind, *subject)
    assert finding.explained_by == by
    shown = {fact.name: value for fact, value in (finding.example or {}).items()}
    assert (example or {}).items() <= shown.items()


def test_what_the_text_divides_well_has_no_finding() -> None:
    named = {name for finding in findings() for name in finding.subject}
    for sound in ("levels-of-evidence", "differentiation", "performance-status", "later-lines"):
        assert sound not in named


def test_no_condition_is_empty_and_no_arrow_is_dead() -> None:
    kinds = {finding.kind for finding in findings()}
    assert kinds.isdisjoint({Kind.NEVER, Kind.ALWAYS, Kind.DEAD_ARROW, Kind.UNFULFILLABLE})


def test_every_example_is_a_case_that_can_be_read() -> None:
    for entry in lint_data(findings())["findings"]:
        if entry["example"] is not None:
            assert as_case(entry["example"]).known


@pytest.mark.parametrize(
    ("changed", "when", "kind"),
    [
        ("S24.4.1.2-W1", ECOG_PS >= 2, Kind.OVERLAP),
        ("S24.4.1.2-W1", ECOG_PS > 3, Kind.GAP),
        ("S24.4.1.2-D1", ECOG_PS <= 4, Kind.OPPOSED),
    ],
)
def test_a_bound_moved_in_the_chapter_is_noticed(
    changed: str, when: Expression, kind: Kind
) -> None:
    chapter = reviewed_chapter()
    pair = [chapter.by_id[name] for name in ("S24.4.1.2-D1", "S24.4.1.2-W1")]
    moved = tuple(replace(s, when=when) if s.id == changed else s for s in pair)
    divided = tuple(p for p in chapter.partitions if p.id == "later-lines")
    sound = review(Knowledge(tuple(pair), partitions=divided))
    assert {f.kind for f in sound}.isdisjoint({Kind.GAP, Kind.OVERLAP, Kind.OPPOSED})
    assert kind in {f.kind for f in review(Knowledge(moved, partitions=divided))}


def test_whom_an_ambiguity_explains_is_shown_it_by_the_consultation() -> None:
    """What the review knows of the text, a consultation says at the bedside."""
    for entry in lint_data(findings())["findings"]:
        if entry["explained_by"] is not None and entry["example"] is not None:
            shown = assess(as_case(entry["example"])).conflicts
            assert entry["explained_by"] in {c.ambiguity.id for c in shown}, entry


def test_every_branch_point_with_a_choice_is_looked_at() -> None:
    """Of the boxes with conditions on their arrows, only two divide patients without a finding."""
    choosing = {
        edge.source for a in ALGORITHMS for edge in a.edges if not isinstance(edge.when, Always)
    }
    shown = {f.subject[0] for f in findings() if f.kind in (Kind.GAP, Kind.OVERLAP)}
    assert choosing - shown == {"A2_start", "A3_unf"}


def test_without_explanations_nothing_is_explained() -> None:
    bare = review(replace(reviewed_chapter(), explanations=()))
    assert len(unexplained(bare)) == len(bare) > 150
    assert {(f.kind, f.subject) for f in bare} == {(f.kind, f.subject) for f in findings()}


def test_every_reason_is_used_and_every_cited_ambiguity_exists() -> None:
    assert {f.reason for f in findings() if f.reason is not None} == set(Reason)
    cited = {f.explained_by for f in findings() if f.explained_by is not None}
    assert cited <= {ambiguity.id for ambiguity in AMBIGUITIES}
