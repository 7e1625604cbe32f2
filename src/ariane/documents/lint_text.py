"""A review of the knowledge on a terminal, for those who write the guideline."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ariane.facts.vocabulary import BY_NAME
from ariane.guideline.lint.finding import Finding, Kind, Patient
from ariane.guideline.lint.review import unexplained
from ariane.guideline.tncd24.ambiguities import AMBIGUITIES
from ariane.guideline.tncd24.chapter import EDITION, statements_by_id
from ariane.guideline.tncd24.partitions import PARTITIONS
from ariane.logic.fact import Fact
from ariane.wording.catalogue import ambiguity, label, say, speaker, table, title
from ariane.wording.language import Language
from ariane.wording.phrases import known_words, value_words

MARKS = {
    Kind.OVERLAP: ("•", "→"),
    Kind.DEAD_ARROW: ("•", "→"),
    Kind.OPPOSED: ("+", "−"),
    Kind.IMPLIED: ("•", "⇒"),
    Kind.SAME: ("•", "="),
}
"""What stands before the first name of a finding, and before the others."""
AMBIGUITY_IDS = frozenset(entry.id for entry in AMBIGUITIES)
PARTITION_IDS = frozenset(entry.id for entry in PARTITIONS)


def print_lint(findings: Sequence[Finding], language: Language, console: Console) -> None:
    """Print what nothing explains, then the rest; by kind, and within a kind by explanation."""
    _Printer(language, console).everything(findings)


class _Printer:
    def __init__(self, language: Language, console: Console) -> None:
        self._language = language
        self._say = speaker(language)
        self._console = console

    def everything(self, findings: Sequence[Finding]) -> None:
        self._line(self._say("lint:title", edition=EDITION), "bold")
        self._line(self._summary(findings))
        self._line(self._say("lint:about"), "dim")
        explained = [finding for finding in findings if finding.explained]
        for part in (unexplained(findings), explained):
            for kind, group in groupby(part, key=lambda finding: finding.kind):
                self._kind(kind, list(group))
        self._line("\n" + say("intended-use", self._language), "dim")

    def _summary(self, findings: Sequence[Finding]) -> Text:
        left = len(unexplained(findings))
        count = self._say("lint:summary", count=len(findings))
        if not left:
            return Text.assemble(count, ", ", (self._say("lint:all-explained"), "green"))
        return Text.assemble(count, ", ", (self._say("lint:unexplained", count=left), "bold red"))

    def _kind(self, kind: Kind, findings: list[Finding]) -> None:
        heading = self._say(f"lint:kind.{kind}").upper()
        self._line(f"\n{heading} ({len(findings)})", "bold")
        self._line(self._say(f"lint:kind.{kind}.hint"), "italic")
        by_cause: dict[str, list[Finding]] = {}
        for finding in findings:
            by_cause.setdefault(finding.explained_by or finding.reason or "", []).append(finding)
        for alike in by_cause.values():
            self._cause(alike[0])
            for finding in alike:
                self._finding(finding)

    def _cause(self, finding: Finding) -> None:
        if finding.explained_by is not None:
            topic = ambiguity(finding.explained_by, self._language)["topic"]
            said = Text(f"[{finding.explained_by}] {topic}", "yellow")
        elif finding.reason is not None:
            own = self._say("lint:own")
            said = Text(f"[{own}] {self._say(f'lint:reason.{finding.reason}')}", "cyan")
        else:
            said = Text(f"✗ {self._say('lint:no-explanation')}", "bold red")
        self._console.print()
        self._console.print(Padding(said, (0, 0, 0, 1)))

    def _finding(self, finding: Finding) -> None:
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=4, justify="right")
        grid.add_column(overflow="fold")
        marks = MARKS.get(finding.kind, ("•", ""))
        for place, name in enumerate(finding.subject):
            mark = marks[min(place, 1)]
            grid.add_row(mark, Text(self._named(name)))
        if finding.example and finding.kind is not Kind.BOUND:
            words = self._say("lint:example", patient=self._patient(finding.example))
            grid.add_row("", Text(words, "dim"))
        if finding.about:
            grid.add_row("", Text(self._say("lint:concerns", ids=", ".join(finding.about)), "dim"))
        self._console.print(grid)

    def _named(self, name: str) -> str:
        """Return an id with its words: a statement, a box, a partition, an ambiguity, a bound."""
        boxes = table(self._language, "algorithms")
        if name in statements_by_id():
            return f"{name}  {title(name, self._language)}"
        if name in boxes:
            return f"{name}  {boxes[name]}"
        if name in AMBIGUITY_IDS:
            return f"{name}  {ambiguity(name, self._language)['topic']}"
        if name in PARTITION_IDS:
            return self._say(f"lint:partition.{name}")
        fact, equals, bound = name.partition("=")
        if equals and fact in BY_NAME:
            return self._exactly(BY_NAME[fact], Decimal(bound))
        return name

    def _exactly(self, fact: Fact, bound: Decimal) -> str:
        value = value_words(fact, bound, self._language)
        return self._say("lint:exactly", fact=label(fact, self._language), value=value)

    def _patient(self, example: Patient) -> str:
        said = (known_words(fact, value, self._language) for fact, value in example.items())
        return " · ".join(said)

    def _line(self, said: str | Text, style: str = "") -> None:
        self._console.print(Text(said, style) if isinstance(said, str) else said)
