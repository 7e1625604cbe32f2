"""The knowledge itself: listings of statements, one statement in full, and what is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ariane.documents.places import printed_place
from ariane.guideline.statement import Statement
from ariane.guideline.tncd24.bibliography import identified
from ariane.guideline.tncd24.chapter import statements_by_id
from ariane.guideline.tncd24.contents import STATEMENT_IDS
from ariane.logic.fact import Fact
from ariane.logic.notation import notation
from ariane.wording.catalogue import ambiguity, say, text, title
from ariane.wording.language import Language
from ariane.wording.phrases import whole_condition


def print_statements(chosen: Sequence[Statement], language: Language, console: Console) -> None:
    """Print statements, one a line."""
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for statement in chosen:
        strength = say(f"strength.{statement.strength}", language)
        table.add_row(statement.id, strength, title(statement.id, language))
    console.print(table)


def statements_data(chosen: Sequence[Statement], language: Language) -> list[dict[str, Any]]:
    """Return statements as plain data."""
    return [statement_data(statement, language) for statement in chosen]


def statement_data(statement: Statement, language: Language) -> dict[str, Any]:
    """Return one statement as plain data, its typed content included."""
    return {
        "id": statement.id,
        "kind": statement.kind,
        "section": statement.section,
        "lines": [list(span) for span in statement.lines],
        "action_type": statement.action.value,
        "strength": statement.strength.value,
        "printed_strength": statement.printed or None,
        "grade": statement.grade.value if statement.grade else None,
        "condition": notation(statement.when),
        "fulfilled_when": None
        if statement.fulfilled_when is None
        else notation(statement.fulfilled_when),
        "exams": [exam.value for exam in statement.exams],
        "epistemic": statement.epistemic,
        "title": title(statement.id, language),
        "text": text(statement.id, language),
        "citations": list(statement.citations),
        "ambiguities": list(statement.ambiguities),
        "data": plain(statement.data),
    }


def plain(value: Any) -> Any:
    """Return typed content as JSON data; decimals keep their printed form as text."""
    if isinstance(value, Fact):
        return value.name
    if hasattr(value, "_asdict"):
        return {name: plain(inner) for name, inner in value._asdict().items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple | list | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    return value


def print_statement(statement: Statement, language: Language, console: Console) -> None:
    """Print one statement in full."""
    console.print(Text.assemble((statement.id, "bold"), "  ", title(statement.id, language)))
    console.print(Padding(Text(text(statement.id, language)), (0, 0, 1, 2)))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in _rows(statement, language):
        grid.add_row(name, Text(value))
    console.print(grid)
    for reference in statement.ambiguities:
        words = ambiguity(reference, language)
        console.print(Text(f"\n⚠ {words['topic']} [{reference}]", "bold yellow"))
        console.print(Padding(Text(words["issue"]), (0, 0, 0, 2)))
        console.print(Padding(Text(words["reading"], "italic"), (0, 0, 0, 2)))
    if statement.data is not None:
        console.print(Text(f"\n{say('show.data', language)}", "dim"))
        console.print_json(data=plain(statement.data), ensure_ascii=False)


def _rows(statement: Statement, language: Language) -> list[tuple[str, str]]:
    strength = say(f"strength.{statement.strength}", language)
    if statement.printed:
        strength += f" (« {statement.printed} »)"
    if statement.grade:
        strength += f" · {say(f'grade.{statement.grade}', language)}"
    lines = ", ".join(f"{a}-{b}" if a != b else str(a) for a, b in statement.lines)
    rows = [
        (say("view.section", language), printed_place(statement, language)),
        ("", say("explain.passage", language, lines=lines)),
        ("", strength),
        (say("show.condition", language), whole_condition(statement.when, language)),
        (say("show.notation", language), notation(statement.when)),
    ]
    if statement.fulfilled_when is not None:
        done = whole_condition(statement.fulfilled_when, language)
        rows.append((say("show.fulfilled", language), done))
    if statement.exams:
        exams = ", ".join(say(f"exam.{exam}", language) for exam in statement.exams)
        rows.append((say("show.exams", language), exams))
    for index, key in enumerate(statement.citations):
        source = identified(key) or say("show.unidentified", language)
        rows.append((say("show.citations", language) if index == 0 else "", f"{key}: {source}"))
    return rows


def coverage_data() -> dict[str, Any]:
    """Return which statements of the inventory are written, section by section."""
    written = statements_by_id()
    sections: dict[str, dict[str, Any]] = {}
    for name in STATEMENT_IDS:
        section = name.rsplit("-", 1)[0].removeprefix("S")
        entry = sections.setdefault(section, {"written": 0, "total": 0, "missing": []})
        entry["total"] += 1
        if name in written:
            entry["written"] += 1
        else:
            entry["missing"].append(name)
    added = [name for name in written if name not in STATEMENT_IDS]
    total = len(STATEMENT_IDS)
    return {
        "total": total,
        "written": total - sum(len(entry["missing"]) for entry in sections.values()),
        "added": added,
        "sections": sections,
    }


def print_coverage(language: Language, console: Console) -> None:
    """Print which statements of the inventory are written."""
    data = coverage_data()
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(say("coverage.section", language))
    table.add_column(say("coverage.written", language), justify="right")
    table.add_column(say("coverage.missing", language), overflow="fold")
    for section, entry in data["sections"].items():
        count = f"{entry['written']}/{entry['total']}"
        style = "green" if entry["written"] == entry["total"] else "yellow"
        missing = " ".join(name.rsplit("-", 1)[1] for name in entry["missing"])
        table.add_row(section, Text(count, style), missing)
    console.print(table)
    console.print(say("coverage.total", language, written=data["written"], total=data["total"]))
