"""What a case implies beyond what it states, and where it contradicts itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ariane.case.case import PCI_REGIONS, ExamRecord
from ariane.case.pci_kind import PciKind
from ariane.case.problems import Problem, ProblemKind
from ariane.case.values import shown
from ariane.facts.derivation import completed, stated_definitions
from ariane.facts.exams import SAME_AS, Exam, ExamStatus
from ariane.facts.surgery import PCI_REGION_SCORES
from ariane.facts.terms import TERMS, Terms
from ariane.logic.completions import consistent
from ariane.logic.evaluate import evaluate
from ariane.logic.notation import notation
from ariane.logic.structure import named_facts


class Inference(NamedTuple):
    """Known results, literal records, and the contradictions met on the way."""

    known: Mapping[str, Any]
    recorded: Mapping[str, Any]
    problems: tuple[Problem, ...]


def inferred(
    stated: Mapping[str, Any],
    exams: Mapping[Exam, ExamRecord],
    pci: Mapping[PciKind, Mapping[int, int]],
    terms: Terms = TERMS,
) -> Inference:
    """Complete what is stated by exams, scores, implications and definitions."""
    problems: list[Problem] = []
    recorded = dict(stated)
    _from_exams(recorded, exams, problems)
    _from_pci(recorded, pci, problems)
    results = {name: value for name, value in recorded.items() if is_result(name, value, terms)}
    known = completed(results, terms)
    problems.extend(_contradictions(results, known, terms))
    return Inference(known, {**recorded, **known}, tuple(problems))


def is_result(name: str, value: Any, terms: Terms = TERMS) -> bool:
    """Tell whether a recorded value is a result, or only says that there is none yet."""
    return not (isinstance(value, str) and value in terms.by_name[name].no_result)


def _from_exams(
    recorded: dict[str, Any], exams: Mapping[Exam, ExamRecord], problems: list[Problem]
) -> None:
    for exam, record in exams.items():
        same = SAME_AS.get(exam)
        if same is None:
            continue
        name = same.fact.name
        done = record.status is ExamStatus.DONE
        agreeing = same.done if done else (same.not_done,)
        if agreeing == (None,):
            continue
        if name in recorded and recorded[name] not in agreeing:
            problems.append(
                _contradiction(
                    [name],
                    f"exams.{exam}.status = {record.status}; facts.{name} = {said(recorded[name])}",
                    f"{name} = {' | '.join(said(value) for value in agreeing)}",
                )
            )
        elif len(agreeing) == 1:
            recorded.setdefault(name, agreeing[0])


def _from_pci(
    recorded: dict[str, Any],
    pci: Mapping[PciKind, Mapping[int, int]],
    problems: list[Problem],
) -> None:
    """Imply the region scores where they are complete and all complete kinds agree."""
    whole = {
        kind: tuple(scores[region] for region in range(PCI_REGIONS))
        for kind, scores in pci.items()
        if len(scores) == PCI_REGIONS
    }
    name = PCI_REGION_SCORES.name
    if name in recorded:
        if whole and recorded[name] not in whole.values():
            kinds = ", ".join(f"pci.{kind} = {said(scores)}" for kind, scores in whole.items())
            expected = " | ".join(said(scores) for scores in whole.values())
            problems.append(
                _contradiction([name], f"{kinds}; facts.{name} = {said(recorded[name])}", expected)
            )
    elif len(set(whole.values())) == 1:
        recorded[name] = next(iter(whole.values()))


def _contradictions(
    results: Mapping[str, Any], known: Mapping[str, Any], terms: Terms
) -> list[Problem]:
    problems = [
        _contradiction(
            [effect.name, rule.cause.name],
            f"{effect.name} = false, {rule.cause.name} = true",
            f"{rule.cause.name} → {effect.name}",
        )
        for rule in terms.implications
        for effect in rule.effects
        if known.get(rule.cause.name) is True and known.get(effect.name) is False
    ]
    for fact in terms.derived:
        computed = evaluate(fact.definition, known)
        if computed is not None and known[fact.name] is not computed:
            names = [fact.name, *(f.name for f in named_facts(fact.definition) if f.name in known)]
            names += _causes(names, results, known, terms)
            problems.append(
                _contradiction(names, _values(names, known), f"{fact.name} = {said(computed)}")
            )
    for rule in terms.exclusions:
        if evaluate(rule, known) is True:
            names = [fact.name for fact in named_facts(rule) if fact.name in known]
            problems.append(_contradiction(names, _values(names, known), f"not ({notation(rule)})"))
    if not problems:
        stated = stated_definitions(known, terms)
        if stated and not consistent(stated, known, terms.forbidden):
            names = [f.name for f in terms.derived if f.name in results]
            names += [
                name for name in results if name not in names and _parts(name, results, terms)
            ]
            rules = "; ".join(
                f"{f.name} = {notation(f.definition)}" for f in terms.derived if f.name in names
            )
            problems.append(_contradiction(names, _values(names, known), rules))
    return problems


def _parts(name: str, results: Mapping[str, Any], terms: Terms) -> bool:
    """Tell whether the contradiction of a case goes away without one of its facts."""
    others = {other: value for other, value in results.items() if other != name}
    known = completed(others, terms)
    return consistent(stated_definitions(known, terms), known, terms.forbidden)


def _causes(
    names: list[str], results: Mapping[str, Any], known: Mapping[str, Any], terms: Terms
) -> list[str]:
    """Return the stated facts from which the unstated ones among `names` follow."""
    return [
        rule.cause.name
        for rule in terms.implications
        if known.get(rule.cause.name) is True
        and rule.cause.name not in names
        and any(effect.name in names and effect.name not in results for effect in rule.effects)
    ]


def _contradiction(names: list[str], value: str, expected: str) -> Problem:
    place = ", ".join(f"facts.{name}" for name in names)
    return Problem(ProblemKind.CONTRADICTION, place, None, value, expected)


def _values(names: list[str], known: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} = {said(known[name])}" for name in names)


def said(value: Any) -> str:
    """Return a value of a fact as it is written in a case file."""
    if isinstance(value, frozenset):
        return "[" + ", ".join(sorted(value)) + "]"
    if isinstance(value, tuple):
        return str(list(value))
    return value if isinstance(value, str) else shown(value)
