"""The dose sheet: one page, everything on it, nothing of it read as markup."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from ariane.calculators.requests import requested_regimen_plan
from ariane.documents.regimen_pdf import TEMPLATE, plan_pdf, sheet_data
from ariane.documents.typst_pdf import pdf
from ariane.wording.language import Language


def plan(regimen: str = "CISGEM", cycles: str = "2"):  # type: ignore[no-untyped-def]
    return requested_regimen_plan(regimen, "170", "65", "2026-03-02", cycles, "mosteller")


def pages(content: bytes) -> list[str]:
    """Return the text of each page, spaces made alike."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("regimen", ["CISGEM", "GEMOX", "GEMOX_MODIFIED"])
def test_four_cycles_make_one_page_with_everything_on_it(regimen: str, language: Language) -> None:
    data = sheet_data(plan(regimen, "4"), language)
    [page] = pages(plan_pdf(plan(regimen, "4"), language))
    flat = page.replace(" ", "")
    expected = [
        data["title"], data["notice"], data["patient"], data["intended_use"], *data["boxes"],
        *data["assumptions"], *(step["bag"] for step in data["steps"]),
        *(step["duration"] for step in data["steps"]), *(day["date"] for day in data["days"]),
        *(cell for day in data["days"] for cell in day["cells"]),
        *(part for reading in data["readings"] for part in reading),
        *(entry["id"] for entry in data["ambiguities"]),
    ]  # fmt: skip
    for said in expected:
        assert "".join(said.split()) in flat, said


def test_the_contradiction_stands_on_the_sheet_of_cisgem_alone() -> None:
    assert "A02" in pages(plan_pdf(plan(), Language.FR))[0]
    assert "A02" not in pages(plan_pdf(plan("GEMOX"), Language.FR))[0]


def test_many_cycles_take_more_pages_and_lose_no_day() -> None:
    content = pages(plan_pdf(plan(cycles="26"), Language.FR))
    assert len(content) > 1
    assert "Cycle 26, J8" in " ".join(content)


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert plan_pdf(plan(), Language.FR) == plan_pdf(plan(), Language.FR)


def test_markup_in_any_text_is_laid_out_as_text() -> None:
    hostile = "<b> & #sym *bold* _it_ $x$ [c] @r \\ `raw`"
    data = sheet_data(plan(), Language.FR)
    data["patient"] = data["notice"] = hostile
    data["assumptions"] = [hostile]
    flat = pages(pdf(TEMPLATE, data))[0].replace(" ", "")
    assert flat.count(hostile.replace(" ", "")) == 3
