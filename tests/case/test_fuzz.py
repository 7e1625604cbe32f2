"""Whatever the bytes: a case, or a `CaseError`; never another exception."""

from __future__ import annotations

import json
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from ariane.case.problems import CaseError
from ariane.case.reading import case_from_bytes
from ariane.facts.exams import Exam
from support.case_files import HEAD, SCHEMA
from support.knowledge import vocabulary_lines

VALID_YAML = f"""\
schema: {SCHEMA}
id: demo-liver-01
as_of: 2026-03-02
facts:
  sex: female
  ecog_ps: 1
  liver_metastases: true
  suspected_origins: [digestive]
  tmb_mut_per_mb: 10.1
  dotatoc_result: not_done
  pci_region_scores: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]
  board_date: 2026-03-12
sources: {{ecog_ps: {{date: 2026-02-27, document: consultation letter}}}}
pci: {{laparoscopic: {{0: 2, 1: 0, 12: 3}}}}
exams:
  ct_tap: {{status: done, date: 2026-02-20, result: "free text"}}
notes: |
  free text
"""
VALID_JSON = json.dumps(
    {
        "schema": SCHEMA,
        "id": "x",
        "facts": {"sex": "female", "ecog_ps": 1, "tmb_mut_per_mb": 10.1, "suspected_origins": []},
        "exams": {"ct_tap": {"status": "done", "date": "2026-02-20"}},
        "pci": {"open": {"0": 1}},
    }
)
SNIPPETS = [
    *("{", "}", "[", "]", ":", ",", "-", "?", "|", ">", "&a", "*a", "!!str ", "%", "#", "'", '"'),
    *(
        "\t",
        "\n",
        "\r",
        "\0",
        "\x85",
        "\u2028",
        "\ufeff",
        "\ud7ff",
        "---\n",
        "...\n",
        "<<: ",
        "\\u",
    ),
    *("null", "~", "true", ".nan", "1e999999999", "9" * 200, "0x", "0o8", "2026-02-30", "NaN"),
]
NAMES = [line.name for line in vocabulary_lines()]


def read(content: bytes) -> None:
    """Read, and be satisfied with a refusal that can be said."""
    with suppress(CaseError):
        case_from_bytes(content, "x")


@given(st.binary(max_size=200))
@settings(max_examples=400)
def test_random_bytes(content: bytes) -> None:
    read(content)


@given(st.text(max_size=200))
@settings(max_examples=400)
def test_random_text(content: str) -> None:
    read(content.encode("utf-8", "surrogatepass"))
    read((HEAD + content).encode("utf-8", "surrogatepass"))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Cut, repeat and spoil a valid file in a few places."""
    text = draw(st.sampled_from([VALID_YAML, VALID_JSON]))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        piece = draw(st.one_of(st.sampled_from(SNIPPETS), st.just(text[start:end] * 2)))
        text = text[:start] + piece + text[end:]
    return text


@given(mutated())
@settings(max_examples=800)
def test_mutated_files(content: str) -> None:
    read(content.encode())


values = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=8),
        st.sampled_from(["unknown", "not_done", "female", "2026-02-30", "done", "pos"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=14), st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=14,
)


@given(
    st.dictionaries(st.sampled_from(NAMES), values, max_size=6),
    st.dictionaries(st.sampled_from([str(exam) for exam in Exam]), values, max_size=2),
    st.fixed_dictionaries({}, optional=dict.fromkeys(("id", "as_of", "pci", "notes", "x"), values)),
)
@settings(max_examples=400)
def test_any_value_anywhere(facts: object, exams: object, more: dict[str, object]) -> None:
    content = {"schema": SCHEMA, "id": "x", "facts": facts, "exams": exams, **more}
    read(json.dumps(content).encode())


def test_the_files_that_are_mutated_are_valid() -> None:
    assert case_from_bytes(VALID_YAML.encode(), "x").known["sex"] == "female"
    assert case_from_bytes(VALID_JSON.encode(), "x").known["sex"] == "female"
