"""The names that somebody who misspelt one may have meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, names: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Return up to `limit` of `names` that resemble `name`, best first."""
    from difflib import get_close_matches

    folded = {candidate.lower(): candidate for candidate in names}
    found = get_close_matches(name.lower()[:100], folded, n=limit, cutoff=0.6)
    return tuple(folded[key] for key in found)
