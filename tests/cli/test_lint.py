"""`ariane guideline lint` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ariane.cli.main import main
from ariane.guideline.lint import review as reviewing
from ariane.guideline.lint.finding import Finding, Kind


def run(capfd: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    try:
        main(["guideline", "lint", *words])
        status: int | str | None = 0
    except SystemExit as stopped:
        status = stopped.code
    said = capfd.readouterr()
    return int(status or 0), said.out, said.err


def test_the_chapter_hangs_together(capfd: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capfd, "--format", "json")
    data = json.loads(out)
    assert (status, err, data["unexplained"]) == (0, "", 0)
    assert len(data["findings"]) > 150


def test_a_finding_without_explanation_is_told_by_the_exit_status(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(reviewing, "review", lambda _: (Finding(Kind.NEVER, ("S24.3.5-R7",)),))
    status, out, err = run(capfd, "--lang", "en")
    assert status == 3
    assert "S24.3.5-R7" in out
    assert "1 finding has no explanation" in err
    target = tmp_path / "lint.json"
    status, out, err = run(capfd, "--format", "json", "-o", str(target))
    assert (status, out) == (3, "")
    assert json.loads(target.read_text("utf-8"))["unexplained"] == 1
