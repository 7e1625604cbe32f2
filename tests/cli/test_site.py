"""`ariane guideline site`: written as a whole, and never over somebody else's files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CASES = Path(__file__).parents[1] / "guideline" / "cases"


def site(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ariane", "guideline", "site", *words, "--lang", "en"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "100"},
        check=False,
    )


def test_a_site_is_written_and_replaced_as_a_whole(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "site"
    first = site(str(folder), "--cases", str(CASES))
    assert (first.returncode, first.stdout) == (0, "")
    assert str(folder / "en" / "index.html") in first.stderr
    stale = folder / "stale.html"
    stale.write_text("old", "utf-8")
    assert site(str(folder)).returncode == 0
    assert not stale.exists()
    assert [path.name for path in folder.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_is_not_a_site_is_left_alone(tmp_path: Path, what: str) -> None:
    folder = tmp_path / "mine"
    kept = folder if what == "file" else folder / "kept.txt"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("mine", "utf-8")
    refused = site(str(folder))
    assert (refused.returncode, refused.stdout) == (2, "")
    assert str(folder) in refused.stderr
    assert kept.read_text("utf-8") == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize("content", [None, "S24.1-K1: [", "- a list"])
def test_cases_that_cannot_be_read_are_refused(tmp_path: Path, content: str | None) -> None:
    cases = tmp_path / "cases"
    cases.mkdir()
    if content is not None:
        (cases / "x.yaml").write_text(content, "utf-8")
    refused = site(str(tmp_path / "site"), "--cases", str(cases))
    assert refused.returncode == 2, refused.stderr
    assert str(cases) in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (tmp_path / "site").exists()
