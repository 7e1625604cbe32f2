"""From the form of an operative report to a report, or to everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ariane.calculators.operative_report.items import APPROACH, ITEMS
from ariane.calculators.operative_report.report import FORM_SCHEMA, OperativeReport, followed, known
from ariane.calculators.pci import REGIONS, SCORES
from ariane.case.collecting import Collector, any_text, in_file_order
from ariane.case.inference import said
from ariane.case.problems import CaseError, Problem, ProblemKind
from ariane.case.reading import read_bytes
from ariane.case.tree import Node, read_tree_and_problems
from ariane.case.values import calendar_date, fact_value, refuse, text
from ariane.facts.constraints import EXCLUSIONS
from ariane.facts.surgery import ASCITES_PRESENT, ASCITES_SAMPLED, ASCITES_VOLUME_ML, TROCAR_SITES
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import Expression
from ariane.logic.notation import notation
from ariane.logic.structure import named_facts

KEYS = ("schema", "id", "date", "report", "pci", "notes")
NOT_SEEN = "not_seen"
REGION_NAMES = tuple(map(str, REGIONS))
NO_SUCH_REPORT: tuple[Expression, ...] = (
    *EXCLUSIONS,
    ~ASCITES_PRESENT & (ASCITES_SAMPLED | (ASCITES_VOLUME_ML > 0)),
    APPROACH.is_("laparoscopy") & ~TROCAR_SITES.not_empty(),
)
"""What no report can say at once."""


def read_report(path: str | Path) -> OperativeReport:
    """Read and check a report (`-`: standard input). Raises `CaseError` with all problems."""
    return report_from_bytes(read_bytes(path), str(path))


def report_from_bytes(content: bytes, source: str) -> OperativeReport:
    """Read and check the content of a report; `source` names it in messages."""
    tree, problems = read_tree_and_problems(content, source, FORM_SCHEMA)
    return _Reader(source, problems).report(tree)


class _Reader(Collector):
    def __init__(self, source: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self._source = source

    def report(self, tree: Node) -> OperativeReport:
        entries = self.entries(tree, KEYS)
        self.require(tree, FORM_SCHEMA)
        report_id = self.attempt(lambda: text(entries["id"])) if "id" in entries else None
        report = OperativeReport(
            id=report_id or "",
            operated_on=self.optional(entries, "date", calendar_date),
            stated=self._stated(entries.get("report")),
            regions=self._regions(entries.get("pci")),
            notes=self.optional(entries, "notes", any_text),
        )
        self._contradictions(report, entries.get("report"))
        if self.problems:
            raise CaseError(self._source, in_file_order(self.problems, tree))
        return report

    def _stated(self, node: Node | None) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, entry in self.entries(node, tuple(ITEMS), ProblemKind.UNKNOWN_FACT).items():
            fact = ITEMS[name]
            value = self.attempt(lambda fact=fact, entry=entry: fact_value(fact, entry))  # type: ignore[misc]
            if value is not None:
                found[name] = value
        return found

    def _regions(self, node: Node | None) -> dict[int, int | None]:
        found: dict[int, int | None] = {}
        for region, entry in self.entries(node, REGION_NAMES).items():
            if entry.value is None:
                continue
            if entry.value == NOT_SEEN:
                found[int(region)] = None
            elif isinstance(entry.value, int) and not isinstance(entry.value, bool):
                self._score(int(region), entry, found)
            else:
                self.add(refuse(ProblemKind.WRONG_TYPE, entry, _allowed()))
        return found

    def _score(self, region: int, entry: Node, found: dict[int, int | None]) -> None:
        if entry.value in SCORES:
            found[region] = entry.value
        else:
            self.add(refuse(ProblemKind.OUT_OF_RANGE, entry, _allowed()))

    def _contradictions(self, report: OperativeReport, node: Node | None) -> None:
        """Keep what a report states against what follows from it, or against itself."""
        implied = followed(report)
        for name, value in report.stated.items():
            if name in implied and implied[name] != value:
                self._contradiction((name,), {name: value}, f"{name} = {said(implied[name])}", node)
        values = {**known(report), **report.stated}
        for rule in NO_SUCH_REPORT:
            if evaluate(rule, values) is True:
                names = tuple(fact.name for fact in named_facts(rule) if fact.name in values)
                shown = {name: values[name] for name in names}
                self._contradiction(names, shown, f"not ({notation(rule)})", node)

    def _contradiction(
        self, names: tuple[str, ...], values: dict[str, Any], expected: str, node: Node | None
    ) -> None:
        entries = node.value if node is not None else {}
        line = next((entries[name].line for name in names if name in entries), None)
        place = ", ".join(f"report.{name}" for name in names)
        value = ", ".join(f"{name} = {said(value)}" for name, value in values.items())
        self.problems.append(Problem(ProblemKind.CONTRADICTION, place, line, value, expected))


def _allowed() -> str:
    return " | ".join((*map(str, SCORES), NOT_SEEN))
