"""Words on a terminal, wrapped where a reader may wrap them, every further line set in.

`rich.text.Text` breaks lines at no-break spaces too (French puts one before `:` and `;`), and takes
three times as long for plain prose.
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
    start = place = used = 0
    room = first
    for word in text.split(" "):
        width = cell_len(word)
        if place > start and used + width > room:
            yield start, place - 1
            start, used, room = place, 0, rest
        place += len(word)
        while used + width > room:
            end = start + max(room // 2, 1)
            yield start, end
            start, used, room = end, 0, rest
            width = cell_len(text[start:place])
        place += 1
        used += width + 1
    yield start, len(text)
