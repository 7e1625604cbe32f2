"""`ariane origin train-rna` as a user runs it."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from ariane.cli.main import main
from ariane.origin.rna.gene_table import gene_table

GENES = sorted(gene_table().symbols.approved)[:1200:40]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    folder = tmp_path_factory.mktemp("files")
    draw = random.Random(0)
    lines, labels = ["\t".join(("sample", *GENES))], ["sample\tlabel"]
    for number in range(24):
        raised = number % 2
        values = (place + draw.random() + 20 * (place % 3 == raised) for place in range(len(GENES)))
        lines.append("\t".join((f"S-{number}", *(f"{value:.3f}" for value in values))))
        labels.append(f"S-{number}\t{('PRAD', 'THCA')[raised]}")
    for name, text in (("x.tsv", lines), ("labels.tsv", labels)):
        (folder / name).write_text("\n".join(text), "utf-8")
    return "--expression", str(folder / "x.tsv"), "--labels", str(folder / "labels.tsv")


def ran(*words: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(("origin", "train-rna", *words))
    return int(end.value.code or 0)


def test_it_writes_the_model_and_its_reports_and_prints_one(
    files: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert ran(*files, "-o", str(out), "--lang", "fr") == 0
    printed = capsys.readouterr()
    assert "Origines apprises" in printed.out
    assert "THYROID · Thyroïde" in printed.out
    assert "n'est pas un" in printed.out
    assert "Mémoire" in printed.err
    names = {"rna-own.npz", "rna-own.json", "report.json", "report.html"}
    assert {path.name for path in out.iterdir()} == names
    assert json.loads((out / "report.json").read_text("utf-8"))["groups"] == 24
    assert ran(*files, "-o", str(out)) == 2
    assert "rna-own" in capsys.readouterr().err


def test_an_unfinished_training_asks_for_resume(
    files: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out" / ".stages").mkdir(parents=True)
    assert ran(*files, "-o", str(tmp_path / "out"), "--lang", "en") == 2
    assert "--resume" in capsys.readouterr().err
    assert ran(*files, "-o", str(tmp_path / "out"), "--resume", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["folds"] == 5


def test_refusals_are_words_and_leave_no_model(
    files: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = ("--expression", str(tmp_path / "absent.tsv"), *files[2:])
    assert ran(*absent, "-o", str(tmp_path / "out"), "--lang", "en") == 2
    assert "cannot be read" in capsys.readouterr().err
    assert ran(*files, "-o", str(tmp_path / "out"), "--groups", "ward", "--lang", "fr") == 2
    assert "il manque ward" in capsys.readouterr().err
    (tmp_path / "file").write_text("")
    assert ran(*files, "-o", str(tmp_path / "file"), "--lang", "en") == 2
    assert "cannot be written" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
