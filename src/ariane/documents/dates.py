"""Days with their weekday, as a language writes them."""

from __future__ import annotations

from datetime import date, datetime

from ariane.wording.language import Language

DAY, LONG_DAY = "EEE d MMM y", "EEEE d MMMM y"
HOUR = {Language.FR: "H'h'mm", Language.EN: "HH:mm"}


def day_words(day: date, language: Language) -> str:
    """Return a day, short: `lun. 2 mars 2026`."""
    from babel.dates import format_date

    return str(format_date(day, DAY, locale=language.value))


def session_words(start: datetime, language: Language) -> str:
    """Return a day and its hour in full: `jeudi 12 mars 2026, 16h30`."""
    from babel.dates import format_date, format_time

    day = format_date(start.date(), LONG_DAY, locale=language.value)
    hour = format_time(start.time(), HOUR[language], locale=language.value)
    return f"{day}, {hour}"
