"""When no orientation is offered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ariane.origin.report import QualityCheck, Reason, Verdict


class AbstentionRule(NamedTuple):
    """Orientations are offered from this probability of the first origin upwards.

    `least_probability` comes from held-out patients: from there up, `precision` of the answers were
    right.
    """

    least_probability: float
    precision: float


def decided(
    posterior: Mapping[str, float], quality: QualityCheck, rule: AbstentionRule
) -> tuple[bool, QualityCheck]:
    """Return whether to abstain, and the quality check with the reason for it added."""
    if quality.verdict is Verdict.FAIL:
        return True, quality
    surest = max(posterior.values())
    if surest >= rule.least_probability:
        return False, quality
    reason = Reason("not-sure-enough", f"{surest:.2f} < {rule.least_probability:.2f}")
    return True, QualityCheck(quality.verdict, (*quality.reasons, reason))
