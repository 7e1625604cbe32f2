"""What stands between a case and a board: what is missing, who owes it, the next session."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from ariane.board.boards import Board
from ariane.board.eligibility import Eligibility, eligibility
from ariane.board.permissions import Role
from ariane.board.requirements import REQUIREMENTS, Requirement
from ariane.calculators.board_calendar import NextSession, next_session
from ariane.case.case import Case
from ariane.facts.board import NON_OPPOSITION
from ariane.facts.tissue import CRYO_MATERIAL, FFPE_MATERIAL
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import IsKnown
from ariane.logic.structure import named_facts
from ariane.logic.truth import Truth


class Owed(NamedTuple):
    """One thing that is missing.

    `known_absent`: it is recorded as not there, rather than not recorded at all; `facts` are the
    unknown or absent facts that would say it is there.
    """

    name: str
    owed_by: Role
    blocks: bool
    known_absent: bool
    facts: tuple[str, ...]
    statements: tuple[str, ...]


class Caution(StrEnum):
    """What somebody who refers this case has to know."""

    TREATMENT_FIRST = "treatment-first"
    CRITERION_FAILS = "criterion-fails"
    CRITERION_UNKNOWN = "criterion-unknown"
    DATES_TO_CONFIRM = "dates-to-confirm"
    NO_DATE = "no-date"
    NO_CALENDAR = "no-calendar"
    SESSION_ON_HOLIDAY = "session-on-holiday"
    NON_OPPOSITION_NEVER_BLOCKS = "non-opposition-never-blocks"
    NON_OPPOSITION_REFUSED = "non-opposition-refused"
    GENETIC_CONSENT = "genetic-consent"
    NO_MATERIAL = "no-material"
    PARAFFIN_ONLY = "paraffin-only"
    MOLECULAR_RESULTS_UNKNOWN = "molecular-results-unknown"
    EXPLORATION_NOT_RECORDED = "exploration-not-recorded"
    CHECK_ADDRESS = "check-address"


class Warned(NamedTuple):
    """A caution, the statements behind it (none: Ariane's own), the facts that it is about."""

    caution: Caution
    statements: tuple[str, ...]
    facts: tuple[str, ...] = ()


class Readiness(NamedTuple):
    """Where a case stands before a board. `next` has no session where none can be computed."""

    case_id: str
    as_of: date | None
    board: Board
    eligibility: Eligibility
    missing: tuple[Owed, ...]
    next: NextSession
    warnings: tuple[Warned, ...]

    @property
    def ready(self) -> bool:
        """Whether nothing that blocks is missing. Eligibility has no part in it."""
        return not any(owed.blocks for owed in self.missing)

    @property
    def blocking(self) -> tuple[str, ...]:
        """Names of what is missing and blocks."""
        return tuple(owed.name for owed in self.missing if owed.blocks)


def readiness(case: Case, board: Board) -> Readiness:
    """Say what a board still needs of a case. RENAPE boards print no calendar (24.9.2)."""
    found = eligibility(case, board)
    sessions = next_session(case.as_of if board is Board.CUP else None)
    owed = [_owed(requirement, case.recorded) for requirement in REQUIREMENTS[board]]
    return Readiness(
        case.id,
        case.as_of,
        board,
        found,
        tuple(entry for entry in owed if entry is not None),
        sessions,
        tuple(_warnings(case, found, sessions)),
    )


def _owed(requirement: Requirement, known: Mapping[str, Any]) -> Owed | None:
    due, met = evaluate(requirement.due, known), evaluate(requirement.met, known)
    if due is False or met is True:
        return None
    names = [fact.name for fact in named_facts(requirement.met)]
    absent = met is False and not isinstance(requirement.met, IsKnown)
    return Owed(
        requirement.name,
        requirement.owed_by,
        requirement.blocks and due is True,
        absent,
        tuple(name for name in names if known.get(name) is not True),
        requirement.statements,
    )


def _warnings(case: Case, found: Eligibility, sessions: NextSession) -> list[Warned]:
    """Return the cautions, the most important first."""
    return [
        Warned(Caution.TREATMENT_FIRST, ("S24.2.2-W1",)),
        *_about_criteria(found),
        *(_about_cup(case, sessions) if found.board is Board.CUP else _about_renape(case)),
        Warned(Caution.CHECK_ADDRESS, ()),
    ]


def _about_criteria(found: Eligibility) -> list[Warned]:
    words = {Truth.FAILS: Caution.CRITERION_FAILS, Truth.UNKNOWN: Caution.CRITERION_UNKNOWN}
    return [
        Warned(words[criterion.truth], criterion.statements, (criterion.name,))
        for criterion in found.criteria
        if criterion.truth in words
    ]


def _about_cup(case: Case, sessions: NextSession) -> list[Warned]:
    warned = []
    if sessions.session is None:
        warned.append(Warned(Caution.NO_DATE, ("S24.9.1-A4",)))
    else:
        warned.append(Warned(Caution.DATES_TO_CONFIRM, ("S24.9.1-A4",)))
        if sessions.session.holiday:
            warned.append(Warned(Caution.SESSION_ON_HOLIDAY, ("S24.9.1-A4",)))
    return [*warned, *_about_consent(case), *_about_material(case)]


def _about_consent(case: Case) -> list[Warned]:
    """Research reuse never blocks; sequencing of the constitutional genome is another matter."""
    said = case.known.get(NON_OPPOSITION.name)
    warned = [Warned(Caution.GENETIC_CONSENT, ("S24.3.8.3-A1", "S24.9.1-W1"))]
    if said == "refused":
        warned.append(
            Warned(
                Caution.NON_OPPOSITION_REFUSED,
                ("S24.9.1-W1", "S24.9.1-A7"),
                (NON_OPPOSITION.name,),
            )
        )
    elif said != "recorded":
        warned.append(
            Warned(
                Caution.NON_OPPOSITION_NEVER_BLOCKS,
                ("S24.9.1-W1", "S24.9.1-A7"),
                (NON_OPPOSITION.name,),
            )
        )
    return warned


def _about_material(case: Case) -> list[Warned]:
    frozen, paraffin = (case.known.get(fact.name) for fact in (CRYO_MATERIAL, FFPE_MATERIAL))
    names = (CRYO_MATERIAL.name, FFPE_MATERIAL.name)
    warned = []
    if frozen is False and paraffin is False:
        warned.append(Warned(Caution.NO_MATERIAL, ("S24.3.6-P2", "S24.3.8.3-A2"), names))
    if frozen is False and paraffin is True:
        warned.append(Warned(Caution.PARAFFIN_ONLY, ("S24.3.8.3-P1",), names))
    due = next(r.due for r in REQUIREMENTS[Board.CUP] if r.name == "molecular-reports")
    if evaluate(due, case.recorded) is None:
        facts = tuple(fact.name for fact in named_facts(due))
        warned.append(Warned(Caution.MOLECULAR_RESULTS_UNKNOWN, ("S24.9.1-C1",), facts))
    return warned


def _about_renape(case: Case) -> list[Warned]:
    warned = [Warned(Caution.NO_CALENDAR, ("S24.9.2-L1",))]
    due = next(r.due for r in REQUIREMENTS[Board.RENAPE] if r.name == "right-dome")
    if evaluate(due, case.recorded) is None:
        facts = tuple(fact.name for fact in named_facts(due))
        warned.append(Warned(Caution.EXPLORATION_NOT_RECORDED, ("S24.3.6.2-K3",), facts))
    return warned
