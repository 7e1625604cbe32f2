"""The table of HGNC gene names, indexed by everything a gene may be called.

`genes.md` beside the table says where it comes from.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PLACE = Path(__file__).parent / "genes.tsv.gz"

Names = Mapping[str, tuple[str, ...]]
"""A name -> the approved symbols of the genes that have it, in order of the alphabet."""


@dataclass(frozen=True, slots=True)
class Symbols:
    """What genes are called, or were: approved, previous and alias symbols."""

    approved: Names
    previous: Names
    aliases: Names


@dataclass(frozen=True, slots=True)
class GeneTable:
    """Every name of every gene -> its approved symbol.

    `hgnc`, `entrez` and `ensembl` are keyed by identifier (`HGNC:5`, `1`, `ENSG00000121410`).
    """

    hgnc: Mapping[str, str]
    entrez: Mapping[str, str]
    ensembl: Mapping[str, str]
    symbols: Symbols


@cache
def gene_table() -> GeneTable:
    """Return the table that comes with Ariane; read once."""
    with gzip.open(PLACE, "rt", encoding="utf-8") as stream:
        next(stream)
        return indexed(line.rstrip("\n").split("\t") for line in stream)


@cache
def in_capitals() -> Symbols:
    """Return the symbols of the table with every name in capitals."""
    symbols = gene_table().symbols
    return Symbols(
        _capitals(symbols.approved), _capitals(symbols.previous), _capitals(symbols.aliases)
    )


def indexed(rows: Iterable[list[str]]) -> GeneTable:
    """Index rows of HGNC id, symbol, Entrez id, Ensembl id, previous symbols and aliases."""
    hgnc: dict[str, str] = {}
    entrez: dict[str, str] = {}
    ensembl: dict[str, str] = {}
    approved: dict[str, tuple[str, ...]] = {}
    previous: dict[str, tuple[str, ...]] = {}
    aliases: dict[str, tuple[str, ...]] = {}
    for identifier, symbol, entrez_id, ensembl_id, former, other in rows:
        hgnc[identifier] = entrez[entrez_id] = ensembl[ensembl_id] = symbol
        approved[symbol] = (symbol,)
        for name in former.split("|"):
            previous[name] = (*previous.get(name, ()), symbol) if name else ()
        for name in other.split("|"):
            aliases[name] = (*aliases.get(name, ()), symbol) if name else ()
    entrez.pop("", None)
    ensembl.pop("", None)
    return GeneTable(hgnc, entrez, ensembl, Symbols(approved, previous, aliases))


def _capitals(names: Names) -> Names:
    found: dict[str, tuple[str, ...]] = {}
    for name, symbols in names.items():
        known = found.get(name.upper(), ())
        found[name.upper()] = (*known, *(each for each in symbols if each not in known))
    return found
