"""A report on the origin as a page shows it: words and rows, nothing to reckon."""

from __future__ import annotations

from typing import NamedTuple

from ariane.documents.origin_combined import candidate_words, weight_words
from ariane.documents.origin_words import (
    answer_words,
    finding_words,
    known_words,
    number_words,
    origin_name,
    origin_names,
    percent_words,
    reason_words,
    set_words,
)
from ariane.origin.combine import Combined
from ariane.origin.conflict_matrix import SIGNS, Cell, Matrix
from ariane.origin.report import Evidence, OriginReport
from ariane.wording.catalogue import say
from ariane.wording.language import Language

SHOWN, FINDINGS, COLUMNS = 5, 8, 3


class ShareRow(NamedTuple):
    """One origin: whether it is in the 90% set, its share, how often it is right when named."""

    name: str
    inside: bool
    percent: str
    known: str


class FindingRow(NamedTuple):
    """One finding, and what it adds to the log-odds of each origin of `ReportView.columns`."""

    words: str
    effects: tuple[str, ...]


class ReportView(NamedTuple):
    """A report in words. `verdict` is the word of the contract, `verdict_words` what it means."""

    kind: str
    sample: str
    answer: str
    abstained: bool
    set_words: str
    verdict: str
    verdict_words: str
    reasons: tuple[str, ...]
    shares: tuple[ShareRow, ...]
    is_validated: bool
    columns: tuple[str, ...]
    findings: tuple[FindingRow, ...]
    model: str
    in_brief: str


class MatrixCell(NamedTuple):
    """One kind and one candidate: sign, stance in words, log-odds where reckoned."""

    stance: str
    sign: str
    words: str
    value: str


class MatrixView(NamedTuple):
    """The conflict matrix: names of candidates, and for each kind a cell a candidate."""

    candidates: tuple[str, ...]
    rows: tuple[tuple[str, tuple[MatrixCell, ...]], ...]
    contested: str
    weights: str
    codes: str


def report_view(report: OriginReport, language: Language) -> ReportView:
    """Return a report in words."""
    codes = report.ranked[:COLUMNS]
    model = report.model
    return ReportView(
        kind=say(f"origin:source.{report.source}", language),
        sample=report.sample_id,
        answer=answer_words(report, language),
        abstained=report.abstained,
        set_words=set_words(report, language),
        verdict=report.quality.verdict.value,
        verdict_words=say(f"origin:verdict.{report.quality.verdict}", language),
        reasons=tuple(reason_words(reason, language) for reason in report.quality.reasons),
        shares=tuple(_share(report, code, language) for code in report.ranked[: _shown(report)]),
        is_validated=bool(report.validation),
        columns=tuple(origin_name(code, language) for code in codes),
        findings=tuple(_finding(item, codes, language) for item in report.evidence[:FINDINGS]),
        model=say(
            "origin:model",
            language,
            name=model.name,
            version=model.version,
            sha256=model.sha256[:12],
        ),
        in_brief=say("origin:between", language).join(
            f"{origin_name(code, language)} {percent_words(report.posterior[code], language)}"
            for code in codes
        ),
    )


def _shown(report: OriginReport) -> int:
    return max(SHOWN, len(report.set90))


def _share(report: OriginReport, code: str, language: Language) -> ShareRow:
    return ShareRow(
        origin_name(code, language),
        code in report.set90,
        percent_words(report.posterior[code], language),
        known_words((report.validation or {}).get(code), language),
    )


def _finding(item: Evidence, codes: tuple[str, ...], language: Language) -> FindingRow:
    effects = (item.log_odds.get(code) for code in codes)
    return FindingRow(
        finding_words(item, language),
        tuple(
            "·" if effect is None else number_words(effect, 1, language, signed=True)
            for effect in effects
        ),
    )


def matrix_view(combined: Combined, matrix: Matrix, language: Language) -> MatrixView:
    """Return the conflict matrix in words."""
    return MatrixView(
        tuple(origin_name(code, language) for code in matrix.candidates),
        tuple(
            (
                say(f"origin_ihc:kind.{kind}", language),
                tuple(_cell(cell, language) for cell in matrix.cells if cell.kind == kind),
            )
            for kind in matrix.kinds
        ),
        say("origin_ihc:contested", language, names=origin_names(matrix.contested, language))
        if matrix.contested
        else "",
        weight_words(combined, language),
        candidate_words(matrix, language),
    )


def _cell(cell: Cell, language: Language) -> MatrixCell:
    value = cell.log_odds
    return MatrixCell(
        cell.stance.value,
        SIGNS[cell.stance],
        say(f"origin_ihc:stance.{cell.stance}", language),
        "" if value is None else number_words(value, 1, language, signed=True),
    )
