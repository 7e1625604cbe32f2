"""The shipped panels on samples made of their own class centres, and what must hold of answers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ariane.documents.origin_words import answer_words
from ariane.origin.report import OriginReport, Verdict
from ariane.origin.rna.classify import chosen_panel, classify
from ariane.origin.rna.expression import Expression, read_expression
from ariane.origin.rna.shipping import PANELS, RnaModel, load_rna_model
from ariane.wording.language import Language

DOCS = Path(__file__).parents[3] / "docs/models"


def centres(model: RnaModel) -> np.ndarray:
    """Return a sample at the centre of each kind (kinds x genes), log2."""
    fitted = model.fitted
    standardised = fitted.gaussians.means @ fitted.factors.axes.T
    return np.asarray(standardised * fitted.factors.spread + fitted.factors.mean)


def reports(model: RnaModel, values: np.ndarray, folder: Path) -> list[OriginReport]:
    return list(classify(table(model, values, folder), model))


def table(model: RnaModel, values: np.ndarray, folder: Path) -> Expression:
    """Return samples as a file would give them; genes unknown everywhere are left out."""
    genes = np.array(model.fitted.factors.genes)
    known = ~np.isnan(values).all(axis=0)
    lines = ["\t".join(["sample_id", *genes[known]])]
    for number, row in enumerate(values[:, known]):
        cells = ["NA" if np.isnan(each) else f"{each:.6g}" for each in row]
        lines.append("\t".join([f"S-{number}", *cells]))
    path = folder / "expression.tsv"
    path.write_text("\n".join(lines) + "\n")
    return read_expression(path)


@pytest.mark.parametrize("name", PANELS)
def test_class_centres_are_named_on_any_scale(name: str, tmp_path: Path) -> None:
    model = load_rna_model(name)
    values = centres(model)
    expected = [model.card.classes[place] for place in model.fitted.parents]
    plain = reports(model, values, tmp_path)
    assert [each.ranked[0] for each in plain] == expected
    for changed in (np.maximum(values, 0) * 0.8 + 1, np.exp2(values)):
        again = reports(model, changed, tmp_path)
        assert [each.ranked[0] for each in again] == expected


@pytest.mark.parametrize("name", PANELS)
def test_every_report_adds_up_and_says_where_it_was_measured(name: str, tmp_path: Path) -> None:
    model = load_rna_model(name)
    for report in reports(model, centres(model), tmp_path):
        assert sum(report.posterior.values()) == pytest.approx(1)
        assert set(report.posterior) == set(model.card.classes)
        assert list(report.set90) == list(report.ranked[: len(report.set90)])
        assert "rna-on-primaries" in {each.code for each in report.quality.reasons}
        assert set(report.validation or {}) == set(report.set90)


def test_evidence_is_about_genes_of_the_panel_and_speaks_for_the_origin_named(
    tmp_path: Path,
) -> None:
    model = load_rna_model("rna-90")
    for report in reports(model, centres(model), tmp_path):
        strongest = report.evidence[0]
        assert strongest.feature.split(" level ")[0] in model.fitted.factors.genes
        assert max(item.log_odds.get(report.ranked[0], 0) for item in report.evidence) > 0


def test_half_of_the_genes_are_enough_and_told(tmp_path: Path) -> None:
    model = load_rna_model("rna-90")
    values = centres(model)
    values[:, ::2] = np.nan
    found = reports(model, values, tmp_path)
    expected = [model.card.classes[place] for place in model.fitted.parents]
    right = [each.ranked[0] == code for each, code in zip(found, expected, strict=True)]
    assert np.mean(right) > 0.9
    assert all(each.quality.verdict is Verdict.WARN for each in found)
    assert "rna-genes-missing" in {each.code for each in found[0].quality.reasons}


def spoilt(kind: str, values: np.ndarray) -> np.ndarray:
    rng = np.random.default_rng(0)
    if kind == "rna-too-few-genes":
        few = np.full_like(values, np.nan)
        few[:, :15] = values[:, :15]
        return few
    if kind == "rna-level":
        return np.where(rng.random(values.shape) < 0.8, 0, values)
    return np.asarray(rng.permuted(values, axis=1))


@pytest.mark.parametrize("kind", ["rna-too-few-genes", "rna-level", "rna-not-expression"])
def test_what_is_no_expression_gets_no_answer(kind: str, tmp_path: Path) -> None:
    model = load_rna_model("rna-90")
    for report in reports(model, spoilt(kind, centres(model)[:3]), tmp_path):
        assert report.quality.verdict is Verdict.FAIL
        assert report.quality.reasons[0].code == kind
        assert report.abstained
        assert len(set(report.posterior.values())) == 1


def test_a_sample_given_twice_is_told(tmp_path: Path) -> None:
    model = load_rna_model("rna-90")
    values = centres(model)[[0, 1, 0]]
    said = [
        [str(each) for each in report.quality.reasons if each.code == "rna-twin"]
        for report in reports(model, values, tmp_path)
    ]
    assert said == [["rna-twin: S-2"], [], ["rna-twin: S-0"]]


def test_a_tumour_unlike_all_others_is_refused(tmp_path: Path) -> None:
    model = load_rna_model("rna-90")
    values = centres(model)
    chimeras = np.where(np.arange(values.shape[1]) % 2, values, np.roll(values, 9, axis=0))
    found = reports(model, chimeras, tmp_path)
    refused = ["rna-unseen" in {each.code for each in r.quality.reasons} for r in found]
    assert np.mean(refused) > 0.5
    assert all(r.abstained for r, away in zip(found, refused, strict=True) if away)


def test_the_panel_is_chosen_by_the_genes_present() -> None:
    ninety, many = (frozenset(load_rna_model(name).fitted.factors.genes) for name in PANELS)
    assert chosen_panel(ninety) == "rna-90"
    assert chosen_panel(many) == "rna-3556"
    assert chosen_panel(many | ninety) == "rna-90"


@pytest.mark.parametrize("name", PANELS)
def test_the_printed_card_is_that_of_the_shipped_model(name: str) -> None:
    card = load_rna_model(name).card
    printed = (DOCS / f"{name}.md").read_text(encoding="utf-8")
    assert card.sha256 in printed
    assert "rna-primaries" in card.limits
    assert set(card.validation) == set(card.classes)
    for each in card.measured:
        numbers = f"{each.value:.3f} | {each.low:.3f} – {each.high:.3f}"
        assert f"| {each.n} | " in printed
        assert numbers in printed


def test_what_is_refused_is_not_proposed_either(tmp_path: Path) -> None:

    model = load_rna_model("rna-90")
    values = centres(model)
    chimeras = np.where(np.arange(values.shape[1]) % 2, values, np.roll(values, 9, axis=0))
    for report in reports(model, chimeras, tmp_path):
        if "rna-unseen" in {each.code for each in report.quality.reasons}:
            said = answer_words(report, Language.EN)
            assert said == "No orientation: unlike every tumour that the model knows"
