"""Read the stains of a pathology report: what it states, what it leaves open, what was not read.

Nothing is guessed. A sentence is read whole or not at all; what was not read is listed with its
words. A result that the report hedges, awaits or gives for tissue other than the tumour is none.
"""

from __future__ import annotations

from collections.abc import Iterable

from ariane.case.reports.groups import Finding
from ariane.case.reports.markers import hides_marker
from ariane.case.reports.mismatch_repair import MismatchRepair
from ariane.case.reports.sentences import Span, begins_section, paragraphs, pieces, sentences
from ariane.case.reports.stain import Certainty, Reading, Stain, Unread, Why
from ariane.case.reports.utterance import INTRODUCES, TURNING, Utterance, utterance
from ariane.case.reports.words import MARKERS

HEADS = ("ELSEWHERE", "BESIDE")
WORTH_SAYING = frozenset(["OTHER", "NUMBER"]) | TURNING


def read_report(report: str) -> Reading:
    """Return the stains of a report and what could not be read, both in the order of the text."""
    stains: list[Stain] = []
    unread: list[Unread] = []
    section: Why | None = None
    for lines in paragraphs(report):
        paragraph = _Paragraph(report, section)
        for sentence in sentences(report, lines):
            paragraph.read(sentence)
        section = paragraph.section if paragraph.only_a_head else None
        if paragraph.warned:
            _bar_last(stains, paragraph)
        stains += paragraph.all_stains()
        unread += paragraph.unread
    return Reading(_with_contradictions(stains), tuple(sorted(unread, key=lambda u: u.start)))


def _bar_last(stains: list[Stain], paragraph: _Paragraph) -> None:
    """A warning that stands in a paragraph of its own speaks of the stains before it."""
    if not paragraph.stains:
        stains[:] = [_barred(stain, Why.WARNING) for stain in stains]


def _with_contradictions(stains: Iterable[Stain]) -> tuple[Stain, ...]:
    ordered = sorted(stains, key=lambda stain: (stain.start, stain.end, stain.fact))
    results: dict[str, set[str]] = {}
    for stain in ordered:
        if stain.result is not None:
            results.setdefault(stain.fact, set()).add(stain.result)
    return tuple(
        stain._replace(contradicted=stain.result is not None and len(results[stain.fact]) > 1)
        for stain in ordered
    )


def _barred(stain: Stain, why: Why) -> Stain:
    if stain.result is None:
        return stain
    return stain._replace(result=None, certainty=Certainty.UNCERTAIN, why=why)


class _Paragraph:
    """One paragraph: a warning or a heading in it bears on what stands beside it."""

    def __init__(self, report: str, section: Why | None) -> None:
        self.stains: list[Stain] = []
        self.unread: list[Unread] = []
        self.section = section
        self.only_a_head = True
        self.warned = False
        self._report = report
        self._repair = MismatchRepair()

    def read(self, sentence: Span) -> None:
        """Read a sentence; where it is not understood, its lines one by one."""
        whole = utterance(self._report, sentence)
        if begins_section(self._report, whole.span):
            self.section = None
        self.section = _section_of(whole) or self.section
        self.only_a_head = self.only_a_head and _is_head(whole)
        if not (whole.markers or whole.verdict) or not whole.on_stains:
            self._without_markers(whole)
        elif whole.said is not None:
            self._take(whole, whole.flag)
        else:
            self._piecewise(whole)

    def all_stains(self) -> list[Stain]:
        """Return the stains, with mismatch repair as the proteins of the paragraph show it."""
        verdict = self._repair.verdict(self._report)
        stains = [*self.stains, verdict] if verdict else self.stains
        return [_barred(stain, Why.WARNING) for stain in stains] if self.warned else stains

    def _without_markers(self, said: Utterance) -> None:
        if not said.on_stains:
            return
        doubted = said.kinds & {"WARNING", "DOUBT", "CAUTION"}
        failed = said.said is not None and said.said.control == "failed"
        self.warned = self.warned or bool(doubted) or failed
        if said.kinds & {"CONTROL"}:
            self._leave(said, Why.CONTROL)
        elif any(hides_marker(word) for word in said.strange):
            self._leave(said, Why.NOT_UNDERSTOOD)
        elif said.kinds & WORTH_SAYING or doubted:
            self._leave(said, Why.NO_MARKER)

    def _piecewise(self, whole: Utterance) -> None:
        parts = [utterance(self._report, span) for span in pieces(self._report, whole.span)]
        readable = len(parts) > 1
        for part in parts:
            if not (part.markers or part.verdict):
                readable = readable and _introduces(part)
            elif readable and part.said is not None:
                self._take(part, whole.flag)
            else:
                self._leave(part, Why.NOT_UNDERSTOOD)
                readable = readable and _is_row(part)

    def _leave(self, said: Utterance, why: Why) -> None:
        start, end = said.span
        text = self._report[start:end]
        words = said.strange if why is Why.NOT_UNDERSTOOD else ()
        self.unread.append(Unread(text, start, end, why, said.markers, words))

    def _take(self, said: Utterance, flag: Why | None) -> None:
        assert said.said is not None  # noqa: S101 - the caller has looked
        why = flag or said.said.doubt or self.section
        for finding in said.said.findings:
            span = said.place(finding)
            self._repair.note(finding, span, why)
            if finding.known and finding.why is not Why.NO_RESULT:
                self.stains.append(self._stain(finding, span, why))
            else:
                self._leave_finding(finding, span)

    def _leave_finding(self, finding: Finding, span: Span) -> None:
        why = Why.NO_RESULT if finding.known else Why.NOT_IN_VOCABULARY
        self.unread.append(Unread(self._report[slice(*span)], *span, why, (finding.name,)))

    def _stain(self, finding: Finding, span: Span, why: Why | None) -> Stain:
        why = finding.why or why
        return Stain(
            finding.name,
            None if why else finding.result,
            self._report[slice(*span)],
            *span,
            Certainty.UNCERTAIN if why else Certainty.STATED,
            why,
            finding.extent,
            finding.intensity,
            finding.percent,
        )


def _section_of(said: Utterance) -> Why | None:
    """Return what a heading says of the tissue under it (`Antécédents :`, `Foie non tumoral :`)."""
    before: list[str] = []
    for token in said.tokens:
        if token.type == "COLON":
            return said.flag if any(kind in HEADS for kind in before) else None
        if token.type in MARKERS:
            return None
        before.append(token.type)
    return said.flag if any(kind in HEADS for kind in before) and _is_head(said) else None


def _is_head(said: Utterance) -> bool:
    return not said.markers and len(said.tokens) <= 8


def _introduces(part: Utterance) -> bool:
    """Tell whether a line without markers may stand above results without turning them."""
    if part.kinds & TURNING:
        return False
    return "OTHER" not in part.kinds or bool(INTRODUCES.search(part.letters.text))


def _is_row(part: Utterance) -> bool:
    first = next((t.type for t in part.tokens if t.type not in ("FILLER", "PREP")), "")
    return first in ("MARKER", "OTHER_MARKER")
