"""Mutations from a VCF that carries gene annotation: CSQ (VEP) or ANN (SnpEff)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ariane.origin.dna.consequences import counts_in_vcf
from ariane.origin.dna.mutation_table import Mutations, bare
from ariane.origin.dna.tables import decoded, read_bytes
from ariane.origin.dna.variant import NOTHING, Variant
from ariane.origin.refusal import InputProblem, InputRefused

MAGIC = b"##fileformat=VCF"
LENGTH_OF_CHROMOSOME_1_IN_HG38 = "248956422"
OTHER_BUILDS = re.compile(r"grch38|hg38|b38|t2t|chm13", re.IGNORECASE)
FIXED_COLUMNS = 9
NORMAL = re.compile(r"^(normal|germline|blood)$|[-_](n|normal)$", re.IGNORECASE)
ANN_FIELDS = ("Allele", "Annotation", "Annotation_Impact", "Gene_Name")


@dataclass(frozen=True, slots=True)
class _Annotation:
    """Where gene, consequence and protein stand in an annotation field of INFO."""

    key: str
    gene: int
    terms: int
    protein: int | None
    pick: int | None


def is_vcf(content: bytes) -> bool:
    """Return whether bytes are a VCF."""
    return content.startswith(MAGIC)


def read_vcf(path: Path) -> Mutations:
    """Return the changes of each tumour sample; those that a filter set aside are left out.

    Raises `InputRefused` without annotation, or for another build than hg19.
    """
    lines = decoded(path, read_bytes(path)).splitlines()
    header = [line for line in lines if line.startswith("##")]
    annotation = _annotation(header)
    build = _other_build(header)
    if build:
        raise InputRefused(
            str(path), (InputProblem("build", value=build, expected="GRCh37, hg19"),)
        )
    if annotation is None:
        raise InputRefused(str(path), (InputProblem("vcf-not-annotated", expected="CSQ, ANN"),))
    titles = next((line for line in lines if line.startswith("#CHROM")), "")
    samples = titles.split("\t")[FIXED_COLUMNS:] or [path.name.partition(".")[0]]
    mutations: Mutations = {name: [] for name in samples if not NORMAL.search(name)}
    for number, line in enumerate(lines, start=1):
        if line and not line.startswith("#"):
            _add(line.split("\t"), number, annotation, samples, mutations, path)
    return mutations


def _annotation(header: Sequence[str]) -> _Annotation | None:
    for line in header:
        if line.startswith("##INFO=<ID=CSQ,") and "Format:" in line:
            fields = line.partition("Format:")[2].strip(' ">').split("|")
            if {"SYMBOL", "Consequence"} <= set(fields):
                protein, pick = (
                    fields.index(name) if name in fields else None for name in ("HGVSp", "PICK")
                )
                terms = fields.index("Consequence")
                return _Annotation("CSQ", fields.index("SYMBOL"), terms, protein, pick)
        if line.startswith("##INFO=<ID=ANN,"):
            return _Annotation("ANN", 3, 1, 10, None)
    return None


def _other_build(header: Sequence[str]) -> str:
    for line in header:
        named = line.startswith(("##reference=", "##contig=", "##assembly="))
        if named and (OTHER_BUILDS.search(line) or LENGTH_OF_CHROMOSOME_1_IN_HG38 in line):
            return line[:80]
    return ""


def _add(
    cells: list[str],
    number: int,
    annotation: _Annotation,
    samples: Sequence[str],
    mutations: Mutations,
    path: Path,
) -> None:
    if len(cells) < FIXED_COLUMNS - 1 or not cells[1].isdigit():
        problem = InputProblem("vcf-line", str(number), "\t".join(cells)[:60])
        raise InputRefused(str(path), (problem,))
    if cells[6] not in ("PASS", "."):
        return
    info = dict(pair.partition("=")[::2] for pair in cells[7].split(";"))
    for index, alternate in enumerate(cells[4].split(","), start=1):
        found = _gene(info.get(annotation.key, ""), annotation)
        if found is None or alternate in (".", "*") or alternate.startswith("<"):
            continue
        gene, protein = found
        position, reference, bases = trimmed(int(cells[1]), cells[3].upper(), alternate.upper())
        for column, name in enumerate(samples):
            reads = _reads(cells, column, index)
            if name in mutations and reads is not None:
                place = (gene, bare(cells[0]), position, reference, bases)
                mutations[name].append(Variant(*place, *reads, protein))


def _gene(value: str, annotation: _Annotation) -> tuple[str, str] | None:
    """Return gene and protein change of the first annotation that counts, the picked one first."""
    entries = [entry.split("|") for entry in value.split(",") if entry]
    picked = annotation.pick
    if picked is not None:
        entries.sort(key=lambda entry: len(entry) <= picked or entry[picked] != "1")
    for entry in entries:
        if len(entry) <= max(annotation.gene, annotation.terms):
            continue
        gene = entry[annotation.gene]
        if gene and counts_in_vcf(entry[annotation.terms], gene):
            place = annotation.protein
            protein = entry[place] if place is not None and place < len(entry) else ""
            return gene, protein.rpartition(":")[2].removeprefix("p.")
    return None


def trimmed(position: int, reference: str, alternate: str) -> tuple[int, str, str]:
    """Return a change as a MAF writes it: common bases gone, `-` for none.

    An insertion keeps the position of the base before it.
    """
    while reference and alternate and reference[-1] == alternate[-1]:
        reference, alternate = reference[:-1], alternate[:-1]
    while reference and alternate and reference[0] == alternate[0]:
        reference, alternate, position = reference[1:], alternate[1:], position + 1
    if not reference:
        position -= 1
    return position, reference or NOTHING, alternate or NOTHING


def _reads(cells: list[str], column: int, index: int) -> tuple[int | None, int | None] | None:
    """Return depth and reads of an alternate in a sample; `None` where the sample lacks it."""
    if len(cells) <= FIXED_COLUMNS:
        return None, None
    names, values = cells[FIXED_COLUMNS - 1].split(":"), cells[FIXED_COLUMNS + column].split(":")
    call = dict(zip(names, values, strict=False))
    genotype = call.get("GT")
    if genotype is not None and str(index) not in re.split(r"[/|]", genotype):
        return None
    depths = call.get("AD", "").split(",")
    if len(depths) > index and all(depth.isdigit() for depth in depths):
        return sum(map(int, depths)), int(depths[index])
    return None, None
