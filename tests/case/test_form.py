"""The form of a case file: what is no readable JSON or YAML text within the limits."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from ariane.case.problems import CaseError, ProblemKind
from ariane.case.reading import read_case
from ariane.case.tree import MAX_BYTES, read_tree
from support.case_files import HEAD, read, refused

JSON_HEAD = '"schema": "ariane-case/1", "id": "x"'


def kinds(content: str | bytes) -> list[ProblemKind]:
    return [problem.kind for problem in refused(content)]


class TestFiles:
    def test_a_file(self, tmp_path: Path) -> None:
        path = tmp_path / "case.yaml"
        path.write_text(HEAD + "facts: {sex: female}\n", "utf-8")
        assert read_case(path).known == {"sex": "female"}

    def test_standard_input(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(HEAD.encode())))
        assert read_case("-").id == "x"

    def test_a_missing_file(self, tmp_path: Path) -> None:
        path = tmp_path / "nowhere.yaml"
        with pytest.raises(CaseError, match=r"nowhere\.yaml") as caught:
            read_case(path)
        assert [p.kind for p in caught.value.problems] == [ProblemKind.UNREADABLE]

    def test_a_directory(self, tmp_path: Path) -> None:
        with pytest.raises(CaseError) as caught:
            read_case(tmp_path)
        assert [p.kind for p in caught.value.problems] == [ProblemKind.UNREADABLE]

    def test_an_impossible_path(self) -> None:
        with pytest.raises(CaseError) as caught:
            read_case("a\0b")
        assert [p.kind for p in caught.value.problems] == [ProblemKind.UNREADABLE]

    def test_a_file_past_the_limit(self, tmp_path: Path) -> None:
        path = tmp_path / "large.yaml"
        path.write_bytes(HEAD.encode() + b"#" * MAX_BYTES)
        with pytest.raises(CaseError) as caught:
            read_case(path)
        assert [p.kind for p in caught.value.problems] == [ProblemKind.TOO_LARGE]


class TestSize:
    def test_one_mebibyte_is_the_limit(self) -> None:
        assert MAX_BYTES == 2**20

    @pytest.mark.parametrize(
        ("start", "end"),
        [(f'{{{JSON_HEAD}, "notes": "', '"}'), (HEAD + "#", "\n"), (HEAD + "notes: ", "")],
        ids=["json", "yaml comment", "yaml text"],
    )
    def test_exactly_at_the_limit(self, start: str, end: str) -> None:
        content = start + "x" * (MAX_BYTES - len(start) - len(end)) + end
        assert read(content).id == "x"
        assert kinds(content + " ") == [ProblemKind.TOO_LARGE]

    def test_bytes_are_counted_not_characters(self) -> None:
        content = (HEAD + "notes: ").encode() + "é".encode() * (MAX_BYTES // 2)
        assert kinds(content) == [ProblemKind.TOO_LARGE]


class TestEncoding:
    @pytest.mark.parametrize("content", [HEAD, f"{{{JSON_HEAD}}}"], ids=["yaml", "json"])
    def test_a_byte_order_mark_is_accepted(self, content: str) -> None:
        assert read(b"\xef\xbb\xbf" + content.encode()).id == "x"

    @pytest.mark.parametrize(
        "content",
        [
            HEAD.encode() + b"notes: caf\xe9",
            HEAD.encode("utf-16"),
            f'{{{JSON_HEAD}, "notes": "'.encode() + b'\xff"}',
            HEAD.encode() + b"notes: \xed\xa0\x80",
            HEAD.encode() + b"notes: \xc0\xaf",
        ],
        ids=["latin-1", "utf-16", "json", "encoded surrogate", "overlong"],
    )
    def test_not_utf8(self, content: bytes) -> None:
        assert kinds(content) == [ProblemKind.NOT_UTF8]

    @pytest.mark.parametrize("escape", ["\\ud800", "\\udfff", "a\\udc00b"])
    @pytest.mark.parametrize("place", ["notes", "id", "nodal_max_basin"])
    def test_a_lone_surrogate(self, place: str, escape: str) -> None:
        inside = f'"facts": {{"{place}": "{escape}"}}' if "_" in place else f'"{place}": "{escape}"'
        head = '"schema": "ariane-case/1"' + ("" if place == "id" else ', "id": "x"')
        problems = refused(f"{{{head}, {inside}}}")
        assert [p.kind for p in problems] == [ProblemKind.NOT_UTF8]
        assert problems[0].place.endswith(place)

    def test_a_surrogate_pair_is_a_character(self) -> None:
        assert read(f'{{{JSON_HEAD}, "notes": "\\ud83d\\ude00"}}').notes == "\N{GRINNING FACE}"

    @pytest.mark.parametrize(
        "body",
        [
            '"facts": {"\\ud800": true}',
            '"facts": {"sex": "\\ud800"}',
        ],
    )
    def test_a_refusal_can_always_be_written(self, body: str) -> None:
        """The message quotes what was read; it must survive UTF-8."""
        with pytest.raises(CaseError) as caught:
            read(f"{{{JSON_HEAD}, {body}}}")
        str(caught.value).encode()

    @pytest.mark.parametrize("character", ["\x00", "\x01", "\x07", "\x1b", "\x7f"])
    def test_control_characters_in_yaml(self, character: str) -> None:
        assert kinds(HEAD + f"notes: a{character}b") == [ProblemKind.SYNTAX]

    @pytest.mark.parametrize("character", ["\x00", "\x01", "\x1b"])
    def test_control_characters_in_json(self, character: str) -> None:
        assert kinds(f'{{{JSON_HEAD}, "notes": "a{character}b"}}') == [ProblemKind.SYNTAX]


class TestSyntax:
    @pytest.mark.parametrize("content", ["", "\n", "# nothing\n", "---\n", "\ufeff"])
    def test_empty(self, content: str) -> None:
        assert refused(content)

    @pytest.mark.parametrize("content", ["", "# nothing\n"])
    def test_an_empty_file_says_so(self, content: str) -> None:
        assert kinds(content) == [ProblemKind.EMPTY]

    @pytest.mark.parametrize("content", ["[]", "- a", "12", "true", "text", '"text"', "null", "~"])
    def test_not_a_mapping(self, content: str) -> None:
        assert ProblemKind.WRONG_TYPE in kinds(content)

    @pytest.mark.parametrize(
        ("content", "line"),
        [
            (HEAD + "facts: {sex: female\n", 4),
            (HEAD + "facts:\n\tsex: female\n", 4),
            (HEAD + "notes: 'open\n", 4),
            ('{\n"schema": "ariane-case/1",\n"facts": [}', 3),
            ('{\n"schema": "ariane-case/1"\n"id": "x"}', 3),
        ],
    )
    def test_a_syntax_error_has_its_line(self, content: str, line: int) -> None:
        problem = refused(content)[0]
        assert (problem.kind, problem.line) == (ProblemKind.SYNTAX, line)

    def test_two_documents(self) -> None:
        assert kinds(HEAD + "---\n" + HEAD) == [ProblemKind.SEVERAL_DOCUMENTS]

    def test_one_document_between_its_marks(self) -> None:
        assert read("---\n" + HEAD + "...\n").id == "x"

    @pytest.mark.parametrize(
        "body",
        [
            "facts: &f {sex: female}",
            "notes: &n text",
            "facts: {sex: &s female}",
            "facts: {suspected_origins: &o [lung]}",
            "facts: {&k sex: female}",
            "facts: {diabetes: &d true, history_taken: *d}",
            "facts: *nothing",
            "? &k notes\n: text",
        ],
    )
    def test_anchors_and_aliases(self, body: str) -> None:
        assert kinds(HEAD + body)[0] in (ProblemKind.ALIAS, ProblemKind.SYNTAX)

    def test_a_billion_laughs(self) -> None:
        lines = ["a0: &a0 [x, x]"]
        lines += [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 40)]
        assert set(kinds("\n".join(lines))) == {ProblemKind.ALIAS}

    @pytest.mark.parametrize(
        "body",
        [
            "notes: !!str 12",
            "facts: !!map {sex: female}",
            "facts: {ecog_ps: !!int '1'}",
            "notes: !custom text",
            "notes: !!python/object/apply:os.system ['true']",
            "!!str notes: text",
        ],
    )
    def test_tags(self, body: str) -> None:
        assert kinds(HEAD + body) == [ProblemKind.TAG]

    @pytest.mark.parametrize("body", ["? [a, b]\n: c", "{a: b}: c", "[a]: c"])
    def test_keys_that_are_no_text(self, body: str) -> None:
        assert refused(HEAD + body)


class TestDuplicateKeys:
    @pytest.mark.parametrize(
        ("content", "place"),
        [
            (HEAD + "id: y", "id"),
            (HEAD + "facts: {sex: female, sex: female}", "facts.sex"),
            (HEAD + 'facts: {sex: female, "sex": male}', "facts.sex"),
            (HEAD + "exams: {ct_tap: {status: done, status: done}}", "exams.ct_tap.status"),
            (HEAD + 'pci: {open: {0: 1, "0": 2}}', "pci.open.0"),
            (HEAD + "sources: {sex: {date: 2026-01-01, date: null}}", "sources.sex.date"),
            (f'{{{JSON_HEAD}, "id": "y"}}', "id"),
            (f'{{{JSON_HEAD}, "facts": {{"sex": "female", "sex": "male"}}}}', "facts.sex"),
            (f'{{{JSON_HEAD}, "facts": {{"sex": "male", "\\u0073ex": "male"}}}}', "facts.sex"),
            (f'{{{JSON_HEAD}, "pci": {{"open": {{"0": 1, "0": 1}}}}}}', "pci.open.0"),
        ],
    )
    def test_are_refused_where_they_stand(self, content: str, place: str) -> None:
        assert [(p.kind, p.place) for p in refused(content)] == [(ProblemKind.DUPLICATE_KEY, place)]

    def test_all_of_them_are_reported(self) -> None:
        problems = refused(HEAD + "id: y\nfacts: {sex: male, sex: male}\n")
        assert [p.place for p in problems] == ["id", "facts.sex"]


def nested(depth: int, innermost: str) -> str:
    """Return lists within lists: `depth` of them, the innermost with this content."""
    return "[" * depth + innermost + "]" * depth


class TestNesting:
    """At most twenty levels of mappings and lists, whatever the innermost holds."""

    @pytest.mark.parametrize("innermost", ["", "1"], ids=["empty", "a number"])
    @pytest.mark.parametrize("before", ["", "# yaml\n"], ids=["json", "yaml"])
    def test_twenty_levels_are_read(self, before: str, innermost: str) -> None:
        assert read_tree((before + nested(20, innermost)).encode(), "test")

    @pytest.mark.parametrize("innermost", ["", "1"], ids=["empty", "a number"])
    @pytest.mark.parametrize("before", ["", "# yaml\n"], ids=["json", "yaml"])
    def test_twenty_one_are_not(self, before: str, innermost: str) -> None:
        with pytest.raises(CaseError) as caught:
            read_tree((before + nested(21, innermost)).encode(), "test")
        assert [p.kind for p in caught.value.problems] == [ProblemKind.TOO_DEEP]

    def test_mappings_count_like_lists(self) -> None:
        def deep(levels: int) -> bytes:
            return ('{"a": ' * levels + "1" + "}" * levels).encode()

        assert read_tree(deep(20), "test")
        with pytest.raises(CaseError):
            read_tree(deep(21), "test")

    @pytest.mark.parametrize(
        "content",
        [
            "[" * 100_000 + "]" * 100_000,
            '{"a":' * 100_000 + "1" + "}" * 100_000,
            "[" * 100_000,
            "# yaml\n" + "[" * 100_000,
            "- " * 100_000 + "x",
            "? " * 100_000 + "x",
            "".join(" " * i + "a:\n" for i in range(1_000)),
        ],
        ids=["lists", "objects", "open lists", "flow", "sequences", "keys", "block mappings"],
    )
    def test_an_abyss_is_refused_without_a_crash(self, content: str) -> None:
        assert refused(content)


class TestSeveralProblems:
    """A problem of form does not hide the problems of content that can still be seen."""

    @pytest.mark.parametrize(
        "form",
        ["notes: a\nnotes: b", "notes: &n a"],
        ids=["duplicate key", "anchor"],
    )
    def test_form_and_content_together(self, form: str) -> None:
        problems = refused(HEAD + f"facts: {{ecog_ps: 5, sexe: male}}\n{form}\n")
        assert {"facts.ecog_ps", "facts.sexe"} < {problem.place for problem in problems}

    def test_in_json_too(self) -> None:
        content = json.dumps({"schema": "ariane-case/1", "id": "x", "facts": {"ecog_ps": 5}})
        problems = refused(content[:-1] + ', "id": "y"}')
        assert {problem.place for problem in problems} == {"id", "facts.ecog_ps"}
