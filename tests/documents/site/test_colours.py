"""Text stands out from its ground as WCAG AA asks (4.5 to 1), by day and by night."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ariane

STYLE = Path(ariane.__file__).parent / "documents" / "templates" / "consultation.css"
INKS = ("ink", "soft", "do", "discuss", "avoid", "ask", "accent")
GROUNDS = ("paper", "card", "tint")


def themes() -> list[dict[str, str]]:
    blocks = re.findall(r":root\{(--ink[^}]*)\}", STYLE.read_text("utf-8"))
    return [dict(re.findall(r"--(\w+):#([0-9a-f]+)", block)) for block in blocks]


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    full = colour if len(colour) == 6 else "".join(2 * c for c in colour)
    channels = [int(full[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", themes(), ids=["day", "night"])
@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_contrast(theme: dict[str, str], ink: str, ground: str) -> None:
    dark, light = sorted((luminance(theme[ink]), luminance(theme[ground])))
    assert (light + 0.05) / (dark + 0.05) >= 4.5
