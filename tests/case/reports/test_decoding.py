"""From bytes to the text in which places are counted."""

from __future__ import annotations

import pytest

from ariane.case.problems import CaseError
from ariane.case.reports.decoding import MAX_BYTES, Encoding, NotTextError, decoded

WORDS = "CK7 négatif, œstrogènes"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (WORDS.encode(), Encoding.UTF8),
        (WORDS.encode("utf-8-sig"), Encoding.UTF8),
        (WORDS.encode("cp1252"), Encoding.WINDOWS),
        (WORDS.encode("utf-16"), Encoding.UTF16),
    ],
)
def test_reports_are_decoded_without_their_mark(content: bytes, encoding: Encoding) -> None:
    assert decoded(content, "r.txt") == (WORDS, encoding)


def test_latin_1_is_read_even_where_windows_has_no_letter() -> None:
    assert decoded(b"CK7 n\xe9gatif\x81", "r.txt").text == "CK7 négatif\x81"


@pytest.mark.parametrize("content", [b"%PDF-1.7 ...", b"PK\x03\x04..", b"{\\rtf1 CK7}", b"CK7\0+"])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(NotTextError):
        decoded(content, "r")


def test_a_report_past_the_limit_is_refused() -> None:
    with pytest.raises(CaseError, match="too-large"):
        decoded(b"a" * (MAX_BYTES + 1), "r.txt")
