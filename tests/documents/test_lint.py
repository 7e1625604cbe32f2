"""The review in words and as data."""

from __future__ import annotations

from decimal import Decimal
from io import StringIO

import pytest
from rich.console import Console

from ariane.documents.lint_data import lint_data
from ariane.documents.lint_text import print_lint
from ariane.facts.disease_extent import LIVER_METASTASES, SUSPECTED_ORIGINS
from ariane.facts.imaging import OVARY_MAX_SIZE_CM
from ariane.facts.molecular import TMB_MUT_PER_MB
from ariane.guideline.lint.finding import Finding, Kind
from ariane.guideline.lint.reasons import Reason
from ariane.guideline.tncd24.partitions import PARTITIONS
from ariane.wording.catalogue import say, table
from ariane.wording.language import Language

FINDINGS = (
    Finding(Kind.GAP, ("ck7-ck20",), {LIVER_METASTASES: True}, reason=Reason.REDUCED_STAIN),
    Finding(Kind.OPPOSED, ("S24.3.3-D1", "S24.3.3-W1"), {}, explained_by="A22"),
    Finding(
        Kind.BOUND,
        ("tmb_mut_per_mb=10",),
        {TMB_MUT_PER_MB: 10},
        ("S24.5.1-O2",),
        explained_by="A06",
    ),
    Finding(Kind.STALE, ("gap", "A2_iso")),
)


def printed(findings: tuple[Finding, ...], language: Language, width: int = 100) -> str:
    stream = StringIO()
    print_lint(findings, language, Console(file=stream, width=width, highlight=False, markup=False))
    return stream.getvalue()


@pytest.mark.parametrize("language", Language)
def test_a_reader_sees_kind_names_patient_and_explanation(language: Language) -> None:
    said = " ".join(printed(FINDINGS, language, 400).split())
    for key in (
        "lint:kind.opposed.hint",
        "lint:kind.stale.hint",
        "lint:reason.reduced-stain",
        "lint:partition.ck7-ck20",
        "lint:no-explanation",
        "intended-use",
    ):
        assert " ".join(say(key, language).split()) in said
    assert "[A22] " + table(language, "ambiguities")["A22"]["topic"] in said
    assert "S24.3.3-W1" in said
    assert "S24.5.1-O2" in said
    assert say("lint:unexplained", language, count=1) in said


def test_what_nothing_explains_comes_first() -> None:
    said = printed(FINDINGS, Language.FR)
    order = [say(f"lint:kind.{kind}", Language.FR).upper() for kind in ("stale", "gap", "bound")]
    assert sorted(order, key=said.index) == order


def test_a_review_without_complaint_says_so() -> None:
    said = printed(FINDINGS[:3], Language.FR)
    assert "tous expliqués" in said
    assert "Sans explication" not in said


@pytest.mark.parametrize("width", [50, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = printed(FINDINGS, Language.FR, width).splitlines()
    assert max(len(line.rstrip()) for line in lines) <= width


def test_every_kind_reason_and_partition_has_words() -> None:
    for language in Language:
        words = set(table(language, "lint"))
        assert {f"kind.{kind}" for kind in Kind} <= words
        assert {f"kind.{kind}.hint" for kind in Kind} <= words
        assert {name for name in words if name.startswith("reason.")} == {
            f"reason.{reason}" for reason in Reason
        }
        assert {name for name in words if name.startswith("partition.")} == {
            f"partition.{partition.id}" for partition in PARTITIONS
        }


def test_partitions_and_reasons_name_their_section() -> None:
    for language in Language:
        for partition in PARTITIONS:
            assert partition.section in say(f"lint:partition.{partition.id}", language)
        for reason in Reason:
            assert "24." in say(f"lint:reason.{reason}", language)


def test_data_follow_the_form() -> None:
    data = lint_data(FINDINGS)
    assert list(data) == ["schema", "findings", "unexplained"]
    assert (data["schema"], data["unexplained"]) == ("ariane-lint/1", 1)
    assert data["findings"][0] == {
        "kind": "gap",
        "subject": ["ck7-ck20"],
        "about": [],
        "example": {"liver_metastases": True},
        "explained_by": None,
        "reason": "reduced-stain",
    }
    assert data["findings"][3]["example"] is None


def test_examples_hold_values_of_a_case_file() -> None:
    example = {
        SUSPECTED_ORIGINS: frozenset({"pancreatic", "biliary"}),
        OVARY_MAX_SIZE_CM: Decimal("9.5"),
        TMB_MUT_PER_MB: Decimal("11"),
    }
    (entry,) = lint_data([Finding(Kind.GAP, ("x",), example)])["findings"]
    assert entry["example"] == {
        "suspected_origins": ["biliary", "pancreatic"],
        "ovary_max_size_cm": 9.5,
        "tmb_mut_per_mb": 11,
    }
