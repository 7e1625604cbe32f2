"""Training on a small made-up cohort: it learns, it repeats itself, and the file gives it back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ariane.origin.calibration import top_share
from ariane.origin.dna.network import added_up
from ariane.origin.dna.priors import METASTASIS, NONE, PRIMARY, counted
from ariane.origin.dna.shipping import NAME, card_of, load_dna_model, model_arrays
from ariane.origin.dna.training import Recipe, fit, fit_encoder, grouped_subtypes
from ariane.origin.dna.tree_training import TreeRecipe
from ariane.origin.dna.validation import (
    class_validation,
    cross_fitted,
    group_thresholds,
    stratified_folds,
)
from ariane.origin.dna.variant import DnaSample, Variant
from ariane.origin.model_file import content_sha256, save

CLASSES = ("COADREAD", "NSCLC", "PAAD")
PARENTS = np.array([0, 1, 2])
GENES = ("APC", "EGFR", "SMAD4")
SMALL = Recipe(
    regression_rounds=30,
    networks=2,
    hidden=8,
    network_rounds=5,
    trees=TreeRecipe(rounds=8, least_of_leaf=5, least_tumours=10),
)


def made_up(count: int = 150) -> tuple[list[DnaSample], np.ndarray]:
    """Tumours with the gene of their origin four times in five, on two panels."""
    rng = np.random.default_rng(0)
    targets = np.arange(count) % 3
    samples = []
    for number, target in enumerate(targets.tolist()):
        genes = {"TP53"} | ({GENES[target]} if rng.random() < 0.8 else set())
        panel = "small" if number % 5 == 0 else "large"
        genes |= {"BRCA2"} if panel == "large" and rng.random() < 0.3 else set()
        changes = tuple(Variant(gene, "1", 1000 + number % 7, "C", "T") for gene in sorted(genes))
        site = ("Liver", "Lung")[target == 1]
        samples.append(
            DnaSample(
                f"P-{number}",
                changes,
                panel,
                is_female=number % 2 == 0,
                tmb=3.0 + target,
                site=site if number % 4 else None,
                is_primary=number % 4 == 0,
            )
        )
    return samples, targets


def test_it_learns_from_patients_and_answers_about_others() -> None:
    samples, targets = made_up()
    folds = stratified_folds(targets)
    assert all(np.bincount(folds[targets == each]).tolist() == [10] * 5 for each in range(3))
    held = cross_fitted(samples, targets, PARENTS, SMALL, folds)
    posterior = held.posterior(1.0, PARENTS)
    assert posterior.sum(axis=1) == pytest.approx(np.ones(len(samples)))
    assert top_share(posterior, targets, 1) > 0.75
    thresholds = group_thresholds(posterior, targets, held.groups, posterior)
    assert set(thresholds) == {METASTASIS, NONE}
    known = class_validation(posterior, targets, CLASSES)
    assert [each.n for each in known.values()] == [50, 50, 50]


def test_training_again_gives_the_same_hash_and_the_file_gives_the_model_back(
    tmp_path: Path,
) -> None:
    samples, targets = made_up()
    arrays, again = (model_arrays(fit(samples, targets, PARENTS, SMALL)) for _ in range(2))
    assert content_sha256(arrays) == content_sha256(again)
    thresholds = {METASTASIS: {"set90": 0.9, "answer": 0.9}}
    card = card_of(arrays, CLASSES, (), {}, 1.0, thresholds, 0.97)
    save(card, arrays, tmp_path)
    model = load_dna_model(tmp_path)
    fitted = fit(samples, targets, PARENTS, SMALL)
    assert model.card.name == NAME
    assert model.encoder.features == fitted.encoder.features
    assert model.encoder.panels == fitted.encoder.panels
    rows = np.array([model.encoder.row(sample) for sample in samples[:9]])
    ratio = model.priors.log_ratio("Liver")
    expected = fitted.classifier.posterior(rows, ratio)
    assert model.classifier.posterior(rows, ratio) == pytest.approx(expected)


def test_means_are_those_of_the_tumours_in_which_a_gene_was_sequenced() -> None:
    samples, _ = made_up()
    encoder = fit_encoder(samples)
    large = [sample for sample in samples if sample.panel == "large"]
    share = np.mean([any(v.gene == "BRCA2" for v in sample.variants) for sample in large])
    place = encoder.places["gene:BRCA2"]
    assert encoder.means[place] == pytest.approx(share)
    assert "BRCA2" not in encoder.panels["small"]
    off_panel = next(sample for sample in samples if sample.panel == "small")
    assert encoder.row(off_panel)[place] == pytest.approx(share)
    wild = next(s for s in large if all(v.gene != "BRCA2" for v in s.variants))
    assert encoder.row(wild)[place] == 0


def test_priors_are_counted_by_site_and_exclude_nothing() -> None:
    samples, targets = made_up()
    priors = counted(samples, targets, 3)
    assert priors.groups == (PRIMARY, METASTASIS, "Liver", "Lung")
    assert priors.shares.sum(axis=1) == pytest.approx(np.ones(4))
    assert (priors.shares > 0).all()
    assert np.exp(priors.log_ratio("Lung"))[1] > 2
    assert priors.group(samples[1], use_site=False) == NONE
    assert priors.group(samples[0], use_site=True) == PRIMARY
    assert not priors.log_ratio(NONE).any()


def test_rare_subtypes_are_joined() -> None:
    labels = [("BRCA", "lobular")] * 20 + [("BRCA", "odd")] * 3 + [("HCC", "rare")] * 4
    assert set(grouped_subtypes(labels)) == {("BRCA", "lobular"), ("HCC", "other")}


def test_subtypes_add_up_to_their_origin() -> None:
    assert added_up(np.array([[0.2, 0.3, 0.5]]), np.array([0, 1, 0])).tolist() == [[0.7, 0.3]]
