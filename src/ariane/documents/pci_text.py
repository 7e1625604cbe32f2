"""Peritoneal indices on a terminal: the nine regions as they lie, the small bowel, comparisons."""

from __future__ import annotations

from rich.box import SQUARE
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ariane.calculators.pci import SCORES, SMALL_BOWEL, PeritonealIndex
from ariane.calculators.pci_comparison import PciComparison
from ariane.calculators.pci_reading import PciReading
from ariane.documents.pci_data import STATEMENTS
from ariane.documents.pci_words import missing_words, reading_words, result_words, source_words
from ariane.documents.places import printed_place
from ariane.guideline.tncd24.chapter import statements_by_id
from ariane.wording.catalogue import Speaker, ambiguity, say, speaker, title
from ariane.wording.language import Language

ROWS = ((1, 2, 3), (8, 0, 4), (7, 6, 5))
"""The abdomen as one looks at it: the right of the patient is on the left."""
WIDEST = 100
STYLES = ("default", "yellow", "dark_orange", "bold red")


def print_readings(
    readings: tuple[PciReading, ...],
    compared: tuple[PciComparison, ...],
    language: Language,
    console: Console,
) -> None:
    """Print every reading, then what differs between them, then what the scores mean."""
    width = min(console.width, WIDEST)
    for part in _parts(readings, compared, language):
        console.print(part, width=width)


def _parts(
    readings: tuple[PciReading, ...], compared: tuple[PciComparison, ...], language: Language
) -> list[RenderableType]:
    told = speaker(language)
    parts: list[RenderableType] = [Text(told("pci:title").upper(), "bold")]
    for reading in readings:
        parts += [Text(reading_words(reading, language), "bold cyan"), *_reading(reading, language)]
    for pair in compared:
        parts += _comparison(pair, told)
    parts += [*_meaning(language), *_guideline(language)]
    parts.append(Text("\n" + told("intended-use"), "dim"))
    return parts


def _reading(reading: PciReading, language: Language) -> list[RenderableType]:
    index = reading.index
    told = speaker(language)
    grid = Table(box=SQUARE, show_header=False, show_lines=True, padding=(0, 1))
    for _ in ROWS:
        grid.add_column(width=24)
    for row in ROWS:
        grid.add_row(*(_cell(index, region, told) for region in row))
    bowel = Table(box=SQUARE, show_header=False, padding=(0, 1))
    for _ in SMALL_BOWEL:
        bowel.add_column(width=17)
    bowel.add_row(*(_cell(index, region, told) for region in SMALL_BOWEL))
    sides = f"{told('pci:right')} = {told('pci:right.title')}"
    parts: list[RenderableType] = [
        Text(result_words(index, language), "bold"),
        Text(missing_words(index, language), "yellow" if index.missing_regions else "default"),
        Text(f"\n{told('pci:abdomen')} · {sides}", "dim"),
        grid,
        Text(told("pci:small-bowel"), "dim"),
        bowel,
    ]
    if index.missing_regions:
        parts.append(Text(told("pci:missing.help"), "dim"))
    return [*parts, Text()]


def _cell(index: PeritonealIndex, region: int, told: Speaker) -> Text:
    score = index.scores.get(region)
    mark = told("pci:unseen.mark") if score is None else str(score)
    style = "reverse" if score is None else STYLES[score]
    name = told(f"pci:region.{region}")
    return Text.assemble((f"{region} {name}\n", "dim"), (f" {mark} ", style))


def _comparison(pair: PciComparison, told: Speaker) -> list[RenderableType]:
    kinds = (pair.first_kind, pair.second_kind)
    first, second = (told(f"pci:reading.{kind}") for kind in kinds)
    heading = told("pci:comparison", first=first, second=second)
    names = {
        "first_kind": told(f"pci:kind.{kinds[0]}"),
        "second_kind": told(f"pci:kind.{kinds[1]}"),
    }
    lines = [told("pci:comparison.overlap" if pair.intervals_overlap else "pci:comparison.apart")]
    both = len(pair.seen_by_both)
    if both:
        one, two = pair.sums_where_both_saw
        lines.append(told("pci:comparison.both", count=both, first=one, second=two, **names))
        if not pair.differences:
            lines.append(told("pci:comparison.same"))
    else:
        lines.append(told("pci:comparison.no-common"))
    for d in pair.differences:
        said = {"region": d.region, "name": told(f"pci:region.{d.region}")}
        said |= {"first": str(d.first), "second": str(d.second)}
        higher = told(f"pci:kind.{pair.higher(d)}")
        lines.append("▸ " + told("pci:comparison.region", **said, **names, higher=higher))
    for kind, regions in zip(
        kinds, (pair.seen_by_first_only, pair.seen_by_second_only), strict=True
    ):
        if regions:
            named = ", ".join(map(str, regions))
            kind_name = told(f"pci:kind.{kind}")
            lines.append(told("pci:comparison.only", kind=kind_name, regions=named))
    body = [Padding(Text(line), (0, 0, 0, 1)) for line in lines]
    return [Text(heading, "bold cyan"), *body, Text()]


def _meaning(language: Language) -> list[RenderableType]:
    told = speaker(language)
    rows: list[RenderableType] = [Text(told("pci:legend"), "bold")]
    rows += [Text(f" {score}  {told(f'pci:size.{score}')}") for score in SCORES]
    rows.append(Text(f" {told('pci:unseen.mark')}  {told('pci:size.unseen')}"))
    return [*rows, Text(told("pci:disputed"), "yellow"), Text(source_words(language), "dim")]


def _guideline(language: Language) -> list[RenderableType]:
    rows: list[RenderableType] = [Text("\n" + say("pci:guideline", language), "bold")]
    for name in STATEMENTS:
        statement = statements_by_id()[name]
        place = printed_place(statement, language)
        rows.append(Text.assemble(f" • {title(name, language)}", (f"  {place} · {name}", "dim")))
    rows.append(Text(f" • {say('pci:guideline.no-threshold', language)}"))
    rows.append(Text(f" ⚠ A54 {ambiguity('A54', language)['topic']}", "yellow"))
    return rows
