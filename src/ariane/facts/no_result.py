"""Recorded values that say that there is no result yet."""

from __future__ import annotations

NOT_DONE = ("not_done",)
UNKNOWN = "unknown"
"""Accepted for every enumerated fact: the same as leaving it out."""
