"""Labels: one row a sample with the origin of its tumour, and who it came from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ariane.origin.codes import BY_CODE, BY_ONCOTREE, BY_TCGA
from ariane.origin.refusal import MOST_TOLD, InputProblem, InputRefused
from ariane.origin.rna.layout import SAMPLE_COLUMNS
from ariane.origin.rna.rows import Rows, is_missing, open_rows

LABEL_COLUMNS = ("label", "origin", "oncotree_code", "oncotree", "acronym", "project_id")
PATIENT_COLUMNS = ("patient", "patient_id", "case_id")
NORMAL = "NORMAL"
"""What marks tissue that is no tumour, alone or beside the organ (`normal LIHC`)."""
SEPARATORS = re.compile(r"[\s:;,/()]+")
BARCODE = "TCGA-"
BARCODE_OF_PATIENT = 12
"""Characters of a TCGA barcode that name the patient: its first three fields."""


class Label(NamedTuple):
    """What a sample is: the origin, the kind (a study or a code narrower than it), or normal.

    Normal tissue has the origin and kind of its organ, or neither where that is not said.
    """

    origin: str
    kind: str
    normal: bool = False


@dataclass(frozen=True, slots=True)
class Labels:
    """Sample -> label and sample -> group that folds keep together.

    `grouped_by` names the column of the groups; `unlabelled`: samples whose label is empty.
    """

    label: Mapping[str, Label]
    group: Mapping[str, str]
    grouped_by: str
    unlabelled: int


def read_labels(path: Path, groups: str | None = None) -> Labels:
    """Read labels; `groups` names the column of the groups, else patients are.

    Raises `InputRefused` with the rows at fault.
    """
    table = open_rows(path)
    names = [name.lower() for name in table.columns]
    sample = _column(table, names, SAMPLE_COLUMNS)
    label = _column(table, names, LABEL_COLUMNS)
    group = _group_column(table, names, groups)
    label_of: dict[str, Label] = {}
    grouped: dict[str, str] = {}
    unlabelled = 0
    problems: list[InputProblem] = []
    for row in table.rows():
        cells = [*row.cells, *[None] * (row.width - len(row.cells))]
        name, said = str(cells[sample] or "").strip(), cells[label]
        if is_missing(said):
            unlabelled += 1
            continue
        read = read_label(str(said))
        if not name:
            problems.append(InputProblem("no-sample-name", str(row.place)))
        elif name in label_of:
            problems.append(InputProblem("sample-twice", str(row.place), name))
        elif read is None:
            problems.append(InputProblem("no-such-label", str(row.place), str(said)))
        else:
            label_of[name] = read
            grouped[name] = _group(name, "" if group is None else cells[group])
    if not (label_of or problems):
        problems.append(InputProblem("empty"))
    if problems:
        raise InputRefused(str(path), tuple(problems[:MOST_TOLD]))
    by = "sample" if group is None else table.columns[group]
    return Labels(label_of, grouped, by, unlabelled)


def read_label(text: str) -> Label | None:
    """Return what a label says, `None` where nothing is known by that name.

    It is the code of an origin, a TCGA study, an OncoTree code, or `normal`, with the organ or
    without.
    """
    words = SEPARATORS.sub(" ", text.upper()).split()
    normal = NORMAL in words
    names = [word.removeprefix(BARCODE) for word in words if word != NORMAL]
    if len(names) != 1:
        return Label("", "", True) if normal and not names else None
    kind = names[0]
    origin = kind if kind in BY_CODE else BY_TCGA.get(kind) or BY_ONCOTREE.get(kind)
    return None if origin is None else Label(origin, kind, normal)


def _group(sample: str, given: object) -> str:
    if not is_missing(given):
        return str(given).strip()
    return sample[:BARCODE_OF_PATIENT] if sample.startswith(BARCODE) else sample


def _column(table: Rows, names: list[str], wanted: tuple[str, ...]) -> int:
    for name in wanted:
        if name in names:
            return names.index(name)
    problem = InputProblem("missing-column", "", wanted[0], ", ".join(table.columns[:30]))
    raise InputRefused(str(table.path), (problem,))


def _group_column(table: Rows, names: list[str], groups: str | None) -> int | None:
    if groups is not None:
        return _column(table, names, (groups.lower(),))
    return next((names.index(name) for name in PATIENT_COLUMNS if name in names), None)
