"""A case file to fill in: every fact of the vocabulary, commented out, with what it may be."""

from __future__ import annotations

from ariane.case.case import PCI_REGIONS, SCHEMA
from ariane.case.pci_kind import PciKind
from ariane.facts.exams import Exam, ExamStatus
from ariane.facts.source import NEVER_ASKED
from ariane.facts.vocabulary import BY_DOMAIN
from ariane.logic.fact import (
    BoolFact,
    DateFact,
    EnumFact,
    Fact,
    IntFact,
    NumberFact,
    ScoresFact,
    SetFact,
)
from ariane.wording.catalogue import label, say
from ariane.wording.language import Language


def case_template(language: Language) -> str:
    """Return a commented case file that is valid as it stands: nothing in it is known yet."""
    lines = [
        *comments("template.introduction", language),
        f"schema: {SCHEMA}",
        f"id: {say('template.id', language)}",
        f"# as_of: 2026-03-02          # {say('template.as-of', language)}",
        "",
        "facts:",
    ]
    for domain, facts in BY_DOMAIN.items():
        asked = [fact for fact in facts if fact.source not in NEVER_ASKED]
        if asked:
            lines += ["", f"  # --- {say(f'domain.{domain}', language)}"]
            lines += [_line(fact, language) for fact in asked]
    lines += ["", f"# {say('template.exams', language)}", "exams:"]
    statuses = " | ".join(ExamStatus)
    lines += [
        f"  # {exam}: {{status: done, date: 2026-02-20}}   # {say(f'exam.{exam}', language)}"
        for exam in Exam
    ]
    lines += [f"  # status: {statuses}", "", f"# {say('template.pci', language)}", "pci:"]
    regions = ", ".join(f"{region}: 0" for region in range(PCI_REGIONS))
    lines += [f"  # {kind}: {{{regions}}}" for kind in PciKind]
    lines += ["", f"# notes: {say('template.notes', language)}", ""]
    return "\n".join(lines)


def comments(key: str, language: Language) -> list[str]:
    """Return a text of several lines as comments of a YAML file."""
    return [f"# {line}".rstrip() for line in say(key, language).split("\n")]


def _line(fact: Fact, language: Language) -> str:
    return f"  # {fact.name}: {example(fact)}  # {label(fact, language)}"


def example(fact: Fact) -> str:
    """Return what a fact may be, as a person would write it in a file."""
    match fact:
        case BoolFact():
            return "true | false"
        case EnumFact():
            return " | ".join(fact.allowed)
        case IntFact() if fact.allowed:
            return " | ".join(map(str, fact.allowed))
        case NumberFact():
            return "0"
        case SetFact():
            return f"[{', '.join(fact.allowed)}]"
        case ScoresFact():
            return "[" + ", ".join(["0"] * fact.length) + "]"
        case DateFact():
            return "2026-03-12"
    return '""'
