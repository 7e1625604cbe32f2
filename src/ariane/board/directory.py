"""The directory of the RENAPE boards (24.9.2), the ones that a place names first."""

from __future__ import annotations

from unicodedata import combining, normalize

from ariane.guideline.tncd24.renape_directory import CENTRES, RenapeCentre

EDITION = "2025-03"
"""Edition of the chapter that prints the names and numbers."""
DIRECTORY_STATEMENTS = tuple(f"S24.9.2-L{number}" for number in range(2, 10))
"""One for each centre, in the same order."""


def centres(near: str | None = None) -> tuple[tuple[RenapeCentre, str], ...]:
    """Return every centre with its statement; those of a named place first.

    A place is compared with what is printed (site and institution), without accents or case. The
    chapter prints no addresses, so that no distance is computed.
    """
    listed = tuple(zip(CENTRES, DIRECTORY_STATEMENTS, strict=True))
    if near is None:
        return listed
    return tuple(sorted(listed, key=lambda entry: not is_at(entry[0], near)))


def centres_at(place: str) -> tuple[RenapeCentre, ...]:
    """Return the centres whose printed name holds a place."""
    return tuple(centre for centre, _ in centres() if is_at(centre, place))


def is_at(centre: RenapeCentre, place: str) -> bool:
    """Whether the printed name of a centre holds a place."""
    wanted = _plain(place).strip()
    return bool(wanted) and wanted in _plain(f"{centre.site} {centre.institution or ''}")


def _plain(text: str) -> str:
    parts = normalize("NFD", text.casefold())
    return "".join(part for part in parts if not combining(part)).replace("-", " ")
