"""One sentence, read: what it says of stains, or why it was not read."""

from __future__ import annotations

import re
from typing import NamedTuple

from lark import Token
from lark.exceptions import UnexpectedInput

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
    text, tail = _without_tail(letters.text.removesuffix(".").removesuffix("!"))
    tokens = tuple(lexed(text))
    flag = next((FLAGS[kind] for kind in FLAGS if any(t.type == kind for t in tokens)), None)
    if flag is None and IN_A_TAIL.search(tail):
        flag = Why.BESIDE_TUMOUR
    try:
        said = findings(parsed(list(_without_introduction(tokens, text))))
    except (UnexpectedInput, NotUnderstoodError):
        said = None
    return Utterance(span, letters, tokens, flag, said)


def _stripped(report: str, span: Span) -> Span:
    text = report[span.start : span.end]
    return Span(span.start + len(text) - len(text.lstrip()), span.start + len(text.rstrip()))


def _without_tail(text: str) -> tuple[str, str]:
    """Blank out conclusions ("en faveur d'une origine …"), which are no results; return them too.

    A conclusion goes to the end, or, where markers follow, to the next sign between them.
    """
    tails: list[str] = []
    while (tail := next((t for t in lexed(text) if t.type == "TAIL"), None)) is not None:
        start, end = tail.start_pos or 0, len(text)
        if any(token.type in MARKERS for token in lexed(_after(tail))):
            parting = re.search(r"[(:;,]", text[start + 1 :])
            end = start + 1 + parting.start() if parting else end
            if any(
                token.type in MARKERS for token in lexed(text[start:end].replace(_first(tail), ""))
            ):
                return text, "".join(tails)
        tails.append(text[start:end])
        text = text[:start] + " " * (end - start) + text[end:]
    return text, "".join(tails)


def _first(tail: Token) -> str:
    return re.split(r"(?<=\w)\W", str(tail), maxsplit=1)[0]


def _after(tail: Token) -> str:
    return str(tail)[len(_first(tail)) :]


def _without_introduction(tokens: tuple[Token, ...], text: str) -> tuple[Token, ...]:
    """Drop what introduces a list of results, up to its colon, where it says nothing of them."""
    for index, token in enumerate(tokens):
        if token.type in MARKERS or token.type in TURNING:
            return tokens
        if token.type == "COLON" and INTRODUCES.search(text[: token.start_pos]):
            return tokens[index + 1 :]
    return tokens
