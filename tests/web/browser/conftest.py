"""One server and one Chromium for all browser tests of a worker; a profile for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from support.browsing import Complaints, Workbench, chromium, visit


@pytest.fixture(scope="package")
def workbench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    found = Workbench(tmp_path_factory.mktemp("workbench"))
    yield found
    found.kill()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with chromium() as launched:
        yield launched


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
