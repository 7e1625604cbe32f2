"""A consultation on a terminal: what to do, what to discuss, what to avoid, what is missing."""

from __future__ import annotations

from rich.console import Console, ConsoleRenderable, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ariane.consult.consultation import Consultation
from ariane.documents.answers import answer_effect
from ariane.documents.view import Item, QuestionView, Section, View, view
from ariane.wording.catalogue import say
from ariane.wording.language import Language
from ariane.wording.phrases import printable

COLOURS = {
    "do": "green",
    "discuss": "cyan",
    "avoid": "red",
    "questions": "yellow",
    "reading": "blue",
    "done": "white",
}
MARKS = {"do": "▶", "discuss": "◆", "avoid": "✖", "reading": "•", "done": "✔"}
WIDEST = 110


def print_consultation(consultation: Consultation, language: Language, console: Console) -> None:
    """Print a consultation, at most `WIDEST` columns wide."""
    printer = _Printer(view(consultation, language), language)
    width = min(console.width, WIDEST)
    for part in printer.parts():
        console.print(part, width=width)


class _Printer:
    def __init__(self, seen: View, language: Language) -> None:
        self._view = seen
        self._language = language

    def parts(self) -> list[ConsoleRenderable]:
        later = {section.key: section for section in self._view.later}
        parts: list[ConsoleRenderable] = [self._head()]
        parts += [self._full(section) for section in self._view.first if section.items]
        parts.append(self._questions())
        parts += [part for part in (self._pathways(), self._conflicts()) if part is not None]
        if later["reading"].items:
            parts.append(self._short(later["reading"]))
        if later["done"].items:
            parts.append(self._short(later["done"]))
        parts.append(self._known())
        parts.append(self._foot(later))
        return parts

    def _say(self, key: str, **values: object) -> str:
        return say(key, self._language, **values)

    def _head(self) -> ConsoleRenderable:
        line = Text.assemble(
            ("ARIANE", "bold reverse"),
            "  ",
            (printable(self._view.case_id), "bold"),
            f" · {self._view.as_of}",
        )
        summary = Text(printable(" · ".join(self._view.summary)))
        rows: list[RenderableType] = [Text(), line, summary, Text(self._view.edition, "dim")]
        if self._view.dated:
            rows.append(Text(self._view.dated, "bold yellow"))
        return Group(*rows)

    def _known(self) -> ConsoleRenderable:
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column(overflow="fold")
        for domain, facts in self._view.known:
            grid.add_row(domain, Text(printable(" · ".join(facts))))
        return Group(self._heading("questions", self._say("view.known"), "", "white"), grid)

    def _heading(self, key: str, words: str, hint: str, colour: str = "") -> ConsoleRenderable:
        text = Text.assemble("\n", (words.upper(), f"bold {colour or COLOURS[key]}"))
        if hint:
            text.append(f"  {hint}", "dim")
        return text

    def _full(self, section: Section) -> ConsoleRenderable:
        rows: list[RenderableType] = [
            self._heading(section.key, f"{section.heading} ({len(section.items)})", section.hint)
        ]
        rows += [self._item(item, section.key) for item in section.items]
        return Group(*rows)

    def _item(self, item: Item, key: str) -> ConsoleRenderable:
        head = Text.assemble(
            (f" {MARKS[key]} ", COLOURS[key]),
            (item.title, "bold"),
            ("  " + item.status, "yellow") if item.status else "",
        )
        body = Text(item.text)
        body.append(f"\n{self._label(item)}", "dim")
        if item.because:
            body.append(f"\n{self._say('view.because')} ", "dim")
            body.append(printable(item.because), "italic dim")
        for other in item.also:
            body.append(f"\n{other}", "cyan")
        if item.remarks:
            topics = " · ".join(f"{remark.topic} [{remark.id}]" for remark in item.remarks)
            body.append(f"\n⚠ {topics}", "yellow")
        return Group(head, Padding(body, (0, 0, 0, 3)))

    def _label(self, item: Item) -> str:
        return " · ".join(
            part for part in (item.strength_label, item.grade, item.place, item.id) if part
        )

    def _questions(self) -> ConsoleRenderable:
        rows: list[RenderableType] = [
            self._heading(
                "questions", self._say("view.questions"), self._say("view.questions.hint")
            )
        ]
        rows += [self._question(question) for question in self._view.questions]
        if not self._view.questions:
            rows.append(Text(" " + self._say("view.no-questions")))
        if self._view.more_questions:
            more = self._say("view.more-questions", count=self._view.more_questions)
            rows.append(Text(f"   {more}", "dim"))
        return Group(*rows)

    def _question(self, asked: QuestionView) -> ConsoleRenderable:
        return question_block(asked, self._language)

    def _pathways(self) -> ConsoleRenderable | None:
        lines = [line for line in self._view.pathways if line]
        if not lines:
            return None
        head = self._heading("reading", self._say("view.pathways"), "")
        return Group(head, *(Text.assemble((" ↳ ", "blue"), line) for line in lines))

    def _conflicts(self) -> ConsoleRenderable | None:
        grave = [conflict for conflict in self._view.conflicts if conflict.grave]
        if not self._view.conflicts:
            return None
        heading = self._say("view.conflicts"), self._say("view.conflicts.hint")
        rows: list[RenderableType] = [self._heading("questions", *heading)]
        for conflict in grave:
            remark = conflict.remark
            rows.append(
                Text.assemble((" ⚠ ", "yellow"), (remark.topic, "bold"), (f"  {remark.id}", "dim"))
            )
            rows.append(Padding(Text(remark.reading, "dim"), (0, 0, 0, 3)))
        minor = len(self._view.conflicts) - len(grave)
        if minor:
            rows.append(Text(f"   {self._say('view.other-conflicts', count=minor)}", "dim"))
        return Group(*rows)

    def _short(self, section: Section) -> ConsoleRenderable:
        rows: list[RenderableType] = [
            self._heading(section.key, f"{section.heading} ({len(section.items)})", section.hint)
        ]
        for item in section.items:
            line = Text.assemble((f" {MARKS[section.key]} ", COLOURS[section.key]), item.title)
            line.append(f"  {item.place.split(' ')[0]} · {item.id}", "dim")
            rows.append(line)
        return Group(*rows)

    def _foot(self, later: dict[str, Section]) -> ConsoleRenderable:
        counts = " · ".join(
            self._say(f"view.count.{key}", count=len(later[key].items))
            for key in ("practice", "background", "ruled-out")
        )
        rows = [
            Text(f"\n{counts}", "dim"),
            Text(self._say("view.more", id=printable(self._view.case_id)), "dim"),
            Text(self._view.intended_use, "dim"),
            Text(f"ariane {self._view.version} · {self._view.knowledge[:12]}", "dim"),
        ]
        return Group(*rows)


def question_block(asked: QuestionView, language: Language) -> ConsoleRenderable:
    """Return a question with what each answer would settle."""
    head = Text.assemble((" ? ", "yellow"), (asked.question, "bold"))
    head.append(f"  {asked.fact} · {asked.source}", "dim")
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style="yellow", max_width=30)
    grid.add_column(overflow="fold")
    for answer in asked.answers:
        grid.add_row(answer.value, Text(answer_effect(answer, language), "dim"))
    return Group(head, Padding(grid, (0, 0, 0, 3)))
