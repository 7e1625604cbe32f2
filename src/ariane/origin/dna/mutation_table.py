"""Mutations from a MAF, a TSV or a Parquet table with the columns of a MAF."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ariane.origin.dna.consequences import counts_in_maf
from ariane.origin.dna.tables import Row, Table, read_table
from ariane.origin.dna.variant import Variant
from ariane.origin.refusal import MOST_TOLD, InputProblem, InputRefused

SAMPLE, GENE = "Tumor_Sample_Barcode", "Hugo_Symbol"
CHROMOSOME, START = "Chromosome", "Start_Position"
REFERENCE, ALTERNATE = "Reference_Allele", "Tumor_Seq_Allele2"
REQUIRED = (SAMPLE, GENE, CHROMOSOME, START, REFERENCE, ALTERNATE)
PROTEIN = "HGVSp_Short"
OPTIONAL = ("t_depth", "t_alt_count", PROTEIN, "Variant_Classification", "NCBI_Build")
HG19 = frozenset({"37", "hg19", "grch37", "b37", "hs37d5"})
BASES = frozenset("ACGTN")

Mutations = dict[str, list[Variant]]


def read_mutation_table(path: Path) -> Mutations:
    """Return the changes of each sample. A row that names only its sample says: none found.

    Raises `InputRefused`, with the rows that are wrong.
    """
    table = read_table(path, frozenset(REQUIRED + OPTIONAL))
    table.require(*REQUIRED)
    return _mutations(table)


def _mutations(table: Table) -> Mutations:
    mutations: Mutations = {}
    problems: list[InputProblem] = []
    for number, row in zip(table.lines, table.rows, strict=True):
        sample = row[SAMPLE]
        if sample is None:
            problems.append(InputProblem("no-sample", str(number), "", SAMPLE))
        else:
            held = mutations.setdefault(str(sample), [])
            if any(row[name] is not None for name in REQUIRED[1:]):
                found = _variant(row, number, problems)
                if found is not None:
                    held.append(found)
        if len(problems) >= MOST_TOLD:
            break
    if problems:
        raise InputRefused(table.source, tuple(problems))
    return mutations


def _variant(row: Row, number: int, problems: list[InputProblem]) -> Variant | None:
    before = len(problems)
    place = str(number)
    build = row.get("NCBI_Build")
    if build is not None and str(build).lower() not in HG19:
        problems.append(InputProblem("build", place, str(build), "GRCh37, hg19"))
    gene, chromosome = (_text(row, name, place, problems) for name in (GENE, CHROMOSOME))
    reference, alternate = (_bases(row, name, place, problems) for name in (REFERENCE, ALTERNATE))
    position = _whole(row, START, place, problems)
    if row[START] is None:
        problems.append(InputProblem("empty-cell", place, START))
    depth, count = (_whole(row, name, place, problems) for name in ("t_depth", "t_alt_count"))
    if len(problems) > before or position is None:
        return None
    classification = row.get("Variant_Classification")
    if not counts_in_maf(None if classification is None else str(classification), gene):
        return None
    protein = str(row.get(PROTEIN) or "").removeprefix("p.")
    return Variant(gene, bare(chromosome), position, reference, alternate, depth, count, protein)


def bare(chromosome: str) -> str:
    """Return the name of a chromosome without `chr`."""
    return chromosome[3:] if chromosome.lower().startswith("chr") else chromosome


def _text(row: Mapping[str, object], name: str, place: str, problems: list[InputProblem]) -> str:
    value = row[name]
    if value is None:
        problems.append(InputProblem("empty-cell", place, name))
    return str(value)


def _bases(row: Mapping[str, object], name: str, place: str, problems: list[InputProblem]) -> str:
    bases = _text(row, name, place, problems).upper()
    if row[name] is not None and bases != "-" and not BASES.issuperset(bases):
        problems.append(InputProblem("not-bases", place, bases[:40], name))
    return bases


def _whole(
    row: Mapping[str, object], name: str, place: str, problems: list[InputProblem]
) -> int | None:
    value = row.get(name)
    if value is None:
        return None
    try:
        number = float(str(value))
    except ValueError:
        number = -1
    if number < 0 or number != int(number):
        problems.append(InputProblem("not-a-count", place, str(value)[:40], name))
        return None
    return int(number)
