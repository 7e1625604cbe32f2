"""A drawing whose words stay whole in whatever font its reader has.

Who makes the drawing measures its words in a font of its own; "sans-serif" is another one at the
reader's, up to a quarter wider (DejaVu Sans, Verdana), and what sticks out of a drawing is cut off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring

SVG = "{http://www.w3.org/2000/svg}"
SIZE = re.compile(
    r'width="(?P<width>[\d.]+)" height="[\d.]+" viewBox="0 0 [\d.]+ (?P<height>[\d.]+)"'
)
MOVE = re.compile(r"translate\((?P<x>-?[\d.e-]+)")
LETTER, BOLD_LETTER = 0.62, 0.7
"""Mean width of a letter in DejaVu Sans, in font sizes."""


class Extent(NamedTuple):
    """Where a word begins and ends, in the units of the drawing."""

    left: float
    right: float


def roomy(drawing: str) -> str:
    """Return an SVG with room at both sides for words in a wide font; its height stays.

    Words that are turned are left as they are measured. Raises `ValueError` for a drawing that
    does not say its size.
    """
    said = SIZE.search(drawing)
    if said is None:
        raise ValueError(f"a drawing without its size: {drawing[:200]}")
    width = float(said["width"])
    extents = list(_extents(fromstring(drawing), 0.0))  # noqa: S314 - made on this machine
    left = min([0.0, *(extent.left for extent in extents)])
    right = max([width, *(extent.right for extent in extents)])
    across, height = round(right - left), said["height"]
    size = f'width="{across}" height="{height}" viewBox="{round(left)} 0 {across} {height}"'
    return drawing[: said.start()] + size + drawing[said.end() :]


def _extents(element: Element, x: float) -> Iterator[Extent]:
    transform = element.get("transform", "")
    if "rotate" in transform:
        return
    moved = MOVE.search(transform)
    x += float(moved["x"]) if moved else 0.0
    if element.tag == f"{SVG}text":
        yield from (_extent(line, element, x) for line in element.itertext())
    else:
        for inner in element:
            yield from _extents(inner, x)


def _extent(line: str, element: Element, x: float) -> Extent:
    bold = element.get("font-weight", "normal") not in ("normal", "400")
    size = float(element.get("font-size", "11px").removesuffix("px"))
    width = len(line) * size * (BOLD_LETTER if bold else LETTER)
    before = {"end": width, "middle": width / 2}.get(element.get("text-anchor", "start"), 0.0)
    return Extent(x - before, x - before + width)
