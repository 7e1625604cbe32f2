"""How the process ends: all that it says is written, and its status is the command's."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import ariane

CASE = str(Path(ariane.__file__).parent / "case" / "shipped" / "colorectal-profile.yaml")
FULL = Path("/dev/full")


def ariane_process(*words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "ariane", *words], capture_output=True)


def test_a_result_is_written_whole() -> None:
    done = ariane_process("assess", CASE, "--format", "json")
    assert done.returncode == 0
    assert done.stdout.endswith(b"}\n")
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("words", "status"), [(["--help"], 0), (["nonsense"], 2), (["assess", "nowhere.yaml"], 2)]
)
def test_the_status_is_that_of_the_command(words: list[str], status: int) -> None:
    done = ariane_process(*words)
    assert done.returncode == status
    assert bool(done.stdout) is (status == 0)
    assert bool(done.stderr) is (status != 0)


def test_help_loads_neither_the_guideline_nor_what_it_does_not_use() -> None:
    code = (
        "import atexit, sys; from ariane.cli.main import main; "
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr)); main(['--help'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    loaded = set(done.stderr.split())
    assert "ariane.cli.consultation" in loaded
    assert loaded.isdisjoint({"ariane.guideline", "ariane.facts", "rich", "yaml", "babel"})


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("words", [["--help"], ["assess", CASE]])
def test_what_cannot_be_written_is_no_success(words: list[str]) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ariane", *words], stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode != 0
    assert done.stderr
