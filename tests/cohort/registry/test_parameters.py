"""A parameter file that says something impossible is refused, and says what."""

from __future__ import annotations

from typing import Any

import pytest

from ariane.cohort.registry.answers import Range
from ariane.cohort.registry.parameters import ParameterError, read_parameters


def document(**variables: Any) -> dict[str, Any]:
    return {
        "schema": "ariane-registry/1",
        "sources": {"A2020": {"cite": "A. 2020", "where": "doi:1"}},
        "reasons": {"rare": "it is rare"},
        "not_generated": [],
        "variables": variables,
        "recording": [],
    }


def row(shares: Any, origin: str = "A2020", **of: Any) -> dict[str, Any]:
    return {"of": of, "is": shares, "from": origin}


def test_shares_are_fractions_counts_and_rests() -> None:
    stains = {"rows": [row("24/26")]}
    sexes = {"rows": [row({"female": 30, "male": 10})]}
    sizes = {"rows": [row({"1..9.9": 0.25, "10..13": "rest"})]}
    read = read_parameters([document(ihc_ck7=stains, sex=sexes, ovary_max_size_cm=sizes)])
    stain, sex, size = read.variables
    assert stain.rows[0].shares == {"pos": 24 / 26, "neg": pytest.approx(2 / 26)}
    assert sex.rows[0].shares == {"female": 0.75, "male": 0.25}
    assert size.rows[0].shares == {Range(1, 9.9): 0.25, Range(10, 13): 0.75}


BROKEN: dict[str, tuple[dict[str, Any], str]] = {
    "source": ({"sex": {"rows": [row({"female": 1}, "B1999")]}}, "B1999"),
    "reason": ({"sex": {"rows": [row({"female": 1}, "assumed/guess")]}}, "guess"),
    "sum": ({"sex": {"rows": [row({"female": 0.3, "male": 0.3})]}}, "sum to 0.6"),
    "answer": ({"sex": {"rows": [row({"woman": 1})]}}, "never 'woman'"),
    "member": ({"suspected_origins": {"rows": [row({"moon": 1})]}}, "moon"),
    "boolean": ({"diabetes": {"rows": [row({"yes": 1})]}}, "true or false"),
    "order": ({"sex": {"rows": [row({"female": 1}, origin="A2020", origin_of="x")]}}, "origin_of"),
    "parent": (
        {"sex": {"rows": [row({"female": 1})]}, "ecog_ps": {"rows": [row({0: 1}, sex="male")]}},
        "never",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_is_refused(name: str) -> None:
    variables, expected = BROKEN[name]
    with pytest.raises(ValueError, match=expected):
        read_parameters([document(**variables)])


def test_another_schema_is_refused() -> None:
    with pytest.raises(ParameterError, match="ariane-registry/1"):
        read_parameters([{"schema": "other/1"}])
