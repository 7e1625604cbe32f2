"""Panels trained on made-up tumours: they learn, repeat themselves, and come back from a file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from ariane.origin.model_file import ModelCard, content_sha256, load, save
from ariane.origin.rna.admixture import mixed
from ariane.origin.rna.answers import answered, scores
from ariane.origin.rna.cohort import Cohort
from ariane.origin.rna.openset import fit_oddness, oddness_data, oddness_from, signs
from ariane.origin.rna.shipping import fitted_from, fitted_settings, model_arrays
from ariane.origin.rna.training import Fitted, Recipe, fit
from support.made_up_expression import GENES, KINDS, PLAIN, SMALL, made_up

OTHERS = made_up(tumours=30, normals=10, seed=5)


@cache
def trained(recipe: Recipe = SMALL) -> Fitted:
    cohort = made_up()
    return fit(cohort if recipe.host else cohort.part(cohort.tumour), recipe)


def share_right(fitted: Fitted, values: np.ndarray, cohort: Cohort) -> float:
    found = scores(fitted, answered(fitted, values)).argmax(axis=1)
    return float((found == cohort.kind).mean())


@pytest.mark.parametrize("recipe", [SMALL, PLAIN], ids=["with hosts", "plain"])
def test_it_learns_and_does_without_many_genes(recipe: Recipe) -> None:
    tumours = OTHERS.part(OTHERS.tumour)
    assert share_right(trained(recipe), tumours.values, tumours) > 0.97
    lacking = tumours.values.copy()
    lacking[:, np.random.default_rng(0).random(len(GENES)) < 0.5] = np.nan
    assert share_right(trained(recipe), lacking, tumours) > 0.9


def test_a_change_of_scale_changes_nothing() -> None:
    values = OTHERS.values[:40].astype(np.float64)
    expected = answered(trained(), values)
    for changed in (values * 0.8 + 1, np.exp2(values) - 1):
        for one, other in zip(expected, answered(trained(), changed), strict=True):
            assert one == pytest.approx(other)


def test_host_tissue_is_seen_through_and_measured() -> None:
    tumours = OTHERS.part(OTHERS.tumour & (OTHERS.kind != KINDS.index("LIHC")))
    livers = OTHERS.values[~OTHERS.tumour & (OTHERS.kind == KINDS.index("LIHC"))]
    hosts = livers[np.arange(len(tumours.values)) % len(livers)]
    found = answered(trained(), mixed(tumours.values, hosts, np.full(len(tumours.values), 0.5)))
    kinds = [trained().kinds[place] for place in scores(trained(), found).argmax(axis=1)]
    assert np.mean([a == tumours.kinds[b] for a, b in zip(kinds, tumours.kind, strict=True)]) > 0.9
    share = found.composition[:, trained().tissues.index("HCC")]
    assert np.abs(share - 0.5).mean() < 0.15


def test_normal_tissue_is_told_from_tumours() -> None:
    share = answered(trained(), OTHERS.values).composition[:, -1]
    assert share[OTHERS.tumour].mean() > 0.8
    assert share[~OTHERS.tumour].mean() < share[OTHERS.tumour].mean() - 0.4


def test_a_kind_left_out_is_odd() -> None:
    cohort = made_up()
    fitted = fit(cohort.part(cohort.tumour & (cohort.kind != 3)), PLAIN)
    tumours = OTHERS.part(OTHERS.tumour)
    found = signs(fitted, answered(fitted, tumours.values))
    unseen = tumours.kind == 3
    oddness = fit_oddness(found[~unseen], found[unseen])
    assert np.median(oddness.of(found[unseen])) > oddness.of(found[~unseen]).max()
    again = oddness_from(oddness_data(oddness))
    assert again.of(found) == pytest.approx(oddness.of(found), abs=1e-2)


def test_mixtures_add_molecules_not_logarithms() -> None:
    one, other = np.array([[3.0, 0.0]], np.float32), np.array([[0.0, 3.0]], np.float32)
    half = mixed(one, other, np.array([0.5]))
    assert half == pytest.approx(np.log2([[4.5, 4.5]]))


def test_training_again_gives_the_same_arrays_and_the_file_gives_them_back(tmp_path: Path) -> None:
    few = SMALL._replace(network=SMALL.network._replace(rounds=2))
    arrays, again = (model_arrays(fit(made_up(), few)) for _ in range(2))
    assert content_sha256(arrays) == content_sha256(again)
    fitted = fit(made_up(), few)
    card = ModelCard(
        "rna-small",
        "1",
        "rna",
        content_sha256(arrays),
        fitted.codes,
        (),
        "",
        (),
        (),
        {},
        fitted_settings(fitted),
    )
    save(card, arrays, tmp_path)
    read = fitted_from(*load("rna-small", tmp_path))
    expected = answered(fitted, OTHERS.values)
    for one, other in zip(expected, answered(read, OTHERS.values), strict=True):
        assert one == pytest.approx(other, abs=1e-6)


def test_a_part_of_a_cohort_keeps_kinds_and_origins_together() -> None:
    part = OTHERS.part(OTHERS.kind != 0)
    assert part.kinds == KINDS[1:]
    assert [part.codes[place] for place in part.parents] == ["COADREAD", "HCC", "PRAD"]
    assert len(part.groups) == len(part.values) == len(part.tumour)


def test_missing_genes_are_left_out_exactly_not_filled_in() -> None:
    fitted = trained(PLAIN)
    factors = fitted.factors
    genes = np.arange(0, 60, 2)
    rows = factors.standardised(OTHERS.values[:5][:, genes], genes)
    view = factors.view(genes)
    fit_of = fitted.gaussians.seen(view).fit(rows @ view.projection).density
    axes = factors.axes[genes]
    shifts = []
    for kind, covariance in enumerate(fitted.gaussians.covariances):
        whole = axes @ covariance @ axes.T + factors.noise * np.eye(len(genes))
        rest = rows - fitted.gaussians.means[kind] @ axes.T
        squared = np.einsum("ij,jk,ik->i", rest, np.linalg.inv(whole), rest)
        expected = -squared / 2 - np.linalg.slogdet(whole)[1] / 2
        expected += np.log(fitted.gaussians.prior[kind])
        shifts.append(fit_of[:, kind] - expected)
    assert np.array(shifts) == pytest.approx(np.tile(shifts[0], (4, 1)), abs=1e-6)
