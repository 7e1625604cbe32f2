"""Which language a person reads."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Language(StrEnum):
    """French first, English second."""

    FR = "fr"
    EN = "en"


def language_of(environment: Mapping[str, str]) -> Language:
    """Return the language that `LANG` asks for; French where it asks for neither."""
    return Language.EN if environment.get("LANG", "")[:2].lower() == "en" else Language.FR
