"""All that a case says of the origin: reports that it carries, stains, all of it together."""

from __future__ import annotations

from typing import NamedTuple

from ariane.case.case import Case
from ariane.origin.combine import Combined, combine
from ariane.origin.conflict_matrix import Matrix, conflict_matrix
from ariane.origin.ihc.reading import IhcReading, read_panel
from ariane.origin.report import EvidenceSource, Verdict
from ariane.origin.report_reading import ReadReport, ReportRefusedError, report_from_data


class CaseEvidence(NamedTuple):
    """What a case says of the origin.

    `attached` has one entry a report that the case carries, `None` for one that does not add up;
    `stains` is `None` where no stain has a result and a series. `combined` takes one report a kind:
    the last attached of each, and for stains the facts of the case before any report.
    """

    attached: tuple[ReadReport | None, ...]
    stains: IhcReading | None
    combined: Combined | None
    matrix: Matrix | None


def evidence_of(case: Case) -> CaseEvidence:
    """Return all that a case says of the origin."""
    attached = tuple(_read(report.data) for report in case.origin_reports)
    reading = read_panel(case)
    stains = reading if reading.effects else None
    kinds = {
        read.report.source: read
        for read in attached
        if read is not None
        and read.report.source is not EvidenceSource.COMBINED
        and read.report.quality.verdict is not Verdict.FAIL
    }
    if stains is not None:
        kinds[EvidenceSource.IHC] = ReadReport(stains.report, stains.prior, {})
    if not kinds:
        return CaseEvidence(attached, stains, None, None)
    combined = combine(list(kinds.values()), case)
    return CaseEvidence(attached, stains, combined, conflict_matrix(combined, case))


def _read(data: object) -> ReadReport | None:
    try:
        return report_from_data(data)
    except ReportRefusedError:
        return None
