"""The whole review: every check, and every finding beside what explains it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ariane.guideline.lint.bounds import bound_findings
from ariane.guideline.lint.branches import branch_suspicions
from ariane.guideline.lint.citations import citation_findings
from ariane.guideline.lint.conditions import condition_findings
from ariane.guideline.lint.explaining import Explainer
from ariane.guideline.lint.finding import Finding, Kind, Suspicion
from ariane.guideline.lint.knowledge import Knowledge
from ariane.guideline.lint.oppositions import opposition_suspicions
from ariane.guideline.lint.partitions import partition_suspicions
from ariane.guideline.lint.patients import Patients
from ariane.guideline.lint.redundancy import redundancies

ORDER = {kind: place for place, kind in enumerate(Kind)}


def review(knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return everything found, by kind, each kind in the order of the knowledge."""
    patients = Patients(knowledge)
    explainer = Explainer(knowledge, patients)
    found = [f for suspicion in _suspicions(knowledge) for f in explainer.patients(suspicion)]
    found += [explainer.explained(finding) for finding in _facts(knowledge, patients)]
    found += explainer.complaints()
    return tuple(sorted(found, key=lambda finding: ORDER[finding.kind]))


def unexplained(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings that nothing explains."""
    return tuple(finding for finding in findings if not finding.explained)


def _suspicions(knowledge: Knowledge) -> Iterator[Suspicion]:
    """Yield suspicions, one of each kind and subject."""
    seen: set[tuple[Kind, tuple[str, ...]]] = set()
    for check in (branch_suspicions, partition_suspicions, opposition_suspicions):
        for suspicion in check(knowledge):
            if (suspicion.kind, suspicion.subject) not in seen:
                seen.add((suspicion.kind, suspicion.subject))
                yield suspicion


def _facts(knowledge: Knowledge, patients: Patients) -> Iterator[Finding]:
    yield from condition_findings(knowledge, patients)
    yield from redundancies(knowledge, patients)
    yield from citation_findings(knowledge)
    yield from bound_findings(knowledge)
