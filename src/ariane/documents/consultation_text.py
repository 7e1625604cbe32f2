"""A consultation on a terminal: what to ask, to do, to discuss and to avoid, on a screen or two."""

from __future__ import annotations

from rich.console import Console, ConsoleRenderable, Group, RenderableType
from rich.table import Table
from rich.text import Text

from ariane.consult.consultation import Consultation
from ariane.consult.stains import read_stains
from ariane.consult.tissue_planning import tissue_plan
from ariane.documents.bullets import bullets
from ariane.documents.hanging import Hanging, Span
from ariane.documents.origin_attached import attached_lines
from ariane.documents.plan_text import plan_block, plan_in_full, safety_rows
from ariane.documents.plan_view import PlanLine
from ariane.documents.question_text import question_block
from ariane.documents.stain_reading import stain_lines
from ariane.documents.tissue_text import tissue_lines
from ariane.documents.view import Item, Section
from ariane.documents.viewing import view
from ariane.wording.catalogue import speaker
from ariane.wording.language import Language
from ariane.wording.phrases import printable

COLOURS = {
    "do": "green",
    "discuss": "cyan",
    "avoid": "red",
    "questions": "yellow",
    "conflicts": "yellow",
    "reading": "blue",
    "done": "white",
}
MARKS = {"do": "▶", "discuss": "◆", "avoid": "✖", "reading": "•"}
WIDEST = 110
QUESTIONS = 3
ANSWERS = 3


def print_consultation(
    consultation: Consultation, language: Language, console: Console, full: bool = False
) -> None:
    """Print a consultation, at most `WIDEST` columns wide; in `full` with every text."""
    printer = _Printer(consultation, language, full)
    width = min(console.width, WIDEST)
    console.print(Group(*printer.parts()), width=width)


class _Printer:
    def __init__(self, consultation: Consultation, language: Language, full: bool) -> None:
        self._view = view(consultation, language)
        self._stains = read_stains(consultation.case)
        self._tissue = tissue_plan(consultation)
        self._attached = attached_lines(consultation, language)
        self._language = language
        self._say = speaker(language)
        self._full = full

    def parts(self) -> list[ConsoleRenderable]:
        later = {section.key: section for section in self._view.later}
        parts: list[ConsoleRenderable] = [self._head(), self._plan(), self._questions()]
        parts += [self._section(section) for section in self._view.first if section.items]
        if self._stains.results:
            parts.append(Group(Text(), *stain_lines(self._stains, self._language)))
        if self._attached:
            heading, *rest = self._attached
            parts.append(Group(Text(), Text(heading.upper(), "bold blue"), bullets(rest)))
        if self._tissue.is_open:
            parts.append(Group(Text(), *tissue_lines(self._tissue, self._language)))
        if any(self._view.pathways):
            parts.append(self._pathways())
        if self._view.conflicts:
            parts.append(self._conflicts())
        if later["reading"].items:
            parts.append(self._titles(later["reading"]))
        if later["done"].items:
            parts.append(self._inline(later["done"]))
        if self._full:
            parts.append(self._known())
        parts.append(self._foot(later))
        return parts

    def _head(self) -> ConsoleRenderable:
        name = (printable(self._view.case_id), "bold")
        line = Text.assemble(("ARIANE", "bold reverse"), "  ", name, f" · {self._view.as_of}")
        summary = Text(printable(" · ".join(self._view.summary)))
        rows: list[RenderableType] = [Text(), line, summary, Text(self._view.edition, "dim")]
        if self._view.dated:
            rows.append(Text(self._view.dated, "bold yellow"))
        return Group(*rows)

    def _heading(self, key: str, words: str, hint: str = "") -> Text:
        text = Text.assemble("\n", (words.upper(), f"bold {COLOURS[key]}"))
        if hint:
            text.append(f"  {hint}", "dim")
        return text

    def _plan(self) -> ConsoleRenderable:
        view, language = self._view.plan, self._language
        return (
            plan_in_full(view, language, self._entry) if self._full else plan_block(view, language)
        )

    def _entry(self, line: PlanLine) -> ConsoleRenderable:
        """Return what the text says behind a thing to do."""
        return Group(*(self._item(item, "do") for item in self._view.plan_items[line.id]))

    def _section(self, section: Section) -> ConsoleRenderable:
        words = f"{section.heading} ({len(section.items)})"
        items = [self._item(item, section.key) for item in section.items]
        return Group(self._heading(section.key, words, section.hint), *items)

    def _item(self, item: Item, key: str) -> ConsoleRenderable:
        status = f"  {item.status}" if item.status else ""
        mark = (f" {MARKS[key]} ", COLOURS[key])
        said: list[Span] = [(self._label(item), "dim")]
        if self._full:
            because = f"{self._say('view.because')} {printable(item.because)}"
            said = [(item.text, ""), *said, (because, "italic dim")]
        said += [(other, "cyan") for other in item.also]
        if item.remarks and self._full:
            topics = " · ".join(f"{remark.topic} [{remark.id}]" for remark in item.remarks)
            said.append((f"⚠ {topics}", "yellow"))
        head = Hanging(mark, (item.title, "bold"), (status, "yellow"))
        rows = (Hanging(span, first=3) for span in said)
        return Group(head, *safety_rows(item.safety, 3), *rows)

    def _label(self, item: Item) -> str:
        place = item.place if self._full else item.place.split(" ")[0]
        parts = (item.strength_label, item.grade, place, item.id)
        label = " · ".join(part for part in parts if part)
        if item.remarks and not self._full:
            label += "  ⚠ " + " ".join(remark.id for remark in item.remarks)
        return label

    def _questions(self) -> ConsoleRenderable:
        shown = self._view.questions if self._full else self._view.questions[:QUESTIONS]
        heading = self._say("view.questions"), self._say("view.questions.hint")
        rows: list[RenderableType] = [self._heading("questions", *heading)]
        most = None if self._full else ANSWERS
        rows += [question_block(asked, self._language, most) for asked in shown]
        if not shown:
            rows.append(Text(" " + self._say("view.no-questions")))
        more = self._view.more_questions + len(self._view.questions) - len(shown)
        if more:
            rows.append(Text(f"   {self._say('view.more-questions', count=more)}", "dim"))
        return Group(*rows)

    def _pathways(self) -> ConsoleRenderable:
        head = self._heading("reading", self._say("view.pathways"))
        lines = [line for line in self._view.pathways if line]
        return Group(head, *(Hanging((" ↳ ", "blue"), (line, "")) for line in lines))

    def _conflicts(self) -> ConsoleRenderable:
        heading = self._say("view.conflicts"), self._say("view.conflicts.hint")
        grave = [conflict.remark for conflict in self._view.conflicts if conflict.grave]
        rows: list[RenderableType] = [self._heading("conflicts", *heading)]
        if self._full:
            for remark in grave:
                rows.append(Hanging((f" ⚠ {remark.topic}", "bold"), (f"  {remark.id}", "dim")))
                rows.append(Hanging((remark.reading, "dim"), first=3))
        else:
            topics = " · ".join(f"{remark.topic} [{remark.id}]" for remark in grave)
            rows.append(Hanging((f" {topics}", ""), rest=1))
        minor = len(self._view.conflicts) - len(grave)
        if minor:
            rows.append(Text(f" {self._say('view.other-conflicts', count=minor)}", "dim"))
        return Group(*rows)

    def _titles(self, section: Section) -> ConsoleRenderable:
        rows: list[RenderableType] = [
            self._heading(section.key, f"{section.heading} ({len(section.items)})", section.hint)
        ]
        for item in section.items:
            mark = (f" {MARKS[section.key]} ", COLOURS[section.key])
            rows.append(Hanging(mark, (item.title, ""), (f"  {item.id}", "dim")))
            rows += safety_rows(item.safety, 3)
        return Group(*rows)

    def _inline(self, section: Section) -> ConsoleRenderable:
        words = f"{section.heading} ({len(section.items)})"
        done = " · ".join(f"✔ {item.title}" for item in section.items)
        return Group(self._heading(section.key, words), Hanging((f" {done}", "dim"), rest=1))

    def _known(self) -> ConsoleRenderable:
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column(overflow="fold")
        for domain, facts in self._view.known:
            grid.add_row(domain, Text(printable(" · ".join(facts))))
        return Group(self._heading("done", self._say("view.known")), grid)

    def _foot(self, later: dict[str, Section]) -> ConsoleRenderable:
        counts = " · ".join(
            self._say(f"view.count.{key}", count=later[key].total)
            for key in ("practice", "background", "ruled-out")
        )
        rows = [f"\n{counts}", self._say("view.more"), self._view.intended_use]
        rows.append(f"ariane {self._view.version} · {self._view.knowledge[:12]}")
        return Group(*(Text(row, "dim") for row in rows))
