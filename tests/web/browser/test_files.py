"""Cases and consultations taken away, and case files brought in."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

BAD = "schema: ariane-case/1\nid: mauvais\nfacts:\n  sex: neither\n  ecog_ps: 9\n"
GOOD = "schema: ariane-case/1\nid: bon\nfacts:\n  sex: female\n"


@pytest.mark.parametrize(
    ("form", "beginning"),
    [("pdf", b"%PDF-"), ("html", b"<!doctype html>"), ("json", b"{"), ("case", b"{")],
)
@pytest.mark.usefixtures("complaints")
def test_a_case_is_taken_away(page: Page, form: str, beginning: bytes) -> None:
    page.goto("/cases")
    page.get_by_role("link", name="demo-peritoine-isole").first.click()
    page.locator(".menu > summary").click()
    with page.expect_download() as taken:
        page.locator(f'.menu a[href$="/export/{form}"]').click()
    content = Path(taken.value.path()).read_bytes()
    assert content.lower().startswith(beginning.lower())
    assert taken.value.suggested_filename.startswith("demo-peritoine-isole.")
    if beginning == b"{":
        assert json.loads(content)


@pytest.mark.usefixtures("complaints")
def test_a_case_file_is_brought_in(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "bon.yaml"
    file.write_text(GOOD)
    page.goto("/cases")
    page.locator("#file").set_input_files(file)
    page.locator(".drop button").click()
    page.wait_for_url(re.compile(r"/cases/[0-9a-f]+$"))
    expect(page.locator("h1")).to_have_text("bon")


def test_all_problems_of_a_bad_file_are_shown_and_the_good_one_is_kept(
    page: Page, tmp_path: Path
) -> None:
    for name, content in (("mauvais.yaml", BAD), ("bon.yaml", GOOD)):
        (tmp_path / name).write_text(content)
    page.goto("/cases")
    page.locator("#file").set_input_files(sorted(tmp_path.glob("*.yaml")))
    page.locator(".drop button").click()
    refused = page.locator(".refused")
    expect(refused).to_contain_text("mauvais.yaml")
    expect(refused.locator("li")).to_have_count(2)
    expect(refused).to_contain_text("neither")
    expect(refused).to_contain_text("ecog_ps")
    expect(page.locator(".taken")).to_contain_text("1")
