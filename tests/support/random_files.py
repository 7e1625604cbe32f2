"""Whole random case files, and the same files written in another order."""

from __future__ import annotations

from random import Random
from typing import Any

from ariane.facts.exams import SAME_AS, Exam, ExamStatus
from support.case_files import document
from support.random_cases import RandomPatients


def random_file(patients: RandomPatients) -> dict[str, Any]:
    """Return a whole case file: facts, exams, sources and scores of two kinds."""
    random = patients.random
    facts = patients.case_facts(unknown=random.choice((0.3, 0.6, 0.9)))
    free = [exam for exam in Exam if exam not in SAME_AS]
    exams = {
        str(exam): {"status": str(random.choice(list(ExamStatus))), "date": "2026-02-20"}
        for exam in random.sample(free, 8)
    }
    sources = {name: {"document": "letter", "date": "2026-02-01"} for name in list(facts)[:20]}
    pci = {
        kind: {str(region): random.randint(0, 3) for region in range(random.randint(1, 12))}
        for kind in ("open", "laparoscopic")
    }
    return document(facts, exams=exams, sources=sources, pci=pci, notes="n", as_of="2026-03-02")


def shuffled(value: Any, random: Random) -> Any:
    """Return plain data with the keys of all mappings, and the members of all sets, shuffled."""
    if isinstance(value, dict):
        items = [(key, shuffled(inner, random)) for key, inner in value.items()]
        random.shuffle(items)
        return dict(items)
    if isinstance(value, list) and all(isinstance(member, str) for member in value):
        return random.sample(value, len(value))
    return value
