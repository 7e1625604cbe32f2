"""A statement of the guideline: when it applies, what it asks, how strongly, where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ariane.facts.exams import Exam
from ariane.logic.expression import Expression
from ariane.logic.structure import is_epistemic

ID_FORM = re.compile(r"^S(?P<section>24(\.\d+)+)-(?P<kind>[ACDGIKLMOPRTW])(?P<number>\d+)$")


class Strength(StrEnum):
    """How strongly the chapter says it; `SAFETY` is Ariane's own and shown as such."""

    REFERENCE = "reference"
    OPTION = "option"
    RECOMMENDATION = "recommendation"
    ALGORITHM = "algorithm"
    MUST_NOT = "must-not"
    SAFETY = "safety"
    TRIAL = "trial"
    STATEMENT = "statement"


class Grade(StrEnum):
    """Levels of evidence of the HAS (2013) as the chapter uses them (24.1)."""

    A = "A"
    B = "B"
    C = "C"
    EXPERT_AGREEMENT = "expert-agreement"
    EXPERT_OPINION = "expert-opinion"


class Action(StrEnum):
    """What kind of thing a statement asks for or tells."""

    EXAM = "exam"
    INFORMATION = "information"
    WARNING = "warning"
    INTERPRETATION = "interpretation"
    TREATMENT = "treatment"
    PROCEDURE = "procedure"
    BOARD_WORKFLOW = "board workflow"
    REFERRAL = "referral"
    DOCUMENTATION = "documentation"
    CLASSIFICATION = "classification"
    CONTACT = "contact"
    LINK = "link"
    DIAGNOSIS = "diagnosis"
    CHECKLIST = "checklist"
    DEFINITION = "definition"
    SURVEILLANCE = "surveillance"
    ALGORITHM = "algorithm"
    REGIMEN = "regimen"
    CALCULATOR = "calculator"
    TRIAL = "trial"
    RULE = "rule"


class OnUnknown(StrEnum):
    """What to do while the condition is unknown."""

    ASK = "ask"
    LIST_MISSING = "list_missing"
    STAY_SILENT = "do_not_fire_list_missing"
    BLOCK = "block"
    IGNORE = "ignore"
    NOT_APPLICABLE = "n/a"


MANNERS = frozenset({Action.WARNING, Action.CHECKLIST})
"""What says how a thing is to be done, and so binds whoever does it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement of the chapter.

    `lines` are inclusive ranges of the source text of the edition; `printed` is the modal wording
    of the text where it is stronger or weaker than its label ("doit", "classiquement
    recommandée"), and `tentative` says that this wording only allows ("peut être proposée").
    `exams` are the examinations it asks for, all of them. Statements that share a `subject` say
    something of one matter and are shown side by side. `data` is the typed content (timings,
    frequencies). Raises `ValueError` without a place in the text.
    """

    id: str
    section: str
    lines: tuple[tuple[int, int], ...]
    strength: Strength
    grade: Grade | None = None
    action: Action
    when: Expression
    fulfilled_when: Expression | None = None
    exams: tuple[Exam, ...] = ()
    on_unknown: OnUnknown = OnUnknown.NOT_APPLICABLE
    printed: str = ""
    tentative: bool = False
    subject: str = ""
    citations: tuple[str, ...] = ()
    ambiguities: tuple[str, ...] = ()
    data: object = None

    def __post_init__(self) -> None:
        form = ID_FORM.match(self.id)
        if form is None or form["section"] != self.section:
            raise ValueError(f"{self.id} is not an id of section {self.section}")
        if not self.lines or any(first > last or first < 1 for first, last in self.lines):
            raise ValueError(f"{self.id} cites no place of the text: {self.lines}")

    @property
    def kind(self) -> str:
        """The letter of the id: R reference, O option, D decision rule, W warning, and so on."""
        return self.id.rsplit("-", 1)[1][0]

    @property
    def epistemic(self) -> bool:
        """Whether the condition tests what is known rather than what is true."""
        return is_epistemic(self.when)

    @property
    def is_optional(self) -> bool:
        """Whether the text only allows it: who does otherwise does nothing against the text.

        How an option is carried out is not one: under its option, section 24.3.6.3 has what is
        imperative once the abdomen is explored (lines 408 to 416; A19, A55).
        """
        return self.tentative or (self.strength is Strength.OPTION and self.action not in MANNERS)

    @property
    def asks_for_something(self) -> bool:
        """Whether one can tell that the statement has been fulfilled."""
        return self.fulfilled_when is not None or bool(self.exams)
