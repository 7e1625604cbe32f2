"""Matching findings with explanations; an explanation that matches nothing is a finding too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ariane.guideline.lint.finding import Explanation, Finding, Kind, Subject, Suspicion
from ariane.guideline.lint.knowledge import Knowledge
from ariane.guideline.lint.patients import Patients


class Explainer:
    """The explanations of a review, and what those that have been needed were about."""

    def __init__(self, knowledge: Knowledge, patients: Patients) -> None:
        self._patients = patients
        self._knowledge = knowledge
        self._by_subject: dict[tuple[Kind, Subject], list[Explanation]] = {}
        for explanation in knowledge.explanations:
            for subject in explanation.subjects:
                key = (explanation.kind, subject)
                self._by_subject.setdefault(key, []).append(explanation)
        self._needed: dict[tuple[Explanation, Subject], Subject] = {}

    def patients(self, suspicion: Suspicion) -> Iterator[Finding]:
        """Yield an example for each explanation, and one that none explains where there is one."""
        known = self._by_subject.get((suspicion.kind, suspicion.subject), [])
        for explanation in known:
            holds = (*suspicion.holds, explanation.within)
            example = self._patients.smallest(holds, suspicion.fails)
            if example is not None:
                found = Finding(suspicion.kind, suspicion.subject, example)
                yield self._with(found, explanation)
        fails = (*suspicion.fails, *(explanation.within for explanation in known))
        example = self._patients.smallest(suspicion.holds, fails)
        if example is not None:
            yield Finding(suspicion.kind, suspicion.subject, example)

    def explained(self, finding: Finding) -> Finding:
        """Return a finding that turns on no patient with its explanation, where it has one."""
        for explanation in self._by_subject.get((finding.kind, finding.subject), []):
            return self._with(finding, explanation)
        return finding

    def complaints(self) -> Iterator[Finding]:
        """Yield explanations that match nothing, or cite an ambiguity that is not about this.

        A consultation shows an ambiguity beside the statements that it bears on: one that bears on
        none of a finding's statements would never be shown to such a patient.
        """
        bearing = {a.id: frozenset(a.statements) for a in self._knowledge.ambiguities}
        for (kind, subject), explanations in self._by_subject.items():
            for explanation in explanations:
                named = (kind.value, *subject)
                about = self._needed.get((explanation, subject))
                if about is None:
                    yield Finding(Kind.STALE, named)
                elif explanation.ambiguity is not None and bearing.get(
                    explanation.ambiguity, frozenset()
                ).isdisjoint(self._statements((*subject, *about))):
                    yield Finding(Kind.MISPLACED, (*named, explanation.ambiguity))

    def _with(self, finding: Finding, explanation: Explanation) -> Finding:
        self._needed[explanation, finding.subject] = finding.about
        return replace(finding, explained_by=explanation.ambiguity, reason=explanation.reason)

    def _statements(self, subject: Subject) -> set[str]:
        """Return the statements that a subject stands for: itself, a partition's, a figure's."""
        found = set(subject)
        for partition in self._knowledge.partitions:
            if partition.id in subject:
                found.update(partition.members)
        for algorithm in self._knowledge.algorithms:
            if not {node.id for node in algorithm.nodes}.isdisjoint(subject):
                found.update(
                    s.id for s in self._knowledge.statements if s.section == algorithm.section
                )
        return found
