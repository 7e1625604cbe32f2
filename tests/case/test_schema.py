"""The JSON Schema agrees with the reader, contradictions aside."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import jsonschema
import pytest

from ariane.case.problems import CaseError
from ariane.case.reading import case_from_bytes
from ariane.case.schema import case_schema
from support.case_files import document, plain, written
from support.random_cases import RandomPatients


@cache
def validator() -> jsonschema.Draft202012Validator:
    schema = case_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def accepted_by_reader(content: Any) -> bool:
    try:
        case_from_bytes(written(content, "json"), "x")
    except CaseError:
        return False
    return True


@pytest.mark.parametrize("seed", range(20))
def test_random_cases_are_valid(seed: int) -> None:
    patients = RandomPatients(12_000 + seed)
    content = json.loads(written(document(plain(patients.case_facts())), "json"))
    validator().validate(content)


WRONG_OR_RIGHT: list[Any] = [
    True,
    0,
    1,
    5,
    -1,
    0.5,
    "yes",
    "1",
    "",
    "unknown",
    "not_done",
    "female",
]
WRONG_OR_RIGHT += [None, [], ["lung"], [0] * 13, [4] * 13, {}, "2026-03-02", "pos", "sarcoma"]


@pytest.mark.parametrize("value", WRONG_OR_RIGHT, ids=str)
def test_the_same_values_are_refused_fact_by_fact(value: Any) -> None:
    for name in case_schema()["properties"]["facts"]["properties"]:
        content = document({name: value})
        assert validator().is_valid(content) is accepted_by_reader(content), name


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"schema": "ariane-case/1"},
        {"schema": "ariane-case/2", "id": "x"},
        document(fact={}),
        document({"sexe": "female"}),
        document(as_of="02/03/2026"),
        document(exams={"ct_tap": {}}),
        document(exams={"ct_tab": {"status": "done"}}),
        document(exams={"ct_tap": {"status": "finished"}}),
        document(pci={"open": {"13": 0}}),
        document(pci={"open": {"0": 4}}),
        document(sources={"sex": {"page": 3}}),
        document(notes=3),
        [],
        None,
    ],
    ids=str,
)
def test_wrong_files(content: Any) -> None:
    assert not validator().is_valid(content)
    assert not accepted_by_reader(content)


@pytest.mark.parametrize(
    "content",
    [
        document(),
        document(facts=None, exams=None, pci=None, sources=None, notes=None, as_of=None),
        document(exams={"ct_tap": None, "mri_liver": {"status": "done", "date": None}}),
        document(pci={"open": {"0": None, "12": 3}, "laparoscopic": None}),
        document(sources={"sex": {"date": "2026-03-02", "document": "letter"}, "ecog_ps": None}),
    ],
    ids=str,
)
def test_right_files(content: Any) -> None:
    assert validator().is_valid(content)
    assert accepted_by_reader(content)
