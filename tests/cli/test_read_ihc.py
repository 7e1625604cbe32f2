"""`ariane case read-ihc` as a user runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import yaml

SHIPPED = Path(__file__).parents[2] / "src/ariane/case/shipped_reports"
LIVER = SHIPPED / "foie-biliopancreatique.txt"


def read_ihc(*words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "ariane", "case", "read-ihc", *words],
        input=stdin,
        capture_output=True,
        env={**os.environ, "LANG": "fr_FR.UTF-8", "COLUMNS": "100"},
        check=False,
    )


def test_json_has_the_agreed_keys() -> None:
    result = read_ihc("-", "--format", "json", stdin=b"CK7+, p40 -")
    assert (result.returncode, result.stderr) == (0, b"")
    data = json.loads(result.stdout)
    assert data == {
        "stains": [
            {
                "fact": "ihc_ck7", "result": "pos", "text": "CK7+", "start": 0, "end": 4,
                "certainty": "stated", "why": None, "extent": None, "intensity": None,
                "percent": None, "contradicted": False,
            }
        ],
        "unread": [
            {
                "text": "p40 -", "start": 6, "end": 11, "why": "not-in-vocabulary",
                "markers": ["p40"], "words": [],
            }
        ],
    }  # fmt: skip
    assert read_ihc("-", "--format", "json", stdin=b"CK7+, p40 -").stdout == result.stdout


def test_text_shows_words_then_what_was_not_read_then_lines_to_check() -> None:
    text = read_ihc(str(LIVER)).stdout.decode()
    order = ["RÉSULTATS LUS", "NON LU", "À VÉRIFIER", "facts:", "dispositif médical"]
    assert [text.index(words) for words in order] == sorted(text.index(w) for w in order)
    assert "Absence d'expression de TTF1" in text
    facts = yaml.safe_load(text.split("facts:\n")[1].split("\n\n")[0])
    assert facts["ihc_ttf1"] == "neg"
    assert "ihc_satb2" not in facts
    assert facts["ihc_ck7"] == "pos", "what the liver beside shows does not unsettle it"


def test_lines_for_a_case_leave_out_what_the_report_leaves_open() -> None:
    report = "CK7+, CK20-, TTF1 douteux.\n\nConclusion : CK7-, TTF1+."
    text = read_ihc("-", stdin=report.encode()).stdout.decode()
    lines = text.split("facts:\n")[1].split("\n\n")[0]
    assert yaml.safe_load(lines) == {"ihc_ck20": "neg"}
    comments = [line.split("#")[1].strip() for line in lines.splitlines() if "#" in line]
    assert comments == ["ihc_ck7: pos", "ihc_ck7: neg", "ihc_ttf1: pos"]


def test_english_differs_in_words_only() -> None:
    text = read_ihc(str(LIVER), "--lang", "en").stdout.decode()
    assert "RESULTS READ" in text
    assert "not contributory" in text
    french = read_ihc(str(LIVER), "--format", "json").stdout
    assert read_ihc(str(LIVER), "--format", "json", "--lang", "en").stdout == french


def test_windows_letters_are_read_and_said() -> None:
    result = read_ihc("-", "--format", "json", stdin="CK7 négatif".encode("cp1252"))
    assert result.returncode == 0
    assert json.loads(result.stdout)["stains"][0]["text"] == "CK7 négatif"
    assert b"Windows-1252" in result.stderr


def test_what_is_no_text_or_not_there_is_refused(tmp_path: Path) -> None:
    for words, stdin in ((["-"], b"%PDF-1.4"), ([str(tmp_path / "none.txt")], b"")):
        result = read_ihc(*words, stdin=stdin)
        assert (result.returncode, result.stdout) == (2, b"")
        assert "Rien n'a été" in result.stderr.decode()


def test_a_result_goes_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "read.json"
    result = read_ihc(str(LIVER), "--format", "json", "-o", str(target))
    assert (result.returncode, result.stdout) == (0, b"")
    assert json.loads(target.read_text("utf-8"))["stains"]


def test_other_commands_do_not_load_the_parser() -> None:
    code = (
        "import sys; from ariane.cli.app import command_line; from ariane.wording.language import "
        "Language; command_line(Language.FR, ['case']); print('lark' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert result.stdout.strip() == b"False"
