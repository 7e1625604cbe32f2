"""The kinds of evidence of one patient, together, with one prior only.

Every report is divided by the prior that it was reckoned with, the logarithms are added with the
weight of each kind, and one prior is put back. The kinds are taken as independent given the origin;
the weight of each is fitted on patients seen by it alone (`reliability`). A source says nothing of
an origin that it does not know.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ariane.case.case import Case
from ariane.origin.codes import ORIGINS
from ariane.origin.ihc.priors import prior, uniform
from ariane.origin.ihc.reading import credible_set
from ariane.origin.reliability import LEAST_SHARE, fitted_for, weight_of
from ariane.origin.report import (
    Evidence,
    EvidenceSource,
    ModelReference,
    OriginReport,
    QualityCheck,
    Reason,
    Verdict,
    posterior_of,
)
from ariane.origin.report_reading import ReadReport

VERSION = "2"


class Combined(NamedTuple):
    """The combined report, the one prior, what each kind adds to the log-odds, and its weight."""

    report: OriginReport
    prior: Mapping[str, float]
    added: Mapping[str, Mapping[str, float]]
    weights: Mapping[str, float]


def combine(
    reports: Sequence[ReadReport], case: Case | None, weights: Mapping[str, float] | None = None
) -> Combined:
    """Combine reports of one patient, each kind once. Raises `ValueError` for a kind given twice.

    `weights` by kind take the place of those that were fitted, and the report says so.

    A report on DNA was reckoned with frequencies by site of the same cohort as the prior here; one
    that does not say its prior, of any other kind, is taken to have had equal shares.
    """
    kinds = [one.report.source for one in reports]
    twice = sorted({kind.value for kind in kinds if kinds.count(kind) > 1})
    if twice or EvidenceSource.COMBINED in kinds:
        raise ValueError(", ".join(twice) or EvidenceSource.COMBINED.value)
    known = case.known if case else {}
    named = {code for one in reports for code in one.report.posterior}
    codes = tuple(origin.code for origin in ORIGINS if origin.code in named)
    start = prior(known, codes) if case else uniform(known, codes)
    used, said = _weights(reports, weights or {})
    added = {kind.value: _added(one, start, used) for kind, one in zip(kinds, reports, strict=True)}
    posterior = _posterior(start, added)
    kept = credible_set(posterior)
    quality = _quality(reports, kept, said)
    report = OriginReport(
        sample_id=case.id if case else reports[0].report.sample_id,
        source=EvidenceSource.COMBINED,
        model=ModelReference("log-odds", VERSION, _hash(reports)),
        posterior=posterior,
        set90=kept,
        abstained=any(reason.code in ABSTAINING for reason in quality.reasons),
        quality=quality,
        evidence=tuple(Evidence(kind, odds) for kind, odds in added.items()),
    )
    return Combined(report, start, added, used)


ABSTAINING = ("several-likely", "discordant", "nothing-usable")


def _weights(
    reports: Sequence[ReadReport], given: Mapping[str, float]
) -> tuple[dict[str, float], list[Reason]]:
    """Return the weight of each usable kind, and a reason for every one that was not fitted."""
    used, said = {}, []
    for one in reports:
        kind = one.report.source.value
        if one.report.quality.verdict is Verdict.FAIL:
            continue
        model = f"{one.report.model.name} {one.report.model.version}"
        used[kind] = given.get(kind, weight_of(kind, model))
        if kind in given:
            said.append(Reason("weight-given", f"{kind} {given[kind]:g}"))
        elif fitted_for(kind, model) is None:
            said.append(Reason("weight-not-fitted", f"{kind} ({model})"))
    return used, said


def _added(
    one: ReadReport, start: Mapping[str, float], weights: Mapping[str, float]
) -> dict[str, float]:
    report = one.report
    if report.quality.verdict is Verdict.FAIL:
        return {}
    own = one.prior or _prior_of(one, start)
    weight = weights[report.source.value]
    return {
        code: weight * math.log(max(share, LEAST_SHARE) / max(own[code], LEAST_SHARE))
        for code, share in report.posterior.items()
        if own.get(code, 0) > 0
    }


def _prior_of(one: ReadReport, start: Mapping[str, float]) -> dict[str, float]:
    codes = tuple(one.report.posterior)
    if one.report.source is EvidenceSource.DNA:
        return posterior_of(codes, [start[code] for code in codes])
    return posterior_of(codes, [1.0] * len(codes))


def _posterior(
    start: Mapping[str, float], added: Mapping[str, Mapping[str, float]]
) -> dict[str, float]:
    scores = {
        code: math.log(share) + sum(odds.get(code, 0.0) for odds in added.values())
        for code, share in start.items()
        if share > 0
    }
    most = max(scores.values())
    return posterior_of(
        tuple(start), [math.exp(scores[code] - most) if code in scores else 0.0 for code in start]
    )


def _quality(
    reports: Sequence[ReadReport], kept: tuple[str, ...], on_weights: Sequence[Reason]
) -> QualityCheck:
    usable = [one.report for one in reports if one.report.quality.verdict is not Verdict.FAIL]
    if not usable:
        return QualityCheck(Verdict.FAIL, (Reason("nothing-usable"),))
    reasons = [
        Reason("left-out", one.report.source.value)
        for one in reports
        if one.report.quality.verdict is Verdict.FAIL
    ]
    reasons += discordances(usable)
    if len(kept) > 1:
        reasons.append(Reason("several-likely", str(len(kept))))
    reasons += on_weights
    return QualityCheck(Verdict.WARN, (*reasons, Reason("independence-assumed")))


def discordances(usable: Sequence[OriginReport]) -> list[Reason]:
    """Return one reason for every two sources whose 90% sets share no origin that both know."""
    found = []
    for index, one in enumerate(usable):
        for other in usable[index + 1 :]:
            mutual = one.posterior.keys() & other.posterior.keys()
            mine, theirs = set(one.set90) & mutual, set(other.set90) & mutual
            if mine and theirs and not mine & theirs:
                said = f"{one.source.value} {one.ranked[0]}, {other.source.value} {other.ranked[0]}"
                found.append(Reason("discordant", said))
    return found


def _hash(reports: Sequence[ReadReport]) -> str:
    """Return the hash of the models behind: the combination itself has nothing to learn."""
    return hashlib.sha256("".join(one.report.model.sha256 for one in reports).encode()).hexdigest()
