"""A mapping file is read whole or refused with everything that is wrong with it."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
import yaml

from ariane.case.problems import CaseError
from ariane.cohort.mapping.checking import mapping_from_bytes
from ariane.cohort.mapping.schema import mapping_schema
from ariane.cohort.mapping.shipped import NoMappingError, read_mapping, shipped_names, shipped_text
from ariane.cohort.mapping.source_mapping import Several
from ariane.wording.catalogue import table
from ariane.wording.language import Language

GOOD = """
schema: ariane-mapping/1
id: mine
unknown: [NSP]
tables:
  patients:
    file: patients.csv
    patient: id
    decimal: ","
    columns:
      sexe: {fact: sex, values: {"1": male, "2": female}}
      oms: {fact: ecog_ps, unknown: ["9"]}
      sites: {fact: suspected_origins, list: ";", values: {foie: hcc, poumon: lung}}
"""


def read(text: str) -> Any:
    return mapping_from_bytes(text.encode(), "mine.yaml")


def problems(text: str) -> list[tuple[str, str]]:
    with pytest.raises(CaseError) as caught:
        read(text)
    return [(problem.kind.value, problem.place) for problem in caught.value.problems]


def test_a_mapping_is_read() -> None:
    (patients,) = read(GOOD).tables
    assert patients.named_columns() == ("id", "sexe", "oms", "sites")
    oms = patients.columns["oms"]
    assert (oms.fact.name, oms.unknown, oms.decimal) == ("ecog_ps", {"NSP", "9"}, ",")
    assert oms.several is Several.AGREE
    assert patients.columns["sites"].values.find("foie") == (True, "hcc")


def test_the_shipped_ones_are_good_and_have_words() -> None:
    assert shipped_names() == ("mcode-tables", "osiris-pivot")
    for name in shipped_names():
        assert read_mapping(name).id == name
        jsonschema.validate(yaml.safe_load(shipped_text(name)), mapping_schema())
        for language in Language:
            assert f"shipped.{name}" in table(language, "mapping")


BROKEN: dict[str, tuple[str, str, list[tuple[str, str]]]] = {
    "fact": (
        "fact: sex,",
        "fact: sexe,",
        [("unknown-fact", "tables.patients.columns.sexe.fact")],
    ),
    "answer": (
        '"2": female',
        '"2": woman',
        [("not-allowed", "tables.patients.columns.sexe.values.2")],
    ),
    "member": (
        "poumon: lung",
        "poumon: lungs",
        [("not-allowed", "tables.patients.columns.sites.values.poumon")],
    ),
    "key": ("decimal:", "decimals:", [("unknown-key", "tables.patients.decimals")]),
    "schema": ("mapping/1", "mapping/2", [("unknown-schema", "schema")]),
    "file": ("    file: patients.csv\n", "", [("missing-key", "tables.patients.file")]),
    "decimal": ('decimal: ","', "decimal: ;", [("not-allowed", "tables.patients.decimal")]),
    "units": (
        "fact: sex,",
        "fact: sex, factor: 2,",
        [("not-allowed", "tables.patients.columns.sexe.factor")],
    ),
    "union": (
        'unknown: ["9"]',
        "several: union",
        [("not-allowed", "tables.patients.columns.oms.several")],
    ),
    "several": (
        'unknown: ["9"]',
        "several: newest, date_format: '%d'",
        [
            ("not-allowed", "tables.patients.columns.oms.several"),
            ("not-allowed", "tables.patients.columns.oms.date_format"),
        ],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_each_mistake_is_named_where_it_is(name: str) -> None:
    old, new, expected = BROKEN[name]
    assert problems(GOOD.replace(old, new)) == expected


ITEMS = """
schema: ariane-mapping/1
id: mine
tables:
  results:
    file: results.csv
    patient: id
    items:
      of:
        a: {fact: ecog_ps}
        b: {states: {liver_metastasis: true, ecog_ps: 9}}
"""


def test_all_mistakes_are_told_at_once() -> None:
    place = "tables.results.items"
    assert problems(ITEMS) == [
        ("missing-key", f"{place}.key"),
        ("missing-key", f"{place}.of.a.states"),
        ("unknown-fact", f"{place}.of.b.states.liver_metastasis"),
        ("out-of-range", f"{place}.of.b.states.ecog_ps"),
    ]


@pytest.mark.parametrize("text", ["", "schema: ariane-mapping/1\nid: x\n", "[1]", "tables: {a: 1}"])
def test_what_is_no_mapping_is_refused(text: str) -> None:
    assert problems(text)


def test_the_schema_refuses_what_the_reader_refuses() -> None:
    schema = mapping_schema()
    jsonschema.validate(yaml.safe_load(GOOD), schema)
    for name in ("fact", "key", "schema", "file", "decimal", "several"):
        old, new, _ = BROKEN[name]
        broken = yaml.safe_load(GOOD.replace(old, new))
        if name == "several":
            broken["tables"]["patients"]["columns"]["oms"].pop("date_format")
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, schema)


def test_a_name_that_is_none_has_neighbours() -> None:
    with pytest.raises(NoMappingError) as caught:
        read_mapping("osiris-pivots")
    assert caught.value.nearest == ("osiris-pivot",)
