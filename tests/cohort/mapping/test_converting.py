"""Cells become values, exactly; rows of several tables become patients; nothing is dropped."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from ariane.cli.main import main
from ariane.cohort.mapping.checking import mapping_from_bytes
from ariane.cohort.mapping.converting import Conversion, converted
from ariane.cohort.mapping.files import InputError
from ariane.cohort.mapping.source_mapping import Codes, Reading
from ariane.cohort.mapping.translating import Untranslated, translated
from ariane.facts.vocabulary import BY_NAME

MAPPING = """
schema: ariane-mapping/1
id: mine
unknown: [NSP]
tables:
  patients:
    file: "patients.*"
    patient: id
    delimiter: ";"
    decimal: ","
    lists_patients: true
    columns:
      sexe: {fact: sex, values: {"1": male, "2": female}}
      taille: {fact: ovary_max_size_cm, factor: 0.1}
      foie: {fact: liver_metastases, values: {O: true, N: false}}
      lesions: {fact: liver_lesion_count}
      sites: {fact: suspected_origins, list: "+", values: {foie: hcc, bile: biliary, "?": null}}
      rcp: {fact: board_date, date_format: "%d/%m/%Y"}
  results:
    file: results.csv
    patient: id
    date: day
    optional: true
    items:
      key: item
      value: value
      of:
        OMS: {fact: ecog_ps, several: last}
        origin: {fact: drainage_spared_organs, several: union}
        ATCD: {states: {prior_cancer_history: true}}
"""
PATIENTS = """id;sexe;taille;foie;lesions;sites;rcp;extra
a;1;12,5;O;3;foie+bile;02/03/2026;x
b;2;NSP;;;;;
"""
RESULTS = """id,day,item,value
a,2026-01-02,OMS,1
a,2026-02-03,OMS,2
a,2026-02-03,origin,lung
a,2026-02-04,origin,breast
b,,ATCD,
"""


def run(folder: Path, patients: str = PATIENTS, results: str = RESULTS) -> Conversion:
    (folder / "patients.csv").write_text(patients, "utf-8")
    (folder / "results.csv").write_text(results, "utf-8")
    return converted(mapping_from_bytes(MAPPING.encode(), "mine"), [folder])


def kinds(conversion: Conversion) -> list[Any]:
    return [
        (reject["case_id"], [(r["kind"], r["column"]) for r in reject["reasons"]])
        for reject in conversion.rejects
    ]


def test_tables_are_joined_by_patient(tmp_path: Path) -> None:
    conversion = run(tmp_path)
    assert conversion.rejects == []
    first, second = conversion.frame.to_dicts()
    assert {name: value for name, value in first.items() if value is not None} == {
        "case_id": "a",
        "sex": "male",
        "ovary_max_size_cm": 1.25,
        "liver_metastases": True,
        "liver_lesion_count": 3,
        "suspected_origins": ["biliary", "hcc"],
        "board_date": "2026-03-02",
        "ecog_ps": 2,
        "drainage_spared_organs": ["breast", "lung"],
    }
    assert {name for name, value in second.items() if value is not None} == {
        "case_id",
        "sex",
        "prior_cancer_history",
    }
    assert conversion.unread_columns == {"patients.csv": ("extra",)}


def test_parquet_is_read_as_csv_is(tmp_path: Path) -> None:
    (tmp_path / "csv").mkdir()
    expected = run(tmp_path / "csv")
    cells = pl.read_csv(tmp_path / "csv" / "patients.csv", separator=";", infer_schema=False)
    cells.write_parquet(tmp_path / "patients.parquet")
    inputs = [tmp_path / "patients.parquet", tmp_path / "csv" / "results.csv"]
    typed = converted(mapping_from_bytes(MAPPING.encode(), "mine"), inputs)
    assert typed.frame.equals(expected.frame)


REFUSED: dict[str, tuple[str, str, list[Any]]] = {
    "code": ("a;1", "a;3", [("a", [("unmapped", "sexe")])]),
    "number": ("12,5", "<12", [("a", [("not-a-number", "taille")])]),
    "point": ("12,5", "-1", [("a", [("out-of-range", "taille")])]),
    "underscore": ("12,5", "1_0", [("a", [("not-a-number", "taille")])]),
    "huge": ("O;3", "O;1e999999999", [("a", [("out-of-range", "lesions")])]),
    "whole": ("O;3", "O;3,5", [("a", [("out-of-range", "lesions")])]),
    "member": ("foie+bile", "foie+rate", [("a", [("unmapped", "sites")])]),
    "date": ("02/03/2026", "31/02/2026", [("a", [("no-such-date", "rcp")])]),
    "two": ("a;1;12,5;O;3", "a;3;12,5;X;3", [("a", [("unmapped", "sexe"), ("unmapped", "foie")])]),
    "nobody": ("b;2", ";2", [("b", [("unknown-patient", "id")]), (None, [("no-patient", "id")])]),
    "cells": (
        "b;2;NSP",
        "b;2;x;NSP",
        [("b", [("unknown-patient", "id")]), (None, [("cells", "")])],
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_understood_is_refused_with_its_place(name: str, tmp_path: Path) -> None:
    old, new, expected = REFUSED[name]
    assert sorted(kinds(run(tmp_path, PATIENTS.replace(old, new))), key=str) == sorted(
        expected, key=str
    )


def test_values_that_do_not_agree_are_refused_by_name_of_both_places(tmp_path: Path) -> None:
    twice = run(tmp_path, PATIENTS + "a;2;;;;;;\n")
    (reason,) = twice.rejects[0]["reasons"]
    assert reason["kind"] == "conflict"
    assert (reason["place"], reason["value"]) == ("patients.csv, row 2, sexe", "female")
    assert reason["expected"] == "male (patients.csv, row 0, sexe)"


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        (RESULTS.replace("a,2026-02-03,OMS,2", "a,,OMS,2"), "undated"),
        (RESULTS + "a,2026-02-03,OMS,3\n", "conflict"),
        (RESULTS.replace("2026-01-02", "2026-13-02"), "no-such-date"),
    ],
)
def test_the_last_of_several_needs_a_date_of_its_own(
    tmp_path: Path, results: str, expected: str
) -> None:
    first = run(tmp_path, results=results).rejects[0]["reasons"][0]
    assert first["kind"] == expected


def test_marks_and_blank_lines_are_no_content(tmp_path: Path) -> None:
    marked = run(tmp_path, "\ufeff" + PATIENTS.replace("b;2", "\nb;9"))
    assert marked.frame["case_id"].to_list() == ["a"]
    assert marked.rejects[0]["reasons"][0]["place"] == "patients.csv, row 2, sexe"


def test_units_are_explicit() -> None:
    burden = Reading(
        BY_NAME["tmb_mut_per_mb"], units={"mut/Mb": Decimal(1), "mut/kb": Decimal(1000)}
    )
    assert translated(burden, "0.004", "mut/kb") == Decimal("4.000")
    assert translated(burden, "4 mut/Mb") == 4
    assert translated(burden, "4", "per exome") == Untranslated("unit", "mut/Mb | mut/kb")


def test_a_code_may_stand_for_all_that_begin_like_it() -> None:
    codes = Codes({"C48.0": None, "C48*": "peritoneum", "C4*": "other"})
    assert codes.find("C48.0") == (True, None)
    assert codes.find("C48.2") == (True, "peritoneum")
    assert codes.find("C41") == (True, "other")
    assert codes.find("D48") == (False, None)


@pytest.mark.parametrize(
    ("patients", "kind"),
    [
        ("", "empty"),
        (PATIENTS.replace("sexe", "sex"), "column"),
        (PATIENTS.replace("extra", "sexe"), "twice"),
        (PATIENTS.replace("x\n", "\udcff\n"), "unreadable"),
    ],
)
def test_files_that_do_not_fit_are_refused(tmp_path: Path, patients: str, kind: str) -> None:
    (tmp_path / "patients.csv").write_bytes(patients.encode("utf-8", "surrogateescape"))
    with pytest.raises(InputError) as caught:
        converted(mapping_from_bytes(MAPPING.encode(), "mine"), [tmp_path])
    assert caught.value.problems[0].kind == kind


def test_a_file_too_many_or_too_few_is_refused(tmp_path: Path) -> None:
    mapping = mapping_from_bytes(MAPPING.encode(), "mine")
    with pytest.raises(InputError, match="missing"):
        converted(mapping, [tmp_path])
    for name in ("patients.csv", "patients.txt"):
        (tmp_path / name).write_text(PATIENTS)
    with pytest.raises(InputError, match="several"):
        converted(mapping, [tmp_path])


def command(*words: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(["cohort", *words, "--lang", "en"])
    return int(left.value.code or 0)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "mine.yaml").write_text(MAPPING, "utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    run(folder, PATIENTS + "c;9;;;;;;\nd;2;;O;0;;;\n")
    return tmp_path


def test_the_command_converts(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output, mapping = str(source / "out.parquet"), str(source / "mine.yaml")
    assert command("convert", str(source / "in"), "--mapping", mapping, "-o", output) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "Patients read: 4; converted: 3; refused: 1" in said.err
    assert "patients.csv: columns not read: extra" in said.err
    assert pl.read_parquet(output)["case_id"].to_list() == ["a", "b", "d"]
    (reject,) = (source / "out.rejects.jsonl").read_text().splitlines()
    assert json.loads(reject)["case_id"] == "c"


def test_assessing_by_a_mapping_is_converting_and_assessing(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mapping, output = str(source / "mine.yaml"), source / "out.parquet"
    assert command("assess", str(source / "in"), "--mapping", mapping, "-o", str(output)) == 0
    assert "Rows read: 4; assessed: 2; rejected: 2" in capsys.readouterr().err
    assert pl.read_parquet(output)["case_id"].to_list() == ["a", "b"]
    rejects = [json.loads(line) for line in (source / "out.rejects.jsonl").read_text().splitlines()]
    assert [(r["row"], r["case_id"], r["reasons"][0]["kind"]) for r in rejects] == [
        (2, "c", "unmapped"),
        (3, "d", "contradiction"),
    ]
    assert sorted(path.name for path in source.iterdir()) == [
        "in",
        "mine.yaml",
        "out.parquet",
        "out.rejects.jsonl",
    ]


@pytest.mark.parametrize(
    ("mapping", "expected"),
    [
        ("osiris", "osiris-pivot"),
        ("none.yaml", "none.yaml"),
        ("osiris-pivot", "no file *Patient.csv"),
    ],
)
def test_what_cannot_be_is_said_in_words(
    source: Path, capsys: pytest.CaptureFixture[str], mapping: str, expected: str
) -> None:
    output = source / "out.parquet"
    assert command("convert", str(source / "in"), "--mapping", mapping, "-o", str(output)) == 2
    assert expected in capsys.readouterr().err
    assert not output.exists()


def test_a_source_is_never_written_over(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mapping, folder = str(source / "mine.yaml"), source / "in"
    cells = pl.read_csv(folder / "patients.csv", separator=";", infer_schema=False)
    (folder / "patients.csv").unlink()
    cells.write_parquet(folder / "patients.parquet")
    before = (folder / "patients.parquet").read_bytes()
    for verb in ("convert", "assess"):
        output = str(folder / "patients.parquet")
        assert command(verb, str(folder), "--mapping", mapping, "-o", output) == 2
        assert "give another name" in capsys.readouterr().err
    assert (folder / "patients.parquet").read_bytes() == before


def test_mappings_are_listed_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert command("mapping", "list") == 0
    assert "osiris-pivot" in capsys.readouterr().out
    assert command("mapping", "show", "mcode-tables") == 0
    assert mapping_from_bytes(capsys.readouterr().out.encode(), "shown").id == "mcode-tables"
    assert command("mapping", "schema") == 0
    assert json.loads(capsys.readouterr().out)["$id"] == "ariane-mapping/1"
    assert command("mapping", "show", "mcode-table") == 2
    assert "Did you mean mcode-tables" in capsys.readouterr().err
