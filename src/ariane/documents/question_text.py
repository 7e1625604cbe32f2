"""A question on a terminal, with what each answer would settle."""

from __future__ import annotations

from rich.console import ConsoleRenderable, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ariane.documents.answers import answer_effect
from ariane.documents.hanging import Hanging
from ariane.documents.question_view import QuestionView
from ariane.wording.catalogue import say
from ariane.wording.language import Language


def question_block(
    asked: QuestionView, language: Language, most: int | None = None
) -> ConsoleRenderable:
    """Return a question with what each answer would settle, at most so many answers."""
    whom = f"  {asked.fact} · {asked.source}"
    head = Hanging((" ? ", "yellow"), (asked.question, "bold"), (whom, "dim"))
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style="yellow", max_width=30)
    grid.add_column(overflow="fold")
    shown = asked.answers if most is None else asked.foremost(most)
    for answer in shown:
        grid.add_row(answer.value, Text(answer_effect(answer, language), "dim"))
    hidden = len(asked.answers) - len(shown)
    if hidden:
        grid.add_row("…", Text(say("answer.hidden", language, count=hidden), "dim"))
    return Group(head, Padding(grid, (0, 0, 0, 3)))
