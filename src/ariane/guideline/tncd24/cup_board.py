"""The national CUP board: when it sits, how a case is registered, its documents (24.9.1)."""

from __future__ import annotations

from typing import Literal, NamedTuple

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
FileFormat = Literal["word", "pdf"]
Document = Literal[
    "registration_form",
    "charter",
    "information_note_and_non_opposition_form",
]
Report = Literal["pathology", "molecular"]


class BoardCalendar(NamedTuple):
    """When a board sits: the given weekdays of every month (2: the second), and the local time.

    The time zone is `time_zone_inferred`; the chapter prints no rule for public holidays and no
    closing date for registrations (A64), so that every computed date is to be confirmed.
    """

    weekday: Weekday
    of_month: tuple[int, ...]
    hour: int
    minute: int
    time_zone: str
    time_zone_inferred: bool
    held_by: str
    holiday_rule_printed: bool
    closing_date_printed: bool
    to_confirm: bool


class Registration(NamedTuple):
    """Where the registration form is sent and in which file format it is asked for."""

    address: str
    form_format: FileFormat


class Enclosures(NamedTuple):
    """The reports that go with the registration form."""

    reports: tuple[Report, ...]


class LinkedDocument(NamedTuple):
    """A document that the chapter links to, and the file format behind the link.

    `inferred`: the label of the button is unreadable in the source text, so that the address is
    matched by order; to be verified (A65). `printed_version` and `file_version` are what the text
    and the name of the file say of the version (A66); `None` where they say nothing.
    """

    document: Document
    url: str
    file_format: FileFormat
    inferred: bool
    printed_version: str | None = None
    file_version: str | None = None


CALENDAR = BoardCalendar(
    weekday="thursday",
    of_month=(2, 4),
    hour=16,
    minute=30,
    time_zone="Europe/Paris",
    time_zone_inferred=True,
    held_by="Teams",
    holiday_rule_printed=False,
    closing_date_printed=False,
    to_confirm=True,
)
REGISTRATION = Registration(address="RCPmolCurieSeqoia@curie.fr", form_format="word")
ENCLOSURES = Enclosures(("pathology", "molecular"))
_FOLDER = "https://www.snfge.org/sites/www.snfge.org/files/medias/documents/"
REGISTRATION_FORM = LinkedDocument(
    document="registration_form",
    url=_FOLDER + "RCP%20CUP_Fiche%20inscription_1.pdf",
    file_format="pdf",
    inferred=True,
)
CHARTER = LinkedDocument(
    document="charter",
    url=_FOLDER + "RCP%20CUP_Charte_2025_0.pdf",
    file_format="pdf",
    inferred=True,
    printed_version="V7",
    file_version="2025_0",
)
INFORMATION_NOTE = LinkedDocument(
    document="information_note_and_non_opposition_form",
    url=_FOLDER + "RCP%20CUP_Note%20d%27information%20et%20non%20opposition_0.pdf",
    file_format="pdf",
    inferred=True,
)
DOCUMENTS: tuple[LinkedDocument, ...] = (REGISTRATION_FORM, CHARTER, INFORMATION_NOTE)
"""All the documents, in the order of the chapter."""
