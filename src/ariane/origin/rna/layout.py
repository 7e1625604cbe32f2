"""Where the samples and genes of an expression table stand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ariane.origin.refusal import MOST_TOLD, InputProblem, InputRefused
from ariane.origin.rna.genes import GeneNames, Refused, name_genes
from ariane.origin.rna.rows import Rows
from ariane.origin.rna.survey import SHOWN, Survey, column_of_genes, is_gene, survey

SAMPLE_COLUMNS = ("sample_id", "sample", "sampleid", "barcode", "id", "")
"""Names by which the column of samples is known; else it is the first."""
ABOUT_SAMPLES = frozenset({"sex", "type", "os", "race", "rin", "ct", "end"})
"""Columns about patients whose names, in any capitals, are also those of genes."""
# fmt: off
ABOUT_GENES = frozenset({
    "length", "gene_length", "bp_length", "transcript_length", "effective_length", "width",
    "start", "end", "chr", "chromosome", "seqnames", "strand", "level", "score", "phase",
    "description", "entrez_id", "entrezid", "entrez_gene_id", "ncbi_gene_id", "geneid",
    "gene_id",
})
# fmt: on
"""Columns about genes that may hold numbers."""
SUMMARY = re.compile(r"N_(unmapped|multimapping|noFeature|ambiguous)|__\w+")
"""Lines that STAR and HTSeq add to counts."""
STAR_COLUMN = "tpm_unstranded"
"""What is read of a count file of one sample at the GDC: normalised for length, unstranded."""


class Placed(NamedTuple):
    """Identifiers put in their places.

    `genes`: approved symbols in order of the alphabet; `places`: for each identifier that of its
    gene, or -1; `joined`: symbol -> its identifiers where it has several; `refused`: identifiers
    that name no gene.
    """

    genes: tuple[str, ...]
    places: tuple[int, ...]
    joined: Mapping[str, tuple[str, ...]]
    refused: tuple[Refused, ...]


class Layout(NamedTuple):
    """How to read a table.

    `rows`, `columns`: for each row of data and each column the place of its sample or gene, or -1
    where it holds none; `summaries`: lines that are no gene and are skipped; `metadata`: other
    columns of words about the samples.
    """

    genes_in_rows: bool
    samples: tuple[str, ...]
    genes: tuple[str, ...]
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    joined: Mapping[str, tuple[str, ...]]
    refused: tuple[Refused, ...]
    summaries: tuple[str, ...]
    metadata: Mapping[str, tuple[str, ...]]


def find_layout(table: Rows) -> Layout:
    """Read the names on both axes of a table. Raises `InputRefused` with all that is wrong."""
    seen = survey(table)
    column = column_of_genes(table, seen)
    layout = (
        _samples_in_rows(table, seen) if column is None else _genes_in_rows(table, seen, column)
    )
    names = table.columns if column is None else seen.words[column]
    places = layout.columns if column is None else layout.rows
    _refuse_mouse(table, [name for name, held in zip(names, places, strict=True) if held >= 0])
    return layout


def _refuse_mouse(table: Rows, names: Sequence[str]) -> None:
    """Raise `InputRefused` where most genes are written as those of mice are (`Trp53`)."""
    written = [name for name in names if name[:1].isupper() and name[1:].islower()]
    if 2 * len(written) > len(names):
        problem = InputProblem("not-human", "", ", ".join(written[:SHOWN]))
        raise InputRefused(str(table.path), (problem,))


def _genes_in_rows(table: Rows, seen: Survey, column: int) -> Layout:
    columns = [-1] * len(table.columns)
    samples: list[str] = []
    for place, name in enumerate(table.columns):
        if _holds_sample(table, seen, place):
            columns[place] = len(samples)
            samples.append(name)
    if STAR_COLUMN in table.columns:
        samples = [table.path.name.split(".")[0]]
    _check(table, samples, [""] * len(samples))
    identifiers = seen.words[column]
    summaries = tuple(name for name in identifiers if SUMMARY.fullmatch(name))
    read = name_genes(name for name in identifiers if name not in summaries)
    put = _placed(identifiers, read)
    return Layout(
        True,
        tuple(samples),
        put.genes,
        put.places,
        tuple(columns),
        put.joined,
        put.refused,
        summaries,
        {},
    )


def _holds_sample(table: Rows, seen: Survey, place: int) -> bool:
    if STAR_COLUMN in table.columns:
        return table.columns[place] == STAR_COLUMN
    return place not in seen.words and table.columns[place].lower() not in ABOUT_GENES


def _samples_in_rows(table: Rows, seen: Survey) -> Layout:
    identifiers = [
        "" if place in seen.words or name.lower() in ABOUT_SAMPLES else name
        for place, name in enumerate(table.columns)
    ]
    put = _placed(identifiers, name_genes(name for name in identifiers if name))
    column = _sample_column(table, seen)
    samples = seen.words[column]
    _check(table, samples, [str(line) for line in seen.lines])
    metadata = {
        table.columns[place]: tuple(words) for place, words in seen.words.items() if place != column
    }
    rows = tuple(range(len(samples)))
    return Layout(
        False, tuple(samples), put.genes, rows, put.places, put.joined, put.refused, (), metadata
    )


def _sample_column(table: Rows, seen: Survey) -> int:
    named = {table.columns[place].lower(): place for place in reversed(tuple(seen.words))}
    column = next((named[name] for name in SAMPLE_COLUMNS if name in named), 0)
    if is_gene(table.columns[column], strict=True):
        given, expected = table.columns[column], ", ".join(SAMPLE_COLUMNS[:2])
        problem = InputProblem("no-sample-column", "", given, expected)
        raise InputRefused(str(table.path), (problem,))
    return column


def _placed(identifiers: Sequence[str], read: GeneNames) -> Placed:
    symbols = [read.named[name].symbol if name in read.named else "" for name in identifiers]
    genes = sorted({symbol for symbol in symbols if symbol})
    place = {symbol: number for number, symbol in enumerate(genes)}
    given: dict[str, list[str]] = {symbol: [] for symbol in genes}
    for name, symbol in zip(identifiers, symbols, strict=True):
        if symbol:
            given[symbol].append(name)
    joined = {symbol: tuple(names) for symbol, names in given.items() if len(names) > 1}
    places = tuple(place.get(symbol, -1) for symbol in symbols)
    return Placed(tuple(genes), places, joined, read.refused)


def _check(table: Rows, samples: Sequence[str], lines: Sequence[str]) -> None:
    """Raise `InputRefused` for samples without a name, or named twice."""
    seen: set[str] = set()
    problems = []
    for sample, line in zip(samples, lines, strict=True):
        if not sample:
            problems.append(InputProblem("no-sample-name", line))
        elif sample in seen:
            problems.append(InputProblem("sample-twice", line, sample))
        seen.add(sample)
    if not samples:
        problems.append(InputProblem("no-samples"))
    if problems:
        raise InputRefused(str(table.path), tuple(problems[:MOST_TOLD]))
