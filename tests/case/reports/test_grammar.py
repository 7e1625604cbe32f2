"""The grammar has one reading for every sentence, and knows every marker of the vocabulary."""

from __future__ import annotations

import io
import logging

import pytest
from lark import Lark, logger

from ariane.case.reports.markers import KNOWN, OTHERS, heard_of, marker_named
from ariane.case.reports.parsing import _Raw, grammar, lexed
from ariane.facts.vocabulary import BY_DOMAIN


def test_no_sentence_has_two_readings() -> None:
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    logger.addHandler(handler)
    level = logger.level
    logger.setLevel(logging.DEBUG)
    try:
        Lark(grammar(), parser="lalr", lexer="basic", postlex=_Raw(), debug=True)
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
    assert "onflict" not in said.getvalue()


def test_every_stain_of_the_vocabulary_has_a_marker() -> None:
    assert set(KNOWN) == {fact.name for fact in BY_DOMAIN["stains"]}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("cytokeratine 7", "ihc_ck7"), ("keratin 7", "ihc_ck7"), ("ck 7", "ihc_ck7"),
        ("anti-ck7", "ihc_ck7"), ("ck-20", "ihc_ck20"), ("ttf-1", "ihc_ttf1"),
        ("nkx2.1", "ihc_ttf1"), ("ttf 1", "ihc_ttf1"), ("berp4", "ihc_berep4"),
        ("ber-ep4", "ihc_berep4"), ("ck5-6", "ihc_ck5_6"), ("ck 5/6", "ihc_ck5_6"),
        ("nkx 3.1", "ihc_nkx3_1"), ("pax-8", "ihc_pax8"), ("ps100", "ihc_s100"),
        ("s-100", "ihc_s100"), ("s100p", "S100P"), ("melan-a", "ihc_melana"),
        ("mart1", "ihc_melana"), ("ae1/ae3", "ihc_pan_ck"), ("pancytokeratine", "ihc_pan_ck"),
        ("lca", "ihc_cd45"), ("ca ix", "ihc_caix"), ("ca19-9", "CA19-9"), ("wt1", "ihc_wt1_nterm"),
        ("wt1 c-ter", "WT1 C-terminal"), ("p40", "p40"), ("hep par 1", "HepPar1"),
        ("ro", "ER"), ("rp", "PR"), ("ki-67", "Ki67"), ("psap", "ihc_psap"), ("psma", "ihc_psma"),
        ("ck19", "CK19"), ("ck8/18", "keratin 8/18"), ("b72-3", "ihc_b72_3"),
    ],
)  # fmt: skip
def test_markers_are_known_by_their_spellings(words: str, name: str) -> None:
    assert marker_named(words) == name
    assert [token.type for token in lexed(words)] == ["MARKER" if name in KNOWN else "OTHER_MARKER"]


@pytest.mark.parametrize("words", ["pt3n1", "grade 2", "bloc b2", "10/12/2024", "ck"])
def test_what_is_no_marker_is_not_taken_for_one(words: str) -> None:
    assert not {"MARKER", "OTHER_MARKER"} & {token.type for token in lexed(words)}


def test_a_name_that_only_looks_like_a_marker_is_kept_as_written() -> None:
    assert marker_named("xyz12") == "xyz12"
    assert not heard_of("xyz12")
    assert heard_of("p40")
    assert "p40" in OTHERS
