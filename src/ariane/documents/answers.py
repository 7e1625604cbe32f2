"""What an answer to a question would settle, in words."""

from __future__ import annotations

from ariane.documents.question_view import AnswerView
from ariane.wording.catalogue import say
from ariane.wording.language import Language


def answer_effect(answer: AnswerView, language: Language) -> str:
    """Say what an answer would settle: the titles of what applies, the number ruled out."""
    parts = []
    if answer.holds:
        titles = " · ".join(answer.holds)
        if answer.more:
            titles = f"{titles} {say('answer.more', language, count=answer.more)}"
        parts.append(say("answer.applies", language, titles=titles))
    if answer.fails:
        parts.append(say("answer.ruled-out", language, count=answer.fails))
    return " ; ".join(parts) or say("answer.nothing", language)
