"""Every word that the boards can need exists in both languages."""

from __future__ import annotations

import pytest

from ariane.board.boards import Board
from ariane.board.decision import Reason
from ariane.board.eligibility import RULES
from ariane.board.paperwork import Kind
from ariane.board.permissions import Role
from ariane.board.readiness import Caution
from ariane.board.referral import Refusal
from ariane.board.requirements import REQUIREMENTS
from ariane.board.session import Meeting
from ariane.board.steps import Command, Happened, Need, State
from ariane.store.backup import Obstacle
from ariane.wording.catalogue import table
from ariane.wording.language import Language

FAULTS = (
    "unsigned",
    "empty",
    "no-time-zone",
    "consultation-changed",
    "statement-does-not-hold",
    "difference-twice",
    "difference-without-text",
    "question-without-text",
)


@pytest.mark.parametrize("language", Language)
def test_every_word_of_the_boards(language: Language) -> None:
    made = {
        *(f"board.{board}" for board in Board),
        *(f"state.{state}" for state in State),
        *(f"command.{command}" for command in Command),
        *(f"event.{event}" for event in Happened),
        *(f"refused.{reason}" for reason in (*Need, *Refusal)),
        *(f"role.{role}" for role in Role),
        *(f"warning.{caution}" for caution in Caution),
        *(f"paper.{kind}" for kind in Kind),
        *(f"reason.{reason}" for reason in Reason),
        *(f"doc.meeting.{meeting}" for meeting in Meeting),
        *(f"owed.{row.name}" for rows in REQUIREMENTS.values() for row in rows),
        *(f"criterion.{rule.name}" for rules in RULES.values() for rule in rules),
        *(f"backup.{obstacle}" for obstacle in Obstacle),
        *(f"fault.{fault}" for fault in FAULTS),
    }
    assert made <= set(table(language, "board"))
