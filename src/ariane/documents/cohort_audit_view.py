"""What a person reads of an audit, in order: concordance, what is waited for, what is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ariane.cohort.audit.auditing import Audit
from ariane.cohort.audit.grouping import PERIOD
from ariane.cohort.audit.intervals import Interval, wilson
from ariane.cohort.audit.release import Audited, Released, View
from ariane.documents.cohort_audit_figures import total
from ariane.facts.vocabulary import BY_DOMAIN, BY_NAME
from ariane.guideline.statement import Statement
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.structure import is_epistemic
from ariane.wording.catalogue import heading, label, say, title
from ariane.wording.language import Language

GAPS = {Language.FR: "\u202f", Language.EN: ","}
"""What parts thousands."""


class Standing(NamedTuple):
    """One statement that asks for something, in one group; `interval` of what was decided."""

    statement: Statement
    title: str
    holds: Released
    concordant: Released
    discordant: Released
    maybe_concordant: Released
    maybe_discordant: Released
    interval: Interval | None

    @property
    def decided(self) -> Released:
        """The patients for whom it holds and for whom it is known whether it was done."""
        return total(self.concordant, self.discordant)

    @property
    def by_record(self) -> bool:
        """Whether it counts as followed as soon as something is recorded, and not before."""
        followed = self.statement.fulfilled_when
        return followed is not None and is_epistemic(followed)

    @property
    def is_optional(self) -> bool:
        """Whether the text only allows it: who did otherwise did nothing against the text."""
        return self.statement.is_optional


class Awaited(NamedTuple):
    """A fact that conditions wait for: statements times patients, and the statements."""

    label: str
    times: int
    statements: int


class Known(NamedTuple):
    """A fact, the patients of whom it is known, and their share."""

    label: str
    known: Released
    share: float | None


class Line(NamedTuple):
    """One statement, its truth among all, and the fact that it most often waits for."""

    id: str
    title: str
    holds: Released
    fails: Released
    unknown: Released
    awaited: str


def standings(view: View, place: int, language: Language) -> list[Standing]:
    """Return each statement that can be judged, in one group, in the order of the chapter."""
    return [
        _standing(statement, view.statements[statement.id], place, language)
        for statement in statements()
        if view.statements[statement.id].judged is not None
    ]


def _standing(statement: Statement, entry: Audited, place: int, language: Language) -> Standing:
    assert entry.judged is not None  # noqa: S101 - the caller asks for those alone
    concordant, discordant = entry.judged.concordant[place], entry.judged.discordant[place]
    decided = total(concordant, discordant)
    known = concordant is not None and decided is not None
    return Standing(
        statement,
        title(statement.id, language),
        entry.holds[place],
        concordant,
        discordant,
        entry.judged.maybe_concordant[place],
        entry.judged.maybe_discordant[place],
        wilson(concordant, decided) if known else None,  # type: ignore[arg-type]
    )


def awaited(view: View, language: Language) -> list[Awaited]:
    """Return the facts that are waited for, the most often first, over all patients."""
    times: dict[str, list[int]] = {}
    for entry in view.statements.values():
        for fact, row in entry.waits.items():
            if row[0]:
                times.setdefault(fact, []).append(row[0])
    found = [
        Awaited(label(BY_NAME[fact], language), sum(numbers), len(numbers))
        for fact, numbers in times.items()
    ]
    return sorted(found, key=lambda entry: (-entry.times, entry.label))


def completeness(view: View, language: Language) -> list[tuple[str, list[Known]]]:
    """Return, by domain, how complete each fact is, over all patients."""
    patients = view.patients[0]
    domains = []
    for domain, facts in BY_DOMAIN.items():
        lines = []
        for fact in facts:
            if fact.name in view.known:
                known = view.known[fact.name][0]
                share = known / patients if known is not None and patients else None
                lines.append(Known(label(fact, language), known, share))
        if lines:
            domains.append((say(f"domain.{domain}", language), lines))
    return domains


def sections(view: View, language: Language) -> list[tuple[str, str, list[Line]]]:
    """Return every statement that has a condition, by section: number, heading, lines."""
    found: dict[str, list[Line]] = {}
    for statement in statements():
        entry = view.statements[statement.id]
        if entry.waits or any(entry.unknown) or any(entry.fails):
            found.setdefault(statement.section, []).append(_line(statement, entry, language))
    return [(name, heading(name, language), lines) for name, lines in found.items()]


def _line(statement: Statement, entry: Audited, language: Language) -> Line:
    most = max(((row[0] or 0, fact) for fact, row in entry.waits.items()), default=(0, ""))
    return Line(
        statement.id,
        title(statement.id, language),
        entry.holds[0],
        entry.fails[0],
        entry.unknown[0],
        label(BY_NAME[most[1]], language) if most[0] else "",
    )


def leading(audit: Audit, count: int, language: Language) -> list[Standing]:
    """Return the recommendations that were decided for most patients, in the order of the chapter.

    Options are none of them, nor is what is judged by whether anything is recorded.
    """
    judged = standings(audit.everyone, 0, language)
    found = [s for s in judged if s.decided and not (s.is_optional or s.by_record)]
    most = sorted(found, key=lambda s: -(s.decided or 0))[:count]
    return [s for s in found if s in most]


def in_groups(view: View, statement: str, language: Language) -> Iterator[tuple[str, Standing]]:
    """Yield each named group with the standing of one statement in it."""
    for place, group in enumerate(view.groups):
        for standing in standings(view, place, language):
            if standing.statement.id == statement:
                yield group_name(view, group, language), standing


def pooled(found: list[Standing]) -> tuple[int, int]:
    """Return how often a recommendation was followed, and how often that was decided."""
    shown = [s for s in found if s.decided and not (s.is_optional or s.by_record)]
    return sum(s.concordant or 0 for s in shown), sum(s.decided or 0 for s in shown)


def cards(audit: Audit, language: Language) -> list[tuple[str, str]]:
    """Return the numbers that stand at the head, each with what it counts."""
    view = audit.everyone
    patients = view.patients[0]
    known = [row[0] for row in view.known.values() if row[0] is not None]
    truths = [
        entry.unknown[0] for entry in view.statements.values() if entry.unknown[0] is not None
    ]
    concordant, decided = pooled(standings(view, 0, language))
    found = [
        (number(patients, language), say("cohort_audit:card.patients", language)),
        (number(audit.rejected, language), say("cohort_audit:card.rejected", language)),
    ]
    if patients:
        complete = sum(known) / (len(known) * patients) if known else None
        settled = 1 - sum(truths) / (len(truths) * patients) if truths else None
        found.append((percent(complete, language), say("cohort_audit:card.complete", language)))
        found.append((percent(settled, language), say("cohort_audit:card.decided", language)))
    if decided:
        counts = {"concordant": concordant, "decided": decided}
        said = {name: number(count, language) for name, count in counts.items()}
        words = say("cohort_audit:card.concordant", language, **said)
        found.append((percent(concordant / decided, language), words))
    return found


def group_name(view: View, group: str | None, language: Language) -> str:
    """Return the name of a group; of the one that the table does not name, words."""
    if group is None:
        return say("cohort_audit:no-group", language)
    year, _, quarter = group.partition("-Q") if view.name == PERIOD else (group, "", "")
    if not quarter:
        return group
    return say("cohort_audit:quarter", language, year=year, quarter=quarter)


def number(count: Released, language: Language) -> str:
    """Return a count in figures, or the word for a withheld one."""
    if count is None:
        return say("cohort_audit:withheld", language)
    return f"{count:,}".replace(",", GAPS[language])


def percent(share: float | None, language: Language) -> str:
    """Return a share as a percentage; neither 0 nor 100 unless it is just that."""
    if share is None:
        return "–"
    return say("origin:percent", language, value=_whole(share))


def bounds(interval: Interval | None, language: Language) -> str:
    """Return an interval in words; nothing of nobody."""
    if interval is None:
        return ""
    return say("cohort_audit:interval", language, range=limits(interval))


def limits(interval: Interval) -> str:
    """Return the ends of an interval, in hundredths."""
    return f"{_whole(interval.low)}–{_whole(interval.high)}"


def _whole(share: float) -> str:
    """Return a share in whole hundredths; neither none nor all unless it is."""
    value = round(share * 100)
    if value in (0, 100) and share not in (0, 1):
        return "<1" if value == 0 else ">99"
    return str(value)
