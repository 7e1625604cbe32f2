"""The bytes of a report as text; places in a report are counted in the characters of this text."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ariane.case.problems import CaseError, Problem, ProblemKind

MAX_BYTES = 200_000
"""Some sixty pages: more than any report."""

SIGNATURES = (b"%PDF", b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class Encoding(StrEnum):
    """How the bytes of a report were read."""

    UTF8 = "UTF-8"
    UTF16 = "UTF-16"
    WINDOWS = "Windows-1252"


class Decoded(NamedTuple):
    """A report as text, without byte order mark; line ends are left as they are."""

    text: str
    encoding: Encoding


class NotTextError(ValueError):
    """The bytes are no plain text: a PDF, a word processor file, a picture."""


def decoded(content: bytes, source: str) -> Decoded:
    """Decode a report: UTF-8, UTF-16 with its mark, else Windows-1252 (and so Latin-1).

    Raises `CaseError` past the size limit and `NotTextError` where the bytes are no text.
    """
    if len(content) > MAX_BYTES:
        raise CaseError(source, (Problem(ProblemKind.TOO_LARGE, expected=f"{MAX_BYTES} bytes"),))
    if content.startswith(SIGNATURES):
        raise NotTextError(source)
    read = _decoded(content)
    if "\0" in read.text:
        raise NotTextError(source)
    return read


def _decoded(content: bytes) -> Decoded:
    if content.startswith(UTF16_MARKS):
        return Decoded(content.decode("utf-16", "replace"), Encoding.UTF16)
    try:
        return Decoded(content.decode("utf-8-sig"), Encoding.UTF8)
    except UnicodeDecodeError:
        pass
    try:
        return Decoded(content.decode("cp1252"), Encoding.WINDOWS)
    except UnicodeDecodeError:
        return Decoded(content.decode("latin-1"), Encoding.WINDOWS)
