"""The body that a peritoneal index is drawn on: outlines and places, in units of the drawing."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

BODY = (470.0, 570.0)
"""Width and height of the torso; the right of the patient is on the left."""
_RIGHT_SIDE = "38 0 C 44 80 56 130 56 210 C 56 280 26 340 18 420 C 14 480 18 530 22 570"
_THIGHS = "212 570 C 220 545 228 532 235 526 C 242 532 250 545 258 570"
_LEFT_SIDE = "448 570 C 452 530 456 480 452 420 C 444 340 414 280 414 210 C 414 130 426 80 432 0"
SKIN = f"M {_RIGHT_SIDE} L {_THIGHS} L {_LEFT_SIDE} Z"
SKIN_LINES = f"M {_RIGHT_SIDE} M {_THIGHS} M {_LEFT_SIDE}"
"""The body goes on beyond the drawing: no line where it is cut."""
CHEST = (
    "M 78 22 C 100 50 178 52 216 30 M 392 22 C 370 50 292 52 254 30 M 235 0 L 235 46",
    "M 24 452 C 70 492 130 528 208 556 M 446 452 C 400 492 340 528 262 556",
)
CAVITY = (
    "M 70 200 C 66 150 66 125 76 100 C 98 58 200 54 232 92 C 262 66 370 70 394 106 "
    "C 404 130 404 150 400 200 C 402 270 432 330 434 405 C 428 460 340 512 235 518 "
    "C 130 512 42 460 36 405 C 38 330 68 270 70 200 Z"
)
"""From the domes of the diaphragm to the pelvic floor; it clips the nine regions."""

LEFT, RIGHT, TOP, BOTTOM = 20.0, 450.0, 50.0, 530.0
FIRST_THIRD, SECOND_THIRD = 180.0, 290.0
COSTAL_MARGIN, ILIAC_SPINE = 205.0, 340.0


class Cell(NamedTuple):
    """A region of the abdomen: the rectangle that holds it, and the middle of its visible part."""

    x: float
    y: float
    width: float
    height: float
    middle: tuple[float, float]


def _cells() -> dict[int, Cell]:
    columns = ((LEFT, FIRST_THIRD), (FIRST_THIRD, SECOND_THIRD), (SECOND_THIRD, RIGHT))
    rows = ((TOP, COSTAL_MARGIN), (COSTAL_MARGIN, ILIAC_SPINE), (ILIAC_SPINE, BOTTOM))
    regions = ((1, 2, 3), (8, 0, 4), (7, 6, 5))
    middles = (
        ((127, 144), (235, 150), (343, 144)),
        ((121, 272), (235, 272), (349, 272)),
        ((116, 402), (235, 424), (354, 402)),
    )
    return {
        regions[i][j]: Cell(x, y, right - x, bottom - y, middles[i][j])
        for i, (y, bottom) in enumerate(rows)
        for j, (x, right) in enumerate(columns)
    }


CELLS = _cells()

BOWEL_ROW = 132.0
"""Height of one segment of the small bowel, with its label."""
BOWEL_WIDTH = 214.0
BENDS = 5
_AXIS, _SWING, _TURN = 82.0, 46.0, 18.0


def loops(row: int) -> str:
    """Return the path of one segment, from left to right and from right to left in turn."""
    y = row * BOWEL_ROW + _AXIS
    stops = [BOWEL_WIDTH * stop / BENDS for stop in range(BENDS + 1)]
    if row % 2:
        stops.reverse()
    path = f"M {stops[0]:.1f} {y:.1f}"
    for bend, (x, end) in enumerate(pairwise(stops)):
        swing = y + (_SWING if bend % 2 else -_SWING)
        path += f" C {x:.1f} {swing:.1f} {end:.1f} {swing:.1f} {end:.1f} {y:.1f}"
    return path


def passage(row: int) -> str:
    """Return the path from the end of one segment to the beginning of the next."""
    y = row * BOWEL_ROW + _AXIS
    below = y + BOWEL_ROW
    x, out = (0.0, -_TURN) if row % 2 else (BOWEL_WIDTH, BOWEL_WIDTH + _TURN)
    return (
        f"M {x:.1f} {y:.1f} C {x:.1f} {y + 40:.1f} {out:.1f} {y + 30:.1f} {out:.1f} {y + 60:.1f} "
        f"C {out:.1f} {y + 100:.1f} {x:.1f} {below - 40:.1f} {x:.1f} {below:.1f}"
    )
