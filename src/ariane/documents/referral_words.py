"""Referrals in words: what is missing, who owes it, warnings, documents, doubtful prints."""

from __future__ import annotations

from ariane.board.paperwork import Kind
from ariane.board.permissions import Role
from ariane.board.readiness import Caution, Owed, Warned
from ariane.guideline.tncd24.renape_directory import Telephone
from ariane.wording.catalogue import say
from ariane.wording.language import Language


def owed_words(owed: Owed, language: Language) -> str:
    """Return what is missing."""
    return say(f"board:owed.{owed.name}", language)


def role_words(role: Role, language: Language) -> str:
    """Return who owes it."""
    return say(f"board:role.{role}", language)


def criterion_words(name: str, language: Language) -> str:
    """Return a criterion of eligibility."""
    return say(f"board:criterion.{name}", language)


def paper_words(kind: Kind, language: Language) -> str:
    """Return the name of a document."""
    return say(f"board:paper.{kind}", language)


def warning_words(warned: Warned, language: Language) -> str:
    """Return a warning; one about a criterion names it."""
    if warned.caution in (Caution.CRITERION_FAILS, Caution.CRITERION_UNKNOWN):
        (name,) = warned.facts
        said = criterion_words(name, language)
        return say(f"board:warning.{warned.caution}", language, criterion=said)
    return say(f"board:warning.{warned.caution}", language)


def doubt_words(telephone: Telephone, language: Language) -> str:
    """Return what is doubtful about a printed number, empty where nothing is."""
    notes = []
    if telephone.inferred:
        notes.append(say("board:directory.inferred", language))
    if telephone.doubtful:
        notes.append(say("board:directory.doubtful", language))
    return " ".join(notes)
