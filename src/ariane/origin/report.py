"""What every kind of evidence about the origin of a tumour returns: one report a sample."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ariane.origin.codes import BY_CODE

SUM_TOLERANCE = 1e-6


class EvidenceSource(StrEnum):
    """Kinds of evidence."""

    DNA = "dna"
    RNA = "rna"
    IHC = "ihc"
    COMBINED = "combined"


class Verdict(StrEnum):
    """What the input of a sample is good for."""

    PASS = "pass"  # noqa: S105 - a verdict
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class ModelReference:
    """Which model answered; `sha256` is the hash of its content."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a verdict is not `pass`, or why a report abstains.

    `code` is a key of the wording table `origin` (`reason.CODE`), `value` what was seen.
    """

    code: str
    value: str = ""

    def __str__(self) -> str:
        return f"{self.code}: {self.value}" if self.value else self.code


@dataclass(frozen=True, slots=True)
class QualityCheck:
    """The verdict on the input and the reasons, those of an abstention included."""

    verdict: Verdict
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One feature of the sample, and what it adds to the log-odds of the origins that it moves."""

    feature: str
    log_odds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class ClassValidation:
    """How a model did on one origin, on patients it was not trained on.

    `n` tumours of that origin; `recall`: the share of them named first; `precision`: the share of
    those named so that were; `None` where nothing could be counted.
    """

    n: int
    recall: float | None
    precision: float | None


@dataclass(frozen=True, slots=True)
class OriginReport:
    """The probable origins of one sample.

    `posterior` is over the origins that the source knows and sums to 1; `set90` is a conformal set
    at 90%, likeliest first; `abstained`: no orientation is offered, and `quality` says why;
    `validation` is what is known of the model on the origins of `set90`.
    Raises `ValueError` for anything that does not add up.
    """

    sample_id: str
    source: EvidenceSource
    model: ModelReference
    posterior: Mapping[str, float]
    set90: tuple[str, ...]
    abstained: bool
    quality: QualityCheck
    evidence: tuple[Evidence, ...] = ()
    validation: Mapping[str, ClassValidation] | None = None

    def __post_init__(self) -> None:
        unknown = [code for code in self.posterior if code not in BY_CODE]
        if unknown:
            raise ValueError(f"{self.sample_id}: no such origin: {', '.join(unknown)}")
        if not all(0 <= share <= 1 for share in self.posterior.values()):
            raise ValueError(f"{self.sample_id}: a probability lies outside 0 to 1")
        if not math.isclose(math.fsum(self.posterior.values()), 1, abs_tol=SUM_TOLERANCE):
            raise ValueError(f"{self.sample_id}: the posterior does not sum to 1")
        if not set(self.set90) <= set(self.posterior):
            raise ValueError(f"{self.sample_id}: the set names an origin that has no probability")
        if self.abstained and not self.quality.reasons:
            raise ValueError(f"{self.sample_id}: an abstention needs a reason")

    @property
    def ranked(self) -> tuple[str, ...]:
        """The origins, likeliest first; ties in the order of the posterior."""
        return tuple(sorted(self.posterior, key=lambda code: -self.posterior[code]))


def report_data(report: OriginReport) -> dict[str, object]:
    """Return a report as plain data, ready for JSON."""
    return {
        "sample_id": report.sample_id,
        "source": report.source.value,
        "model": {
            "name": report.model.name,
            "version": report.model.version,
            "sha256": report.model.sha256,
        },
        "posterior": dict(report.posterior),
        "set90": list(report.set90),
        "abstained": report.abstained,
        "qc": {
            "verdict": report.quality.verdict.value,
            "reasons": [str(reason) for reason in report.quality.reasons],
        },
        "evidence": [
            {"feature": item.feature, "log_odds": dict(item.log_odds)} for item in report.evidence
        ],
        "validation": validation_data(report.validation or {}),
    }


def validation_data(validation: Mapping[str, ClassValidation]) -> dict[str, object]:
    """Return what is known of the classes of a model, as plain data."""
    return {
        code: {"n": known.n, "recall": known.recall, "precision": known.precision}
        for code, known in validation.items()
    }


def posterior_of(codes: Sequence[str], shares: Sequence[float]) -> dict[str, float]:
    """Return shares scaled so that they sum to 1. Raises `ValueError` for no positive share."""
    total = math.fsum(shares)
    if not total > 0:
        raise ValueError("a posterior needs a positive share")
    return {code: float(share) / total for code, share in zip(codes, shares, strict=True)}
