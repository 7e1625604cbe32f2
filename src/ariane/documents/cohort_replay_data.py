"""A replay as `ariane-cohort-replay/1`; hidden counts are null."""

from __future__ import annotations

from typing import Any

from ariane.cohort.replay.summary import Line, Move, Summary
from ariane.guideline.rulebook.rulebook import Rulebook
from ariane.guideline.rulebook.writing import HASH, rulebook_data
from ariane.logic.expression import Expression
from ariane.logic.notation import notation
from ariane.wording.catalogue import say
from ariane.wording.language import Language

SCHEMA = "ariane-cohort-replay/1"


def replay_data(summary: Summary, language: Language) -> dict[str, Any]:
    """Return the whole summary as data."""
    replay = summary.replay
    return {
        "schema": SCHEMA,
        "before": book_data(replay.before),
        "after": book_data(replay.after),
        "rows": {
            "read": replay.tally.rows,
            "compared": summary.compared,
            "refused": summary.rejected,
        },
        "synthetic": replay.synthetic,
        "min_cell": summary.minimum,
        "changed": [
            {
                "element": str(edit.element),
                "before": written(edit.before),
                "after": written(edit.after),
            }
            for edit in summary.edits
        ],
        "exclusions_changed": replay.exclusions_changed,
        "restated": {name: list(fields) for name, fields in replay.restated.items()},
        "columns_unread": dict(zip(("before", "after"), map(list, replay.unread), strict=True)),
        "patients": {
            "advice_changes": summary.advice,
            **{change.value: count for change, count in summary.changes.items()},
        },
        "directions": dict(summary.directions),
        "causes": [
            {
                "cause": cause.cause,
                "patients": cause.patients,
                "transitions": [_move(move) for move in cause.moves],
            }
            for cause in summary.causes
        ],
        "statements": [_line(line, replay.matter(line.rule.id)) for line in summary.lines],
        "by": replay.by or None,
        "strata": [
            {
                "value": stratum.value,
                "patients": stratum.patients,
                **{change.value: count for change, count in stratum.changes.items()},
            }
            for stratum in summary.strata
        ],
        "intended_use": say("intended-use", language),
    }


def written(piece: Expression | str | None) -> str | None:
    """Return a piece of the knowledge in the notation of conditions."""
    return notation(piece) if isinstance(piece, Expression) else piece


def book_data(book: Rulebook) -> dict[str, str]:
    """Return what identifies a version."""
    return {
        "guideline": book.guideline,
        "edition": book.edition,
        "ariane_version": book.ariane_version,
        "knowledge_sha256": book.knowledge_sha256,
        HASH: rulebook_data(book)[HASH],
    }


def _line(line: Line, matter: str) -> dict[str, Any]:
    rule = line.rule
    return {
        "id": rule.id,
        "section": rule.section,
        "strength": rule.strength.value,
        "grade": None if rule.grade is None else rule.grade.value,
        "action_type": rule.action.value,
        "matter": str(matter),
        "change": line.status,
        "advice_changes": line.total,
        "transitions": [_move(move) for move in (*line.moves, *line.same)],
    }


def _move(move: Move) -> dict[str, Any]:
    return {
        "statement": move.statement,
        "before": move.before,
        "after": move.after,
        "cause": move.cause or None,
        "patients": move.patients,
    }
