"""What reads the files about the origin: one line for each kind of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ariane.origin.attaching import entry_of
from ariane.origin.model_file import ModelFileError
from ariane.origin.report import OriginReport, report_data
from ariane.origin.report_reading import (
    ReadReport,
    ReportRefusedError,
    read_reports,
    report_from_data,
)
from ariane.web.origin_files import (
    Candidate,
    FilesRefusedError,
    Folder,
    Form,
    Reader,
    Sorted,
    chosen_from,
)


def read_report_files(files: Sequence[Sorted], sample: str) -> list[Candidate]:
    """Return the reports of files as `ariane origin … --format json` writes them."""
    found: list[ReadReport] = []
    for file in files:
        try:
            found += read_reports(file.content.decode("utf-8-sig"))
        except (UnicodeDecodeError, ReportRefusedError) as error:
            raise FilesRefusedError("no-report", name=file.name, reason=str(error)) from None
    wanted = set(chosen_from([one.report.sample_id for one in found], sample))
    return [candidate_of(one) for one in found if one.report.sample_id in wanted]


def read_panel_files(files: Sequence[Sorted], sample: str) -> list[Candidate]:
    """Return reports on a DNA panel, as `ariane origin dna` gives them. Raises `InputRefused`."""
    from ariane.origin.dna.classify import classify
    from ariane.origin.dna.reading import read_dna
    from ariane.origin.dna.shipping import load_dna_model

    changes = [file for file in files if file.form is not Form.SAMPLES]
    tables = [file for file in files if file.form is Form.SAMPLES]
    if len(changes) != 1 or len(tables) > 1:
        raise FilesRefusedError("one-of-each", names=", ".join(file.name for file in files))
    with Folder([*changes, *tables]) as paths:
        samples = read_dna(paths[0], paths[1] if tables else None).samples
    wanted = set(chosen_from([one.sample_id for one in samples], sample))
    try:
        model = load_dna_model()
    except ModelFileError as error:
        raise FilesRefusedError("model", reason=str(error)) from None
    reports = classify([one for one in samples if one.sample_id in wanted], model)
    return _candidates(reports)


def read_expression_files(files: Sequence[Sorted], sample: str) -> list[Candidate]:
    """Return reports on gene expression, as `ariane origin rna` gives them."""
    from ariane.origin.rna.classify import chosen_panel, classify
    from ariane.origin.rna.expression import read_expression
    from ariane.origin.rna.shipping import load_rna_model

    if len(files) != 1:
        raise FilesRefusedError("one-expression", names=", ".join(file.name for file in files))
    with Folder(files) as paths:
        read = read_expression(paths[0])
    wanted = set(chosen_from(read.samples, sample))
    try:
        model = load_rna_model(chosen_panel(frozenset(read.genes)))
    except ModelFileError as error:
        raise FilesRefusedError("model", reason=str(error)) from None
    reports = [one for one in classify(read, model) if one.sample_id in wanted]
    return _candidates(reports)


def _candidates(reports: Iterable[OriginReport]) -> list[Candidate]:
    """Return reports made here as they are read from a file."""
    return [candidate_of(report_from_data(report_data(report))) for report in reports]


def candidate_of(read: ReadReport) -> Candidate:
    """Return a report as something that may be attached."""
    return Candidate(read.report.sample_id, read.report.source.value, entry_of(read))


READERS = (
    Reader(frozenset({Form.REPORT}), (), read_report_files),
    Reader(
        frozenset({Form.MUTATIONS, Form.VARIANTS, Form.SAMPLES}),
        ("numpy", "pyarrow"),
        read_panel_files,
    ),
    Reader(frozenset({Form.EXPRESSION}), ("numpy", "pyarrow"), read_expression_files),
)
"""A further kind of evidence is one more line here."""
