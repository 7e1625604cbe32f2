"""What an audit releases: sums, withheld numbers, and nothing small by subtraction."""

from __future__ import annotations

import numpy as np
import pytest

from ariane.cohort.audit.counting import Tally
from ariane.cohort.audit.grouping import Grouping
from ariane.cohort.audit.questions import Count, Question, questions
from ariane.cohort.audit.release import Judged, Row, View, views
from ariane.guideline.tncd24.chapter import statements

MINIMUM = 5
ASKED = {question: number for number, question in enumerate(questions().asked)}
JUDGED = [s.id for s in statements() if s.fulfilled_when is not None]


def tally(sizes: list[int], seed: int) -> Tally:
    """Return counts that could be: of each group every part is drawn from what it divides."""
    random = np.random.default_rng(seed)
    groups = {}
    for number, size in enumerate(sizes):
        counts = np.zeros(len(ASKED), np.int64)
        truth: dict[str, tuple[int, int]] = {}
        for question, place in ASKED.items():
            held, unknown = truth.get(question.statement, (0, 0))
            match question.kind:
                case Count.PATIENTS:
                    counts[place] = size
                case Count.HOLDS:
                    held = int(random.binomial(size, random.choice([0, 0.02, 0.5, 0.97])))
                    truth[question.statement] = held, size - held
                    counts[place] = held
                case Count.FAILS:
                    failing = int(random.binomial(unknown, random.choice([0, 0.05, 0.5, 1])))
                    truth[question.statement] = held, unknown - failing
                    counts[place] = failing
                case Count.HOLDS_DONE:
                    counts[place] = random.binomial(held, 0.4)
                case Count.HOLDS_NOT_DONE:
                    done = counts[ASKED[Question(Count.HOLDS_DONE, question.statement)]]
                    counts[place] = random.binomial(held - done, 0.9)
                case Count.UNKNOWN_DONE:
                    counts[place] = random.binomial(unknown, 0.3)
                case Count.UNKNOWN_NOT_DONE:
                    done = counts[ASKED[Question(Count.UNKNOWN_DONE, question.statement)]]
                    counts[place] = random.binomial(unknown - done, 0.6)
                case Count.WAITS:
                    counts[place] = random.binomial(unknown, 0.9)
                case Count.KNOWN:
                    counts[place] = random.binomial(size, random.choice([0.01, 0.5, 1]))
        groups[(f"G{number}",)] = counts
    return Tally(ASKED, Grouping(("centre",)), groups)


def rows(view: View) -> dict[str, Row]:
    """Return every row of numbers of a view by a name of its own."""
    found = {"patients": view.patients}
    found |= {f"known {name}": row for name, row in view.known.items()}
    for name, entry in view.statements.items():
        found |= {
            f"{name} {truth}": getattr(entry, truth) for truth in ("holds", "fails", "unknown")
        }
        found |= {f"{name} waits {fact}": row for fact, row in entry.waits.items()}
        if entry.judged is not None:
            found |= {f"{name} {part}": getattr(entry.judged, part) for part in Judged._fields}
    return found


def is_small(number: int) -> bool:
    return 0 < number < MINIMUM


@pytest.mark.parametrize("sizes", [[40, 12, 9, 200], [3, 60, 61], [4, 4, 4, 100], [7, 2], [6]])
def test_no_number_is_small_and_none_is_by_subtraction(sizes: list[int]) -> None:
    for seed in range(2):
        counted = tally(sizes, seed)
        everyone, by_centre = views(counted, MINIMUM)
        whole, groups = rows(everyone), rows(by_centre)
        withheld = 0
        for name, (total,) in whole.items():
            shown = [number for number in groups[name] if number is not None]
            assert not any(map(is_small, shown)), name
            assert total is None or not is_small(total), name
            withheld += len(groups[name]) - len(shown)
            if total is None:
                assert not shown or set(shown) == {0}, name
            else:
                assert not is_small(total - sum(shown)), name
        assert withheld


@pytest.mark.parametrize("sizes", [[40, 12, 9, 200], [3, 60, 61]])
def test_within_a_group_what_is_left_of_a_division_is_not_small(sizes: list[int]) -> None:
    for seed in range(2):
        for view in views(tally(sizes, seed), MINIMUM):
            for name, entry in view.statements.items():
                for place, patients in enumerate(view.patients):
                    parts = [row[place] for row in (entry.holds, entry.fails, entry.unknown)]
                    left = [part for part in parts if part is not None]
                    if patients is None:
                        assert left == []
                    else:
                        assert not is_small(patients - sum(left)), name
                        assert parts.count(None) != 1 or patients == sum(left)
                    for row in entry.waits.values():
                        unknown = entry.unknown[place]
                        waiting = row[place]
                        assert (waiting is None) or (unknown is not None)
                        assert waiting is None or not is_small(unknown - waiting)  # type: ignore[operator]


def test_with_a_minimum_of_one_everything_is_shown_as_it_is() -> None:
    counted = tally([3, 60], 1)
    everyone, by_centre = views(counted, 1)
    assert by_centre.groups == ("G0", "G1")
    for name, row in rows(by_centre).items():
        assert None not in row
        assert sum(row) == rows(everyone)[name][0]  # type: ignore[arg-type]
    for name in JUDGED:
        entry = everyone.statements[name]
        assert entry.judged is not None
        parts = (entry.judged.concordant, entry.judged.discordant)
        maybe = (entry.judged.maybe_concordant, entry.judged.maybe_discordant)
        divided = sum(row[0] or 0 for row in (*parts, *maybe))
        assert divided == (entry.holds[0] or 0) + (entry.unknown[0] or 0)


def test_few_patients_in_all_are_not_shown_at_all() -> None:
    everyone, _ = views(tally([3], 1), MINIMUM)
    assert all(set(row) == {None} for row in rows(everyone).values())


def test_nobody_is_shown_as_nobody() -> None:
    (everyone,) = views(Tally(ASKED, Grouping(), {}), MINIMUM)
    assert all(row == (0,) for row in rows(everyone).values())
