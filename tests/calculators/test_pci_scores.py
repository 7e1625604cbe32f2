"""Scores as they are typed: read exactly, or refused with everything that is wrong."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ariane.calculators.pci_scores import ScoresError, read_scores
from ariane.case.problems import ProblemKind


@pytest.mark.parametrize(
    ("text", "scores"),
    [("0=2,1=0", {0: 2, 1: 0}), (" 12 = 3 , 9=1", {12: 3, 9: 1}), ("0=0", {0: 0})],
)
def test_scores_are_read(text: str, scores: dict[int, int]) -> None:
    assert read_scores(text) == scores


@pytest.mark.parametrize(
    "junk",
    ["", ",", "0=2,", "0", "0=", "=2", "0:2", "a=1", "0=x", "0=1.5", "0==1", "0=1=2", "٣=1", "0=²",
     "0=true", "1e1=0", "+1=0", "0=1;1=2", "0" * 5000 + "=1"],
)  # fmt: skip
def test_junk_is_refused(junk: str) -> None:
    with pytest.raises(ScoresError) as caught:
        read_scores(junk)
    assert {problem.kind for problem in caught.value.problems} == {ProblemKind.WRONG_TYPE}


def test_all_problems_at_once() -> None:
    with pytest.raises(ScoresError) as caught:
        read_scores("0=4,13=1,2=1,2=1,foo,-1=-2")
    assert [(p.kind, p.place or p.value) for p in caught.value.problems] == [
        (ProblemKind.OUT_OF_RANGE, "0=4"),
        (ProblemKind.OUT_OF_RANGE, "13=1"),
        (ProblemKind.DUPLICATE_KEY, "2=1"),
        (ProblemKind.WRONG_TYPE, '"foo"'),
        (ProblemKind.OUT_OF_RANGE, "-1=-2"),
        (ProblemKind.OUT_OF_RANGE, "-1=-2"),
    ]


@given(st.dictionaries(st.sampled_from(range(13)), st.sampled_from(range(4)), min_size=1))
def test_what_is_written_is_read_again(scores: dict[int, int]) -> None:
    assert read_scores(",".join(f"{r}={s}" for r, s in scores.items())) == scores


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(ScoresError):
        assert read_scores(text)
