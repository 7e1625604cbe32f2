"""Mutations and samples, from the files that a laboratory gives."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import NamedTuple

from ariane.origin.dna.mutation_table import Mutations, read_mutation_table
from ariane.origin.dna.sample_table import read_samples
from ariane.origin.dna.tables import decoded, read_bytes
from ariane.origin.dna.variant import DnaSample
from ariane.origin.dna.vcf import is_vcf, read_vcf
from ariane.origin.refusal import InputProblem, InputRefused


class DnaInput(NamedTuple):
    """Samples with their changes; how many samples had changes but no row in the sample table."""

    samples: tuple[DnaSample, ...]
    left_out: int


def read_dna(mutations: Path, samples: Path | None, panel_genes: Path | None = None) -> DnaInput:
    """Read both tables. A sample without changes has none found; it is told, never left out.

    Without a sample table all but the changes is unknown. `panel_genes`: a file with the genes of
    the panel, one a line. Raises `InputRefused`.
    """
    covered = None if panel_genes is None else read_genes(panel_genes)
    if samples is None:
        changes = _changes(mutations)
        read = tuple(DnaSample(name) for name in changes)
        if not read:
            raise InputRefused(str(mutations), (InputProblem("empty"),))
    else:
        read = read_samples(samples)
        changes = _changes(mutations)
    if len(read) == len(changes) == 1:  # a VCF often calls its one sample "TUMOR"
        changes = {read[0].sample_id: next(iter(changes.values()))}
    known = {sample.sample_id for sample in read}
    if changes and not known & changes.keys():
        seen = ", ".join(sorted(changes)[:3])
        problem = InputProblem("no-common-sample", value=seen, expected=read[0].sample_id)
        raise InputRefused(str(mutations), (problem,))
    joined = tuple(
        dataclasses.replace(
            sample, variants=tuple(changes.get(sample.sample_id, ())), covered=covered
        )
        for sample in read
    )
    return DnaInput(joined, len(changes.keys() - known))


def _changes(path: Path) -> Mutations:
    return read_vcf(path) if is_vcf(read_bytes(path)) else read_mutation_table(path)


def read_genes(path: Path) -> frozenset[str]:
    """Return the genes that a file lists, one a line. Raises `InputRefused`."""
    lines = decoded(path, read_bytes(path)).splitlines()
    genes = frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
    if not genes:
        raise InputRefused(str(path), (InputProblem("empty"),))
    return genes
