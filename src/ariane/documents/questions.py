"""The decisive questions by themselves: on a terminal, or as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from ariane.consult.consultation import Question
from ariane.documents.knowledge import plain
from ariane.documents.question_text import question_block
from ariane.documents.question_view import question_view
from ariane.logic.truth import Truth
from ariane.wording.catalogue import question, say
from ariane.wording.language import Language


def print_questions(asked: Sequence[Question], language: Language, console: Console) -> None:
    """Print questions, the most decisive first."""
    console.print(Text(say("next.heading", language).upper(), "bold yellow"))
    if not asked:
        console.print(Text(" " + say("view.no-questions", language)))
    for entry in asked:
        console.print(question_block(question_view(entry, language), language))


def questions_data(asked: Sequence[Question], language: Language) -> list[dict[str, Any]]:
    """Return questions as plain data: what each answer settles, and to what."""
    return [
        {
            "fact": entry.fact.name,
            "question": question(entry.fact, language),
            "score": entry.score,
            "settles": list(entry.settles),
            "answers": [
                {
                    "values": [plain(_sorted(value)) for value in answer.values],
                    "settles": {name: Truth.of(truth).value for name, truth in answer.settles},
                }
                for answer in entry.answers
            ],
        }
        for entry in asked
    ]


def _sorted(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value
