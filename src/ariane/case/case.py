"""A case: what was observed of one patient, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from ariane.case.pci_kind import PciKind
from ariane.facts.exams import Exam, ExamStatus

if TYPE_CHECKING:
    from ariane.case.origin_reports import AttachedReport

SCHEMA = "ariane-case/1"
PCI_REGIONS = 13


class ExamRecord(NamedTuple):
    """How far an examination has come, when, and its result as free text."""

    status: ExamStatus
    date: date | None = None
    result: str | None = None


class FactSource(NamedTuple):
    """Where one fact was taken from."""

    date: date | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One patient at one moment.

    `stated` is what the file says, no-result values included; `known` are all results, with implied
    and derived facts: what conditions see; `recorded` adds the no-result values: what fulfilments
    see. A name that is absent is unknown.
    """

    id: str
    as_of: date | None = None
    stated: Mapping[str, Any]
    known: Mapping[str, Any]
    recorded: Mapping[str, Any]
    exams: Mapping[Exam, ExamRecord] = field(default_factory=dict)
    pci: Mapping[PciKind, Mapping[int, int]] = field(default_factory=dict)
    sources: Mapping[str, FactSource] = field(default_factory=dict)
    notes: str | None = None
    origin_reports: tuple[AttachedReport, ...] = ()
