"""`ariane board` as a user runs it: readiness, directory, documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from docx import Document

from ariane.cli.main import main

SHIPPED = Path(__file__).parents[2] / "src/ariane/case/shipped"
LIVER, PERITONEUM = (
    str(SHIPPED / f"{stem}.yaml") for stem in ("liver-biliopancreatic", "peritoneal-isolated")
)


class Ariane:
    """Runs the command in this process."""

    def __init__(self, capture: pytest.CaptureFixture[bytes]) -> None:
        self._capture = capture

    def __call__(self, *words: str) -> tuple[int, bytes, bytes]:
        with pytest.raises(SystemExit) as left:
            main(list(words))
        said = self._capture.readouterr()
        return int(left.value.code or 0), said.out, said.err

    def data(self, *words: str) -> Any:
        status, out, _ = self(*words, "--format", "json")
        assert status == 0
        return json.loads(out)


@pytest.fixture
def ariane(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Ariane:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    return Ariane(capfdbinary)


def with_facts(folder: Path, path: str, **facts: Any) -> str:
    content = yaml.safe_load(Path(path).read_text())
    content["facts"] |= facts
    changed = folder / "case.yaml"
    changed.write_text(yaml.safe_dump(content, allow_unicode=True))
    return str(changed)


def test_a_case_before_the_cup_board(ariane: Ariane, tmp_path: Path) -> None:
    found = ariane.data("board", "refer", LIVER, "--board", "cup")
    assert {"ready", "missing", "next_session", "documents", "warnings"} <= set(found)
    assert found["ready"] is False
    assert found["next_session"] == "2026-03-12T16:30:00+01:00"
    blocking = {entry["id"] for entry in found["missing"] if entry["blocks"]}
    assert blocking == {"registration-form", "pathology-reports", "presenter"}
    whole = with_facts(
        tmp_path,
        LIVER,
        cup_form_word_attached=True,
        cup_pathology_reports_attached=True,
        presenter_knows_case=True,
        non_opposition="refused",
    )
    assert ariane.data("board", "refer", whole, "--board", "cup")["ready"] is True


def test_a_case_before_a_renape_board(ariane: Ariane, tmp_path: Path) -> None:
    found = ariane.data("board", "refer", PERITONEUM, "--board", "renape")
    assert (found["ready"], found["next_session"]) == (True, None)
    explored = with_facts(
        tmp_path,
        PERITONEUM,
        peritoneal_exploration_performed=True,
        op_photos_or_video=False,
    )
    found = ariane.data("board", "refer", explored, "--board", "renape")
    assert found["ready"] is False
    states = {entry["id"]: entry["state"] for entry in found["missing"] if entry["blocks"]}
    assert states["photographs-or-video"] == "absent"
    assert states["right-dome"] == "unknown"


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("board", ["cup", "renape"])
def test_text_says_everything_and_the_same_twice(ariane: Ariane, board: str, lang: str) -> None:
    words = ("board", "refer", LIVER, "--board", board, "--lang", lang)
    first, second = ariane(*words), ariane(*words)
    assert first == second
    assert first[0] == 0
    assert "S24.2.2-W1" in first[1].decode()


def test_a_board_that_does_not_exist(ariane: Ariane) -> None:
    status, out, err = ariane("board", "refer", LIVER, "--board", "local")
    assert (status, out) == (2, b"")
    assert b"renape" in err


def test_the_directory_is_as_printed_with_its_doubts(ariane: Ariane) -> None:
    found = ariane.data("board", "directory")
    assert len(found["centres"]) == 8
    assert found["edition"] == "2025-03"
    doubtful = [entry for entry in found["centres"] if entry["doubtful"]]
    assert {entry["telephone"] for entry in doubtful} == {"01 42 17 56 12"}
    assert all(entry["note"] for entry in doubtful)
    near = ariane.data("board", "directory", "--near", "ocean indien")["centres"]
    assert (near[0]["site"], near[0]["matches"]) == ("Océan Indien", True)
    assert len(near) == 8
    text = ariane("board", "directory", "--near", "paris")[1].decode()
    assert text.index("Gustave Roussy") < text.index("Lyon")


@pytest.mark.parametrize("kind", ["registration", "renape-letter", "information-note"])
@pytest.mark.parametrize(("suffix", "magic"), [(".docx", b"PK"), (".pdf", b"%PDF")])
def test_a_document_is_written_in_the_form_of_its_name(
    ariane: Ariane, tmp_path: Path, kind: str, suffix: str, magic: bytes
) -> None:
    path = tmp_path / f"document{suffix}"
    status, out, _ = ariane("board", "document", PERITONEUM, "--kind", kind, "-o", str(path))
    assert (status, out) == (0, b"")
    assert path.read_bytes().startswith(magic)


def test_a_document_that_cannot_be_made_is_refused_whole(ariane: Ariane, tmp_path: Path) -> None:
    mapping = tmp_path / "map.yaml"
    mapping.write_text("beside: {Sexe: sexe}")
    form = tmp_path / "form.docx"
    form.write_bytes(b"not a form")
    out = tmp_path / "out.docx"
    base = ("board", "document", LIVER, "-o", str(out), "--kind")
    both = ("--template", str(form), "--map", str(mapping))
    for words in (
        (*base, "registration", "--template", str(form)),
        (*base, "renape-letter", *both),
        (*base, "registration", *both),
        ("board", "document", LIVER, "--kind", "registration", "-o", str(tmp_path / "out.txt")),
        (
            "board",
            "document",
            LIVER,
            "--kind",
            "registration",
            "-o",
            str(tmp_path / "o.pdf"),
            *both,
        ),
        (*base, "registration", "--template", str(tmp_path / "none"), "--map", str(mapping)),
    ):
        status, said, err = ariane(*words)
        assert (status, said) == (2, b""), words
        assert err
    assert not out.exists()
    assert b"sex" in ariane(*base, "registration", *both)[2]


def test_a_letter_is_addressed_to_one_printed_centre(ariane: Ariane, tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    words = ("board", "document", PERITONEUM, "--kind", "renape-letter", "-o", str(letter))
    assert ariane(*words, "--centre", "pitie")[0] == 0
    text = "\n".join(p.text for p in Document(str(letter)).paragraphs)
    assert "Pr Marc POCARD, 01 42 17 56 12" in text
    assert "Même numéro imprimé pour deux centres" in text
    for wrong in ("paris", "strasbourg"):
        status, out, err = ariane(*words, "--centre", wrong)
        assert (status, out) == (2, b"")
        assert b"Lyon" in err
    assert ariane(*words[:4], "registration", "--centre", "lyon")[0] == 2
