"""Decisions in words: whether there was a quorum, who is lacking, why one cannot be kept."""

from __future__ import annotations

from ariane.board.decision import Fault
from ariane.board.session import Quorum
from ariane.wording.catalogue import say
from ariane.wording.language import Language


def quorum_words(found: Quorum, language: Language) -> tuple[str, ...]:
    """Return whether there was a quorum, who made it, and what is lacking."""
    names = ", ".join(found.specialities)
    if found.met:
        return (say("board:doc.minutes.quorum.met", language, specialities=names),)
    lines = [say("board:doc.minutes.quorum.not-met", language)]
    if found.lacking:
        lines.append(say("board:doc.minutes.quorum.lacking", language, count=found.lacking))
    if found.absent:
        absent = ", ".join(found.absent)
        lines.append(say("board:doc.minutes.quorum.absent", language, specialities=absent))
    if names:
        lines.append(say("board:doc.minutes.quorum.there", language, specialities=names))
    if found.uncounted:
        uncounted = ", ".join(found.uncounted)
        lines.append(say("board:doc.minutes.quorum.uncounted", language, names=uncounted))
    return tuple(lines)


def fault_words(fault: Fault, quorum: Quorum, language: Language) -> str:
    """Return why a decision cannot be kept, and what to do; who is lacking where it is a quorum."""
    if fault.what == "no-quorum":
        lacking = " ".join(quorum_words(quorum, language))
        return say("board:fault.no-quorum", language, lacking=lacking)
    return say(f"board:fault.{fault.what}", language, about=fault.about)
