"""Wrapping: nothing is lost, nothing is too wide, no-break spaces hold."""

from __future__ import annotations

from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from ariane.documents.hanging import Hanging, lines

NBSP = "\N{NO-BREAK SPACE}"


def printed(paragraph: Hanging, width: int) -> list[str]:
    console = Console(file=StringIO(), width=width, emoji=False, highlight=False)
    console.print(paragraph)
    return console.file.getvalue().splitlines()  # type: ignore[attr-defined]


@given(st.text("ab é界 " + NBSP, max_size=60), st.integers(2, 20), st.integers(2, 20))
def test_every_character_but_the_spaces_at_breaks_is_kept_and_fits(
    text: str, first: int, rest: int
) -> None:
    end = 0
    for number, (start, stop) in enumerate(lines(text, first, rest)):
        assert text[end:start] in ("", " ")
        assert cell_len(text[start:stop]) <= (rest if number else first)
        end = stop
    assert end == len(text)


def test_further_lines_are_set_in() -> None:
    paragraph = Hanging((" ? ", "yellow"), ("un deux trois quatre", "bold"))
    assert printed(paragraph, 12) == [" ? un deux", "   trois", "   quatre"]


def test_a_first_margin_is_set_in_too() -> None:
    assert printed(Hanging(("un deux", ""), first=3), 8) == ["   un", "   deux"]


def test_a_sign_stays_with_the_word_before_it() -> None:
    assert printed(Hanging((f"une question{NBSP}?", "")), 13) == ["une", f"   question{NBSP}?"]


def test_styles_follow_their_words_across_lines() -> None:
    console = Console(file=StringIO(), width=8, force_terminal=True, color_system="standard")
    console.print(Hanging(("un ", ""), ("deux trois", "red"), rest=0))
    found = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    assert found == ["un \x1b[31mdeux\x1b[0m", "\x1b[31mtrois\x1b[0m"]
