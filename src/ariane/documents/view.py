"""A consultation in words: what the text and the page both show, in the order of reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ariane.consult.consultation import (
    Answer,
    Assessed,
    Conflict,
    Consultation,
    Fulfilled,
    Pathway,
    Question,
)
from ariane.consult.digest import BOXES, Digest, Group, digest
from ariane.consult.importance import Place
from ariane.consult.reasons import explanation, reasons
from ariane.facts.disease_extent import (
    BONE_METASTASES,
    CAPI_STATUS,
    LIVER_DISEASE_ISOLATED,
    LIVER_METASTASES,
    LUNG_METASTASES,
    NODE_METASTASES,
    OLIGOMETASTATIC,
    PERITONEAL_DISEASE_ISOLATED,
    PERITONEAL_METASTASES,
    SUSPECTED_ORIGINS,
)
from ariane.facts.pathology import CLINICOPATHOLOGICAL_ENTITY, HISTOLOGY_TYPE
from ariane.facts.person import ECOG_PS, SEX
from ariane.facts.source import NEVER_ASKED
from ariane.facts.treatment import TREATMENT_PHASE
from ariane.facts.vocabulary import BY_DOMAIN, BY_NAME
from ariane.guideline.statement import Statement, Strength
from ariane.guideline.tncd24.ambiguities import Priority
from ariane.guideline.tncd24.chapter import is_dated, knowledge_sha256
from ariane.logic.explain import Explained
from ariane.logic.fact import Fact
from ariane.logic.truth import Truth
from ariane.version import __version__
from ariane.wording.catalogue import ambiguity, heading, label, question, say, table, text, title
from ariane.wording.language import Language
from ariane.wording.phrases import (
    answer_words,
    capitalised,
    condition_words,
    date_words,
    known_words,
    value_words,
)

SUMMARY = (
    SEX,
    ECOG_PS,
    CAPI_STATUS,
    LIVER_METASTASES,
    PERITONEAL_METASTASES,
    LUNG_METASTASES,
    BONE_METASTASES,
    NODE_METASTASES,
    LIVER_DISEASE_ISOLATED,
    PERITONEAL_DISEASE_ISOLATED,
    OLIGOMETASTATIC,
    HISTOLOGY_TYPE,
    CLINICOPATHOLOGICAL_ENTITY,
    SUSPECTED_ORIGINS,
    TREATMENT_PHASE,
)
"""Facts by which a board recognises a patient; of the yes-or-no ones, those that are true."""

SHOWN_QUESTIONS = 8
SHOWN_PER_ANSWER = 2
READ_FIRST = (Place.DO, Place.DISCUSS, Place.AVOID)
COUNTED = (Place.PRACTICE, Place.BACKGROUND, Place.RULED_OUT)
"""Places of which a terminal shows no more than how much stands there."""
READ_LATER = (Place.READING, Place.DONE, Place.PRACTICE, Place.BACKGROUND, Place.RULED_OUT)


class Branch(NamedTuple):
    """One node of the reasoning tree: its words, its truth, and the value behind a leaf."""

    words: str
    truth: str
    truth_label: str
    value: str
    parts: tuple[Branch, ...]


class Remark(NamedTuple):
    """What the text leaves open or says twice, with Ariane's safest reading."""

    id: str
    topic: str
    issue: str
    reading: str


class Item(NamedTuple):
    """One statement as it is shown."""

    id: str
    title: str
    text: str
    strength: str
    strength_label: str
    grade: str
    place: str
    because: str
    status: str
    remarks: tuple[Remark, ...]
    also: tuple[str, ...]
    condition: Branch | None


class Section(NamedTuple):
    """A place of the consultation with its items."""

    key: str
    heading: str
    hint: str
    total: int
    items: tuple[Item, ...]


class AnswerView(NamedTuple):
    """One answer, the titles of what would then apply, and how much would be ruled out."""

    value: str
    holds: tuple[str, ...]
    more: int
    fails: int


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A missing fact, whom to ask, and what each answer would settle."""

    fact: str
    question: str
    source: str
    count: int
    answers: tuple[AnswerView, ...]


class ConflictView(NamedTuple):
    """An ambiguity that touches this patient, with the titles of the statements concerned."""

    remark: Remark
    grave: bool
    statements: tuple[str, ...]


class View(NamedTuple):
    """A whole consultation in one language."""

    case_id: str
    as_of: str
    summary: tuple[str, ...]
    known: tuple[tuple[str, tuple[str, ...]], ...]
    first: tuple[Section, ...]
    questions: tuple[QuestionView, ...]
    more_questions: int
    conflicts: tuple[ConflictView, ...]
    pathways: tuple[str, ...]
    later: tuple[Section, ...]
    edition: str
    dated: str
    version: str
    knowledge: str
    intended_use: str
    notes: str


def view(consultation: Consultation, language: Language, full: bool = False) -> View:
    """Return the consultation in words, in `full` with trees of reasoning and long dates."""
    return _Viewer(consultation, language, full).view()


class _Viewer:
    def __init__(self, consultation: Consultation, language: Language, full: bool) -> None:
        self._consultation = consultation
        self._full = full
        self._case = consultation.case
        self._language = language
        self._digest: Digest = digest(consultation)

    def view(self) -> View:
        questions = self._consultation.questions
        day = self._case.as_of
        return View(
            case_id=self._case.id,
            as_of=self._date(day) if day else self._say("view.no-date"),
            summary=tuple(self._summary()),
            known=tuple(self._known()),
            first=tuple(self._section(place) for place in READ_FIRST),
            questions=tuple(self._question(entry) for entry in questions[:SHOWN_QUESTIONS]),
            more_questions=max(0, len(questions) - SHOWN_QUESTIONS),
            conflicts=tuple(self._conflict(c) for c in self._consultation.conflicts),
            pathways=tuple(self._pathway(p) for p in self._consultation.pathways),
            later=tuple(self._section(place) for place in READ_LATER),
            edition=self._say("view.edition", date=self._say("view.edition.date")),
            dated=self._say("view.dated") if day and is_dated(day) else "",
            version=__version__,
            knowledge=knowledge_sha256(),
            intended_use=self._say("intended-use"),
            notes=self._case.notes or "",
        )

    def _say(self, key: str, **values: object) -> str:
        return say(key, self._language, **values)

    def _date(self, day: date) -> str:
        """Return a date in full on a page, in ISO form on a terminal (it starts faster)."""
        return date_words(day, self._language) if self._full else day.isoformat()

    def _summary(self) -> list[str]:
        known = self._case.known
        return [
            known_words(fact, known[fact.name], self._language)
            for fact in SUMMARY
            if known.get(fact.name) is not None and known[fact.name] is not False
        ]

    def _known(self) -> list[tuple[str, tuple[str, ...]]]:
        found = []
        for domain, facts in BY_DOMAIN.items():
            said = tuple(
                known_words(fact, self._case.recorded[fact.name], self._language)
                for fact in facts
                if fact.name in self._case.recorded
            )
            if said:
                found.append((self._say(f"domain.{domain}"), said))
        return found

    def _section(self, place: Place) -> Section:
        groups = self._digest[place]
        shown = groups if self._full or place not in COUNTED else ()
        return Section(
            place.value,
            self._say(f"place.{place}"),
            self._say(f"place.{place}.hint"),
            len(groups),
            tuple(self._item(group) for group in shown),
        )

    def _item(self, group: Group) -> Item:
        entry = group.lead
        statement = entry.statement
        because = [
            known_words(fact, self._case.known[fact.name], self._language)
            for fact in reasons(self._consultation, entry)
        ]
        references = dict.fromkeys(
            ref for e in (entry, *group.others) for ref in e.statement.ambiguities
        )
        return Item(
            id=statement.id,
            title=title(statement.id, self._language),
            text=text(statement.id, self._language),
            strength=statement.strength.value,
            strength_label=self._strength(statement),
            grade=self._grade(statement),
            place=printed_place(statement, self._language),
            because=" · ".join(because),
            status=self._status(entry),
            remarks=tuple(self._remark(ref) for ref in references),
            also=tuple(
                self._also(other)
                for other in group.others
                if other.statement.strength is not statement.strength
                or other.settled_truth is not Truth.HOLDS
            ),
            condition=self._branch(entry) if self._full else None,
        )

    def _remark(self, ambiguity_id: str) -> Remark:
        words = ambiguity(ambiguity_id, self._language)
        return Remark(ambiguity_id, words["topic"], words["issue"], words["reading"])

    def _conflict(self, conflict: Conflict) -> ConflictView:
        titles = tuple(title(name, self._language) for name in conflict.statements)
        grave = conflict.ambiguity.priority in (Priority.CRITICAL, Priority.HIGH)
        return ConflictView(self._remark(conflict.ambiguity.id), grave, titles)

    def _pathway(self, pathway: Pathway) -> str:
        """Say in one line where an algorithm leads this patient; nothing where not entered."""
        if pathway.entered is not Truth.HOLDS:
            return ""
        boxes = table(self._language, "algorithms")
        ends = " ; ".join(str(boxes[node]) for node in pathway.reached)
        names = ", ".join(label(BY_NAME[name], self._language) for name in pathway.waiting_for)
        number = pathway.algorithm.id[-1]
        if not names:
            return self._say("pathway.line", number=number, ends=ends)
        return self._say("pathway.line.waits", number=number, ends=ends, facts=names)

    def _strength(self, statement: Statement) -> str:
        return self._say(f"strength.{statement.strength}")

    def _grade(self, statement: Statement) -> str:
        return self._say(f"grade.{statement.grade}") if statement.grade else ""

    def _also(self, entry: Assessed) -> str:
        """Say what another statement on the same matter says, and whether it applies."""
        statement = entry.statement
        key = "box" if statement.kind in BOXES else "text"
        said = self._say(
            f"also.{key}",
            place=statement.section,
            strength=self._strength(statement).lower(),
            title=title(statement.id, self._language),
        )
        if entry.settled_truth is Truth.HOLDS:
            return said
        names = ", ".join(label(BY_NAME[name], self._language) for name in entry.missing)
        return f"{said} {self._say('also.waits', facts=names)}"

    def _status(self, entry: Assessed) -> str:
        """Say how far the examinations have come that the statement asks for."""
        if entry.fulfilled is Fulfilled.YES:
            return self._say("status.done")
        records = [self._case.exams.get(exam) for exam in entry.statement.exams]
        known = [record for record in records if record is not None]
        if not known:
            return ""
        said = self._say(f"status.{known[0].status}")
        day = known[0].date
        return f"{said} ({self._date(day)})" if day else said

    def _question(self, asked: Question) -> QuestionView:
        return question_view(asked, self._language)

    def _branch(self, entry: Assessed) -> Branch:
        return branch(explanation(self._consultation, entry), self._consultation, self._language)


def question_view(asked: Question, language: Language) -> QuestionView:
    """Return a question in words, with what each answer would settle."""
    return QuestionView(
        asked.fact.name,
        question(asked.fact, language),
        say(f"source.{asked.fact.source}", language),
        len(asked.settles),
        tuple(_answer(asked, answer, language) for answer in asked.answers),
    )


def _answer(asked: Question, answer: Answer, language: Language) -> AnswerView:
    every = [value for other in asked.answers for value in other.values]
    titles = tuple(dict.fromkeys(title(name, language) for name, truth in answer.settles if truth))
    return AnswerView(
        answer_words(asked.fact, answer.values, every, language),
        titles[:SHOWN_PER_ANSWER],
        max(0, len(titles) - SHOWN_PER_ANSWER),
        sum(1 for _, truth in answer.settles if not truth),
    )


def branch(node: Explained, consultation: Consultation, language: Language) -> Branch:
    """Return a reasoning tree in words."""
    known = consultation.case.known
    fact = node.expression if isinstance(node.expression, Fact) else None
    single = getattr(node.expression, "fact", None) if fact is None else fact
    value = ""
    if isinstance(single, Fact) and single.source not in NEVER_ASKED:
        value = (
            value_words(single, known[single.name], language)
            if single.name in known
            else say("value.unknown", language)
        )
    return Branch(
        capitalised(condition_words(node.expression, language)),
        node.truth.value,
        say(f"truth.{node.truth}", language),
        value,
        tuple(branch(part, consultation, language) for part in node.parts),
    )


def printed_place(statement: Statement, language: Language) -> str:
    """Locate a passage as the printed chapter does: section, heading, box or algorithm."""
    place = f"{statement.section} {heading(statement.section, language)}"
    if statement.kind in BOXES and statement.strength in (Strength.REFERENCE, Strength.OPTION):
        return f"{place} ({say(f'box.{statement.strength}', language)})"
    return place
