"""The card of a model on a terminal: what it is, what it was trained on, how well it does."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ariane.documents.bullets import bullets
from ariane.documents.origin_words import number_words, origin_name
from ariane.origin.model_file import Measure, ModelCard
from ariane.origin.reliability import fitted_for
from ariane.origin.report import EvidenceSource
from ariane.wording.catalogue import speaker
from ariane.wording.language import Language


def print_card(card: ModelCard, language: Language, console: Console) -> None:
    """Print a card."""
    _Card(card, language, console).print()


class _Card:
    def __init__(self, card: ModelCard, language: Language, console: Console) -> None:
        self._card = card
        self._language = language
        self._console = console
        self._say = speaker(language)

    def print(self) -> None:
        card = self._card
        kind = self._say(f"origin:source.{card.source}")
        self._console.print(Text(f"{card.name} {card.version} · {kind}".upper(), "bold blue"))
        self._console.print(Text(f" sha256 {card.sha256}", "dim"), soft_wrap=True)
        for key, lines in (
            ("origin:card.data", [" · ".join(each.values()) for each in card.data]),
            ("origin:card.licence", [card.licence]),
            ("origin:card.limits", [self._say(f"origin:limit.{key}") for key in card.limits]),
        ):
            self._console.print(Text(f" {self._say(key)}", "bold"))
            self._console.print(bullets(lines))
        self._console.print(Text(f" {self._say('origin:card.measured')}", "bold"))
        self._console.print(self._measured())
        of_kind = ".ihc" if card.source == EvidenceSource.IHC else ""
        self._console.print(Text(f" {self._say(f'origin:card.classes{of_kind}')}", "bold"))
        self._console.print(self._classes())
        self._console.print(bullets(self._further()))

    def _further(self) -> list[str]:
        """Return what else is known of a model: its weight beside other evidence, its map."""
        card, said = self._card, []
        known = fitted_for(card.source, f"{card.name} {card.version}")
        if known is not None:
            numbers = {
                name: number_words(getattr(known, name), 2, self._language)
                for name in ("weight", "low", "high")
            }
            patients = self._say(f"origin:on.{known.patients}")
            said.append(
                self._say("origin:card.weight", patients=patients, count=known.n, **numbers)
            )
        if "map" in card.settings:
            said.append(self._say("origin:card.map", count=card.settings["map"]["patients"]))
        return said

    def _measured(self) -> Table:
        table = Table(box=None, padding=(0, 1), header_style="dim")
        table.add_column(self._say("origin:card.setting"))
        table.add_column(self._say("origin:card.value"), justify="right")
        table.add_column(self._say("origin:card.interval"))
        table.add_column(self._say("origin:card.goal"))
        before = ""
        for line in self._card.measured:
            if line.setting != before:
                setting = self._say(f"origin:on.{line.setting}")
                table.add_row(Text(f"{setting} (n = {line.n})", "cyan"))
                before = line.setting
            table.add_row(*self._cells(line))
        return table

    def _cells(self, line: Measure) -> tuple[str, ...]:
        value, low, high = (self._number(each) for each in (line.value, line.low, line.high))
        measure = self._say(f"origin:measure.{line.measure}")
        goal = line.goal.replace(".", self._say("origin:decimal"))
        return f"  {measure}", value, f"{low} – {high}", goal

    def _number(self, value: float | None) -> str:
        return "–" if value is None else f"{value:.3f}".replace(".", self._say("origin:decimal"))

    def _classes(self) -> Table:
        table = Table(box=None, padding=(0, 1), header_style="dim")
        table.add_column(self._say("origin:card.origin"))
        for name in ("n", "recall", "precision"):
            table.add_column(self._say(f"origin:card.{name}"), justify="right")
        for code, known in self._card.validation.items():
            name = f"{code} · {origin_name(code, self._language)}"
            cells = self._number(known.recall), self._number(known.precision)
            table.add_row(name, str(known.n), *cells)
        return table
