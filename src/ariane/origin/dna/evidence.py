"""What each finding adds: the log-odds of an origin with it, less those without it.

Without it means as if it had not been looked at: its features at their means. The effect is that on
the whole model, so a finding counts in the company of the others; effects need not add up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ariane.origin.dna.encoding import NO_PLACES, Encoder
from ariane.origin.dna.features import by_gene
from ariane.origin.dna.priors import NONE
from ariane.origin.dna.shipping import DnaModel
from ariane.origin.dna.variant import DnaSample, Variant
from ariane.origin.report import Evidence

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

OFTEN = 0.04
"""Share of tumours in which a gene is mutated for its absence to be told."""
TOLD, WEIGHED = 20, 60
"""Findings told of one sample; findings whose effect is worked out."""
LEAST_TOLD = 0.1
ORIGINS_TOLD = 5
CLIP = 1e-6


class _Finding(NamedTuple):
    label: str
    places: Places
    ratio: Floats


def evidence(
    model: DnaModel, sample: DnaSample, row: NDArray[np.float32], group: str
) -> tuple[Evidence, ...]:
    """Return the findings of a sample, the strongest first, for its likeliest origins."""
    findings = _findings(model, sample, row, group)
    whole = _log_odds(model.classifier.posterior(row[None, :], model.priors.log_ratio(group)))[0]
    rows = np.repeat(row[None, :], len(findings), axis=0)
    for held, finding in zip(rows, findings, strict=True):
        held[finding.places] = model.encoder.means[finding.places]
    ratios = np.array([finding.ratio for finding in findings])
    without = _log_odds(model.classifier.posterior(rows, ratios))
    shown = np.argsort(-whole, kind="stable")[:ORIGINS_TOLD]
    effects = (whole - without)[:, shown]
    codes = [model.card.classes[place] for place in shown]
    order = np.argsort(-np.abs(effects).max(axis=1), kind="stable")[:TOLD]
    return tuple(
        Evidence(findings[place].label, _told(codes, effects[place]))
        for place in order
        if np.abs(effects[place]).max() >= LEAST_TOLD
    )


def _told(codes: list[str], effects: Floats) -> dict[str, float]:
    return {
        code: round(float(effect), 2)
        for code, effect in zip(codes, effects, strict=True)
        if abs(effect) >= LEAST_TOLD
    }


def _log_odds(probabilities: Floats) -> Floats:
    inside = np.clip(probabilities, CLIP, 1 - CLIP)
    return np.asarray(np.log(inside / (1 - inside)))


def _findings(
    model: DnaModel, sample: DnaSample, row: NDArray[np.float32], group: str
) -> list[_Finding]:
    ratio = model.priors.log_ratio(group)
    looked_at = _looked_at(model.encoder, sample)
    findings = [_Finding(label, places, ratio) for label, places in looked_at.items()]
    findings.sort(key=lambda finding: -_moved(model, row, finding.places))
    del findings[WEIGHED:]
    if group != NONE:
        site = _Finding(f"biopsy_site {group}", NO_PLACES, np.zeros_like(ratio))
        findings.append(site)
    return findings


def _moved(model: DnaModel, row: NDArray[np.float32], places: Places) -> float:
    """Return how far features move the first layer of the networks from where means leave it."""
    moved = row[places] - model.encoder.means[places]
    return float(np.abs(moved @ model.classifier.network.first[places]).sum())


def _looked_at(encoder: Encoder, sample: DnaSample) -> dict[str, NDArray[np.intp]]:
    """Return the places of each finding by its label, language-free."""
    mutated = by_gene(sample)
    found = {
        _label(variants): encoder.of_gene[gene]
        for gene, variants in mutated.items()
        if gene in encoder.of_gene
    }
    for gene in sorted(encoder.covered(sample) - mutated.keys()):
        place = encoder.places.get(f"gene:{gene}")
        if place is not None and encoder.means[place] >= OFTEN:
            found[f"{gene} not mutated"] = encoder.of_gene[gene]
    found |= {
        f"{name} {value:g}": encoder.of_measure[measure]
        for measure, name, value in (
            ("tmb", "tmb_nonsynonymous_per_mb", sample.tmb),
            ("altered", "fraction_genome_altered", sample.altered),
            ("age", "age_at_sequencing", sample.age),
            ("purity", "purity", sample.purity),
        )
        if value is not None and measure in encoder.of_measure
    }
    if sample.is_female is not None and "sex" in encoder.of_measure:
        found[f"sex {'Female' if sample.is_female else 'Male'}"] = encoder.of_measure["sex"]
    found["mutation spectrum"] = encoder.of_measure["spectrum"]
    return found


def _label(variants: tuple[Variant, ...]) -> str:
    first, *others = (variant.label for variant in variants)
    gene = f"{variants[0].gene} "
    return ", ".join([first, *(label.removeprefix(gene) for label in others)])
