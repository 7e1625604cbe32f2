"""What each finding adds: the log-odds of an origin with it, less those without it.

Without it means as if it had not been looked at: its features at their means. The effect is that on
the whole model, so a finding counts in the company of the others; effects need not add up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ariane.origin.dna.encoding import Encoder
from ariane.origin.dna.features import by_gene
from ariane.origin.dna.priors import NONE
from ariane.origin.dna.shipping import DnaModel
from ariane.origin.dna.variant import DnaSample, Variant
from ariane.origin.report import Evidence

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

OFTEN = 0.04
"""Share of tumours in which a gene is mutated for its absence to be told."""
TOLD, WEIGHED = 20, 60
"""Findings told of one sample; findings whose effect is worked out."""
LEAST_TOLD = 0.1
ORIGINS_TOLD = 5
CLIP = 1e-6


class _Finding(NamedTuple):
    label: str
    change: Floats
    ratio: Floats


def evidence(
    model: DnaModel, sample: DnaSample, row: NDArray[np.float32], group: str
) -> tuple[Evidence, ...]:
    """Return the findings of a sample, the strongest first, for its likeliest origins."""
    findings = _findings(model, sample, row, group)
    units = model.network.units(row[None, :])
    ratio = model.priors.log_ratio(group)
    whole = _log_odds(model.network.posterior(units, ratio))[0]
    without = _log_odds(
        model.network.posterior(
            units - np.array([finding.change for finding in findings]),
            np.array([finding.ratio for finding in findings]),
        )
    )
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
    encoder, first = model.encoder, model.network.first
    findings = []
    for label, places in _looked_at(encoder, sample).items():
        moved = row[places] - encoder.means[places]
        findings.append(_Finding(label, moved @ first[places], ratio))
    findings.sort(key=lambda finding: -float(np.abs(finding.change).sum()))
    del findings[WEIGHED:]
    if group != NONE:
        nothing = np.zeros(first.shape[1])
        findings.append(_Finding(f"biopsy_site {group}", nothing, np.zeros_like(ratio)))
    return findings


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
