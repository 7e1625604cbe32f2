"""Who may do what: one table, and nothing else decides it."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person is at work. One person may be several."""

    REFERRING_CLINICIAN = "referring-clinician"
    BOARD_COORDINATOR = "board-coordinator"
    BOARD_MEMBER = "board-member"
    PATHOLOGIST = "pathologist"
    MOLECULAR_BIOLOGIST = "molecular-biologist"
    ADMINISTRATOR = "administrator"


class Action(StrEnum):
    """What can be done in the workbench."""

    READ_CASE = "read-case"
    CREATE_CASE = "create-case"
    EDIT_CLINICAL = "edit-clinical"
    EDIT_PATHOLOGY = "edit-pathology"
    EDIT_MOLECULAR = "edit-molecular"
    EDIT_BOARD = "edit-board"
    ARCHIVE_CASE = "archive-case"
    EXPORT_CASE = "export-case"
    READ_AUDIT = "read-audit"
    ERASE_CASE = "erase-case"


_EVERYONE = {Action.READ_CASE, Action.EXPORT_CASE}
_EDITS = {
    Action.EDIT_CLINICAL,
    Action.EDIT_PATHOLOGY,
    Action.EDIT_MOLECULAR,
    Action.EDIT_BOARD,
}

PERMITTED: dict[Role, frozenset[Action]] = {
    Role.REFERRING_CLINICIAN: frozenset(
        _EVERYONE | {Action.CREATE_CASE, Action.ARCHIVE_CASE} | (_EDITS - {Action.EDIT_BOARD})
    ),
    Role.BOARD_COORDINATOR: frozenset(
        _EVERYONE | _EDITS | {Action.CREATE_CASE, Action.ARCHIVE_CASE}
    ),
    Role.BOARD_MEMBER: frozenset(_EVERYONE | {Action.EDIT_BOARD}),
    Role.PATHOLOGIST: frozenset(_EVERYONE | {Action.EDIT_PATHOLOGY}),
    Role.MOLECULAR_BIOLOGIST: frozenset(_EVERYONE | {Action.EDIT_MOLECULAR}),
    Role.ADMINISTRATOR: frozenset({Action.READ_AUDIT, Action.ERASE_CASE, Action.ARCHIVE_CASE}),
}
"""An administrator runs the system and reads the log; looking after patients is not that."""

EDITED_DOMAINS: dict[str, Action] = {
    "person": Action.EDIT_CLINICAL,
    "disease_extent": Action.EDIT_CLINICAL,
    "imaging": Action.EDIT_CLINICAL,
    "laboratory": Action.EDIT_CLINICAL,
    "pathology": Action.EDIT_PATHOLOGY,
    "stains": Action.EDIT_PATHOLOGY,
    "tissue": Action.EDIT_PATHOLOGY,
    "molecular": Action.EDIT_MOLECULAR,
    "board": Action.EDIT_BOARD,
    "surgery": Action.EDIT_CLINICAL,
    "treatment": Action.EDIT_CLINICAL,
    "evidence": Action.EDIT_CLINICAL,
}
"""What it takes to record a fact, by the domain of the vocabulary that it belongs to."""


def is_permitted(roles: frozenset[Role], action: Action) -> bool:
    """Return whether somebody with these roles may do this."""
    return any(action in PERMITTED[role] for role in roles)
