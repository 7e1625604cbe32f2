"""The documents of a session: agenda, minutes, and the report of a decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from ariane.board.decision import Decision
from ariane.board.session import AgendaItem, Present, QuorumRule, Sitting, quorum
from ariane.documents.dates import session_words
from ariane.documents.decision_words import quorum_words
from ariane.documents.sheet import Grid, Part, Row, Sheet
from ariane.wording.catalogue import Speaker, say, speaker, title
from ariane.wording.language import Language

AGENDA_WIDTHS, MINUTES_WIDTHS, PRESENT_WIDTHS = (1, 7, 3, 5), (1, 5, 3, 8), (5, 5, 3)
Labels = Mapping[str, str]
"""How each referral, by id, is called among those who may know whose it is."""


def agenda_sheet(
    sitting: Sitting, items: Sequence[AgendaItem], labels: Labels, language: Language
) -> Sheet:
    """Return the agenda of a session, in its order."""
    words = speaker(language)
    columns = tuple(words(f"board:doc.column.{c}") for c in ("position", "case", "meeting"))
    lines = tuple((*_item(item, labels, words), item.presenter) for item in _ordered(items))
    grid = Grid((*columns, words("board:doc.column.presenter")), AGENDA_WIDTHS, lines)
    return Sheet(
        words("board:doc.agenda.title"),
        _sitting_words(sitting, words, language),
        (words("board_calendar:no-delay"),),
        (Part(words("board:doc.minutes.cases"), grid=grid),),
    )


def minutes_sheet(
    sitting: Sitting,
    items: Sequence[AgendaItem],
    present: Sequence[Present],
    decisions: Sequence[Decision],
    labels: Labels,
    language: Language,
    rule: QuorumRule | None = None,
) -> Sheet:
    """Return the minutes: who was there, whether that was a quorum, what was decided."""
    words = speaker(language)
    by_referral = {decision.referral_id: decision.text for decision in decisions}
    reasons = {d.referral_id: d.without_quorum for d in decisions if d.without_quorum}
    counted = quorum_words(quorum(present, rule), language)
    without = tuple(
        words("board:doc.minutes.without-quorum", number=item.position, reason=reason)
        for item in _ordered(items)
        if (reason := reasons.get(item.referral_id))
    )
    undecided = words("board:doc.minutes.undecided")
    columns = tuple(words(f"board:doc.column.{c}") for c in ("position", "case", "meeting"))
    lines = tuple(
        (*_item(item, labels, words), by_referral.get(item.referral_id, undecided))
        for item in _ordered(items)
    )
    cases = Grid((*columns, words("board:doc.column.decision")), MINUTES_WIDTHS, lines)
    return Sheet(
        words("board:doc.minutes.title"),
        _sitting_words(sitting, words, language),
        (),
        (
            Part(words("board:doc.minutes.present"), grid=_present(present, words)),
            Part(words("board:doc.minutes.quorum"), (*counted, *without)),
            Part(words("board:doc.minutes.cases"), grid=cases),
            Part(words("board:doc.signature"), room=1),
        ),
    )


def decision_sheet(decision: Decision, sitting: Sitting, label: str, language: Language) -> Sheet:
    """Return the report of a decision, for the referring physician."""
    words = speaker(language)
    frozen = decision.consultation
    return Sheet(
        words("board:doc.decision.title"),
        f"{label} – {_sitting_words(sitting, words, language)}",
        (),
        (
            Part(words("board:doc.decision.proposal"), tuple(decision.text.splitlines())),
            _quorum(decision, language),
            _differences(decision, language),
            *_unanswered(decision, words),
            Part(
                words("board:doc.decision.frozen"),
                rows=(
                    Row(words("board:doc.decision.consultation-hash"), _in_groups(frozen.sha256)),
                    Row(
                        words("board:doc.decision.knowledge-hash"),
                        _in_groups(frozen.knowledge_sha256),
                    ),
                ),
            ),
            Part(
                words("board:doc.signature"),
                rows=(
                    Row(words("board:doc.decision.signed"), decision.signed_by or None),
                    Row(words("board:doc.decision.at"), _moment(decision.at, language)),
                ),
            ),
        ),
    )


def _in_groups(digest: str) -> str:
    """Return a hash in groups of eight, so that it can be compared by eye and lines can break."""
    return " ".join(digest[place : place + 8] for place in range(0, len(digest), 8))


def _quorum(decision: Decision, language: Language) -> Part:
    """Return the quorum that a decision was signed with; a blank where it was not counted."""
    heading = say("board:doc.minutes.quorum", language)
    if decision.quorum is None:
        return Part(heading, rows=(Row(say("board:doc.decision.counted", language), None),))
    lines = quorum_words(decision.quorum, language)
    if decision.without_quorum:
        said = say("board:without-quorum", language, reason=decision.without_quorum)
        lines = (*lines, said)
    return Part(heading, lines)


def _differences(decision: Decision, language: Language) -> Part:
    heading = say("board:doc.decision.differences", language)
    if not decision.differences:
        return Part(heading, (say("board:doc.decision.no-differences", language),))
    rows = tuple(
        Row(
            f"{found.statement}, {title(found.statement, language)}",
            f"{say(f'board:reason.{found.reason}', language)} – {found.text}",
        )
        for found in decision.differences
    )
    return Part(heading, rows=rows)


def _unanswered(decision: Decision, words: Speaker) -> tuple[Part, ...]:
    if not decision.unanswered:
        return ()
    rows = tuple(Row(found.section, found.question) for found in decision.unanswered)
    return (Part(words("board:doc.decision.unanswered"), rows=rows),)


def _present(present: Sequence[Present], words: Speaker) -> Grid:
    columns = tuple(words(f"board:doc.column.{c}") for c in ("name", "speciality", "how"))
    how = {True: words("board:doc.remote"), False: words("board:doc.here")}
    return Grid(
        columns, PRESENT_WIDTHS, tuple((p.name, p.speciality, how[p.remote]) for p in present)
    )


def _ordered(items: Sequence[AgendaItem]) -> list[AgendaItem]:
    return sorted(items, key=lambda item: item.position)


def _item(item: AgendaItem, labels: Labels, words: Speaker) -> tuple[str, str, str]:
    label = labels.get(item.referral_id, item.referral_id)
    return str(item.position), label, words(f"board:doc.meeting.{item.meeting}")


def _sitting_words(sitting: Sitting, words: Speaker, language: Language) -> str:
    return f"{words(f'board:board.{sitting.board}')} – {session_words(sitting.start, language)}"


def _moment(at: datetime, language: Language) -> str:
    return session_words(at, language)
