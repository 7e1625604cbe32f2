"""Small files, written after the public descriptions, become the facts that they state."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from ariane.cohort.mapping.converting import Conversion, converted
from ariane.cohort.mapping.shipped import read_mapping

HERE = Path(__file__).parent


def facts(conversion: Conversion) -> dict[str, dict[str, Any]]:
    """Return what is known of each patient."""
    return {
        row.pop("case_id"): {name: value for name, value in row.items() if value is not None}
        for row in conversion.frame.to_dicts()
    }


def reasons(conversion: Conversion) -> list[tuple[Any, ...]]:
    return [
        (reject["row"], reject["case_id"], reason["kind"], reason["column"], reason["value"])
        for reject in conversion.rejects
        for reason in reject["reasons"]
    ]


@pytest.fixture(scope="module")
def osiris() -> Conversion:
    return converted(read_mapping("osiris-pivot"), [HERE / "osiris"])


@pytest.fixture(scope="module")
def mcode() -> Conversion:
    return converted(read_mapping("mcode-tables"), [HERE / "mcode"])


def test_osiris_facts(osiris: Conversion) -> None:
    assert facts(osiris) == {
        "P1": {
            "sex": "female",
            "ecog_ps": 2,  # the last of two
            "histology_type": "adenocarcinoma",
            "primary_identified": False,
            "liver_metastases": True,
            "peritoneal_metastases": True,
            "metastatic_at_diagnosis": True,
            "msi_status": "mss_pmmr",
            "tmb_mut_per_mb": 4.2,
            "ihc_ck7": "pos",
            "ihc_ck20": "not_done",
        },
        "P5": {"sex": "female", "kras_status": "mutated"},
    }
    assert osiris.frame.schema["tmb_mut_per_mb"] == pl.Float64


def test_osiris_refusals_name_file_row_and_column(osiris: Conversion) -> None:
    assert reasons(osiris) == [
        (1, "P2", "unit", "Biomarker_Value", "0.004 mut/kb"),
        (2, "P3", "unmapped", "Patient_Gender", "W"),
        (2, "P3", "out-of-range", "TumorPathologyEvent_PerformanceStatus", "7"),
        (2, "P3", "unmapped", "TumorPathologyEvent_MorphologyCode", "9999/3"),
        (3, "P4", "conflict", "TumorPathologyEvent_MorphologyCode", "squamous_cell_carcinoma"),
        (None, "P9", "unknown-patient", "Patient_Id", "P9"),
    ]
    unit = osiris.rejects[0]["reasons"][0]
    assert unit["place"] == "OSIRIS_pivot_Biomarker.csv, row 5, Biomarker_Value"
    assert unit["expected"] == "mut/Mb | mutations/Mb"
    assert osiris.patients == 5
    assert osiris.numbers == [0, 4]


def test_osiris_says_what_it_did_not_read(osiris: Conversion) -> None:
    assert osiris.unread_files == ("OSIRIS_pivot_Consent.csv",)
    assert osiris.unread_columns == {}
    assert osiris.unread_items == {
        "OSIRIS_pivot_TumorPathologyEvent.csv": {
            "UMLS:C0521158|C18.2": 1,
            "UMLS:C2939419|C78.5": 1,
        },
        "OSIRIS_pivot_Biomarker.csv": {"pdl1": 2},
    }


def test_mcode_facts(mcode: Conversion) -> None:
    assert facts(mcode) == {
        "m1": {
            "sex": "female",
            "primary_identified": False,
            "peritoneal_metastases": True,
            "histology_type": "adenocarcinoma",
            "ecog_ps": 2,
            "tmb_mut_per_mb": 57.1,
            "msi_status": "msi_h_dmmr",
            "kras_status": "mutated",
            "braf_status": "wild_type",
        },
        "m2": {
            "sex": "male",
            "liver_metastases": True,
            "histology_type": "squamous_cell_carcinoma",
        },
    }


def test_mcode_refusals_and_what_was_not_read(mcode: Conversion) -> None:
    assert reasons(mcode) == [
        (2, "m3", "conflict", "histology", "squamous_cell_carcinoma"),
        (3, "m4", "unmapped", "gender", "femme"),
    ]
    assert mcode.unread_columns == {"condition-information.csv": ("note",)}
    assert mcode.unread_items == {
        "condition-information.csv": {"http://hl7.org/fhir/sid/icd-10-cm|E11.9": 1},
        "observation-information.csv": {"http://loinc.org|8302-2": 1},
        "genomic-variant-information.csv": {"HGNC:11998": 1},
    }


def test_a_row_of_nobody_is_counted(osiris: Conversion) -> None:
    assert osiris.strays == 1
    assert len(osiris.frame) + len(osiris.rejects) - osiris.strays == osiris.patients
