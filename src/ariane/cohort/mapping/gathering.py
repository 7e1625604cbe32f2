"""What is found of each patient in all tables, and the one value of each fact that remains."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ariane.cohort.mapping.source_mapping import Several


class Place(NamedTuple):
    """Where something was read: file, row (from 0), column."""

    file: str
    row: int
    column: str

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}, {self.column}"


class Reason(NamedTuple):
    """Why a patient, or a row, is refused, as the rejects file has it."""

    kind: str
    place: Place
    value: str
    expected: str = ""
    nearest: tuple[str, ...] = ()

    def data(self) -> dict[str, Any]:
        """Return the reason as JSON has it."""
        return {
            "kind": self.kind,
            "place": str(self.place),
            **self.place._asdict(),
            "value": self.value,
            "expected": self.expected,
            "nearest": list(self.nearest),
        }


class Reported(NamedTuple):
    """A value of a fact, where it was read, and the date of its row where it has one."""

    value: Any
    place: Place
    day: str | None
    several: Several


@dataclass
class Patient:
    """All that was read of one patient."""

    reported: dict[str, list[Reported]] = field(default_factory=dict)
    reasons: list[Reason] = field(default_factory=list)

    def report(self, fact: str, reported: Reported) -> None:
        """Keep a value of a fact."""
        self.reported.setdefault(fact, []).append(reported)

    def facts(self) -> dict[str, Any]:
        """Return one value for each fact; where they do not agree, `reasons` grows."""
        return {fact: self._one(all_of_it) for fact, all_of_it in self.reported.items()}

    def _one(self, values: list[Reported]) -> Any:
        several = values[-1].several
        if several is Several.UNION:
            return frozenset().union(*(reported.value for reported in values))
        if len({reported.value for reported in values}) > 1:
            if several is not Several.AGREE:
                return self._by_date(values, several)
            self._refuse("conflict", values)
        return values[0].value

    def _by_date(self, values: list[Reported], several: Several) -> Any:
        days = [reported.day for reported in values]
        if None in days:
            self._refuse("undated", values)
            return None
        wanted = (max if several is Several.LAST else min)(day for day in days if day)
        chosen = [reported for reported in values if reported.day == wanted]
        if len({reported.value for reported in chosen}) > 1:
            self._refuse("conflict", chosen)
        return chosen[0].value

    def _refuse(self, kind: str, values: list[Reported]) -> None:
        first = values[0]
        other = next((v for v in values if v.value != first.value), first)
        expected = f"{_shown(first.value)} ({first.place})"
        self.reasons.append(Reason(kind, other.place, _shown(other.value), expected))


def _shown(value: Any) -> str:
    if isinstance(value, frozenset):
        return "|".join(sorted(value))
    return str(value).lower() if isinstance(value, bool) else str(value)
