"""The shape of a consultation in words: what text, page and sheet all show, in reading order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ariane.documents.plan_view import PlanView
from ariane.documents.question_view import QuestionView
from ariane.documents.reasoning import Branch


class Remark(NamedTuple):
    """What the text leaves open or says twice, with Ariane's safest reading."""

    id: str
    topic: str
    issue: str
    reading: str


class Item(NamedTuple):
    """One statement as it is shown; `safety` is Ariane's own and stands on top of it."""

    id: str
    title: str
    text: str
    safety: tuple[str, ...]
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


class ConflictView(NamedTuple):
    """An ambiguity that touches this patient, with the titles of the statements concerned."""

    remark: Remark
    grave: bool
    statements: tuple[str, ...]


class View(NamedTuple):
    """A whole consultation in one language.

    `plan_items` are the statements behind each entry of the plan, by its id.
    """

    case_id: str
    as_of: str
    summary: tuple[str, ...]
    known: tuple[tuple[str, tuple[str, ...]], ...]
    plan: PlanView
    plan_items: Mapping[str, tuple[Item, ...]]
    refused_items: tuple[Item, ...]
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
