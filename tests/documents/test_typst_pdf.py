"""The typesetting of sheets: escaping, fonts inside, standards, the same bytes."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from ariane.documents.typst_pdf import pdf

HOSTILE = '<b> & #panic("x") *bold* _it_ $x$ `raw` \\ "q" @ref = [c] // m² ≥ é'


def sheet(text: str) -> dict[str, str]:
    return {
        "lang": "fr",
        "title": text,
        "intended_use": text,
        "page_of": "Page {page} / {pages}",
    }


def read(content: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


@pytest.fixture(autouse=True)
def _template(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    from ariane.documents import typst_pdf

    folder = tmp_path_factory.mktemp("templates")
    (folder / "common.typ").write_bytes((typst_pdf.TEMPLATES / "common.typ").read_bytes())
    (folder / "plain.typ").write_text('#import "common.typ": *\n#show: sheet\n= #data.title\n')
    monkeypatch.setattr(typst_pdf, "TEMPLATES", folder)


def test_text_is_never_read_as_markup() -> None:
    said = "".join(read(pdf("plain", sheet(HOSTILE))).split())
    assert said.count("".join(HOSTILE.split())) == 2


def test_the_same_data_give_the_same_bytes_and_no_clock() -> None:
    first, second = pdf("plain", sheet("a")), pdf("plain", sheet("a"))
    assert first == second
    assert b"19700101" in first


def test_the_fonts_are_inside() -> None:
    fonts = PdfReader(BytesIO(pdf("plain", sheet("a"))))
    resources = fonts.pages[0]["/Resources"]["/Font"].values()
    descendants = [font.get_object()["/DescendantFonts"][0].get_object() for font in resources]
    assert descendants
    assert all("/FontFile3" in font["/FontDescriptor"].get_object() for font in descendants)


def test_it_declares_archiving_and_accessibility() -> None:
    content = pdf("plain", sheet("a"))
    assert b"<pdfaid:part>2</pdfaid:part>" in content
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content


@pytest.mark.parametrize("text", ["日本", "😀", "bell \x07", 'quote " 日'])
def test_a_character_that_no_font_draws_is_written_as_its_code(text: str) -> None:
    said = read(pdf("plain", sheet(text)))
    last = f"[U+{ord(text[-1]):04X}]"
    assert last in said


def test_a_faulty_template_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from typst import TypstError

    with pytest.raises(TypstError):
        pdf("plain", {"lang": "fr"})
