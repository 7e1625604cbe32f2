"""A real `ariane serve` on a free loopback port, and a page of Debian's Chromium to use it."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

CHROMIUM = "/usr/bin/chromium"
START_SECONDS = 30.0
WIDE = {"width": 1280, "height": 800}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Give Debian's Chromium, without a window."""
    assert Path(CHROMIUM).exists(), "the browser tests need Debian's chromium: apt install chromium"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


class Workbench:
    """A server process on a folder of its own; it can be killed and started again."""

    def __init__(self, data: Path, database: str = "") -> None:
        self._data, self._database = data, database
        data.parent.mkdir(parents=True, exist_ok=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self._port}"
        self.start()

    def start(self) -> None:
        """Start the server and wait until it answers."""
        command = [sys.executable, "-m", "ariane", "serve", "--data", str(self._data)]
        command += ["--database", self._database] if self._database else []
        with (self._data.parent / "server.log").open("a") as log:
            self._process = subprocess.Popen([*command, "--port", str(self._port)], stderr=log)
        until = time.monotonic() + START_SECONDS
        while not self._answers():
            assert self._process.poll() is None, "the workbench has ended: see server.log"
            assert time.monotonic() < until, "the workbench does not answer"
            time.sleep(0.1)

    def kill(self) -> None:
        """End the server as a power cut would."""
        self._process.kill()
        self._process.wait()

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/healthz", timeout=5) as answer:  # noqa: S310
                return bool(answer.status == 200)
        except (urllib.error.URLError, ConnectionError):
            return False


class Complaints(list[str]):
    """What a page has complained about: errors of scripts, breaches of its policy."""

    def watch(self, page: Page) -> None:
        """Collect from a page."""
        page.on("pageerror", lambda error: self.append(str(error)))
        page.on("console", lambda said: self.append(said.text) if said.type == "error" else None)


@contextmanager
def visit(
    browser: Browser, workbench: Workbench, *, language: str = "fr", dark: bool = False
) -> Iterator[Page]:
    """Give a page in a browser profile of its own."""
    context = browser.new_context(
        base_url=workbench.address,
        viewport=WIDE,
        color_scheme="dark" if dark else "light",
        accept_downloads=True,
        reduced_motion="reduce",
    )
    speak(context, workbench, language)
    context.set_default_timeout(10_000)
    try:
        yield context.new_page()
    finally:
        context.close()


def speak(context: BrowserContext, workbench: Workbench, language: str) -> None:
    """Set the language of a browser profile."""
    context.add_cookies([{"name": "ariane-language", "value": language, "url": workbench.address}])


def new_case(page: Page, title: str) -> str:
    """Begin a case on the list and return its address."""
    page.goto("/cases")
    page.locator("#title").fill(title)
    page.locator(".new-case button").click()
    page.wait_for_url(re.compile(r"/cases/[^/]+$"))
    return page.url


def enter(page: Page, words: str) -> None:
    """Type a fact into the quick entry and take the first proposal, by keyboard alone."""
    before = revision(page)
    search(page, words)
    expect(page.locator("#proposals .proposal").first).to_be_visible()
    page.keyboard.press("Enter")
    saved(page, before)
    page.keyboard.press("Escape")


def search(page: Page, words: str) -> None:
    """Type words into the quick entry, once a page that a link led to listens to keys."""
    page.wait_for_load_state()
    page.keyboard.press("/")
    page.keyboard.type(words)


def revision(page: Page) -> int:
    """Return the revision on which the page stands."""
    return int(page.locator("#revision").input_value())


def saved(page: Page, before: int) -> None:
    """Wait until the page stands on the revision after `before`."""
    expect(page.locator("#revision")).to_have_value(str(before + 1))
