"""A blank form of an operative report: every item, commented out, with what it may be."""

from __future__ import annotations

from ariane.calculators.operative_report.demands import FUNDAMENTAL
from ariane.calculators.operative_report.items import GROUPS, OWN, STATED_BY
from ariane.calculators.operative_report.report import FORM_SCHEMA
from ariane.calculators.pci import REGIONS
from ariane.facts.vocabulary import BY_NAME
from ariane.logic.expression import Expression
from ariane.logic.fact import Fact
from ariane.logic.structure import named_facts
from ariane.wording.catalogue import label, say
from ariane.wording.language import Language
from ariane.wording.template import comments, example


def item_label(name: str, language: Language) -> str:
    """Return the name of an item of the form as a person reads it."""
    if any(name == fact.name for fact in OWN):
        return say(f"operative_report:item.{name}", language)
    return label(BY_NAME[name], language)


def report_template(language: Language) -> str:
    """Return a commented form that is valid as it stands: it says nothing yet."""
    lines = [
        *comments("operative_report:template.introduction", language),
        f"schema: {FORM_SCHEMA}",
        f"id: {say('operative_report:template.id', language)}",
        f"# date: 2026-03-20          # {say('operative_report:template.date', language)}",
        "",
        "report:",
    ]
    fundamental = _fundamental()
    for group, facts in GROUPS.items():
        lines += ["", f"  # --- {say(f'operative_report:group.{group}', language)}"]
        lines += [_line(fact, fact.name in fundamental, language) for fact in facts]
    lines += ["", f"# {say('operative_report:template.pci', language)}", "pci:"]
    lines += [f"  # {region}: 0  # {say(f'pci:region.{region}', language)}" for region in REGIONS]
    lines += ["", f"# notes: {say('operative_report:template.notes', language)}", ""]
    return "\n".join(lines)


def _fundamental() -> set[str]:
    """Return the names of the items that the five fundamental ones rest on."""
    facts = {
        fact
        for demand in FUNDAMENTAL
        for part in demand.met
        if isinstance(part, Expression)
        for fact in named_facts(part)
    }
    findings = {finding for stated in STATED_BY if stated in facts for finding in STATED_BY[stated]}
    return {fact.name for fact in facts | findings}


def _line(fact: Fact, fundamental: bool, language: Language) -> str:
    star = "* " if fundamental else ""
    return f"  # {fact.name}: {example(fact)}  # {star}{item_label(fact.name, language)}"
