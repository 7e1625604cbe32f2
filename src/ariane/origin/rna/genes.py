"""Any identifier of a gene -> its approved HGNC symbol, or a reason why not.

Read are approved, previous and alias symbols, HGNC, Entrez and Ensembl identifiers, alone or joined
(`TP53|7157`, `ENSG00000141510.18_TP53`, `TP53 (7157)`), with version suffixes, and symbols that R
changed (`HLA.A`). Where a name fits several genes:

- the approved symbol wins over a gene that once had it, or is also called so;
- a previous symbol wins over an alias;
- of joined names Ensembl wins over HGNC, HGNC over Entrez, Entrez over the symbol;
- a capital counts only if nothing is found as written;
- a name that still fits several genes is refused, and the genes are listed.

Retired Ensembl identifiers are unknown here: HGNC keeps the current one alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from ariane.origin.rna.gene_table import Symbols, gene_table, in_capitals

SETTLED = {"QARS": "QARS1"}
"""Previous symbols of several genes of which one kept it into the days of RNA sequencing."""

ENSEMBL = re.compile(r"ENSG(\d{11}|R\d{10})(?:\.\d+)?(?:_PAR_Y)?", re.IGNORECASE)
TRANSCRIPT = re.compile(r"(ENS[TP]|[NX][MR]_)\d+(\.\d+)?", re.IGNORECASE)
HGNC = re.compile(r"HGNC[:.](\d+)", re.IGNORECASE)
NUMBER = re.compile(r"(?:LOC|X)?([1-9]\d*)(?:\.0+)?")
JOINED = re.compile(r"\||_(?=ENSG)| \((?=\d+\)$)")
AFTER_ENSEMBL = re.compile(r"(?<=\d)_(?!PAR_Y)")
MONTH = "(?:janv?|feb|févr|mars?|apr|avr|may|mai|jun|juin|jul|juil|aug|août|sept?|oct|nov|dec|déc)"
DATE = re.compile(rf"\d{{1,2}}-{MONTH}|{MONTH}-\d{{1,2}}|\d{{4}}-\d\d-\d\d.*", re.IGNORECASE)


class How(StrEnum):
    """What an identifier was read as."""

    SYMBOL = "symbol"
    HGNC = "hgnc"
    ENTREZ = "entrez"
    ENSEMBL = "ensembl"
    PREVIOUS = "previous"
    ALIAS = "alias"


DURABLE = (How.ENSEMBL, How.HGNC, How.ENTREZ, How.SYMBOL, How.PREVIOUS, How.ALIAS)
"""Which of joined names counts, first to last."""


class Why(StrEnum):
    """Why an identifier names no gene."""

    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    SPREADSHEET_DATE = "spreadsheet_date"
    TRANSCRIPT = "transcript"


class Named(NamedTuple):
    """An identifier and the approved symbol of the gene that it names."""

    identifier: str
    symbol: str
    how: How


class Refused(NamedTuple):
    """An identifier that names no one gene; `candidates` are approved symbols."""

    identifier: str
    why: Why
    candidates: tuple[str, ...] = ()


class GeneNames(NamedTuple):
    """Many identifiers read: those that name a gene by identifier, and the others."""

    named: dict[str, Named]
    refused: tuple[Refused, ...]


def name_gene(identifier: str) -> Named | Refused:
    """Return the gene that an identifier names, or why it names none."""
    text = identifier.strip().strip("\"'").strip()
    read = _one(text) or _joined(text) or Refused(text, _why(text))
    return read._replace(identifier=identifier)


def name_genes(identifiers: Iterable[str]) -> GeneNames:
    """Read many identifiers; repeated ones once."""
    read = [name_gene(identifier) for identifier in dict.fromkeys(identifiers)]
    return GeneNames(
        {each.identifier: each for each in read if isinstance(each, Named)},
        tuple(each for each in read if isinstance(each, Refused)),
    )


def _one(text: str) -> Named | Refused | None:
    return _among(gene_table().symbols, text) or _identifier(text) or _respelt(text)


def _among(symbols: Symbols, name: str) -> Named | Refused | None:
    """Read a symbol: approved before previous, previous before alias."""
    if name in symbols.approved:
        return Named(name, symbols.approved[name][0], How.SYMBOL)
    for index, how in ((symbols.previous, How.PREVIOUS), (symbols.aliases, How.ALIAS)):
        found = (SETTLED[name],) if name in SETTLED else index.get(name, ())
        if len(found) == 1:
            return Named(name, found[0], how)
        if found:
            return Refused(name, Why.AMBIGUOUS, tuple(sorted(found)))
    return None


def _identifier(text: str) -> Named | None:
    """Read an Ensembl, HGNC or Entrez identifier."""
    table = gene_table()
    if match := ENSEMBL.fullmatch(text):
        how, found = How.ENSEMBL, table.ensembl.get(f"ENSG{match[1].upper().replace('R', '0')}")
    elif match := HGNC.fullmatch(text):
        how, found = How.HGNC, table.hgnc.get(f"HGNC:{match[1]}")
    elif match := NUMBER.fullmatch(text):
        how, found = How.ENTREZ, table.entrez.get(match[1])
    else:
        return None
    return Named(text, found, how) if found else None


def _respelt(text: str) -> Named | Refused | None:
    """Read a symbol in other capitals, or with the dots that R put for hyphens."""
    hyphens = text.replace(".", "-")
    return (
        _among(in_capitals(), text.upper())
        or _among(gene_table().symbols, hyphens)
        or _among(in_capitals(), hyphens.upper())
    )


def _joined(text: str) -> Named | Refused | None:
    """Read names that a file joined, the most durable one first."""
    joints = AFTER_ENSEMBL if text.startswith("ENSG") and "|" not in text else JOINED
    parts = [part.strip(" )") for part in joints.split(text)]
    read = [_one(part) for part in parts if len(parts) > 1]
    named = [each for each in read if isinstance(each, Named)]
    if named:
        return min(named, key=lambda each: DURABLE.index(each.how))
    return next((each for each in read if each), None)


def _why(text: str) -> Why:
    if DATE.fullmatch(text):
        return Why.SPREADSHEET_DATE
    return Why.TRANSCRIPT if TRANSCRIPT.fullmatch(text) else Why.UNKNOWN
