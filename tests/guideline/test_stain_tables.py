"""The tables of immunohistochemistry agree with the statements, the facts and their wording."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import get_args

import pytest

from ariane.facts.disease_extent import SUSPECTED_ORIGINS
from ariane.facts.vocabulary import BY_DOMAIN, BY_NAME
from ariane.guideline.tncd24 import s24_3_7_2, s24_3_7_3
from ariane.guideline.tncd24.contents import STATEMENT_IDS
from ariane.guideline.tncd24.differentials import DIFFERENTIALS, Rank, Setting
from ariane.guideline.tncd24.stain_evidence import (
    Extent,
    LineageMarker,
    LossContext,
    Printed,
    ProfileColumn,
    Trait,
)
from ariane.guideline.tncd24.stain_tables import (
    CONFIRMING_PANELS,
    EXPECTED_LOSSES,
    FIRST_PANEL,
    LINEAGE_MARKERS,
    PROFILES_OF_THE_TEXT,
    TABLE_1,
)
from ariane.guideline.tncd24.tumour_entities import ENTITIES, TumourSlug, wider
from ariane.logic.evaluate import evaluate

STATEMENTS = {s.id: s for s in (*s24_3_7_2.STATEMENTS, *s24_3_7_3.STATEMENTS)}
STAINS = {fact.name for fact in BY_DOMAIN["stains"]}
ENTRIES = [entry for column in TABLE_1.columns for entry in column.entries]
PLACES: list[Printed] = [
    *(column.printed for column in TABLE_1.columns),
    *(place for entry in ENTRIES for place in entry.confirmed_at),
    *(row.printed for row in LINEAGE_MARKERS),
    *(panel.printed for panel in FIRST_PANEL),
    *(panel.printed for panel in CONFIRMING_PANELS),
    *(loss.printed for loss in EXPECTED_LOSSES),
    *(differential.printed for differential in DIFFERENTIALS),
]


def test_every_place_is_a_statement_and_lies_within_its_lines() -> None:
    for place in PLACES:
        assert place.statement in STATEMENT_IDS
        assert place.statement.startswith(f"S{place.section}-")
        if place.statement in STATEMENTS:
            cited = STATEMENTS[place.statement].lines
            assert all(any(a <= x and y <= b for a, b in cited) for x, y in place.lines), place


def test_table_1_has_the_four_profiles_and_every_printed_line_once() -> None:
    assert {column.profile for column in TABLE_1.columns} == set(PROFILES_OF_THE_TEXT)
    assert [len(column.entries) for column in TABLE_1.columns] == [8, 7, 2, 6]
    lines = [n for entry in ENTRIES for n in range(entry.lines[0], entry.lines[1] + 1)]
    assert lines == list(range(461, 489))


def test_an_entry_is_inferred_unless_the_prose_confirms_its_column() -> None:
    assert all(entry.inferred is not bool(entry.confirmed_at) for entry in ENTRIES)


@pytest.mark.parametrize("column", TABLE_1.columns, ids=lambda c: c.printed.statement)
def test_a_column_is_read_exactly_where_its_statement_holds(column: ProfileColumn) -> None:
    for other in TABLE_1.columns:
        known = {
            "histology_type": TABLE_1.histologies[0],
            "ihc_ck7": other.profile.ck7,
            "ihc_ck20": other.profile.ck20,
        }
        statement = STATEMENTS[column.printed.statement]
        assert evaluate(statement.when, known) is (other is column)


@pytest.mark.parametrize("row", LINEAGE_MARKERS, ids=lambda r: f"{r.printed.statement} {r.marker}")
def test_a_marker_row_holds_with_its_statement(row: LineageMarker) -> None:
    known = {row.marker: row.result} | {need.marker: need.result for need in row.requires}
    assert evaluate(STATEMENTS[row.printed.statement].when, known) is True
    for need in row.requires:
        opposite = known | {need.marker: "neg" if need.result == "pos" else "pos"}
        assert evaluate(STATEMENTS[row.printed.statement].when, opposite) is False
    for tumour in row.tumours:
        assert (tumour.above_percent is not None) is (tumour.extent == "above_percent")


def test_markers_are_stains_and_exclusions_are_facts() -> None:
    named = {row.marker for row in LINEAGE_MARKERS}
    named |= {need.marker for row in LINEAGE_MARKERS for need in row.requires}
    named |= {name for panel in FIRST_PANEL for choice in panel.choices for name in choice}
    named |= {stain.marker for panel in CONFIRMING_PANELS for stain in panel.stains}
    named |= {marker for loss in EXPECTED_LOSSES for marker in loss.markers}
    assert named | {"ihc_ck7", "ihc_ck20"} == STAINS
    assert all(p.excluded_by in BY_NAME for p in FIRST_PANEL if p.excluded_by is not None)
    readings = {panel.reading for panel in FIRST_PANEL}
    readings |= {panel.reading for panel in CONFIRMING_PANELS}
    assert readings - {None} <= set(STATEMENTS)


def test_every_entity_is_known_used_and_consistent_with_the_wider_ones() -> None:
    assert set(ENTITIES) == set(get_args(TumourSlug))
    for slug, entity in ENTITIES.items():
        assert set(entity.suspected_as) <= set(SUSPECTED_ORIGINS.allowed)
        assert slug in wider(slug)
        for parent in entity.within:
            assert set(entity.codes) <= set(ENTITIES[parent].codes) or not ENTITIES[parent].codes


def test_wider_follows_several_steps() -> None:
    assert wider("ovary_serous") == {
        "ovary_serous",
        "ovary_non_mucinous",
        "ovary",
        "muellerian",
        "gynaecological",
    }
    assert "ovary_mucinous" not in wider("ovary_serous")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_slug_is_worded(language: str) -> None:
    text = files("ariane.wording").joinpath(language, "stain_tables.json").read_text("utf-8")
    words = json.loads(text)
    slugs = [
        name
        for kind in (TumourSlug, Extent, Trait, LossContext, Setting, Rank)
        for name in get_args(kind)
    ]
    assert len(slugs) == len(set(slugs))
    assert set(words) == set(slugs)
    assert all(words.values())
    if language == "fr":
        assert not any(re.search(r" [;:?!»%]", said) for said in words.values())
