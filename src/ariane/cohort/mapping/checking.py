"""From the text of a mapping file to a mapping, or to everything that is wrong with it."""

from __future__ import annotations

from ariane.case.collecting import in_file_order
from ariane.case.problems import CaseError
from ariane.case.tree import Node, read_tree_and_problems
from ariane.case.values import text
from ariane.cohort.mapping.entries import choice, date_form, flag, one_character, texts
from ariane.cohort.mapping.readings import ReadingCollector
from ariane.cohort.mapping.source_mapping import SCHEMA, SourceMapping, SourceTable

KEYS = ("schema", "id", "title", "description", "cites", "unknown", "tables")
TABLE_KEYS = (
    "file",
    "patient",
    "date",
    "date_format",
    "delimiter",
    "decimal",
    "encoding",
    "lists_patients",
    "optional",
    "ignore",
    "columns",
    "items",
)
ENCODINGS = ("utf-8", "latin-1", "cp1252")


def mapping_from_bytes(content: bytes, source: str) -> SourceMapping:
    """Read and check a mapping file. Raises `CaseError` with all problems at once."""
    tree, problems = read_tree_and_problems(content, source, SCHEMA)
    return _Checker(problems).mapping(tree, source)


class _Checker(ReadingCollector):
    def mapping(self, tree: Node, source: str) -> SourceMapping:
        entries = self.entries(tree, KEYS)
        self.require(tree, SCHEMA)
        self.unknown = frozenset(self.optional(entries, "unknown", texts) or ())
        for remark in ("title", "description"):
            self.optional(entries, remark, text)
        tables = self._tables(tree, entries)
        found = SourceMapping(
            id=self.optional(entries, "id", text) or "",
            cites=self.optional(entries, "cites", texts) or (),
            tables=tables,
        )
        if self.problems:
            raise CaseError(source, in_file_order(self.problems, tree))
        return found

    def _tables(self, tree: Node, entries: dict[str, Node]) -> tuple[SourceTable, ...]:
        node = entries.get("tables")
        if node is None or not isinstance(node.value, dict) or not node.value:
            if isinstance(tree.value, dict):
                self.missing(node or tree, "tables", "{name: {file, patient, columns, items}}")
            return ()
        return tuple(self._table(name, entry) for name, entry in node.value.items())

    def _table(self, name: str, node: Node) -> SourceTable:
        entries = self.entries(node, TABLE_KEYS)
        self.decimal = self.optional(entries, "decimal", choice(".", ",")) or "."
        self.form = self.optional(entries, "date_format", date_form) or "%Y-%m-%d"
        if "columns" not in entries and "items" not in entries:
            self.missing(node, "columns", "{column: {fact: …}}")
        return SourceTable(
            name=name,
            file=self.required(node, entries, "file"),
            patient=self.required(node, entries, "patient"),
            columns=self.columns(entries.get("columns")),
            items=self.items(entries["items"]) if "items" in entries else None,
            date=self.optional(entries, "date", text),
            date_format=self.form,
            delimiter=self.optional(entries, "delimiter", one_character) or ",",
            encoding=self.optional(entries, "encoding", choice(*ENCODINGS)) or "utf-8",
            lists_patients=self.optional(entries, "lists_patients", flag) or False,
            optional=self.optional(entries, "optional", flag) or False,
            ignored=frozenset(self.optional(entries, "ignore", texts) or ()),
            unknown=self.unknown,
        )
