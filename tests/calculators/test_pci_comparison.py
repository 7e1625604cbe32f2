"""Two readings side by side: where they differ, which is higher, whether both can be true."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ariane.calculators.pci import REGIONS, SCORES, PeritonealIndex
from ariane.calculators.pci_comparison import Difference, comparisons
from ariane.case.pci_kind import PciKind

SCORED = st.dictionaries(st.sampled_from(REGIONS), st.sampled_from(SCORES))


def test_where_imaging_saw_less_than_the_laparoscope() -> None:
    imaging = PeritonealIndex({0: 1, 1: 0, 6: 2})
    seen = PeritonealIndex({0: 3, 1: 0, 6: 1, 9: 2})
    (pair,) = comparisons({PciKind.LAPAROSCOPIC: seen, PciKind.RADIOLOGICAL: imaging})
    assert (pair.first_kind, pair.second_kind) == (PciKind.RADIOLOGICAL, PciKind.LAPAROSCOPIC)
    assert pair.differences == (Difference(0, 1, 3), Difference(6, 2, 1))
    assert [pair.higher(d) for d in pair.differences] == [
        PciKind.LAPAROSCOPIC,
        PciKind.RADIOLOGICAL,
    ]
    assert pair.sums_where_both_saw == (3, 4)
    assert (pair.seen_by_first_only, pair.seen_by_second_only) == ((), (9,))
    assert pair.intervals_overlap


def test_intervals_that_do_not_meet() -> None:
    low = PeritonealIndex(dict.fromkeys(REGIONS, 0))
    high = PeritonealIndex({0: 1})
    (pair,) = comparisons({PciKind.RADIOLOGICAL: low, PciKind.OPEN: high})
    assert not pair.intervals_overlap


def test_three_kinds_make_three_pairs() -> None:
    index = PeritonealIndex({0: 1})
    pairs = comparisons(dict.fromkeys(PciKind, index))
    assert [(p.first_kind, p.second_kind) for p in pairs] == [
        (PciKind.RADIOLOGICAL, PciKind.LAPAROSCOPIC),
        (PciKind.RADIOLOGICAL, PciKind.OPEN),
        (PciKind.LAPAROSCOPIC, PciKind.OPEN),
    ]
    assert comparisons({PciKind.OPEN: index}) == ()


@given(SCORED, SCORED)
def test_every_region_stands_in_one_place(one: dict[int, int], two: dict[int, int]) -> None:
    first, second = PeritonealIndex(one), PeritonealIndex(two)
    (pair,) = comparisons({PciKind.RADIOLOGICAL: first, PciKind.OPEN: second})
    neither = set(first.missing_regions) & set(second.missing_regions)
    places = [*pair.seen_by_both, *pair.seen_by_first_only, *pair.seen_by_second_only, *neither]
    assert sorted(places) == list(REGIONS)
    compatible = first.lowest <= second.highest and second.lowest <= first.highest
    assert pair.intervals_overlap is compatible
