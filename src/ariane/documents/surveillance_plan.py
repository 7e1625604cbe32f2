"""A surveillance plan: on a terminal, as data, as a calendar file."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ariane.calculators.surveillance import (
    AMBIGUITIES,
    STATEMENTS,
    Setting,
    SurveillancePlan,
    Visit,
    fewest_visits,
)
from ariane.documents.bullets import bullets
from ariane.documents.calendar_ics import CalendarEntry, calendar_file
from ariane.documents.dates import day_words
from ariane.documents.knowledge import plain
from ariane.documents.places import printed_place
from ariane.guideline.statement import Statement
from ariane.guideline.tncd24.chapter import statements_by_id
from ariane.wording.catalogue import ambiguity, say, title
from ariane.wording.language import Language
from ariane.wording.phrases import date_words

SCHEMA = "ariane-surveillance-plan/1"
ASSUMPTIONS = {
    Setting.SYSTEMIC: ("start", "condition", "exams", "number"),
    Setting.CURATIVE: ("start", "tolerance", "consensus", "number"),
}


def surveillance_data(plan: SurveillancePlan, language: Language) -> dict[str, Any]:
    """Return the plan as data; `from` and `to` are the first and the last day of a window."""
    return {
        "schema": SCHEMA,
        "setting": plan.setting.value,
        "start": plan.start.isoformat(),
        "visits": [_visit(visit, plan, language) for visit in plan.visits],
        "schedule": plain(plan.schedule),
        "citations": [
            _citation(statements_by_id()[name], language) for name in STATEMENTS[plan.setting]
        ],
        "assumptions": assumptions(plan, language),
        "ambiguities": list(AMBIGUITIES),
        "intended_use": say("intended-use", language),
    }


def _citation(statement: Statement, language: Language) -> dict[str, Any]:
    return {
        "statement": statement.id,
        "section": statement.section,
        "strength": statement.strength.value,
        "grade": statement.grade.value if statement.grade else None,
        "title": title(statement.id, language),
    }


def _visit(visit: Visit, plan: SurveillancePlan, language: Language) -> dict[str, str]:
    return {
        "from": visit.first_day.isoformat(),
        "to": visit.last_day.isoformat(),
        "what": _say("what", plan, language),
    }


def assumptions(plan: SurveillancePlan, language: Language) -> list[str]:
    """Return everything that the plan takes for granted."""
    values = {"count": len(plan.visits), "fewest": fewest_visits(plan.setting)}
    return [
        *(
            say(f"surveillance_plan:assume.{plan.setting}.{name}", language, **values)
            for name in ASSUMPTIONS[plan.setting]
        ),
        say("surveillance_plan:assume.months", language),
    ]


class SurveillanceView(NamedTuple):
    """A surveillance plan in words."""

    title: str
    what: str
    windows: tuple[str, ...]
    sources_heading: str
    sources: tuple[str, ...]
    assumptions_heading: str
    assumptions: tuple[str, ...]


def surveillance_view(plan: SurveillancePlan, language: Language) -> SurveillanceView:
    """Put a plan into words."""
    cited = [statements_by_id()[name] for name in STATEMENTS[plan.setting]]
    return SurveillanceView(
        say(
            f"surveillance_plan:title.{plan.setting}",
            language,
            start=date_words(plan.start, language),
        ),
        _say("what", plan, language),
        tuple(_window(visit, language) for visit in plan.visits),
        say("surveillance_plan:sources", language),
        tuple(f"{printed_place(found, language)}, {_grade(found.id, language)}" for found in cited)
        + tuple(ambiguity(name, language)["reading"] for name in AMBIGUITIES),
        say("surveillance_plan:assumptions", language),
        tuple(assumptions(plan, language)),
    )


def print_surveillance(plan: SurveillancePlan, language: Language, console: Console) -> None:
    """Print the plan: its windows, where they come from, what is assumed."""
    start = date_words(plan.start, language)
    heading = say(f"surveillance_plan:title.{plan.setting}", language, start=start)
    console.print(Text(heading, "bold"))
    console.print(Text(f" {_say('what', plan, language)}"))
    console.print()
    grid = Table.grid(padding=(0, 2))
    for visit in plan.visits:
        grid.add_row(Text(f" {visit.number:>2}", "dim"), _window(visit, language))
    console.print(grid)
    _heading("sources", language, console)
    for name in STATEMENTS[plan.setting]:
        place = printed_place(statements_by_id()[name], language)
        console.print(Text.assemble((f" {name}", "bold"), f"  {place}, {_grade(name, language)}"))
    for name in AMBIGUITIES:
        words = ambiguity(name, language)
        console.print(Text.assemble((f" {name}", "bold"), f"  {words['reading']}"))
    _heading("assumptions", language, console)
    console.print(bullets(assumptions(plan, language)))
    console.print(Text(f"\n{say('intended-use', language)}", "dim"))


def _heading(key: str, language: Language, console: Console) -> None:
    console.print(Text(f"\n{say(f'surveillance_plan:{key}', language)}", "bold blue"))


def _grade(name: str, language: Language) -> str:
    grade = statements_by_id()[name].grade
    return say(f"grade.{grade}", language)


def _window(visit: Visit, language: Language) -> str:
    first, last = (day_words(day, language) for day in (visit.first_day, visit.last_day))
    if visit.first_day == visit.last_day:
        return first
    return say("surveillance_plan:window", language, first=first, last=last)


def surveillance_ics(plan: SurveillancePlan, language: Language) -> bytes:
    """Return the calendar file: one event a visit, as long as its window."""
    description = "\n".join(
        (
            _say("what", plan, language),
            *assumptions(plan, language),
            ", ".join(STATEMENTS[plan.setting]),
            say("intended-use", language),
        )
    )
    entries = [
        CalendarEntry(
            key=f"surveillance|{plan.setting}|{plan.start}|{visit.number}",
            summary=say(f"surveillance_plan:event.{plan.setting}", language, number=visit.number),
            description=description,
            start=visit.first_day,
            end=visit.last_day + timedelta(days=1),
        )
        for visit in plan.visits
    ]
    return calendar_file(say("surveillance_plan:calendar", language), entries, language)


def _say(key: str, plan: SurveillancePlan, language: Language) -> str:
    return say(f"surveillance_plan:{key}.{plan.setting}", language)
