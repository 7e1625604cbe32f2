"""What a board decided, beside the frozen consultation of that day, and where the two differ."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from ariane.board.session import AgendaItem, Quorum, is_on_agenda

CONSULTATION_SCHEMA = "ariane-consultation/1"


class NotAConsultationError(ValueError):
    """A text that is not a consultation of Ariane."""


class Frozen(NamedTuple):
    """A consultation as it stood: its JSON, the hash of that, the hash of the knowledge it used.

    `sections` gives the section of each statement that held.
    """

    document: str
    sha256: str
    knowledge_sha256: str
    case_id: str
    sections: dict[str, str]


class Reason(StrEnum):
    """Why a board does otherwise than the guideline says."""

    BOARD_CHOICE = "board-choice"
    PARTICULAR_CASE = "particular-case"
    PRACTICE_HAS_CHANGED = "practice-has-changed"
    PATIENT_CHOICE = "patient-choice"


class Difference(NamedTuple):
    """A statement that held and that the board does not follow; `text` says why in its words."""

    statement: str
    reason: Reason
    text: str


class Unanswered(NamedTuple):
    """A question that the guideline leaves open: the section it falls under, the question."""

    section: str
    question: str


class Decision(NamedTuple):
    """A signed decision. `text` is what the board proposes, in its own words.

    `quorum` is what the attendance came to when it was signed (`None`: it was not counted);
    `without_quorum` why the board decided although there was none, in its own words.
    """

    referral_id: str
    session_id: str
    at: datetime
    signed_by: str
    text: str
    consultation: Frozen
    differences: tuple[Difference, ...] = ()
    unanswered: tuple[Unanswered, ...] = ()
    quorum: Quorum | None = None
    without_quorum: str = ""


class Fault(NamedTuple):
    """What is wrong with a decision: `unsigned`, `empty`, `no-time-zone`, or a part of it."""

    what: str
    about: str = ""


def freeze(document: str) -> Frozen:
    """Keep a consultation, as JSON, as it is. Raises `NotAConsultationError`."""
    try:
        content = json.loads(document)
        if content["schema"] != CONSULTATION_SCHEMA:
            raise NotAConsultationError(f"schema {content['schema']!r} is not a consultation")
        sections = {
            entry["id"]: entry["section"]
            for entry in content["statements"]
            if entry["truth"] == "holds"
        }
        knowledge, case_id = content["guideline"]["knowledge_sha256"], content["case_id"]
    except (KeyError, TypeError, json.JSONDecodeError) as error:
        raise NotAConsultationError(f"not {CONSULTATION_SCHEMA}: {error}") from None
    return Frozen(document, sha256(document.encode()).hexdigest(), knowledge, case_id, sections)


def is_intact(frozen: Frozen) -> bool:
    """Whether a frozen consultation is still what was frozen."""
    return sha256(frozen.document.encode()).hexdigest() == frozen.sha256


def faults(decision: Decision) -> tuple[Fault, ...]:
    """Return what keeps a decision from being recorded; nothing where it can be."""
    found = []
    if not decision.signed_by.strip():
        found.append(Fault("unsigned"))
    if not decision.text.strip():
        found.append(Fault("empty"))
    if decision.at.utcoffset() is None:
        found.append(Fault("no-time-zone"))
    if not is_intact(decision.consultation):
        found.append(Fault("consultation-changed"))
    return (*found, *_faults_of_differences(decision), *_faults_of_questions(decision))


def session_faults(decision: Decision, agenda: Sequence[AgendaItem]) -> tuple[Fault, ...]:
    """Return what keeps a session from taking a decision; nothing where it may.

    Its case stands on the agenda, and there is a quorum; or else the board says that it decides
    without one, and why. `not-on-agenda`, `no-quorum`, `quorum-is-there`: said where it is not so.
    """
    found = []
    if not is_on_agenda(agenda, decision.referral_id):
        found.append(Fault("not-on-agenda"))
    has_quorum = decision.quorum is not None and decision.quorum.met
    says_without = bool(decision.without_quorum.strip())
    if not has_quorum and not says_without:
        found.append(Fault("no-quorum"))
    if has_quorum and says_without:
        found.append(Fault("quorum-is-there"))
    return tuple(found)


def _faults_of_differences(decision: Decision) -> list[Fault]:
    found: list[Fault] = []
    seen: set[str] = set()
    for difference in decision.differences:
        if difference.statement not in decision.consultation.sections:
            found.append(Fault("statement-does-not-hold", difference.statement))
        if difference.statement in seen:
            found.append(Fault("difference-twice", difference.statement))
        if not difference.text.strip():
            found.append(Fault("difference-without-text", difference.statement))
        seen.add(difference.statement)
    return found


def _faults_of_questions(decision: Decision) -> list[Fault]:
    return [
        Fault("question-without-text", open_question.section)
        for open_question in decision.unanswered
        if not open_question.question.strip()
    ]
