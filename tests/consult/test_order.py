"""The order in which a file says things changes nothing."""

from __future__ import annotations

import json

import pytest

from ariane.consult.assessment import assess
from support.case_files import read
from support.random_cases import RandomPatients
from support.random_files import random_file, shuffled


@pytest.mark.parametrize("seed", range(10))
def test_shuffled_files_give_the_same_consultation(seed: int) -> None:
    patients = RandomPatients(5_000 + seed)
    content = random_file(patients)
    expected = assess(read(json.dumps(content)))
    for _ in range(5):
        other = shuffled(content, patients.random)
        assert json.dumps(other) != json.dumps(content)
        found = assess(read(json.dumps(other)))
        assert found.assessed == expected.assessed
        assert repr(found.assessed) == repr(expected.assessed)
        assert found.case == expected.case


def test_json_and_yaml_give_the_same_consultation() -> None:
    content = random_file(RandomPatients(5_100))
    lines = [f"{key}: {json.dumps(value)}" for key, value in content.items()]
    in_yaml = assess(read("\n".join(lines)))
    assert in_yaml.assessed == assess(read(json.dumps(content))).assessed
