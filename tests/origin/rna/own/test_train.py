"""Training on one's own data: it learns, it tells, it refuses, and a kill changes nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from ariane.documents.origin_refusal import refusal_words
from ariane.documents.rna_training import training_data
from ariane.documents.rna_training_html import training_html
from ariane.origin.model_file import load
from ariane.origin.refusal import InputRefused
from ariane.origin.rna.classify import classify
from ariane.origin.rna.expression import read_expression
from ariane.origin.rna.gene_table import gene_table
from ariane.origin.rna.network_training import NetworkRecipe
from ariane.origin.rna.own import conversion
from ariane.origin.rna.own.card import NAME
from ariane.origin.rna.own.cohort import ClassSize, matched
from ariane.origin.rna.own.conversion import Progress
from ariane.origin.rna.own.folds import always_trained, grouped_folds
from ariane.origin.rna.own.labels import Label, Labels, read_label, read_labels
from ariane.origin.rna.own.learner import Recipes
from ariane.origin.rna.own.stages import DiskMatrix, OtherInputs
from ariane.origin.rna.own.train import Request, Trained, finish, stages_in, train_own
from ariane.origin.rna.shipping import load_rna_model
from ariane.origin.rna.training import Recipe
from ariane.wording.language import Language

GENES = sorted(gene_table().symbols.approved)[:3000:60]
CLASSES = ("BRCA", "LIHC", "LUAD", "COAD")
LIGHT = Recipe(copies=4, network=NetworkRecipe(hidden=(16, 8), rounds=8, networks=1))
QUICK = Recipes(LIGHT, LIGHT)
SMALL = 4096
"""Bytes held at once: some rows of the files made here."""


def quiet(stage: str, done: int, total: int) -> None:
    pass


def trained_own(
    request: Request,
    folder: Path,
    progress: Progress = quiet,
    block_bytes: int = conversion.BLOCK_BYTES,
) -> Trained:
    return train_own(request, folder, progress, block_bytes, QUICK)


def made_up(
    folder: Path, genes_in_rows: bool = True, per_class: int = 15, centred: bool = False
) -> Request:
    """Write tumours whose class raises six of fifty genes, two of each patient, and labels."""
    rng = np.random.default_rng(1)
    count = per_class * len(CLASSES)
    truth = np.arange(count) % len(CLASSES)
    values = rng.normal(rng.uniform(2, 12, len(GENES)), 1.0, (count, len(GENES)))
    for number, place in enumerate(truth.tolist()):
        values[number, 6 * place : 6 * place + 6] += 4
    if centred:
        values -= values.mean(axis=0)
    samples = [f"S-{number}" for number in range(count)]
    table = [
        ["id", *GENES],
        *([s, *(f"{v:.4f}" for v in row)] for s, row in zip(samples, values, strict=True)),
    ]
    lines = list(zip(*table, strict=True)) if genes_in_rows else table
    expression = folder / "expression.tsv"
    expression.write_text("".join("\t".join(line) + "\n" for line in lines), "utf-8")
    labels = folder / "labels.tsv"
    rows = (
        f"{sample}\t{CLASSES[place]}\tP-{number // 8}-{place}\tH-{number // 4 % 4}\n"
        for number, (sample, place) in enumerate(zip(samples, truth.tolist(), strict=True))
    )
    labels.write_text("sample\tlabel\tpatient\thospital\n" + "".join(rows), "utf-8")
    return Request(expression, labels)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    folder = tmp_path_factory.mktemp("plain")
    trained = trained_own(made_up(folder), folder / "out", quiet)
    finish(trained, folder / "out")
    assert load(NAME, folder / "out")[0].sha256 == trained.card.sha256
    assert not stages_in(folder / "out").folder.exists()
    return trained


def test_it_learns_and_says_how_well(plain: Trained) -> None:
    assert plain.card.classes == ("BRCA", "COADREAD", "HCC", "NSCLC")
    found = {line.measure: line.value for line in plain.card.measured}
    assert found["top1"] > 0.9
    assert 0.8 <= found["coverage90"] <= 1
    assert all(known.n == 15 for known in plain.card.validation.values())
    assert plain.grouped_by == "patient"
    data = training_data(plain)
    assert data["classes"][2] == {"code": "HCC", "samples": 15, "groups": 8}  # type: ignore[index]
    json.dumps(data, allow_nan=False)


def test_the_model_answers_as_the_shipped_ones_do(tmp_path: Path) -> None:
    request = made_up(tmp_path)
    trained = trained_own(request, tmp_path / "out")
    finish(trained, tmp_path / "out")
    model = load_rna_model(NAME, tmp_path / "out")
    reports = list(classify(read_expression(request.expression), model))
    truth = [trained.cohort.origins[kind] for kind in trained.cohort.kinds]
    right = [r.ranked[0] == code for r, code in zip(reports, truth, strict=True)]
    assert sum(right) > 0.9 * len(right)
    assert reports[0].model == trained.card.reference


@pytest.mark.parametrize("language", list(Language))
def test_the_page_holds_the_report_and_escapes_what_files_say(
    plain: Trained, language: Language
) -> None:
    page = training_html(plain._replace(grouped_by="<b>patient"), language)
    assert plain.card.sha256 in page
    assert "&lt;b&gt;patient" in page
    assert "<script" not in page


@pytest.mark.parametrize("genes_in_rows", [True, False])
def test_neither_orientation_nor_block_size_changes_the_model(
    plain: Trained, genes_in_rows: bool, tmp_path: Path
) -> None:
    request = made_up(tmp_path, genes_in_rows)
    assert request.expression.stat().st_size > 3 * SMALL
    steps: list[tuple[str, int, int]] = []
    trained = trained_own(request, tmp_path / "out", lambda *step: steps.append(step), SMALL)
    assert trained.card.sha256 == plain.card.sha256
    assert len([step for step in steps if step[0] == "read"]) > 3


class Stopped(Exception):  # noqa: N818 - it happens from outside
    pass


@pytest.mark.parametrize("genes_in_rows", [True, False])
@pytest.mark.parametrize("stop", ["read", "fold", "unseen", "model"])
def test_a_training_that_was_stopped_goes_on_to_the_same_model(
    plain: Trained, stop: str, genes_in_rows: bool, tmp_path: Path
) -> None:
    request = made_up(tmp_path, genes_in_rows)

    def stopping(stage: str, done: int, total: int) -> None:
        if stage == stop and 2 * done >= total:
            raise Stopped

    with pytest.raises(Stopped):
        trained_own(request, tmp_path / "out", stopping, SMALL)
    again: list[tuple[str, int]] = []
    trained = trained_own(
        request, tmp_path / "out", lambda stage, done, _: again.append((stage, done)), SMALL
    )
    assert trained.card.sha256 == plain.card.sha256
    read = [done for stage, done in again if stage == "read"]
    assert bool(read) is (stop == "read")
    assert all(2 * done >= len(GENES) for done in read)


KILLED = """
import os, signal, sys
from pathlib import Path
from ariane.origin.rna.network_training import NetworkRecipe
from ariane.origin.rna.own.learner import Recipes
from ariane.origin.rna.own.train import Request, train_own
from ariane.origin.rna.training import Recipe
light = Recipe(copies=4, network=NetworkRecipe(hidden=(16, 8), rounds=8, networks=1))
folder = Path(sys.argv[1])
def killing(stage, done, total):
    if stage == sys.argv[2] and 2 * done >= total:
        os.kill(os.getpid(), signal.SIGKILL)
request = Request(folder / "expression.tsv", folder / "labels.tsv")
train_own(request, folder / "out", killing, 4096, Recipes(light, light))
"""


def test_a_kill_changes_nothing(plain: Trained, tmp_path: Path) -> None:
    request = made_up(tmp_path)
    for stage in ("read", "fold"):
        ended = subprocess.run(
            [sys.executable, "-c", KILLED, tmp_path, stage],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=False,
        )
        assert ended.returncode == -signal.SIGKILL
    assert trained_own(request, tmp_path / "out", quiet, SMALL).card.sha256 == plain.card.sha256


def test_a_block_half_written_when_killed_is_written_again(
    plain: Trained, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = made_up(tmp_path)
    join, calls = DiskMatrix.join, []

    def failing(*held: object) -> None:
        join(*held)  # type: ignore[arg-type]
        calls.append(1)
        if len(calls) == 3:
            raise Stopped

    monkeypatch.setattr(DiskMatrix, "join", failing)
    with pytest.raises(Stopped):
        trained_own(request, tmp_path / "out", quiet, SMALL)
    monkeypatch.undo()
    assert trained_own(request, tmp_path / "out", quiet, SMALL).card.sha256 == plain.card.sha256


def test_stages_of_other_files_are_not_gone_on_with(tmp_path: Path) -> None:
    request = made_up(tmp_path)
    trained_own(request, tmp_path / "out", quiet)
    with pytest.raises(OtherInputs):
        trained_own(request._replace(seed=3), tmp_path / "out", quiet)
    request.labels.write_text(request.labels.read_text("utf-8").replace("LIHC", "COAD"), "utf-8")
    with pytest.raises(OtherInputs):
        trained_own(request, tmp_path / "out", quiet)


def test_hospitals_can_be_held_out(tmp_path: Path) -> None:
    trained = trained_own(made_up(tmp_path)._replace(groups="Hospital"), tmp_path / "out", quiet)
    assert trained.grouped_by == "hospital"
    assert int(trained.cohort.folds.max()) + 1 == 4
    by_group = set(zip(trained.cohort.groups, trained.cohort.folds.tolist(), strict=True))
    assert len(by_group) == 4


def refused(request: Request, folder: Path, language: Language = Language.EN) -> str:
    with pytest.raises(InputRefused) as caught:
        trained_own(request, folder / "out", quiet)
    return refusal_words(caught.value, language)


ALL_ONE = dict.fromkeys(CLASSES, "BRCA")
BROKEN = {
    "one class": (ALL_ONE, "fewer than two origins"),
    "no match": ({"S-": "T-"}, "no labelled sample is in the expression table"),
    "unknown": ({"LIHC": "LIVERISH"}, "row 3: label LIVERISH is unknown"),
    "twice": ({"S-2\t": "S-1\t"}, "row 4: sample S-1 given before"),
    "no label column": ({"label": "diagnostic"}, "label missing; columns found: sample"),
    "no sample column": ({"sample": "tumour"}, "sample_id missing"),
}


@pytest.mark.parametrize(("changes", "told"), BROKEN.values(), ids=BROKEN)
def test_labels_that_cannot_be_used_are_refused_plainly(
    changes: dict[str, str], told: str, tmp_path: Path
) -> None:
    request = made_up(tmp_path)
    text = request.labels.read_text("utf-8")
    for old, new in changes.items():
        text = text.replace(old, new)
    request.labels.write_text(text, "utf-8")
    assert told in refused(request, tmp_path)
    assert not (tmp_path / "out" / f"{NAME}.json").exists()


def test_a_column_of_groups_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "ward missing" in refused(made_up(tmp_path)._replace(groups="ward"), tmp_path)


def test_centred_genes_are_refused(tmp_path: Path) -> None:
    assert "z-scores" in refused(made_up(tmp_path, centred=True), tmp_path, Language.FR)


def test_a_table_that_was_refused_leaves_nothing_behind(tmp_path: Path) -> None:
    request = made_up(tmp_path)
    text = request.expression.read_text("utf-8")
    lines = text.splitlines()
    lines[30] = lines[30].rsplit("\t", 1)[0] + "\tmuch"
    request.expression.write_text("\n".join(lines), "utf-8")
    assert "row 31: S-59 = much is not a number" in refused(request, tmp_path)
    request.expression.write_text(text, "utf-8")
    trained_own(request, tmp_path / "out", quiet)


def test_normal_tissue_of_an_organ_is_trained_on_and_never_measured(tmp_path: Path) -> None:
    request = made_up(tmp_path)
    lines = request.labels.read_text("utf-8").splitlines()
    lines[2::12] = [line.replace("LIHC", "normal LIHC") for line in lines[2::12]]
    lines[5] = lines[5].replace("BRCA", "normal PRAD")
    request.labels.write_text("\n".join(lines), "utf-8")
    trained = trained_own(request, tmp_path / "out")
    assert int((~trained.cohort.tumour).sum()) == 5
    assert trained.cohort.normal_unused == 1
    assert [each.samples for each in trained.cohort.classes] == [14, 15, 10, 15]
    assert 0 < trained.card.settings["least_tumour"] <= 0.5
    assert trained.card.measured[0].n == 54
    assert [known.n for known in trained.card.validation.values()] == [14, 15, 10, 15]


def test_of_normal_tissue_of_one_hospital_nothing_can_be_measured_nor_said(tmp_path: Path) -> None:
    request = made_up(tmp_path)._replace(groups="hospital")
    lines = request.labels.read_text("utf-8").splitlines()
    there = [line for line in lines if line.endswith("H-0")]
    for line in there[:4]:
        lines[lines.index(line)] = line.replace("LIHC", "normal LIHC").replace(
            "COAD", "normal COAD"
        )
    request.labels.write_text("\n".join(lines), "utf-8")
    trained = trained_own(request, tmp_path / "out")
    assert trained.card.settings["tissues"] == ["COADREAD", "HCC"]
    assert trained.card.settings["least_tumour"] == 0
    assert trained.card.settings["host_error"] == 1


def test_kinds_within_an_origin_are_told_apart_and_rare_ones_joined() -> None:
    kinds = ["LUAD"] * 20 + ["LUSC"] * 16 + ["LIHC"] * 12 + ["ESCA"] * 3 + ["STAD"] * 20
    names = [f"S-{number}" for number in range(len(kinds))]
    read = {name: read_label(kind) for name, kind in zip(names, kinds, strict=True)}
    labels = Labels(
        {name: label for name, label in read.items() if label},
        {name: name for name in names},
        "sample",
        0,
    )
    cohort = matched(names, labels, "labels.tsv", 0)
    assert cohort.codes == ("GEA", "HCC", "NSCLC")
    assert cohort.origins == {"LUAD": "NSCLC", "LUSC": "NSCLC", "HCC": "HCC", "STAD": "GEA"}


def test_small_classes_normal_tissue_and_single_samples_are_counted_and_left_out(
    tmp_path: Path,
) -> None:
    request = made_up(tmp_path)
    lines = request.labels.read_text("utf-8").splitlines()
    lines[1] = lines[1].replace("BRCA", "PRAD")
    lines[2] = lines[2].replace("LIHC", "normal")
    lines[3] = lines[3].replace("LUAD", "NA")
    lines += ["S-absent\tBRCA\tP-x\tH-1"]
    request.labels.write_text("\n".join(lines), "utf-8")
    trained = trained_own(request, tmp_path / "out", quiet)
    cohort = trained.cohort
    assert cohort.left_out == (ClassSize("PRAD", 1, 1),)
    assert (cohort.normal_unused, cohort.without_label, cohort.without_expression) == (1, 1, 1)
    assert trained.unlabelled == 1
    assert len(cohort.samples) == 57


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("BRCA", Label("BRCA", "BRCA")),
        ("lihc", Label("HCC", "LIHC")),
        ("TCGA-LUAD", Label("NSCLC", "LUAD")),
        ("PLMESO", Label("MESOTHELIOMA", "PLMESO")),
        (" Normal ", Label("", "", True)),
        ("normal LIHC", Label("HCC", "LIHC", True)),
        ("HCC (normal)", Label("HCC", "HCC", True)),
        ("liver", None),
        ("normal liver", None),
        ("BRCA LUAD", None),
    ],
)
def test_a_label_is_a_code_a_study_or_an_oncotree_code(text: str, label: Label | None) -> None:
    assert read_label(text) == label


def test_barcodes_stand_for_patients_where_no_column_does(tmp_path: Path) -> None:
    labels = tmp_path / "labels.csv"
    labels.write_text("barcode,label\nTCGA-A7-A0CE-01A,BRCA\nTCGA-A7-A0CE-11A,normal\nX,LIHC\n")
    assert set(read_labels(labels).group.values()) == {"TCGA-A7-A0CE", "X"}


def test_folds_keep_groups_together_and_classes_spread() -> None:
    truth = np.arange(60) % 3
    groups = [f"G-{number // 2}" for number in range(60)]
    folds = grouped_folds(truth, groups, 0)
    for group in set(groups):
        assert len({f for f, g in zip(folds.tolist(), groups, strict=True) if g == group}) == 1
    counts = [np.bincount(truth[folds == fold], minlength=3) for fold in range(5)]
    assert all(count.min() >= 2 for count in counts)
    assert always_trained(truth, folds).all()


def test_a_class_of_one_hospital_cannot_be_measured(tmp_path: Path) -> None:
    request = made_up(tmp_path)
    text = request.labels.read_text("utf-8").splitlines()
    changed = [line[:-1] + "9" if "LUAD" in line else line for line in text]
    request.labels.write_text("\n".join(changed), "utf-8")
    labels = read_labels(request.labels, "hospital")
    cohort = matched(list(labels.label), labels, "labels.tsv", 0)
    assert cohort.codes == ("BRCA", "COADREAD", "HCC")
    assert cohort.left_out == (ClassSize("NSCLC", 15, 1),)
