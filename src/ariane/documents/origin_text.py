"""A report on the origin of a tumour, on a terminal."""

from __future__ import annotations

import re

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ariane.documents.bullets import bullets
from ariane.origin.report import (
    ClassValidation,
    Evidence,
    EvidenceSource,
    OriginReport,
    Reason,
    Verdict,
)
from ariane.wording.catalogue import say, speaker, table
from ariane.wording.language import Language

BAR, PARTS = 16, " ▏▎▍▌▋▊▉"
SHOWN = 5
FINDINGS = 8
COLUMNS = 3
DECIMAL_POINT = re.compile(r"(?<=\d)\.(?=\d)")
CHECKED_ON_PATIENTS = (EvidenceSource.DNA, EvidenceSource.RNA)
"""Sources whose sets and orientations were checked on patients: the others only reckon them."""
COLOURS = {Verdict.PASS: "green", Verdict.WARN: "yellow", Verdict.FAIL: "red"}


def origin_name(code: str, language: Language) -> str:
    """Return the name of an origin."""
    return say(f"origin:name.{code}", language)


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
        self._console.print(Text(f"  {self._set()}", "dim"))
        self._console.print(self._quality())
        if report.quality.reasons:
            self._console.print(bullets(map(self._reason, report.quality.reasons)))
        if report.evidence:
            self._console.print(Text(f" {self._say('origin:evidence')}", "bold"))
            self._console.print(self._findings())
        model = report.model
        said = self._say(
            "origin:model", name=model.name, version=model.version, sha256=model.sha256[:12]
        )
        self._console.print(Text(f" {said}\n", "dim"))

    def _set(self) -> str:
        if self._report.source in CHECKED_ON_PATIENTS:
            return self._say("origin:set90", count=len(self._report.set90))
        return self._say("origin:set-reckoned")

    def _answer(self) -> Text:
        report = self._report
        if not report.abstained:
            first = report.ranked[0]
            percent = self._percent(report.posterior[first])
            said = self._say("origin:orientation", name=self._name(first), percent=percent)
            return Text(f" {said}", "bold green")
        if report.quality.verdict is Verdict.FAIL:
            return Text(f" {self._say('origin:no-answer')}", "bold red")
        names = ", ".join(map(self._name, report.set90))
        key = "no-orientation" if report.source in CHECKED_ON_PATIENTS else "no-orientation-set"
        return Text(f" {self._say(f'origin:{key}', names=names)}", "bold yellow")

    def _name(self, code: str) -> str:
        return origin_name(code, self._language)

    def _percent(self, share: float) -> str:
        return self._say("origin:percent", value=self._rounded(share))

    def _rounded(self, share: float) -> str:
        """Return a percentage; what is neither certain nor excluded never reads as if it were."""
        if 0.99 < share < 1:
            return ">\N{NO-BREAK SPACE}99"
        if 0 < share < 0.01:
            return "<\N{NO-BREAK SPACE}1"
        return self._number(share * 100, 0)

    def _number(self, value: float, digits: int, signed: bool = False) -> str:
        said = f"{value:+.{digits}f}" if signed else f"{value:.{digits}f}"
        return said.replace(".", self._say("origin:decimal")).replace("-", "−")

    def _posterior(self) -> Table:
        report = self._report
        grid = Table(box=None, padding=(0, 1), header_style="dim")
        grid.add_column("")
        grid.add_column(self._say("origin:card.origin"), max_width=38)
        grid.add_column("%", justify="right")
        grid.add_column("", width=BAR)
        grid.add_column(self._say("origin:right-when-named"), justify="right")
        for code in report.ranked[: max(SHOWN, len(report.set90))]:
            share, inside = report.posterior[code], code in report.set90
            grid.add_row(
                "●" if inside else "○",
                Text(self._name(code), "" if inside else "dim"),
                self._rounded(share),
                Text(_bar(share), "cyan"),
                Text(self._known((report.validation or {}).get(code)), "dim"),
            )
        return grid

    def _known(self, known: ClassValidation | None) -> str:
        if known is None:
            return ""
        percent = "–" if known.precision is None else self._percent(known.precision)
        return self._say("origin:known", count=known.n, percent=percent)

    def _quality(self) -> Text:
        verdict = self._report.quality.verdict
        said = self._say(f"origin:verdict.{verdict}")
        return Text.assemble(f" {self._say('origin:quality')} ", (said, COLOURS[verdict]))

    def _reason(self, reason: Reason) -> str:
        value = DECIMAL_POINT.sub(self._say("origin:decimal"), reason.value)
        return self._say(f"origin:reason.{reason.code}", value=value)

    def _findings(self) -> Table:
        codes = self._report.ranked[:COLUMNS]
        grid = Table(box=None, padding=(0, 1), header_style="dim")
        grid.add_column("")
        for code in codes:
            grid.add_column(code, justify="right")
        for item in self._report.evidence[:FINDINGS]:
            grid.add_row(Text(self._finding(item)), *(self._effect(item, code) for code in codes))
        return grid

    def _finding(self, item: Evidence) -> str:
        gene, marked, _ = item.feature.partition(" not mutated")
        if marked:
            return self._say("origin:finding.not-mutated", gene=gene)
        gene, levelled, value = item.feature.partition(" level ")
        if levelled:
            words = table(self._language, "origin")
            value = DECIMAL_POINT.sub(words["decimal"], value).replace("-", "−")
            return self._say("origin:finding.level", gene=gene, value=value)
        name, _, value = item.feature.partition(" ")
        named = FINDING_WORDS.get(name)
        if named is None:
            return item.feature
        words = table(self._language, "origin")
        said = words.get(f"{named}.{value}") or DECIMAL_POINT.sub(words["decimal"], value)
        return self._say(f"origin:finding.{named}", value=said)

    def _effect(self, item: Evidence, code: str) -> Text:
        effect = item.log_odds.get(code)
        if effect is None:
            return Text("·", "dim")
        return Text(self._number(effect, 1, signed=True), "green" if effect > 0 else "red")


FINDING_WORDS = {
    "tmb_nonsynonymous_per_mb": "tmb",
    "fraction_genome_altered": "altered",
    "age_at_sequencing": "age",
    "purity": "purity",
    "sex": "sex",
    "biopsy_site": "site",
    "mutation": "spectrum",
}
"""First words of language-free findings, and the keys of their wording."""


def _bar(share: float) -> str:
    eighths = round(share * BAR * 8)
    return ("█" * (eighths // 8) + PARTS[eighths % 8]).strip()
