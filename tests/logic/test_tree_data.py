"""Conditions written as data and read back are equal; damage is told with its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from ariane.logic.data_problem import DataProblemKind
from ariane.logic.data_reader import DataReader
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import Expression
from ariane.logic.tree_data import tree_data
from ariane.logic.tree_reading import DEPTH, TreeReader
from support.expressions import BASE, BASIN, CONDITIONS, DERIVED, Situation, situations

FACTS = {fact.name: fact for fact in (*BASE, *DERIVED, BASIN)}


def read(data: Any) -> tuple[Expression, list[tuple[str, str]]]:
    reader = DataReader()
    tree = TreeReader(FACTS, reader).tree(data, "$")
    return tree, [(problem.kind.value, problem.place) for problem in reader.problems]


@given(CONDITIONS[True])
def test_any_tree_comes_back_equal(condition: Expression) -> None:
    tree, problems = read(json.loads(json.dumps(tree_data(condition))))
    assert problems == []
    assert tree == condition


@given(situations())
def test_what_is_read_back_means_the_same(situation: Situation) -> None:
    tree, _ = read(tree_data(situation.condition))
    assert evaluate(tree, situation.known) is evaluate(situation.condition, situation.known)


GOOD = {"node": "fact", "fact": "a"}


@pytest.mark.parametrize(
    ("data", "kind", "place"),
    [
        (None, "wrong-type", "$"),
        ([], "wrong-type", "$"),
        ({}, "unknown-node", "$.node"),
        ({"node": "eval", "code": "1"}, "unknown-node", "$.node"),
        ({"node": ["and"]}, "unknown-node", "$.node"),
        ({"node": "fact", "fact": "nobody"}, "unknown-fact", "$.fact"),
        ({"node": "fact", "fact": 3}, "unknown-fact", "$.fact"),
        ({"node": "fact", "fact": "n"}, "wrong-fact", "$.fact"),
        ({"node": "fact"}, "missing-key", "$"),
        ({"node": "fact", "fact": "a", "why": 1}, "unknown-key", "$.why"),
        ({"node": "and", "parts": [GOOD]}, "wrong-type", "$.parts"),
        (
            {"node": "or", "parts": [GOOD, {"node": "not", "part": 1}]},
            "wrong-type",
            "$.parts[1].part",
        ),
        ({"node": "one-of", "fact": "stain", "values": ["blue"]}, "not-allowed", "$.values[0]"),
        ({"node": "one-of", "fact": "stain", "values": ["not_done"]}, "not-allowed", "$.values[0]"),
        ({"node": "one-of", "fact": "stain", "values": ["pos", "pos"]}, "twice", "$.values[1]"),
        ({"node": "one-of", "fact": "stain", "values": []}, "wrong-type", "$.values"),
        ({"node": "one-of", "fact": "grade", "values": [9]}, "not-allowed", "$.values[0]"),
        ({"node": "one-of", "fact": "grade", "values": [True]}, "wrong-type", "$.values[0]"),
        ({"node": "one-of", "fact": "places", "values": ["gut"]}, "wrong-fact", "$.fact"),
        ({"node": "contains", "fact": "places", "value": "toe"}, "not-allowed", "$.value"),
        ({"node": "not-empty", "fact": "a"}, "wrong-fact", "$.fact"),
        ({"node": "exceeds", "left": "n", "right": "stain"}, "wrong-fact", "$.right"),
    ],
)
def test_damage_is_told_with_its_place(data: Any, kind: str, place: str) -> None:
    assert read(data)[1] == [(kind, place)]


@pytest.mark.parametrize("value", [-1, 2.5, True, None, "", "1e3", "NaN", "-1", "９", 10**16, [1]])
def test_a_bound_is_a_plain_number(value: Any) -> None:
    bound = {"value": value, "unit": "", "section": ""}
    data = {"node": "compare", "fact": "n", "operator": "<", "bound": bound}
    assert read(data)[1] == [("wrong-type", "$.bound.value")]


def test_an_operator_is_one_of_those_known() -> None:
    bound = {"value": 1, "unit": "", "section": ""}
    data = {"node": "compare", "fact": "n", "operator": "!=", "bound": bound}
    assert read(data)[1] == [("not-allowed", "$.operator")]


def test_a_condition_of_too_many_levels_is_refused() -> None:
    data: dict[str, Any] = GOOD
    for _ in range(DEPTH):
        data = {"node": "not", "part": data}
    kinds = [kind for kind, _ in read(data)[1]]
    assert kinds == [DataProblemKind.TOO_DEEP]
    assert read(data["part"])[1] == []
