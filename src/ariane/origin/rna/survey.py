"""The first pass over an expression table: the words in its rows, and which axis names genes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from ariane.origin.refusal import MOST_TOLD, InputProblem, InputRefused
from ariane.origin.rna.genes import ENSEMBL, NUMBER, How, Named, Why, name_gene
from ariane.origin.rna.rows import Row, Rows, is_missing

HALF = 0.5
LOOKED_AT = 3000
"""Names of an axis that are tried, evenly spread."""
PEEKED = 20
SHOWN = 4
"""Names of each axis that a refusal shows."""


class Survey(NamedTuple):
    """What a first pass saw: the columns of words by place, and the line of each row.

    The first column is always among them; every other column holds numbers.
    """

    words: Mapping[int, list[str]]
    lines: list[int]


def survey(table: Rows) -> Survey:
    """Read the words of every row. Raises `InputRefused` for rows of another width."""
    peeked = list(islice(table.rows(), PEEKED))
    others = (place for place in range(1, len(table.columns)) if _is_text(table, peeked, place))
    words: dict[int, list[str]] = {place: [] for place in (0, *others)}
    lines: list[int] = []
    problems: list[InputProblem] = []
    for row in table.rows():
        if len(row.cells) != row.width:
            given, expected = str(len(row.cells)), str(row.width)
            problems.append(InputProblem("wrong-width", str(row.place), given, expected))
        else:
            lines.append(row.place)
            for place, held in words.items():
                held.append("" if row.cells[place] is None else str(row.cells[place]).strip())
        if len(problems) == MOST_TOLD:
            break
    if not lines and not problems:
        problems.append(InputProblem("empty"))
    if problems:
        raise InputRefused(str(table.path), tuple(problems))
    return Survey(words, lines)


def _is_text(table: Rows, rows: Sequence[Row], place: int) -> bool:
    held = [row.cells[place] for row in rows if place < len(row.cells)]
    given = [cell for cell in held if not is_missing(cell)]
    return bool(given) and not any(
        not isinstance(cell, str) or _is_number(table, cell) for cell in given
    )


def _is_number(table: Rows, cell: str) -> bool:
    try:
        table.number(cell)
    except ValueError:
        return False
    return True


def column_of_genes(table: Rows, seen: Survey) -> int | None:
    """Return the column that names genes, `None` where the header does.

    The axis of which at least half of the names are those of genes. Where both are, names that
    could be anything (bare numbers, aliases) do not count. Raises `InputRefused` for neither, and
    for both.
    """
    header = [name for place, name in enumerate(table.columns) if place not in seen.words]
    for strict in (False, True):
        shares = {place: gene_share(words, strict) for place, words in seen.words.items()}
        column = max(shares, key=lambda place: (shares[place], -place))
        in_rows, in_header = shares[column] >= HALF, gene_share(header, strict) >= HALF
        if in_rows != in_header:
            return column if in_rows else None
        if not (in_rows or strict):
            raise _undecided(table, "no-genes", header, seen.words[column])
    raise _undecided(table, "both-axes", header, seen.words[column])


def _undecided(table: Rows, kind: str, header: Sequence[str], words: Sequence[str]) -> InputRefused:
    shown = (", ".join((*names[:SHOWN], "…")) for names in (header, words))
    return InputRefused(str(table.path), (InputProblem(kind, "", *shown),))


def gene_share(names: Sequence[str], strict: bool = False) -> float:
    """Return the share of names that are those of genes; `strict`: and could be nothing else."""
    tried = names[:: max(1, len(names) // LOOKED_AT)]
    return sum(is_gene(name, strict) for name in tried) / max(1, len(tried))


def is_gene(name: str, strict: bool = False) -> bool:
    """Return whether a name is that of a gene, known to HGNC or not."""
    if ENSEMBL.match(name):
        return True
    if strict and NUMBER.fullmatch(name):
        return False
    read = name_gene(name)
    if isinstance(read, Named):
        return not (strict and read.how is How.ALIAS)
    return read.why is Why.AMBIGUOUS and not strict
