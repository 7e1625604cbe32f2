"""The expression data that the RNA panels are trained on."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ariane.origin.codes import BY_TCGA
from ariane.origin.rna.cohort import Cohort, cohort_of
from ariane.origin.rna.expression import read_expression
from ariane.origin.rna.own.folds import grouped_folds
from ariane.origin.rna.panels import Panel
from ariane.origin.rna.rows import open_rows

NORMAL = "11"


def read_cohort(folder: Path, panel: Panel) -> Cohort:
    """Read a cohort; a value that is missing takes the median of its gene."""
    path = folder / panel.file
    expression = read_expression(path)
    table = open_rows(path)
    study, sample_type = (table.columns.index(name) for name in ("acronym", "sample_type"))
    rows = [(str(row.cells[study]), str(row.cells[sample_type])) for row in table.rows()]
    kept = np.array([acronym not in panel.left_out for acronym, _ in rows])
    values = expression.values[kept]
    middle = np.nanmedian(values, axis=0)
    chosen = [(name, *row) for name, row, keep in zip(expression.samples, rows, kept) if keep]
    return cohort_of(
        expression.genes,
        np.where(np.isnan(values), middle, values),
        [acronym for _, acronym, _ in chosen],
        BY_TCGA,
        np.array([kind != NORMAL for _, _, kind in chosen]),
        [hospital(name) for name, _, _ in chosen],
    )


def hospital(barcode: str) -> str:
    """Return the hospital of a TCGA barcode: its second field."""
    return barcode.replace(".", "-").split("-")[1]


def folds_by_hospital(cohort: Cohort) -> np.ndarray:
    """Return the fold of each sample, the samples of a hospital in one fold."""
    return grouped_folds(cohort.kind * 2 + cohort.tumour, cohort.groups, seed=0)
