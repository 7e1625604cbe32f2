"""Each grave ambiguity is shown to a patient whom it touches, and not to the nearest other one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from ariane.consult.assessment import assess
from ariane.documents.consultation_json import consultation_data
from ariane.guideline.tncd24.ambiguities import AMBIGUITIES, Priority
from ariane.wording.language import Language
from support.case_files import case

TABLE = yaml.safe_load(Path(__file__).with_name("ambiguities.yaml").read_text(encoding="utf-8"))
GRAVE = [a for a in AMBIGUITIES if a.priority in (Priority.CRITICAL, Priority.HIGH)]


def shown(facts: dict[str, Any]) -> dict[str, list[str]]:
    """Return, for each ambiguity that touches a patient, the statements it shows itself in."""
    data = consultation_data(assess(case(facts)), Language.EN)
    return {conflict["ambiguity"]: conflict["ids"] for conflict in data["conflicts"]}


def test_no_critical_or_high_ambiguity_is_left_out() -> None:
    assert list(TABLE) == [ambiguity.id for ambiguity in GRAVE]
    assert all(set(entry) == {"facts", "statements", "turned_by"} for entry in TABLE.values())


@pytest.mark.parametrize("name", TABLE)
def test_an_ambiguity_shows_itself_in_the_statements_concerned(name: str) -> None:
    assert shown(TABLE[name]["facts"])[name] == TABLE[name]["statements"]


@pytest.mark.parametrize("name", TABLE)
def test_it_vanishes_once_one_fact_is_another(name: str) -> None:
    facts, change = TABLE[name]["facts"], TABLE[name]["turned_by"]
    assert len(change) == 1
    assert change.keys() <= facts.keys()
    assert name not in shown({**facts, **change})
