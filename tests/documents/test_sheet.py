"""The printed sheet of a consultation: three pages at most, archivable, nothing lost on the way."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

import ariane.case
from ariane import assess, load_case
from ariane.case.case import Case
from ariane.case.reading import case_from_bytes
from ariane.documents.consultation_pdf import MOST_PAGES, consultation_pdf
from ariane.documents.consultation_sheet import DEPTHS, SHOWN_REPORTS, sheet_data
from ariane.guideline.tncd24.knowledge_hash import knowledge_sha256
from ariane.wording.catalogue import say
from ariane.wording.language import Language
from support.case_files import case
from support.random_cases import RandomPatients

SHIPPED = sorted((Path(ariane.case.__file__).parent / "shipped").glob("*.yaml"))
IN_EACH = pytest.mark.parametrize("language", tuple(Language))


def words(content: bytes) -> str:
    pages = PdfReader(BytesIO(content)).pages
    return " ".join("".join(page.extract_text() for page in pages).split())


def sheet(found: Case, language: Language = Language.FR) -> bytes:
    return consultation_pdf(assess(found), language)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_case_fills_three_pages_at_most(path: Path) -> None:
    content = sheet(load_case(path))
    assert 1 <= len(PdfReader(BytesIO(content)).pages) <= MOST_PAGES
    said = words(content)
    assert load_case(path).id in said
    assert say("plan:heading", Language.FR) in said


@IN_EACH
def test_it_says_what_it_stands_on(language: Language) -> None:
    said = words(sheet(load_case(SHIPPED[0]), language))
    for key in ("sheet:known", "sheet:questions", "plan:heading", "place.discuss", "place.avoid"):
        assert say(key, language) in said, key
    assert knowledge_sha256()[:16] in said
    assert say("view.edition.date", language) in said
    assert said.count(say("intended-use", language)[:40]) >= 2


def test_it_is_archivable_and_accessible() -> None:
    with pikepdf.open(BytesIO(sheet(load_case(SHIPPED[0])))) as document:
        meta = document.open_metadata()
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
        assert meta["pdfuaid:part"] == "1"
        assert str(document.Root.Lang).startswith("fr")
        assert "/StructTreeRoot" in document.Root


def test_the_same_case_gives_the_same_bytes() -> None:
    assert sheet(load_case(SHIPPED[1])) == sheet(load_case(SHIPPED[1]))


def test_what_a_case_holds_is_text_and_arrives_whole() -> None:
    notes = "PSA < 4 & CK7+ ; « é » #let x = 1 *non* _si_ $m$ \\ @fin"
    found = case_from_bytes(
        json.dumps({"schema": "ariane-case/1", "id": "<b>#1&", "notes": notes}).encode(), "x"
    )
    said = words(sheet(found))
    assert "".join(notes.split()) in "".join(said.split())
    assert "<b>#1&" in said


def test_a_case_of_which_nothing_is_known_has_a_sheet() -> None:
    said = words(sheet(case({})))
    assert say("sheet:nothing-known", Language.FR) in said


@IN_EACH
def test_safeguards_are_printed_with_their_statement(language: Language) -> None:
    carcinoma = {"histology_type": "nec_poorly_differentiated", "ecog_ps": 1}
    said = words(sheet(case({**carcinoma, "clinicopathological_entity": "net_profile"}), language))
    start = say("safety:neuroendocrine-carcinoma", language)[:40]
    assert "".join(start.split()) in "".join(said.split())


def test_random_patients_never_fill_a_fourth_page() -> None:
    patients = RandomPatients(7)
    for _ in range(6):
        found = case(patients.told(patients.patient(), 0.3))
        assert len(PdfReader(BytesIO(sheet(found))).pages) <= MOST_PAGES


def test_what_has_no_room_is_counted() -> None:
    consultation = assess(load_case(SHIPPED[0]))
    whole, least = (
        sheet_data(consultation, Language.EN, depth) for depth in (DEPTHS[0], DEPTHS[-1])
    )
    for all_items, few in zip(whole["sections"], least["sections"], strict=True):
        hidden = len(all_items["items"]) - len(few["items"])
        assert (str(hidden) in few["more"]) is (hidden > 0)
    assert len(least["conflicts"]) < len(whole["conflicts"])
    assert str(len(whole["conflicts"]) - len(least["conflicts"])) in least["more_conflicts"]
    warnings = next(s for s in least["sections"] if s["key"] == "avoid")
    assert len(warnings["items"]) == min(12, warnings["total"])


@IN_EACH
def test_reports_on_the_origin_stand_on_the_sheet_and_never_fill_a_fourth_page(
    language: Language,
) -> None:
    report = {
        "sample_id": "P-1",
        "source": "dna",
        "model": {"name": "m", "version": "1", "sha256": "0"},
        "posterior": {"BILIARY": 0.6, "PAAD": 0.4},
        "set90": ["BILIARY", "PAAD"],
        "abstained": True,
        "qc": {"verdict": "warn", "reasons": ["few-genes: 1"]},
    }
    plain = SHIPPED[1].read_bytes()
    carried = plain + f"\norigin_reports: {json.dumps([report] * 7)}\n".encode()
    content = sheet(case_from_bytes(carried, "case"), language)
    said = words(content)
    assert len(PdfReader(BytesIO(content)).pages) <= MOST_PAGES
    assert say("origin_ihc:attached", language) in said
    assert said.count(say("origin:name.BILIARY", language)) == SHOWN_REPORTS
    assert say("sheet:left-out", language, count=3) in said
    assert "S24.5.1-R1" in said
    assert say("origin_ihc:attached", language) not in words(sheet(load_case(SHIPPED[1]), language))
