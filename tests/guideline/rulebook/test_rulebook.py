"""The knowledge as a file: complete, the same each time, read back equal, refused when damaged."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ariane.facts.terms import TERMS
from ariane.guideline.rulebook.reading import KnowledgeError, parsed_rulebook, read_rulebook
from ariane.guideline.rulebook.rulebook import current_rulebook
from ariane.guideline.rulebook.schema import knowledge_schema
from ariane.guideline.rulebook.writing import HASH, rulebook_text
from ariane.guideline.tncd24.chapter import statements
from ariane.guideline.tncd24.knowledge_hash import knowledge_sha256
from support.rulebooks import Data, edited, exported, hashed, oligometastatic_up_to, statement

TEXT = rulebook_text(current_rulebook())


def problems(content: bytes) -> list[tuple[str, str]]:
    with pytest.raises(KnowledgeError) as caught:
        parsed_rulebook(content, "x")
    return [(problem.kind.value, problem.place) for problem in caught.value.problems]


def test_all_statements_come_back_with_equal_conditions() -> None:
    book = parsed_rulebook(TEXT.encode(), "x")
    assert len(book.rules) == len(statements()) == 360
    for rule, written in zip(book.rules, statements(), strict=True):
        assert (rule.id, rule.section, rule.strength) == (
            written.id,
            written.section,
            written.strength,
        )
        assert (rule.grade, rule.action, rule.exams) == (
            written.grade,
            written.action,
            written.exams,
        )
        assert rule.when == written.when
        assert rule.fulfilled_when == written.fulfilled_when


def test_the_vocabulary_comes_back_as_the_very_facts_of_this_version() -> None:
    book = parsed_rulebook(TEXT.encode(), "x")
    assert all(mine is read for mine, read in zip(TERMS.facts, book.terms.facts, strict=True))
    assert book.terms.implications == TERMS.implications
    assert book.terms.exclusions == TERMS.exclusions
    assert book.knowledge_sha256 == knowledge_sha256()


def test_the_same_knowledge_gives_the_same_bytes() -> None:
    assert rulebook_text(parsed_rulebook(TEXT.encode(), "x")) == TEXT


def test_no_prose_is_written() -> None:
    words = {text for text in _texts(json.loads(TEXT)) if " " in text}
    assert all(len(text.split()) < 3 for text in words), words


def _texts(data: Any) -> list[str]:
    if isinstance(data, dict | list):
        return [
            t for item in (data.values() if isinstance(data, dict) else data) for t in _texts(item)
        ]
    return [data] if isinstance(data, str) else []


def test_the_schema_takes_what_is_written_and_no_other() -> None:
    schema = knowledge_schema()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    data = exported()
    assert validator.is_valid(data)
    data["statements"] = [statement(data, "S24.5.1-O1")]
    data["statements"][0]["when"]["node"] = "eval"
    assert not validator.is_valid(data)


def test_an_edited_definition_is_read_and_used_by_conditions() -> None:
    book = edited(oligometastatic_up_to(5))
    fact = book.terms.by_name["oligometastatic"]
    assert fact is not TERMS.by_name["oligometastatic"]
    assert (
        sum(mine is not read for mine, read in zip(TERMS.facts, book.terms.facts, strict=True)) == 1
    )


def test_a_file_that_was_changed_and_not_hashed_again_is_refused() -> None:
    data = exported()
    oligometastatic_up_to(5)(data)
    assert problems(json.dumps(data).encode()) == [("bad-hash", f"$.{HASH}")]


def _twice(data: Data) -> None:
    data["statements"].append(data["statements"][0])


def _set(*path: Any) -> Callable[[Data], None]:
    """Return an edit that puts the last of `path` where the others lead."""

    def edit(data: Data) -> None:
        inner: Any = data
        for key in path[:-2]:
            inner = inner[key]
        inner[path[-2]] = path[-1]

    return edit


def _drop(*path: Any) -> Callable[[Data], None]:
    def edit(data: Data) -> None:
        inner: Any = data
        for key in path[:-1]:
            inner = inner[key]
        del inner[path[-1]]

    return edit


@pytest.mark.parametrize(
    ("edit", "kind", "place"),
    [
        (_set("schema", "ariane-knowledge/9"), "unknown-schema", "$.schema"),
        (_set("prose", "x"), "unknown-key", "$.prose"),
        (_drop("inference"), "missing-key", "$"),
        (_set("statements", []), "wrong-type", "$.statements"),
        (_twice, "twice", "$.statements"),
        (_set("statements", 0, "id", "X1"), "not-allowed", "$.statements[0].id"),
        (_set("statements", 0, "kind", "Z"), "not-allowed", "$.statements[0].kind"),
        (_set("statements", 0, "strength", "law"), "not-allowed", "$.statements[0].strength"),
        (_set("statements", 0, "exams", ["x"]), "not-allowed", "$.statements[0].exams[0]"),
        (_set("statements", 0, "when", {"node": "x"}), "unknown-node", "$.statements[0].when.node"),
        (_set("vocabulary", 0, "type", "tensor"), "not-allowed", "$.vocabulary[0].type"),
        (_set("vocabulary", 0, "name", "__row"), "not-allowed", "$.vocabulary[0].name"),
        (_set("vocabulary", 1, "maximum", 10**30), "wrong-type", "$.vocabulary[1].maximum"),
        (_drop("vocabulary", 0, "allowed"), "missing-key", "$.vocabulary[0]"),
        (_set("vocabulary", 0, "unit", "cm"), "unknown-key", "$.vocabulary[0].unit"),
        (
            _set("inference", "implications", 0, "cause", "sex"),
            "wrong-fact",
            "$.inference.implications[0].cause",
        ),
        (
            _set(
                "inference", "derived", 0, "definition", {"node": "fact", "fact": "oligometastatic"}
            ),
            "order",
            "$.inference.derived[0]",
        ),
        (
            _set("inference", "implications", 0, "effects", ["liver_metastases"]),
            "order",
            "$.inference.implications[0]",
        ),
    ],
)
def test_damage_is_refused_with_its_place(
    edit: Callable[[Data], None], kind: str, place: str
) -> None:
    data = exported()
    edit(data)
    assert (kind, place) in problems(hashed(data))


def test_all_problems_are_told_at_once() -> None:
    data = exported()
    _set("statements", 0, "strength", "law")(data)
    _set("statements", 5, "when", {"node": "fact", "fact": "nobody"})(data)
    assert len(problems(hashed(data))) == 2


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "syntax"),
        (b"\xff\xfe", "syntax"),
        (b"[" * 100_000, "too-deep"),
        (b'{"schema": NaN}', "syntax"),
        (b'{"schema": 1, "schema": 2}', "duplicate-key"),
        (b"[]", "wrong-type"),
        (b"cos\nsystem\n(S'true'\ntR.", "syntax"),
        (TEXT[: len(TEXT) // 2].encode(), "syntax"),
        (("9" * 5000).encode(), "syntax"),
    ],
)
def test_what_is_no_knowledge_file_is_refused(content: bytes, kind: str) -> None:
    assert kind in {found for found, _ in problems(content)}


@pytest.mark.parametrize("value", [None, -1, [], {}, "\ud800", True, 2.5])
def test_any_one_value_put_out_of_place_is_refused_or_read_never_a_crash(value: Any) -> None:
    for path in list(_paths(exported()))[::1597]:
        data = exported()
        _set(*path, value)(data)
        with suppress(KnowledgeError):
            parsed_rulebook(hashed(data), "x")


def _paths(data: Any, path: tuple[Any, ...] = ()) -> Any:
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from _paths(value, (*path, key))


def test_a_file_past_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as stream:
        stream.truncate(17 * 1024 * 1024)
    with pytest.raises(KnowledgeError, match="too-large"):
        read_rulebook(path)
