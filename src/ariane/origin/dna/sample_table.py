"""Samples from a TSV or Parquet table; only what a laboratory knows is read, never a diagnosis."""

from __future__ import annotations

import math
from pathlib import Path

from ariane.origin.dna.tables import Row, read_table
from ariane.origin.dna.variant import DnaSample
from ariane.origin.refusal import MOST_TOLD, InputProblem, InputRefused

SAMPLE = "sample_id"
COLUMNS = frozenset(
    {
        SAMPLE,
        "gene_panel",
        "sex",
        "age_at_sequencing",
        "tmb_nonsynonymous_per_mb",
        "fraction_genome_altered",
        "purity",
        "biopsy_site",
        "sample_type",
    }
)
"""All that is read. `oncotree_code`, `subtype`, `primary_site`, `met_event_count` and
`met_site_count` say, or follow from, the answer."""

FEMALE = {"female": True, "f": True, "male": False, "m": False}
PRIMARY = {"primary": True, "metastasis": False}


def read_samples(path: Path) -> tuple[DnaSample, ...]:
    """Return the samples without their changes. Raises `InputRefused`, with the rows at fault."""
    table = read_table(path, COLUMNS)
    table.require(SAMPLE)
    problems: list[InputProblem] = []
    numbered = zip(table.lines, table.rows, strict=True)
    samples = [_sample(row, number, problems) for number, row in numbered]
    seen: set[str] = set()
    for number, sample in zip(table.lines, samples, strict=True):
        if sample.sample_id in seen:
            problems.append(InputProblem("sample-twice", str(number), sample.sample_id))
        seen.add(sample.sample_id)
    if not samples:
        problems.append(InputProblem("empty"))
    if problems:
        raise InputRefused(table.source, tuple(problems[:MOST_TOLD]))
    return tuple(samples)


def _sample(row: Row, number: int, problems: list[InputProblem]) -> DnaSample:
    read = _RowReader(row, str(number), problems)
    if row[SAMPLE] is None:
        problems.append(InputProblem("no-sample", str(number), "", SAMPLE))
    return DnaSample(
        sample_id=str(row[SAMPLE]),
        panel=read.text("gene_panel"),
        is_female=read.one_of("sex", FEMALE),
        age=read.number("age_at_sequencing", 130),
        tmb=read.number("tmb_nonsynonymous_per_mb", math.inf),
        altered=read.number("fraction_genome_altered", 1),
        purity=read.number("purity", 1),
        site=read.text("biopsy_site"),
        is_primary=read.one_of("sample_type", PRIMARY),
    )


class _RowReader:
    def __init__(self, row: Row, place: str, problems: list[InputProblem]) -> None:
        self._row = row
        self._place = place
        self._problems = problems

    def text(self, name: str) -> str | None:
        value = self._row.get(name)
        return None if value is None else str(value)

    def number(self, name: str, most: float) -> float | None:
        value = self._row.get(name)
        if value is None or value != value:
            return None
        number = _number(value)
        if 0 <= number <= most and math.isfinite(number):
            return number
        said = f"{name} = {value}"
        self._problems.append(InputProblem("out-of-range", self._place, said, f"0 – {most:g}"))
        return None

    def one_of(self, name: str, allowed: dict[str, bool]) -> bool | None:
        value = self._row.get(name)
        if value is None or str(value).lower() == "unknown":
            return None
        found = allowed.get(str(value).lower())
        if found is None:
            expected = ", ".join(allowed)
            problem = InputProblem("not-allowed", self._place, f"{name} = {value}", expected)
            self._problems.append(problem)
        return found


def _number(value: object) -> float:
    try:
        return float(str(value))
    except ValueError:
        return -1.0
