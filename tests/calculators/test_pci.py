"""The peritoneal index: exact on examples, and for all scores as it must be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ariane.calculators.pci import HIGHEST_TOTAL, REGIONS, SCORES, PeritonealIndex

SCORED = st.dictionaries(st.sampled_from(REGIONS), st.sampled_from(SCORES))


def test_an_interval_where_regions_are_missing() -> None:
    scores = {0: 2, 1: 0, 2: 1, 3: 0, 4: 1, 5: 1, 6: 2, 7: 0, 8: 0, 12: 0}
    index = PeritonealIndex(scores)
    assert (index.total, index.lowest, index.highest) == (None, 7, 16)
    assert index.missing_regions == (9, 10, 11)


def test_nothing_seen_is_nothing_known() -> None:
    index = PeritonealIndex({})
    assert (index.total, index.lowest, index.highest) == (None, 0, 39)
    assert index.missing_regions == tuple(range(13))


@pytest.mark.parametrize(("score", "total"), [(0, 0), (3, 39)])
def test_the_bounds_of_a_whole_index(score: int, total: int) -> None:
    index = PeritonealIndex(dict.fromkeys(REGIONS, score))
    assert (index.total, index.lowest, index.highest) == (total, total, total)


@pytest.mark.parametrize("scores", [{13: 0}, {-1: 0}, {0: 4}, {0: -1}])
def test_what_is_no_region_or_no_score_is_refused(scores: dict[int, int]) -> None:
    with pytest.raises(ValueError, match="regions are 0 to 12"):
        PeritonealIndex(scores)


def test_an_index_does_not_change_with_what_it_was_made_of() -> None:
    scores = {0: 1}
    index = PeritonealIndex(scores)
    scores[1] = 3
    assert index.lowest == 1


@given(SCORED)
def test_a_total_exactly_where_every_region_is_known(scores: dict[int, int]) -> None:
    index = PeritonealIndex(scores)
    assert (index.total is not None) is (len(scores) == len(REGIONS))
    assert 0 <= index.lowest <= index.highest <= HIGHEST_TOTAL
    assert index.total in (None, index.lowest)


@given(SCORED, st.randoms(use_true_random=False))
def test_the_order_of_regions_does_not_matter(scores: dict[int, int], random: object) -> None:
    pairs = list(scores.items())
    random.shuffle(pairs)  # type: ignore[attr-defined]
    one, other = PeritonealIndex(scores), PeritonealIndex(dict(pairs))
    assert list(one.scores.items()) == list(other.scores.items())
    assert one.missing_regions == other.missing_regions


@given(st.permutations(REGIONS), st.lists(st.sampled_from(SCORES), min_size=13, max_size=13))
def test_moving_scores_between_regions_keeps_the_total(order: list[int], scores: list[int]) -> None:
    moved = dict(zip(order, scores, strict=True))
    assert PeritonealIndex(moved).total == sum(scores)


@given(SCORED, st.sampled_from(REGIONS), st.sampled_from(SCORES))
def test_learning_a_region_never_widens_the_interval(
    scores: dict[int, int], region: int, score: int
) -> None:
    before = PeritonealIndex({r: s for r, s in scores.items() if r != region})
    after = PeritonealIndex({**before.scores, region: score})
    assert before.lowest <= after.lowest <= after.highest <= before.highest
    assert (after.highest - after.lowest) == (before.highest - before.lowest) - 3


@given(SCORED, st.data())
def test_the_truth_lies_in_the_interval(scores: dict[int, int], data: st.DataObject) -> None:
    index = PeritonealIndex(scores)
    rest = {r: data.draw(st.sampled_from(SCORES)) for r in index.missing_regions}
    total = PeritonealIndex({**scores, **rest}).total
    assert total is not None
    assert index.lowest <= total <= index.highest
