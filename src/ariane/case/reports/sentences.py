"""A report cut into paragraphs and sentences, as places in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ariane.case.reports.plain import DASHES, levelled

NEWLINE = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
STOP = re.compile(r"(?<!\.)[.!](?=\s|$)")
ABBREVIATED = re.compile(r"(?:\benv|\bcf|\bex|\bresp|\bapprox|\bdr|\bpr|\bn|\bclone)$")
BULLET = re.compile(rf"\s*(?:[-*•◦▪▫●○■□‣⁃·o>{DASHES}]|\+|\d{{1,2}}[.)])\s+(?=\S)")
SECTION = re.compile(
    r"^[\s\d.)/-]*(?:examen|etude|immuno|ihc|macroscop|microscop|histolog|morpholog|conclusion|commentaire|"
    r"diagnosti|synthese|resultat|technique|prelevement|specimen|materiel|biologie|antecedent|"
    r"renseignement|indication|contexte|clinique|histoire|history|clinical|comment|result|gross|"
    r"note|remarque|reponse|codage|nature|au total)\w*"
)


class Span(NamedTuple):
    """A place in the report: start inclusive, end exclusive."""

    start: int
    end: int


def paragraphs(report: str) -> Iterator[list[Span]]:
    """Yield the lines of each paragraph; blank lines part them."""
    lines: list[Span] = []
    for line in _lines(report, Span(0, len(report))):
        if report[line.start : line.end].strip():
            lines.append(line)
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def sentences(report: str, lines: list[Span]) -> Iterator[Span]:
    """Yield the sentences of a paragraph; a bullet or the head of a section begins one."""
    start = lines[0].start
    for index, line in enumerate(lines):
        if index and _begins(report[line.start : line.end]):
            yield Span(start, lines[index - 1].end)
            start = line.start
        for stop in STOP.finditer(report, line.start, line.end):
            if not ABBREVIATED.search(
                levelled(report[max(line.start, stop.start() - 8) : stop.start()])
            ):
                yield Span(start, stop.end())
                start = stop.end()
    yield Span(start, lines[-1].end)


def pieces(report: str, sentence: Span) -> list[Span]:
    """Return the lines of a sentence, parted at semicolons too."""
    found = []
    for line in _lines(report, sentence):
        start = line.start
        for match in re.finditer(";", report[line.start : line.end]):
            found.append(Span(start, line.start + match.start()))
            start = line.start + match.end()
        found.append(Span(start, line.end))
    return [span for span in found if report[span.start : span.end].strip()]


def without_bullet(report: str, span: Span) -> Span:
    """Return a span without the bullet that it begins with."""
    bullet = BULLET.match(report, span.start, span.end)
    return Span(bullet.end(), span.end) if bullet else span


def begins_section(report: str, span: Span) -> bool:
    """Tell whether a sentence begins with the name of a part of a report."""
    return bool(SECTION.match(levelled(report[span.start : span.end])))


def _begins(line: str) -> bool:
    return bool(BULLET.match(line) or SECTION.match(levelled(line)))


def _lines(report: str, span: Span) -> Iterator[Span]:
    start = span.start
    for newline in NEWLINE.finditer(report, span.start, span.end):
        yield Span(start, newline.start())
        start = newline.end()
    yield Span(start, span.end)
