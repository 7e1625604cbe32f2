"""A consultation put into words, in the order of reading."""

from __future__ import annotations

from datetime import date

from ariane.consult.consultation import (
    Assessed,
    Conflict,
    Consultation,
    Fulfilled,
    Pathway,
)
from ariane.consult.digest import BOXES, Group, digest
from ariane.consult.importance import Place
from ariane.consult.planning import plan
from ariane.consult.reasons import explanation, reasons
from ariane.documents.places import printed_place
from ariane.documents.plan_view import plan_view
from ariane.documents.question_view import question_view
from ariane.documents.reasoning import Branch, branch
from ariane.documents.safety import safety_words
from ariane.documents.sharing import shared_out
from ariane.documents.view import ConflictView, Item, Remark, Section, View
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
from ariane.facts.treatment import TREATMENT_PHASE
from ariane.facts.vocabulary import BY_DOMAIN, BY_NAME
from ariane.guideline.statement import Statement
from ariane.guideline.tncd24.ambiguities import Priority
from ariane.guideline.tncd24.chapter import is_dated
from ariane.guideline.tncd24.knowledge_hash import knowledge_sha256
from ariane.logic.truth import Truth
from ariane.version import __version__
from ariane.wording.catalogue import ambiguity, label, speaker, table, text, title
from ariane.wording.language import Language
from ariane.wording.phrases import (
    date_words,
    known_words,
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
READ_FIRST = (Place.DISCUSS, Place.AVOID)
"""What is to be done is read before them, in the plan."""
COUNTED = (Place.PRACTICE, Place.BACKGROUND, Place.RULED_OUT)
"""Places of which a terminal shows no more than how much stands there."""
READ_LATER = (Place.READING, Place.DONE, Place.PRACTICE, Place.BACKGROUND, Place.RULED_OUT)


def view(consultation: Consultation, language: Language, full: bool = False) -> View:
    """Return the consultation in words, in `full` with trees of reasoning and long dates."""
    return _Viewer(consultation, language, full).view()


class _Viewer:
    def __init__(self, consultation: Consultation, language: Language, full: bool) -> None:
        self._consultation = consultation
        self._full = full
        self._case = consultation.case
        self._language = language
        self._say = speaker(language)
        self._plan = plan(consultation)
        self._shares = shared_out(self._plan, digest(consultation), consultation)

    def view(self) -> View:
        questions = self._consultation.questions
        day = self._case.as_of
        return View(
            case_id=self._case.id,
            as_of=self._date(day) if day else self._say("view.no-date"),
            summary=tuple(self._summary()),
            known=tuple(self._known()),
            plan=plan_view(self._plan, self._consultation, self._language, self._full),
            plan_items={
                name: tuple(self._item(group) for group in groups)
                for name, groups in self._shares.entries.items()
            },
            refused_items=tuple(self._item(group) for group in self._shares.refused),
            first=tuple(self._section(place) for place in READ_FIRST),
            questions=tuple(
                question_view(entry, self._language) for entry in questions[:SHOWN_QUESTIONS]
            ),
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
        groups = self._shares.places[place]
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
            safety=safety_words(self._consultation, (entry, *group.others), self._language),
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
        ends = " ; ".join(str(boxes[node]) + self._held(pathway, node) for node in pathway.reached)
        names = ", ".join(label(BY_NAME[name], self._language) for name in pathway.waiting_for)
        number = pathway.algorithm.id[-1]
        if not names:
            return self._say("pathway.line", number=number, ends=ends)
        return self._say("pathway.line.waits", number=number, ends=ends, facts=names)

    def _held(self, pathway: Pathway, node: str) -> str:
        """Say which ambiguity holds a patient back from a box that the printed arrow leads to."""
        steps = [step for step in pathway.steps if step.edge.target == node]
        taken = [s for s in steps if s.truth is Truth.HOLDS and s.edge.source in pathway.visited]
        if not all(step.held_back for step in taken):
            return ""
        names = " ".join(dict.fromkeys(step.held_back for step in taken if step.held_back))
        return f" ({self._say('pathway.held', ambiguity=names)})" if names else ""

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

    def _branch(self, entry: Assessed) -> Branch:
        return branch(explanation(self._consultation, entry), self._consultation, self._language)
