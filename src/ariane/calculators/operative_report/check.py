"""A report against what the chapter asks: what is there, is missing, was done against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from ariane.calculators.operative_report.demands import DEMANDS, Demand, Nature
from ariane.calculators.operative_report.items import APPROACH, REGIONS_STATED, STATED_BY
from ariane.calculators.operative_report.report import OperativeReport, known
from ariane.case.inference import is_result
from ariane.facts.surgery import LAPAROSCOPY_PERFORMED
from ariane.facts.vocabulary import BY_NAME
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import Expression
from ariane.logic.fact import BoolFact, Fact
from ariane.logic.structure import named_facts


class State(StrEnum):
    """Where a report stands on one demand."""

    MET = "met"
    NOT_SAID = "not-said"
    STATED_NO = "stated-no"
    NOT_APPLICABLE = "not-applicable"


class Finding(NamedTuple):
    """A demand, where the report stands on it, and the items to ask for (`pci.9`: a region)."""

    demand: Demand
    state: State
    ask: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Whether something is missing, or was done against the text."""
        return self.state in (State.NOT_SAID, State.STATED_NO)


@dataclass(frozen=True, slots=True)
class ReportCheck:
    """All demands of the chapter with where one report stands on each."""

    report: OperativeReport
    findings: tuple[Finding, ...]

    @property
    def fundamental(self) -> tuple[Finding, ...]:
        """The five items without which a patient cannot be referred."""
        return tuple(f for f in self.findings if f.demand.nature is Nature.FUNDAMENTAL)

    @property
    def fundamental_missing(self) -> tuple[Finding, ...]:
        """Those of the five that are not there."""
        return tuple(finding for finding in self.fundamental if finding.open)

    @property
    def missing(self) -> tuple[Finding, ...]:
        """What else the text asks for and the report does not say."""
        return tuple(
            f
            for f in self.findings
            if f.open and f.demand.nature is not Nature.FUNDAMENTAL and not _against(f)
        )

    @property
    def against_the_text(self) -> tuple[Finding, ...]:
        """What the report says was done, or left undone, against the text."""
        return tuple(finding for finding in self.findings if _against(finding))

    @property
    def complete_for_referral(self) -> bool:
        """Whether the five items are there."""
        return not self.fundamental_missing

    @property
    def nothing_open(self) -> bool:
        """Whether nothing at all is missing or against the text."""
        return not any(finding.open for finding in self.findings)


def check(report: OperativeReport) -> ReportCheck:
    """Hold a report against every demand of the chapter."""
    recorded = known(report)
    values = {n: v for n, v in recorded.items() if n not in BY_NAME or is_result(n, v)}
    return ReportCheck(report, tuple(_finding(demand, report, values) for demand in DEMANDS))


def _against(finding: Finding) -> bool:
    return finding.demand.nature is Nature.DONE and finding.state is State.STATED_NO


def _finding(demand: Demand, report: OperativeReport, values: Mapping[str, Any]) -> Finding:
    applies = evaluate(demand.when, values)
    if applies is False:
        return Finding(demand, State.NOT_APPLICABLE)
    parts = [_met(part, values) for part in demand.met]
    if all(part is True for part in parts):
        return Finding(demand, State.MET)
    unmet = [part for part, met in zip(demand.met, parts, strict=True) if met is not True]
    asked = [demand.when, *unmet] if applies is None else unmet
    names = dict.fromkeys(n for part in asked for n in _to_ask(part, report, values))
    stated_no = applies is True and any(part is False for part in parts)
    return Finding(demand, State.STATED_NO if stated_no else State.NOT_SAID, tuple(names))


def _met(part: Expression | Fact, values: Mapping[str, Any]) -> bool | None:
    if isinstance(part, Expression):
        return evaluate(part, values)
    return True if part.name in values else None


def _to_ask(
    part: Expression | Fact, report: OperativeReport, values: Mapping[str, Any]
) -> list[str]:
    """Return the items of the form that would settle a part, without those already said."""
    facts = named_facts(part) if isinstance(part, Expression) else (part,)
    names: list[str] = []
    for fact in facts:
        if fact is REGIONS_STATED:
            names += [f"pci.{region}" for region in report.unsaid_regions]
        elif fact is LAPAROSCOPY_PERFORMED:
            names.append(APPROACH.name)
        elif isinstance(fact, BoolFact) and fact in STATED_BY:
            names += [finding.name for finding in STATED_BY[fact]]
        else:
            names.append(fact.name)
    return [name for name in names if name not in values]
