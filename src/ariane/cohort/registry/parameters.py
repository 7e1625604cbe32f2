"""The declared parameters of the synthetic registry: what each share is, and where it is from.

They stand in `parameters/*.yaml`, in the order of their names: sources and reasons, then variables
in the order in which they are drawn, then what of them is recorded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from ariane.cohort.registry.answers import Answer, answer, first_answers

SCHEMA = "ariane-registry/1"
GROUPS = ("centre", "diagnosis_period")
"""Variables that are no facts and can be asked for as columns."""
REST = "rest"
ASSUMED, FOLLOWS = "assumed", "follows"
"""Beginnings of `from` where no source is cited: a reason stands after the slash."""
CLOSE = 1e-9


class ParameterError(ValueError):
    """A parameter file that says something impossible."""


@dataclass(frozen=True)
class Row:
    """The shares of the answers for those who meet `of` and no earlier row; they sum to one."""

    of: Mapping[str, tuple[Answer, ...]]
    shares: Mapping[Answer, float]
    origin: str

    @property
    def cited(self) -> bool:
        """Whether a publication gives these shares."""
        return not self.origin.startswith((f"{ASSUMED}/", f"{FOLLOWS}/"))


@dataclass(frozen=True)
class Variable:
    """Something drawn for each patient: a fact, a group, or what nobody records.

    `only` says for whom; `same_as` repeats an earlier variable instead of drawing.
    """

    name: str
    rows: tuple[Row, ...]
    only: Mapping[str, tuple[Answer, ...]]
    same_as: str | None

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Every answer that some row gives, in the order of the file."""
        return tuple(dict.fromkeys(value for row in self.rows for value in row.shares))


@dataclass(frozen=True)
class Recording:
    """What a register keeps of some facts: whether any, how many of them, and how it says none.

    `rows` give the share of patients of whom the group is recorded, `each` the share of the cells
    of a recorded group; `no_result` the share of the others that say `not_done` and the like.
    """

    group: str
    facts: tuple[str, ...]
    rows: tuple[Row, ...]
    each: float
    no_result: float


class Source(NamedTuple):
    """A publication: how to cite it, where it is, what to know of its figures."""

    cite: str
    where: str
    note: str = ""


@dataclass(frozen=True)
class Parameters:
    """All that the synthetic registry is drawn from."""

    sources: Mapping[str, Source]
    reasons: Mapping[str, str]
    not_generated: Mapping[str, str]
    variables: tuple[Variable, ...]
    recordings: tuple[Recording, ...]


@cache
def parameters() -> Parameters:
    """Return the declared parameters. Raises `ParameterError`."""
    import yaml

    folder = files("ariane.cohort.registry") / "parameters"
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".yaml"))
    return read_parameters([yaml.safe_load((folder / name).read_text("utf-8")) for name in names])


def read_parameters(documents: list[dict[str, Any]]) -> Parameters:
    """Return what parameter files say together. Raises `ParameterError`."""
    for document in documents:
        if document.pop("schema", None) != SCHEMA:
            raise ParameterError(f"expected schema: {SCHEMA}")
    merged: dict[str, Any] = {}
    for document in documents:
        for section, content in document.items():
            if isinstance(content, dict):
                merged.setdefault(section, {}).update(content)
            else:
                merged.setdefault(section, []).extend(content)
    known = {*merged["sources"], *(f"{ASSUMED}/{r}" for r in merged["reasons"])}
    known |= {f"{FOLLOWS}/{r}" for r in merged["reasons"]}
    drawn: dict[str, Variable] = {}
    for name, entry in merged["variables"].items():
        drawn[name] = _variable(name, entry, drawn, known)
    return Parameters(
        {key: Source(**entry) for key, entry in merged["sources"].items()},
        merged["reasons"],
        {name: e["because"] for e in merged["not_generated"] for name in e["facts"]},
        tuple(drawn.values()),
        tuple(_recording(entry, drawn, known) for entry in merged["recording"]),
    )


def _variable(
    name: str, entry: dict[str, Any], drawn: Mapping[str, Variable], known: set[str]
) -> Variable:
    rows: tuple[Row, ...]
    same_as = entry.get("same_as")
    if same_as is not None:
        rows = drawn[same_as].rows
    else:
        rows = tuple(_row(name, row, drawn, known) for row in entry["rows"])
    return Variable(name, rows, _condition(name, entry.get("only", {}), drawn), same_as)


def _row(name: str, entry: dict[str, Any], drawn: Mapping[str, Variable], known: set[str]) -> Row:
    if entry["from"] not in known:
        raise ParameterError(f"{name}: no source or reason {entry['from']!r}")
    shares = dict(_shares(name, entry["is"]))
    return Row(_condition(name, entry.get("of", {}), drawn), shares, entry["from"])


def _condition(
    name: str, stated: Mapping[str, Any], drawn: Mapping[str, Variable]
) -> dict[str, tuple[Answer, ...]]:
    condition = {}
    for parent, values in stated.items():
        if parent not in drawn:
            raise ParameterError(f"{name} depends on {parent}, which is not drawn before")
        wanted = [answer(parent, v) for v in (values if isinstance(values, list) else [values])]
        strangers = [value for value in wanted if value not in drawn[parent].answers]
        if strangers:
            raise ParameterError(f"{name}: {parent} is never {strangers}")
        condition[parent] = tuple(wanted)
    return condition


def _shares(name: str, stated: Any) -> Iterator[tuple[Answer, float]]:
    """Yield answers with their shares; a bare share is that of the first of two answers."""
    if not isinstance(stated, dict):
        first, second = first_answers(name)
        stated = {first: stated, second: REST}
    given = {answer(name, key): value for key, value in stated.items()}
    numbers = {key: float(Fraction(str(v))) for key, v in given.items() if v != REST}
    total = sum(numbers.values())
    rest = [key for key, value in given.items() if value == REST]
    if not rest and total > 1 + CLOSE:
        numbers = {key: value / total for key, value in numbers.items()}  # counts of patients
    elif len(rest) > 1 or total > 1 + CLOSE or (not rest and abs(total - 1) > CLOSE):
        raise ParameterError(f"{name}: shares sum to {total}: {stated}")
    for key in given:
        yield key, numbers[key] if key in numbers else max(0.0, 1 - total)


def _recording(entry: dict[str, Any], drawn: Mapping[str, Variable], known: set[str]) -> Recording:
    name = f"recorded:{entry['group']}"
    rows = tuple(_row(name, row, drawn, known) for row in entry["rows"])
    each, no_result = float(entry["each"]), float(entry.get("no_result", 0))
    return Recording(entry["group"], tuple(entry["facts"]), rows, each, no_result)
