"""One sentence, read: what it says of stains, or why it was not read."""

from __future__ import annotations

import re
from typing import NamedTuple

from lark import Token
from lark.exceptions import UnexpectedInput

from ariane.case.reports.conclusions import Kept, conclusions_cut
from ariane.case.reports.groups import Finding, NotUnderstoodError
from ariane.case.reports.markers import heard_of, hides_marker, marker_named
from ariane.case.reports.parsing import lexed, parsed
from ariane.case.reports.plain import Plain, plain
from ariane.case.reports.scopes import Sentence, findings
from ariane.case.reports.sentences import Span, without_bullet
from ariane.case.reports.stain import Why
from ariane.case.reports.words import MARKERS, RESULTS

STAINS = re.compile(
    r"immuno|\bihc\b|\bmarqu(?:age|eur)|anticorps|antibod|\bstain|\bmarker|\btemoins?\b|\bcontrole"
    r"|\bresultats?\b|\btechnique|\bpositi|\bnegati|\bexpression|\bmmr\b"
)
"""Words that tell that a sentence without a marker speaks of stains."""

LONGEST = 2000
"""In characters: what is longer is no sentence (a table, say); only its lines may be read."""

INTRODUCES = re.compile(r"immuno|\bihc\b|anticorps|antibod|marqueur|marker|resultat|\bpanel")
TURNING = RESULTS | frozenset(
    ["NOT", "NO", "ABSENCE", "LOSS", "NO_LOSS", "NEGATIVITY", "VERB", "CONTROL", "TAIL"]
)
FLAGS = {
    "BESIDE": Why.BESIDE_TUMOUR,
    "ELSEWHERE": Why.OTHER_TISSUE,
    "SUPPOSED": Why.SUPPOSED,
    "BLOOD": Why.BLOOD,
    "WARNING": Why.WARNING,
}
IN_A_TAIL = re.compile(
    r"\b(?:adjacent|residuel|normal|normaux|non[ -]?tumora|peritumora|preexistant|entrapped|piege)"
)


class Utterance(NamedTuple):
    """A sentence with its words; `said` is `None` where it was not understood."""

    span: Span
    letters: Plain
    tokens: tuple[Token, ...]
    flag: Why | None
    said: Sentence | None

    @property
    def markers(self) -> tuple[str, ...]:
        """The names of the markers in it, each once."""
        return tuple(dict.fromkeys(marker_named(str(t)) for t in self.tokens if t.type in MARKERS))

    @property
    def strange(self) -> tuple[str, ...]:
        """The words in it that the grammar does not know."""
        return tuple(dict.fromkeys(str(t) for t in self.tokens if t.type in ("OTHER", "NUMBER")))

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of its words."""
        return frozenset(token.type for token in self.tokens)

    @property
    def on_stains(self) -> bool:
        """Whether it speaks of stains at all."""
        heard = any(heard_of(str(t)) for t in self.tokens if t.type in MARKERS)
        signed = bool(self.markers) and bool(self.kinds & RESULTS)
        hidden = any(hides_marker(word) for word in self.strange)
        return heard or hidden or signed or self.verdict or bool(STAINS.search(self.letters.text))

    @property
    def verdict(self) -> bool:
        """Whether it names mismatch repair as a whole."""
        return bool(self.kinds & {"DMMR", "PMMR"})

    def place(self, finding: Finding) -> Span:
        """Return where in the report the words of a finding stand, a closing bracket included."""
        text, end = self.letters.text, finding.end
        for opening, closing in ("()", "[]"):
            words = text[finding.start : end]
            closed = text.find(closing, end)
            if words.count(opening) > words.count(closing) and not text[end:closed].strip():
                end = max(end, closed + 1)
        return Span(*self.letters.span(finding.start, end))


def utterance(report: str, span: Span) -> Utterance:
    """Read `report[span]` as one sentence."""
    span = _stripped(report, without_bullet(report, span))
    letters = plain(report, span.start, span.end)
    text = letters.text.removesuffix(".").removesuffix("!")
    kept = conclusions_cut(text) if len(text) <= LONGEST else Kept(tuple(lexed(text)), "", False)
    flag = next((FLAGS[k] for k in FLAGS if any(t.type == k for t in kept.tokens)), None)
    if flag is None and IN_A_TAIL.search(kept.cut):
        flag = Why.BESIDE_TUMOUR
    said = _said(kept.tokens, text) if kept.readable else None
    return Utterance(span, letters, kept.tokens, flag, said)


def _said(tokens: tuple[Token, ...], text: str) -> Sentence | None:
    try:
        return findings(parsed(list(_without_introduction(tokens, text))))
    except (UnexpectedInput, NotUnderstoodError):
        return None


def _stripped(report: str, span: Span) -> Span:
    text = report[span.start : span.end]
    return Span(span.start + len(text) - len(text.lstrip()), span.start + len(text.rstrip()))


def _without_introduction(tokens: tuple[Token, ...], text: str) -> tuple[Token, ...]:
    """Drop what introduces a list of results, up to its colon, where it says nothing of them."""
    for index, token in enumerate(tokens):
        if token.type in MARKERS or token.type in TURNING:
            return tokens
        if token.type == "COLON" and INTRODUCES.search(text[: token.start_pos]):
            return tokens[index + 1 :]
    return tokens
