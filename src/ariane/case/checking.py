"""From the tree of a case file to a case, or to everything that is wrong with it."""

from __future__ import annotations

from datetime import date
from typing import Any

from ariane.case.case import PCI_REGIONS, SCHEMA, Case, ExamRecord, FactSource
from ariane.case.collecting import Collector, any_text, in_file_order
from ariane.case.inference import inferred
from ariane.case.origin_reports import attached_reports
from ariane.case.pci_kind import PciKind
from ariane.case.problems import CaseError, Problem, ProblemKind
from ariane.case.tree import Node, below
from ariane.case.values import (
    calendar_date,
    fact_value,
    one_of,
    score,
    text,
)
from ariane.facts.exams import Exam, ExamStatus
from ariane.facts.terms import TERMS, Terms
from ariane.facts.vocabulary import BY_NAME

KEYS = ("schema", "id", "as_of", "facts", "sources", "pci", "exams", "notes", "origin_reports")
SCORES = (0, 1, 2, 3)
REGIONS = tuple(str(region) for region in range(PCI_REGIONS))


def checked(
    tree: Node, source: str, problems: tuple[Problem, ...] = (), terms: Terms = TERMS
) -> Case:
    """Return the case that a tree describes. Raises `CaseError` with all problems at once.

    `problems` are those of form that were met while the tree was read; `terms` are what facts mean.
    """
    return _Checker(source, problems, terms).case(tree)


class _Checker(Collector):
    def __init__(self, source: str, problems: tuple[Problem, ...], terms: Terms) -> None:
        super().__init__(problems)
        self._source = source
        self._terms = terms

    def case(self, tree: Node) -> Case:
        entries = self.entries(tree, KEYS)
        self.require(tree, SCHEMA)
        stated = self._facts(entries.get("facts"))
        exams = self._exams(entries.get("exams"))
        pci = self._pci(entries.get("pci"))
        case_id = self.attempt(lambda: text(entries["id"])) if "id" in entries else None
        as_of = self.optional(entries, "as_of", calendar_date)
        sources = self._sources(entries.get("sources"))
        notes = self.optional(entries, "notes", any_text)
        reports = self.optional(entries, "origin_reports", attached_reports)
        inference = inferred(stated, exams, pci, self._terms)
        self.problems.extend(_located(inference.problems, entries.get("facts")))
        if self.problems:
            raise CaseError(self._source, in_file_order(self.problems, tree))
        return Case(
            id=case_id or "",
            as_of=as_of,
            stated=stated,
            known=inference.known,
            recorded=inference.recorded,
            exams=exams,
            pci=pci,
            sources=sources,
            notes=notes,
            origin_reports=reports or (),
        )

    def _facts(self, node: Node | None) -> dict[str, Any]:
        stated: dict[str, Any] = {}
        facts = self._terms.by_name
        for name, entry in self.entries(node, tuple(facts), ProblemKind.UNKNOWN_FACT).items():
            fact = facts[name]
            value = self.attempt(lambda fact=fact, entry=entry: fact_value(fact, entry))  # type: ignore[misc]
            if value is not None:
                stated[name] = value
        return stated

    def _exams(self, node: Node | None) -> dict[Exam, ExamRecord]:
        found: dict[Exam, ExamRecord] = {}
        for key, entry in self.entries(node, tuple(Exam)).items():
            if entry.value is None:
                continue
            inner = self.entries(entry, ("status", "date", "result"))
            if "status" not in inner:
                if isinstance(entry.value, dict):
                    place = below(entry.place, "status")
                    expected = " | ".join(ExamStatus)
                    self.problems.append(
                        Problem(ProblemKind.MISSING_KEY, place, entry.line, expected=expected)
                    )
                continue
            status = self.attempt(lambda inner=inner: one_of(inner["status"], tuple(ExamStatus)))  # type: ignore[misc]
            on = self.optional(inner, "date", calendar_date)
            result = self.optional(inner, "result", any_text)
            if status is not None:
                found[Exam(key)] = ExamRecord(ExamStatus(status), on, result)
        return found

    def _pci(self, node: Node | None) -> dict[PciKind, dict[int, int]]:
        found: dict[PciKind, dict[int, int]] = {}
        for kind, entry in self.entries(node, tuple(PciKind)).items():
            scores: dict[int, int] = {}
            for region, inner in self.entries(entry, REGIONS).items():
                if inner.value is None:
                    continue
                value = self.attempt(lambda inner=inner: score(inner, SCORES))  # type: ignore[misc]
                if value is not None:
                    scores[int(region)] = value
            found[PciKind(kind)] = scores
        return found

    def _sources(self, node: Node | None) -> dict[str, FactSource]:
        found: dict[str, FactSource] = {}
        for name, entry in self.entries(node, tuple(BY_NAME), ProblemKind.UNKNOWN_FACT).items():
            inner = self.entries(entry, ("date", "document"))
            on: date | None = self.optional(inner, "date", calendar_date)
            found[name] = FactSource(on, self.optional(inner, "document", any_text))
        return found


def _located(problems: tuple[Problem, ...], facts: Node | None) -> list[Problem]:
    """Give a contradiction the line of the first fact that it names."""
    entries = facts.value if facts is not None and isinstance(facts.value, dict) else {}
    located = []
    for problem in problems:
        name = problem.place.removeprefix("facts.").split(",")[0].strip()
        line = entries[name].line if name in entries else None
        located.append(Problem(problem.kind, problem.place, line, problem.value, problem.expected))
    return located
