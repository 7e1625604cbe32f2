"""A replay on a terminal: how many patients, by which causes, at which statements."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ariane.cohort.replay.advice import Change
from ariane.cohort.replay.summary import Edit, Line, Summary
from ariane.documents.bullets import bullets
from ariane.documents.cohort_replay_data import book_data
from ariane.documents.cohort_replay_words import ReplayWords
from ariane.guideline.rulebook.writing import HASH
from ariane.wording.catalogue import say
from ariane.wording.language import Language

COLOURS = {Change.MATTERS: "bold red", Change.ADVICE: "yellow", Change.SILENT: "dim"}


def print_replay(summary: Summary, language: Language, console: Console) -> None:
    """Print a summary."""
    _Page(summary, language, console).print()


class _Page:
    def __init__(self, summary: Summary, language: Language, console: Console) -> None:
        self._summary = summary
        self._language = language
        self._console = console
        self._words = ReplayWords(summary, language)

    def print(self) -> None:
        say_, tell = self._words.say, self._console.print
        tell(Text(say_("title"), "bold blue"))
        if self._summary.replay.synthetic:
            tell(Text(f" {say('cohort_audit:synthetic', self._language)}", "bold red"))
        for said in head_lines(self._summary, self._words):
            tell(Text(f" {said}", "dim"))
        self._heading("heading.patients")
        tell(self._patients())
        if self._summary.strata:
            by = self._words.fact(self._summary.replay.by)
            tell(Text(f"\n {say_('heading.by', name=by)}", "bold"))
            tell(self._strata())
        if not self._summary.edits:
            tell(Text(f"\n {say_('identical')}"))
        else:
            self._heading("heading.changed")
            for edit in self._summary.edits:
                self._print_edit(edit)
        if self._summary.causes:
            self._heading("heading.causes")
            tell(self._causes())
        if self._summary.lines:
            self._heading("heading.statements")
            for line in self._summary.lines:
                self._print_line(line)
        tell(Text(f"\n{say('intended-use', self._language)}", "dim"))

    def _heading(self, key: str) -> None:
        self._console.print(Text(f"\n {self._words.say(key)}", "bold"))

    def _patients(self) -> Table:
        table = _columns("", "")
        table.columns[1].justify = "right"
        total = Text(self._words.say("advice"), "bold")
        table.add_row(total, Text(self._words.count(self._summary.advice), "bold"))
        for change, count in self._summary.changes.items():
            text = Text(self._words.say(f"change.{change}"), COLOURS.get(change, ""))
            table.add_row(text, self._words.count(count))
            if change is Change.MATTERS:
                for name, part in self._summary.directions.items():
                    if part != 0:
                        said = f"    {self._words.say(f'direction.{name}')}"
                        table.add_row(Text(said, "dim"), Text(self._words.count(part), "dim"))
        return table

    def _strata(self) -> Table:
        names = [self._words.say(f"short.{change}") for change in Change]
        table = _columns("", self._words.say("patients"), *names)
        for column in table.columns[1:]:
            column.justify = "right"
        for stratum in self._summary.strata:
            cells = (stratum.patients, *stratum.changes.values())
            value = self._words.stratum(self._summary.replay.by, stratum.value)
            table.add_row(value, *map(self._words.count, cells))
        return table

    def _print_edit(self, edit: Edit) -> None:
        self._console.print(Padding(Text(self._words.piece(str(edit.element))), (0, 0, 0, 1)))
        before, after = self._words.difference(edit)
        for sign, style, said in (("−", "red", before), ("+", "green", after)):
            line = Text(f"{sign} ", style) + Text(said)
            self._console.print(Padding(line, (0, 0, 0, 3)))

    def _causes(self) -> Table:
        table = _columns(self._words.say("cause"), self._words.say("patients"))
        table.columns[1].justify = "right"
        for cause in self._summary.causes:
            table.add_row(self._words.cause(cause.cause), self._words.count(cause.patients))
        return table

    def _print_line(self, line: Line) -> None:
        kind = self._words.say(f"matter.{self._summary.replay.matter(line.rule.id)}")
        head = Text(line.rule.id, "bold") + Text(f"  {self._words.statement(line.rule.id)}")
        if line.status in ("added", "removed"):
            head += Text(f"  [{self._words.say(f'status.{line.status}')}]", "yellow")
        self._console.print(Padding(head + Text(f"  {kind}", "dim"), (0, 0, 0, 1)))
        several = len({move.cause for move in line.moves}) > 1
        told = []
        for move in line.moves:
            because = f" ({self._words.cause(move.cause)})" if several else ""
            count = self._words.count(move.patients)
            colon = self._words.say("colon")
            told.append(f"{self._words.move(move)}{colon}{count}{because}")
        self._console.print(Padding(bullets(told), (0, 0, 0, 2)))


def _columns(*names: str) -> Table:
    table = Table(box=None, padding=(0, 1), header_style="dim", show_header=any(names))
    for name in names:
        table.add_column(name)
    return table


def head_lines(summary: Summary, words: ReplayWords) -> list[str]:
    """Return which versions were compared, over how many rows, and what one cannot read."""
    replay = summary.replay
    books = {"before": replay.before, "after": replay.after}
    lines = [
        words.say(
            f"version.{side}",
            edition=book.edition,
            version=book.ariane_version,
            hash=book.knowledge_sha256[:12],
            content=book_data(book)[HASH][:12],
        )
        for side, book in books.items()
    ]
    lines.append(
        words.say(
            "rows",
            rows=words.count(replay.tally.rows),
            compared=words.count(summary.compared),
            rejected=words.count(summary.rejected),
        )
    )
    for side, names in zip(books, replay.unread, strict=True):
        if names:
            lines.append(words.say(f"unread.{side}", names=", ".join(names)))
    if replay.exclusions_changed:
        lines.append(words.say("exclusions-changed"))
    if replay.restated:
        lines.append(words.say("restated", names=", ".join(replay.restated)))
    if summary.minimum > 1:
        lines.append(words.say("minimum", last=summary.minimum - 1))
    return lines
