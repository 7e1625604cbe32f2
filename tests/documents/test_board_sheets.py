"""The documents of the boards, read back from Word and PDF."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from pypdf import PdfReader

from ariane.board.boards import Board
from ariane.board.decision import Decision, Difference, Reason, Unanswered, freeze
from ariane.board.session import AgendaItem, Meeting, Present, Sitting, quorum
from ariane.case.case import Case
from ariane.documents.consultation_json import consultation_json
from ariane.documents.form_map import FormError, read_map
from ariane.documents.information_note import information_note
from ariane.documents.official_form import filled_form
from ariane.documents.registration_sheet import registration_sheet
from ariane.documents.renape_letter import renape_letter
from ariane.documents.session_sheets import agenda_sheet, decision_sheet, minutes_sheet
from ariane.documents.sheet import Sheet
from ariane.documents.sheet_pdf import sheet_pdf
from ariane.documents.sheet_word import BLANK, sheet_word
from ariane.wording.language import Language
from support.case_files import case
from support.shipped import shipped

HARD = 'PSA < 4 & CK7+ ; « l\'été » "cœlio" {{ 7*7 }} {% if %}'
FR = Language.FR
SITTING = Sitting("s1", Board.CUP, datetime(2026, 3, 12, 15, 30, tzinfo=UTC))
ITEMS = (
    AgendaItem(2, "r2", Meeting.DOWNSTREAM, "Dr B"),
    AgendaItem(1, "r1", Meeting.UPSTREAM, "Dr A"),
)
PRESENT = (Present("Dr A", True, "oncologie"), Present("Dr B", True, "chirurgie", remote=True))
DECISION = Decision(
    "r1",
    "s1",
    datetime(2026, 3, 12, 16, tzinfo=UTC),
    "Dr A",
    HARD,
    freeze(consultation_json(shipped("peritoneal-isolated"), FR)),
    (Difference("S24.2.1-A2", Reason.PATIENT_CHOICE, "refuse <le> déplacement & attend"),),
    (Unanswered("24.5.2", "CHIP ?"),),
)


def hard_case() -> Case:
    return case(
        {"sex": "female", "ihc_ck7": "pos", "peritoneal_exploration_performed": True},
        exams={"ct_tap": {"status": "done", "date": "2026-02-20", "result": HARD}},
        notes=f"{HARD}\ndeuxième ligne",
        as_of="2026-03-02",
    )


def text_of(word: bytes) -> str:
    document = Document(BytesIO(word))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    foot = [p.text for p in document.sections[0].footer.paragraphs]
    return "\n".join([*(p.text for p in document.paragraphs), *cells, *foot])


def pdf_text(content: bytes) -> str:
    pages = PdfReader(BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


SHEETS = {
    "registration": registration_sheet(hard_case(), FR),
    "letter": renape_letter(hard_case(), FR),
    "decision": decision_sheet(DECISION, SITTING, HARD, FR),
    "minutes": minutes_sheet(SITTING, ITEMS, PRESENT, [DECISION], {"r1": HARD}, FR),
    "agenda": agenda_sheet(SITTING, ITEMS, {"r1": HARD}, FR),
}


@pytest.mark.parametrize("name", SHEETS)
def test_hard_text_survives_into_word_and_pdf(name: str) -> None:
    sheet = SHEETS[name]
    word = sheet_word(sheet, FR)
    assert HARD in text_of(word)
    assert word == sheet_word(sheet, FR)
    with ZipFile(BytesIO(word)) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
    assert "Ariane est une aide" in text_of(word)
    printed = pdf_text(sheet_pdf(sheet, FR))
    assert "PSA < 4 & CK7+" in printed
    assert "49" not in re.sub(r"([0-9a-f]{8}\s?){8}", "", printed), "an expression was worked out"


def rows_of(sheet: Sheet) -> dict[str, str | None]:
    return {row.label: row.value for part in sheet.parts for row in part.rows}


def test_what_is_not_known_is_a_visible_blank() -> None:
    rows = rows_of(registration_sheet(hard_case(), FR))
    assert rows["Sexe"] == "féminin"
    for label in ("Nom", "Date de naissance", "Téléphone", "État général", "Type histologique"):
        assert rows[label] is None
    bare = rows_of(registration_sheet(case({}), FR))
    assert set(bare.values()) == {None}
    text = text_of(sheet_word(registration_sheet(case({}), FR), FR))
    assert text.count(f"{BLANK} (non renseigné)") == len(bare)
    assert "Aucun examen saisi" in text


def test_the_form_says_what_the_chapter_prints() -> None:
    text = text_of(sheet_word(registration_sheet(hard_case(), FR), FR))
    for printed in ("RCPmolCurieSeqoia@curie.fr", "Fiche%20inscription", "12 mars 2026, 16h30"):
        assert printed in text
    note = text_of(sheet_word(information_note(case({"non_opposition": "recorded"}), FR), FR))
    assert "Note%20d%27information" in note
    assert "n'est pas obligatoire" in note


def test_the_letter_gives_the_five_items_or_says_why_not() -> None:
    rows = rows_of(renape_letter(case({"op_photos_or_video": False}), FR))
    assert "photo" in (rows["Photographies ou vidéo peropératoires"] or "").lower()
    unexplored = renape_letter(case({"peritoneal_exploration_performed": False}), FR)
    texts = [line for part in unexplored.parts for line in part.text]
    assert any("n'a pas été exploré" in line for line in texts)


def test_the_index_is_an_interval_while_regions_are_unseen() -> None:
    seen = renape_letter(shipped("peritoneal-isolated").case, FR)
    assert rows_of(seen)["PCI radiologique"] == (
        "entre 8 et 26 sur 39\N{NO-BREAK SPACE}: 7 régions vues sur 13"
    )
    assert rows_of(renape_letter(case({}), FR))["PCI"] is None


def test_minutes_say_whether_there_was_a_quorum_and_what_was_decided() -> None:
    text = text_of(sheet_word(SHEETS["minutes"], FR))
    assert "Quorum non atteint." in text
    assert "Il manque 1 médecin d'une autre spécialité." in text
    assert "Spécialités présentes\N{NO-BREAK SPACE}: chirurgie, oncologie." in text
    assert "pas de décision enregistrée" in text
    assert text.index("Dr A") < text.index("Dr B")
    report = text_of(sheet_word(SHEETS["decision"], FR))
    assert "choix du patient – refuse <le> déplacement & attend" in report
    assert DECISION.consultation.sha256 in report.replace(" ", "")


def test_minutes_and_report_say_that_a_decision_was_taken_without_a_quorum() -> None:
    without = DECISION._replace(quorum=quorum(PRESENT), without_quorum=HARD)
    minutes = text_of(
        sheet_word(minutes_sheet(SITTING, ITEMS, PRESENT, [without], {"r1": "Cas"}, FR), FR)
    )
    nbsp = "\N{NO-BREAK SPACE}"
    assert f"Dossier n°{nbsp}1{nbsp}: décidé sans quorum. Motif{nbsp}: {HARD}" in minutes
    report = text_of(sheet_word(decision_sheet(without, SITTING, "Cas", FR), FR))
    assert f"Décidé sans quorum. Motif{nbsp}: {HARD}" in report
    assert "Il manque 1 médecin" in report


def test_a_quorum_that_was_never_counted_is_a_blank() -> None:
    assert rows_of(SHEETS["decision"])["Relevé à la signature"] is None
    three = (*PRESENT, Present("Dr C", True, "radiologie"))
    met = decision_sheet(DECISION._replace(quorum=quorum(three)), SITTING, "Cas", FR)
    said = "Quorum atteint\N{NO-BREAK SPACE}: chirurgie, oncologie, radiologie."
    assert said in text_of(sheet_word(met, FR))
    assert "Relevé à la signature" not in rows_of(met)


def form(*paragraphs: str, cells: tuple[tuple[str, ...], ...] = ()) -> bytes:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if cells:
        table = document.add_table(rows=0, cols=len(cells[0]))
        for line in cells:
            for cell, text in zip(table.add_row().cells, line, strict=True):
                cell.text = text
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_an_official_form_is_filled_in_by_placeholders_and_labels() -> None:
    official = form("Scanner : {{ scan }}", "Sexe :", cells=(("Indice OMS", ""), ("CK7 :", "")))
    mapping = read_map(
        b"placeholders: {scan: exam.ct_tap}\n"
        b"beside: {sexe: sex, indice oms: ecog_ps, CK7: ihc_ck7}",
        FR,
    )
    filled = filled_form(official, mapping, hard_case(), FR)
    document = Document(BytesIO(filled))
    assert HARD in document.paragraphs[0].text
    assert document.paragraphs[1].text == "Sexe : féminin"
    cells = [cell.text.strip() for row in document.tables[0].rows for cell in row.cells]
    assert cells == ["Indice OMS", "____________", "CK7 :", "positif"]
    assert filled == filled_form(official, mapping, hard_case(), FR)


@pytest.mark.parametrize(
    ("paragraphs", "mapping", "said"),
    [
        (("Sexe :",), "beside: {Age: sex}", "introuvable"),
        (("Sexe :", "Sexe :"), "beside: {Sexe: sex}", "2 fois"),
        (("{{ unknown }}",), "placeholders: {sex: sex}", "unknown"),
        (("{{ sex.__class__.__mro__ }}",), "placeholders: {sex: sex}", "formulaire"),
        (("{{ sex",), "placeholders: {sex: sex}", "formulaire"),
    ],
)
def test_a_form_that_does_not_fit_its_map_is_refused(
    paragraphs: tuple[str, ...], mapping: str, said: str
) -> None:
    with pytest.raises(FormError, match=said):
        filled_form(form(*paragraphs), read_map(mapping.encode(), FR), hard_case(), FR)


@pytest.mark.parametrize(
    "mapping",
    [
        "",
        "[]",
        "a: b",
        "beside: [1]",
        "beside: {1: sex}",
        "beside: {a: sexx}",
        "{",
        "beside: {a: 1}",
    ],
)
def test_a_map_that_cannot_be_read_is_refused(mapping: str) -> None:
    with pytest.raises(FormError):
        read_map(mapping.encode(), FR)


def test_what_is_not_word_is_refused() -> None:
    mapping = read_map(b"beside: {a: sex}", FR)
    for content in (b"", b"%PDF-1.7", b"PK\x03\x04 broken"):
        with pytest.raises(FormError):
            filled_form(content, mapping, hard_case(), FR)
