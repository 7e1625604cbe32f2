"""A command that cannot do what it was asked, said in the user's language."""

from __future__ import annotations

FOUND = 3
"""Exit status of a check that found something."""


class Failure(Exception):  # noqa: N818 - it is an outcome of a command, told to its user
    """A message for the user and the exit status that goes with it."""

    def __init__(self, message: str, status: int = 2) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
