"""The kinds of peritoneal cancer index: apart, so that the command line knows them at once."""

from __future__ import annotations

from enum import StrEnum


class PciKind(StrEnum):
    """How the peritoneum was looked at; scores of different kinds are never mixed."""

    RADIOLOGICAL = "radiological"
    LAPAROSCOPIC = "laparoscopic"
    OPEN = "open"
