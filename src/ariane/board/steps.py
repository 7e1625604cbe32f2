"""The words of a referral's life: states, commands, events, and what a command may need."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where a referral is."""

    DRAFT = "draft"
    COMPLETE = "complete"
    SENT = "sent"
    SCHEDULED = "scheduled"
    DISCUSSED_UPSTREAM = "discussed-upstream"
    INDICATION_VALIDATED = "indication-validated"
    INDICATION_NOT_VALIDATED = "indication-not-validated"
    SEQUENCING_UNDER_WAY = "sequencing-under-way"
    SEQUENCING_STOPPED = "sequencing-stopped"
    RESULTS_IN = "results-in"
    DISCUSSED_DOWNSTREAM = "discussed-downstream"
    DISCUSSED = "discussed"
    REPORT_ISSUED = "report-issued"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Command(StrEnum):
    """What somebody asks to be done."""

    COMPLETE = "complete"
    REOPEN = "reopen"
    SEND = "send"
    SCHEDULE = "schedule"
    RESCHEDULE = "reschedule"
    DISCUSS_UPSTREAM = "discuss-upstream"
    DISCUSS_AGAIN = "discuss-again"
    VALIDATE_INDICATION = "validate-indication"
    DECLINE_INDICATION = "decline-indication"
    START_SEQUENCING = "start-sequencing"
    STOP_SEQUENCING = "stop-sequencing"
    RECEIVE_RESULTS = "receive-results"
    DISCUSS_DOWNSTREAM = "discuss-downstream"
    DISCUSS = "discuss"
    ISSUE_REPORT = "issue-report"
    CLOSE = "close"
    WITHDRAW = "withdraw"


class Happened(StrEnum):
    """What was done: one event for each command, and the opening of the referral."""

    OPENED = "opened"
    COMPLETED = "completed"
    REOPENED = "reopened"
    SENT = "sent"
    SCHEDULED = "scheduled"
    RESCHEDULED = "rescheduled"
    DISCUSSED_UPSTREAM = "discussed-upstream"
    PUT_BACK_ON_AGENDA = "put-back-on-agenda"
    INDICATION_VALIDATED = "indication-validated"
    INDICATION_DECLINED = "indication-declined"
    SEQUENCING_STARTED = "sequencing-started"
    SEQUENCING_STOPPED = "sequencing-stopped"
    RESULTS_RECEIVED = "results-received"
    DISCUSSED_DOWNSTREAM = "discussed-downstream"
    DISCUSSED = "discussed"
    REPORT_ISSUED = "report-issued"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Need(StrEnum):
    """What must be there before a command is obeyed."""

    NOTHING_BLOCKING = "nothing-blocking"
    SESSION = "session"
    SESSION_REACHED = "session-reached"
    ON_AGENDA = "on-agenda"
    PRESENTER = "presenter"
    QUORUM = "quorum"
    DECISION = "decision"
    REASON = "reason"


FINAL = frozenset({State.CLOSED, State.WITHDRAWN})
"""Nothing follows these."""
