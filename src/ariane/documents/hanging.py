"""Words on a terminal, wrapped where a reader may wrap them, every further line set in.

`rich.text.Text` breaks lines at no-break spaces too (French puts one before `:` and `;`), and takes
five times as long for plain prose.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment

Span = tuple[str, str]
"""Words and the style they are in."""


class Hanging:
    """A paragraph of styled spans, set in by `first` columns and by `rest` after the first line."""

    def __init__(self, *spans: Span, first: int = 0, rest: int = 3) -> None:
        self._spans = spans
        self._first = first
        self._rest = rest

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the segments of every line."""
        said = "".join(words for words, _ in self._spans)
        width, margin = options.max_width, self._first
        for start, end in lines(said, width - self._first, width - self._rest):
            yield Segment(" " * margin)
            yield from self._cut(console, start, end)
            yield Segment.line()
            margin = self._rest

    def _cut(self, console: Console, start: int, end: int) -> Iterator[Segment]:
        begin = 0
        for words, style in self._spans:
            part = words[max(start - begin, 0) : max(end - begin, 0)]
            if part:
                yield Segment(part, console.get_style(style) if style else None)
            begin += len(words)


def lines(text: str, first: int, rest: int) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends; the first has room for `first` columns, others `rest`.

    The space at which a line is broken is left out; a word that is wider than a line is cut.
    """
    start = place = 0
    room = max(first, 2)
    for word in text.split(" "):
        stop = place + len(word)
        while cell_len(text[start:stop]) > room:
            whole_words = place > start
            end = place - 1 if whole_words else start + room // 2
            yield start, end
            start = place if whole_words else end
            place = start
            room = max(rest, 2)
        place = stop + 1
    yield start, len(text)
