"""What the four mismatch repair proteins say together.

Loss of a pair that works together (MLH1 with PMS2, MSH2 with MSH6) is a deficient phenotype; all
four retained is a proficient one. One protein lost alone asks for a second look: no result.
"""

from __future__ import annotations

from ariane.case.reports.groups import Finding
from ariane.case.reports.markers import MMR_PROTEINS
from ariane.case.reports.sentences import Span
from ariane.case.reports.stain import Certainty, Stain, Why

PAIRS = (frozenset({"MLH1", "PMS2"}), frozenset({"MSH2", "MSH6"}))


class MismatchRepair:
    """The results of the proteins in one paragraph, gathered as they come."""

    def __init__(self) -> None:
        self._results: dict[str, set[str | None]] = {}
        self._spans: list[Span] = []
        self._why: Why | None = None

    def note(self, finding: Finding, span: Span, why: Why | None) -> None:
        """Take note of a finding, if it is one of the four proteins and says something."""
        if finding.name in MMR_PROTEINS and finding.why is not Why.NO_RESULT:
            self._results.setdefault(finding.name, set()).add(finding.result)
            self._spans.append(span)
            self._why = self._why or why or finding.why

    def verdict(self, report: str) -> Stain | None:
        """Return the statement on `msi_status`, `None` where the proteins give none."""
        result, why = self._result()
        if result is None and why is None:
            return None
        why = self._why or why
        start = min(span.start for span in self._spans)
        end = max(span.end for span in self._spans)
        certainty = Certainty.UNCERTAIN if why else Certainty.STATED
        words = report[start:end]
        return Stain("msi_status", None if why else result, words, start, end, certainty, why)

    def _result(self) -> tuple[str | None, Why | None]:
        if not self._results:
            return None, None
        if any(len(results) > 1 for results in self._results.values()):
            return None, Why.AMBIGUOUS
        lost = {name for name, results in self._results.items() if results == {"neg"}}
        kept = {name for name, results in self._results.items() if results == {"pos"}}
        if lost in PAIRS:
            return "msi_h_dmmr", None
        if kept == set(MMR_PROTEINS):
            return "mss_pmmr", None
        return None, Why.SINGLE_PROTEIN if lost else None
