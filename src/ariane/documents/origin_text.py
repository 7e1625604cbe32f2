"""A report on the origin of a tumour, on a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ariane.documents.bullets import bullets
from ariane.documents.origin_words import (
    answer_words,
    finding_words,
    known_words,
    number_words,
    origin_name,
    reason_words,
    rounded,
    set_words,
)
from ariane.origin.report import Evidence, OriginReport, Verdict
from ariane.wording.catalogue import speaker
from ariane.wording.language import Language

BAR, PARTS = 16, " ▏▎▍▌▋▊▉"
SHOWN = 5
FINDINGS = 8
COLUMNS = 3
COLOURS = {Verdict.PASS: "green", Verdict.WARN: "yellow", Verdict.FAIL: "red"}


def print_report(report: OriginReport, language: Language, console: Console) -> None:
    """Print a report: the answer first, then how likely, how sound the input, and what counted."""
    _Page(report, language, console).print()


class _Page:
    def __init__(self, report: OriginReport, language: Language, console: Console) -> None:
        self._report = report
        self._language = language
        self._console = console
        self._say = speaker(language)

    def print(self) -> None:
        report = self._report
        kind = self._say(f"origin:source.{report.source}")
        self._console.print(Text(f"{report.sample_id} · {kind}".upper(), "bold blue"))
        self._console.print(self._answer())
        self._console.print(self._posterior())
        self._console.print(Text(f"  {set_words(report, self._language)}", "dim"))
        self._console.print(self._quality())
        if report.quality.reasons:
            self._console.print(
                bullets(reason_words(reason, self._language) for reason in report.quality.reasons)
            )
        if report.evidence:
            self._console.print(Text(f" {self._say('origin:evidence')}", "bold"))
            self._console.print(self._findings())
        model = report.model
        said = self._say(
            "origin:model", name=model.name, version=model.version, sha256=model.sha256[:12]
        )
        self._console.print(Text(f" {said}\n", "dim"))

    def _answer(self) -> Text:
        said = answer_words(self._report, self._language)
        if not self._report.abstained:
            return Text(f" {said}", "bold green")
        is_failed = self._report.quality.verdict is Verdict.FAIL
        return Text(f" {said}", "bold red" if is_failed else "bold yellow")

    def _posterior(self) -> Table:
        report = self._report
        grid = Table(box=None, padding=(0, 1), header_style="dim")
        grid.add_column("")
        grid.add_column(self._say("origin:card.origin"), max_width=38)
        grid.add_column("%", justify="right")
        grid.add_column("", width=BAR)
        if report.validation:
            grid.add_column(self._say("origin:right-when-named"), justify="right")
        for code in report.ranked[: max(SHOWN, len(report.set90))]:
            share, inside = report.posterior[code], code in report.set90
            row = [
                Text("●" if inside else "○"),
                Text(origin_name(code, self._language), "" if inside else "dim"),
                Text(rounded(share, self._language)),
                Text(_bar(share), "cyan"),
            ]
            if report.validation:
                row.append(Text(known_words(report.validation.get(code), self._language), "dim"))
            grid.add_row(*row)
        return grid

    def _quality(self) -> Text:
        verdict = self._report.quality.verdict
        said = self._say(f"origin:verdict.{verdict}")
        return Text.assemble(f" {self._say('origin:quality')} ", (said, COLOURS[verdict]))

    def _findings(self) -> Table:
        codes = self._report.ranked[:COLUMNS]
        grid = Table(box=None, padding=(0, 1), header_style="dim")
        grid.add_column("")
        for code in codes:
            grid.add_column(code, justify="right")
        for item in self._report.evidence[:FINDINGS]:
            effects = [self._effect(item, code) for code in codes]
            grid.add_row(Text(finding_words(item, self._language)), *effects)
        return grid

    def _effect(self, item: Evidence, code: str) -> Text:
        effect = item.log_odds.get(code)
        if effect is None:
            return Text("·", "dim")
        return Text(
            number_words(effect, 1, self._language, signed=True), "green" if effect > 0 else "red"
        )


def _bar(share: float) -> str:
    eighths = round(share * BAR * 8)
    return ("█" * (eighths // 8) + PARTS[eighths % 8]).strip()
