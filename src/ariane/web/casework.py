"""Work on kept cases: open, change, undo, import. Every read and write goes into the audit log.

No HTTP here: the routes call this, and so do its tests.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from ariane.board.permissions import EDITED_DOMAINS, Action
from ariane.case.case import Case
from ariane.case.document import (
    Document,
    blank_document,
    case_of,
    document_from_bytes,
    with_entry,
    with_facts,
    with_region,
    with_reports,
    without_report,
    written,
)
from ariane.case.pci_kind import PciKind
from ariane.consult.assessment import assess
from ariane.consult.consultation import Consultation
from ariane.store import audit, cases
from ariane.store.cases import Change, Kind, Revision, StoredCase
from ariane.web.case_steps import (
    DOMAIN_OF,
    SECTION_ACTIONS,
    actions_between,
    state_before,
    title_of,
    with_field,
)
from ariane.web.desk import Desk
from ariane.web.people import Person


class OpenCase(NamedTuple):
    """A case on the desk: as it is kept, as data, as read, and what follows from it.

    `before` is what was recorded before the change that has just been made.
    """

    stored: StoredCase
    document: Document
    case: Case
    consultation: Consultation
    before: Mapping[str, Any] | None = None


class Casework(Desk):
    """What can be done with the cases of one database."""

    def ping(self) -> None:
        """Reach the database, or fail."""
        with self._database.reading() as connection:
            connection.execute(select(1))

    def all_cases(self, person: Person, archived: bool = False) -> list[StoredCase]:
        """Return the cases on the list, or those taken off it; the latest written first."""
        self.demand(person, Action.READ_CASE)
        with self._database.reading() as connection:
            return cases.list_cases(connection, archived)

    def stored(self, case_id: str, person: Person) -> StoredCase:
        """Return a case as it is kept, where nothing is asked of its consultation.

        Raises as `open`.
        """
        self.demand(person, Action.READ_CASE)
        return self._taken(case_id, person, "read")

    def open(self, case_id: str, person: Person) -> OpenCase:
        """Return a case with its consultation. Raises `NoSuchCaseError`, `NotPermittedError`."""
        self.demand(person, Action.READ_CASE)
        return opened(self._taken(case_id, person, "read"))

    def create(self, title: str, person: Person) -> StoredCase:
        """Begin a case of which nothing is known."""
        self.demand(person, Action.CREATE_CASE)
        return self._new(blank_document(title_of(title)), Kind.CREATED, person)

    def bring_in(
        self, content: bytes, source: str, person: Person, case_id: str = ""
    ) -> StoredCase:
        """Keep a case file as a new case. Raises `CaseError` with all problems; then nothing is."""
        self.demand(person, Action.CREATE_CASE)
        document, _ = document_from_bytes(content, source)
        return self._new(document, Kind.IMPORTED, person, case_id)

    def set_facts(
        self, case_id: str, base: int, changes: dict[str, Any], person: Person
    ) -> OpenCase:
        """Record facts (`None`: unknown again) on revision `base`.

        Raises `CaseError` where the case would contradict itself, `ChangedMeanwhileError` where
        somebody else was faster, `NotPermittedError`; nothing has been changed then.
        """
        for name in changes:
            self.demand(person, EDITED_DOMAINS[DOMAIN_OF[name]])
        return self._save(case_id, base, lambda found: with_facts(found, changes), person)

    def set_entry(
        self, case_id: str, base: int, section: str, key: str, value: Any, person: Person
    ) -> OpenCase:
        """Record an examination; raises as `set_facts`."""
        self.demand(person, SECTION_ACTIONS[section])
        return self._save(
            case_id, base, lambda found: with_entry(found, section, key, value), person
        )

    def set_region(
        self, case_id: str, base: int, kind: PciKind, region: int, score: int | None, person: Person
    ) -> OpenCase:
        """Record the size in one region of a PCI, `None` for not seen; raises as `set_facts`."""
        self.demand(person, SECTION_ACTIONS["pci"])
        return self._save(
            case_id, base, lambda found: with_region(found, kind, region, score), person
        )

    def set_field(self, case_id: str, base: int, key: str, value: Any, person: Person) -> OpenCase:
        """Record `notes` or `as_of`; raises as `set_facts`."""
        self.demand(person, SECTION_ACTIONS[key])
        return self._save(case_id, base, lambda found: with_field(found, key, value), person)

    def attach(
        self, case_id: str, base: int, reports: list[dict[str, Any]], person: Person
    ) -> OpenCase:
        """Let a case carry reports on the origin; no fact changes. Raises as `set_facts`."""
        self.demand(person, SECTION_ACTIONS["origin_reports"])
        return self._save(
            case_id, base, lambda found: with_reports(found, reports), person, "attach-report"
        )

    def may_attach(self, case_id: str, base: int, person: Person) -> None:
        """Raise what `attach` would raise for this person on this revision."""
        self.demand(person, Action.READ_CASE)
        self.demand(person, SECTION_ACTIONS["origin_reports"])
        with self._database.reading() as connection:
            stored = cases.read_case(connection, case_id)
        if stored.revision != base:
            raise cases.ChangedMeanwhileError(stored)

    def detach(self, case_id: str, base: int, number: int, person: Person) -> OpenCase:
        """Take a report on the origin off a case; earlier revisions keep it.

        Raises `IndexError` for one that is not there, else as `set_facts`.
        """
        self.demand(person, SECTION_ACTIONS["origin_reports"])
        return self._save(
            case_id, base, lambda found: without_report(found, number), person, "remove-report"
        )

    def undo(self, case_id: str, base: int, person: Person) -> OpenCase:
        """Go back to the state before `base`, as a new revision. Raises `NothingToUndoError`.

        It takes what the change itself took: nobody undoes what they may not do.
        """
        self.demand(person, Action.READ_CASE)
        with self._database.writing() as connection:
            now = cases.read_case(connection, case_id)
            if now.revision != base:
                raise cases.ChangedMeanwhileError(now)
            earlier = state_before(cases.revisions(connection, case_id), base)
            document = json.loads(earlier.document)
            for action in actions_between(json.loads(now.document), document):
                self.demand(person, action)
            stored = self._write(connection, case_id, base, document, Kind.UNDONE, person)
        return opened(stored)

    def export(self, case_id: str, person: Person) -> OpenCase:
        """Return a case to take away. Raises as `open`."""
        self.demand(person, Action.EXPORT_CASE)
        return opened(self._taken(case_id, person, "export"))

    def log(self, person: Person, limit: int) -> list[audit.AuditEntry]:
        """Return the latest entries of the audit log; that it was read stands in it too."""
        self.demand(person, Action.READ_AUDIT)
        with self._database.writing() as connection:
            self._record(connection, person, "read-audit")
            return audit.entries(connection, limit)

    def history(self, case_id: str, person: Person) -> list[Revision]:
        """Return every state of a case, the latest first."""
        self.demand(person, Action.READ_CASE)
        with self._database.writing() as connection:
            self._log(connection, person, "read-history", cases.read_case(connection, case_id))
            return cases.revisions(connection, case_id)

    def archive(self, case_id: str, person: Person, archived: bool = True) -> None:
        """Take a case off the list, where it is kept, or put it back."""
        self.demand(person, Action.ARCHIVE_CASE)
        what = "archive" if archived else "restore"
        with self._database.writing() as connection:
            cases.archive_case(connection, case_id, archived)
            self._log(connection, person, what, cases.read_case(connection, case_id))

    def _taken(self, case_id: str, person: Person, what: str) -> StoredCase:
        with self._database.writing() as connection:
            stored = cases.read_case(connection, case_id)
            self._log(connection, person, what, stored)
        return stored

    def _save(
        self,
        case_id: str,
        base: int,
        change: Callable[[Document], Document],
        person: Person,
        what: str = Kind.EDITED.value,
    ) -> OpenCase:
        """Keep a change; what changes nothing leaves no revision. `what` stands in the log.

        It is worked out before the place of a writer is taken: `base` tells whether somebody else
        was faster meanwhile.
        """
        self.demand(person, Action.READ_CASE)
        with self._database.reading() as connection:
            stored = cases.read_case(connection, case_id)
        if stored.revision != base:
            raise cases.ChangedMeanwhileError(stored)
        earlier = json.loads(stored.document)
        document = change(earlier)
        case_of(document)
        if document != earlier:
            with self._database.writing() as connection:
                stored = self._write(connection, case_id, base, document, Kind.EDITED, person, what)
        return opened(stored)._replace(before=case_of(earlier).recorded)

    def _new(self, document: Document, kind: Kind, person: Person, case_id: str = "") -> StoredCase:
        case_of(document)
        with self._database.writing() as connection:
            change = self._change(document, kind, person)
            stored = cases.create_case(connection, change, case_id)
            self._log(connection, person, kind.value, stored)
        return stored

    def _write(
        self,
        connection: Connection,
        case_id: str,
        base: int,
        document: Document,
        kind: Kind,
        person: Person,
        what: str = "",
    ) -> StoredCase:
        stored = cases.save_case(connection, case_id, base, self._change(document, kind, person))
        self._log(connection, person, what or kind.value, stored)
        return stored

    def _change(self, document: Document, kind: Kind, person: Person) -> Change:
        return Change(
            title_of(str(document["id"])), written(document), person.name, self._moment(), kind
        )

    def _log(self, connection: Connection, person: Person, what: str, stored: StoredCase) -> None:
        self._record(connection, person, what, case=stored.id, revision=str(stored.revision))


def opened(stored: StoredCase) -> OpenCase:
    """Read and assess a kept case."""
    document = json.loads(stored.document)
    case = case_of(document)
    return OpenCase(stored, document, case, assess(case))
