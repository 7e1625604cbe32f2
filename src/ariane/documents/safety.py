"""Ariane's own safeguards in words, each marked as such."""

from __future__ import annotations

from collections.abc import Iterable

from ariane.consult.consultation import Assessed, Consultation
from ariane.wording.catalogue import say
from ariane.wording.language import Language

MARK = "⚠"


def safety_words(
    consultation: Consultation, entries: Iterable[Assessed], language: Language
) -> tuple[str, ...]:
    """Return what stands beside any of these statements, each once, the gravest first."""
    guards = (guard for entry in entries for guard in consultation.safety.get(entry.id, ()))
    own = say("safety:own", language)
    return tuple(f"{MARK} {own} – {say(f'safety:{g.id}', language)}" for g in dict.fromkeys(guards))
