"""A question in words, with what each answer would settle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ariane.consult.consultation import Answer, Question
from ariane.wording.catalogue import question, say, title
from ariane.wording.language import Language
from ariane.wording.phrases import answer_words

SHOWN_PER_ANSWER = 2


class AnswerView(NamedTuple):
    """One answer, the titles of what would then apply, and how much would be ruled out."""

    value: str
    holds: tuple[str, ...]
    more: int
    fails: int

    @property
    def settles(self) -> int:
        """How many statements it settles, by the number of titles."""
        return len(self.holds) + self.more + self.fails


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A missing fact, whom to ask, and what each answer would settle."""

    fact: str
    question: str
    source: str
    count: int
    answers: tuple[AnswerView, ...]

    def foremost(self, most: int) -> tuple[AnswerView, ...]:
        """Return the answers that settle most, at most so many, in their own order."""
        ranked = sorted(self.answers, key=lambda answer: answer.settles, reverse=True)[:most]
        return tuple(answer for answer in self.answers if answer in ranked)

    def rest(self, most: int) -> tuple[AnswerView, ...]:
        """Return the answers that are not among the foremost."""
        foremost = self.foremost(most)
        return tuple(answer for answer in self.answers if answer not in foremost)


def question_view(asked: Question, language: Language) -> QuestionView:
    """Return a question in words, with what each answer would settle."""
    return QuestionView(
        asked.fact.name,
        question(asked.fact, language),
        say(f"source.{asked.fact.source}", language),
        len(asked.settles),
        tuple(_answer(asked, answer, language) for answer in asked.answers),
    )


def _answer(asked: Question, answer: Answer, language: Language) -> AnswerView:
    every = [value for other in asked.answers for value in other.values]
    titles = tuple(dict.fromkeys(title(name, language) for name, truth in answer.settles if truth))
    return AnswerView(
        answer_words(asked.fact, answer.values, every, language),
        titles[:SHOWN_PER_ANSWER],
        max(0, len(titles) - SHOWN_PER_ANSWER),
        sum(1 for _, truth in answer.settles if not truth),
    )
