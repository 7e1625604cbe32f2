"""Ariane's own safeguards in words, each marked as such."""

from __future__ import annotations

from collections.abc import Iterable

from ariane.consult.consultation import Assessed, Consultation
from ariane.consult.safeguards import beside
from ariane.wording.catalogue import say
from ariane.wording.language import Language

MARK = "⚠"


def safety_words(
    consultation: Consultation, entries: Iterable[Assessed], language: Language
) -> tuple[str, ...]:
    """Return what stands beside any of these statements, each once, the gravest first."""
    return guard_words(beside(consultation.safety, (entry.id for entry in entries)), language)


def guard_words(guards: Iterable[str], language: Language) -> tuple[str, ...]:
    """Return safeguards in words, by their ids."""
    own = say("safety:own", language)
    return tuple(f"{MARK} {own} – {say(f'safety:{name}', language)}" for name in guards)
