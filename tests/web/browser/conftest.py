"""One server and one Chromium for all browser tests of a worker; a profile for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from support.workbench import CHROMIUM, Complaints, Workbench, visit


@pytest.fixture(scope="package")
def workbench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    found = Workbench(tmp_path_factory.mktemp("workbench"))
    yield found
    found.kill()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    assert Path(CHROMIUM).exists(), "the browser tests need Debian's chromium: apt install chromium"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, workbench: Workbench) -> Iterator[Page]:
    with visit(browser, workbench) as found:
        yield found


@pytest.fixture
def complaints(page: Page) -> Iterator[Complaints]:
    """Watch the page of a test, which must not have complained at its end."""
    found = Complaints()
    found.watch(page)
    yield found
    assert found == []
