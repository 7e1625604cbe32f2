"""What a plain YAML word means: the core rules of YAML 1.2, nothing more."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ariane.case.problems import ProblemKind
from ariane.case.tree import scalar
from support.case_files import HEAD, read, refused


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "y", "n", "Yes", "NO", "On", "tRUE"])
def test_only_true_and_false_are_booleans(word: str) -> None:
    assert scalar(word) == word


@pytest.mark.parametrize("word", ["2026-03-02", "12:30", "1_000", "0b11", "1,5", "nan", "=", "<<"])
def test_text_that_yaml_1_1_reads_otherwise(word: str) -> None:
    assert scalar(word) == word


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("true", True),
        ("True", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-3", -3),
        ("+3", 3),
        ("010", 10),
        ("0o10", 8),
        ("0x1F", 31),
    ],
)
def test_words_with_a_meaning(word: str, value: Any) -> None:
    found = scalar(word)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("10.1", "10.1"),
        (".5", "0.5"),
        ("5.", "5"),
        ("1e2", "100"),
        ("1.0", "1.0"),
        ("-2E-1", "-0.2"),
    ],
)
def test_numbers_with_a_point_or_an_exponent_are_decimals(word: str, value: str) -> None:
    found = scalar(word)
    assert isinstance(found, Decimal)
    assert found == Decimal(value)


@pytest.mark.parametrize("word", [".nan", ".NaN", ".inf", "-.inf", "+.INF"])
def test_numbers_that_are_none(word: str) -> None:
    found = scalar(word)
    assert isinstance(found, Decimal)
    assert not found.is_finite()


def test_her2_amplified_yes_is_the_text_yes() -> None:
    assert read(HEAD + "facts: {her2_amplified: yes}").known == {"her2_amplified": "yes"}


def test_fgfr_none_is_the_text_none() -> None:
    assert read(HEAD + "facts: {fgfr_fusion: none}").known == {"fgfr_fusion": "none"}


@pytest.mark.parametrize("word", ["yes", "on", "True!", "'true'", '"true"', "1"])
def test_a_boolean_fact_takes_no_other_word(word: str) -> None:
    problems = refused(HEAD + f"facts: {{diabetes: {word}}}")
    assert [p.kind for p in problems] == [ProblemKind.WRONG_TYPE]


def test_an_octal_looking_number_is_ten() -> None:
    assert read(HEAD + "facts: {metastasis_count: 010}").known["metastasis_count"] == 10


@pytest.mark.parametrize("style", ["'12'", '"12"', "|\n  12", ">-\n  12"])
def test_quoted_and_block_text_is_text(style: str) -> None:
    assert read(HEAD + f"notes: {style}\n").notes is not None


def test_a_plain_number_is_no_text() -> None:
    assert [p.kind for p in refused(HEAD + "notes: 12")] == [ProblemKind.WRONG_TYPE]


@pytest.mark.parametrize("digits", [5, 5_000])
def test_a_long_plain_number_is_no_text_either(digits: int) -> None:
    problems = refused("schema: ariane-case/1\nid: " + "1" * digits)
    assert [p.place for p in problems] == ["id"]
