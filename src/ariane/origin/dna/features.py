"""From a sample to numbers, each with a name; what is unknown has no number.

Names: `gene:KRAS` mutated; `hits:` by several changes; `fs:` and `inframe:` its indels by length
(they stand for truncation, as mutation tables without consequences do not say it); `bin:` fifty
bases of a gene with the kind of change, `region:` three hundred; `change:` one exact change;
`loss:` a change on more reads than one of two copies gives; `spectrum:` kinds of changes;
the rest says its measure.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from ariane.origin.dna.variant import DnaSample, Variant, substitution

BIN, REGION = 50, 300
"""Bases: about a cluster of codons, and an exon."""
REGION_WEIGHT = 0.7
MEASURE_WEIGHT = 0.5
"""Smaller numbers are shrunk more by the penalty: tuned on held-out patients."""
MANY = 10
"""Changes from which on each counts for less: in a hypermutated tumour most are passengers."""
MANY_SCALE = 15
UV_PAIRS = {("CC", "TT"), ("GG", "AA")}
SINGLE_COPY_MARGIN = (0.75, 0.05)
"""A share of reads above 0.75 x purity + 0.05 points to a lost second copy."""
TMB_STEPS = (0.7, 1.2, 1.7, 2.2, 2.7, 3.3)
ALTERED_STEPS = (0.001, 0.02, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6)
AGE_STEPS = (35, 45, 55, 65, 75)

MEASURES = ("tmb", "altered", "age", "sex", "purity", "reads")
"""Groups of features that are unknown together, by the start of their names."""

Named = dict[str, float]


def distinct(variants: Iterable[Variant]) -> tuple[Variant, ...]:
    """Return each change once, in one order whatever the order given."""
    return tuple({variant.place: variant for variant in sorted(variants, key=_order)}.values())


def _order(variant: Variant) -> tuple[object, ...]:
    return (*variant.place, variant.depth or 0, variant.alternate_count or 0, variant.protein)


def by_gene(sample: DnaSample) -> dict[str, tuple[Variant, ...]]:
    """Return the changes of each mutated gene."""
    genes: dict[str, list[Variant]] = {}
    for variant in distinct(sample.variants):
        genes.setdefault(variant.gene, []).append(variant)
    return {gene: tuple(variants) for gene, variants in genes.items()}


def gene_features(gene: str, variants: tuple[Variant, ...], total: int, sample: DnaSample) -> Named:
    """Return the features of one mutated gene; `total` is the number of changes of the sample."""
    weight = 1 / math.sqrt(1 + max(0, total - MANY) / MANY_SCALE)
    named = {f"gene:{gene}": weight}
    for variant in variants:
        place = f"{gene}:{variant.position // BIN}"
        if variant.is_indel:
            kind = "del" if variant.gained < 0 else "ins"
            named[f"{'inframe' if variant.gained % 3 == 0 else 'fs'}:{gene}"] = weight
        else:
            kind = "snv"
        named[f"bin:{place}:{kind}"] = weight
        named[f"change:{gene}:{variant.position}:{variant.reference}>{variant.alternate}"] = 1.0
        if _one_copy_lost(variant, sample.purity):
            named[f"loss:{gene}"] = 1.0
        named[f"region:{gene}:{variant.position // REGION}"] = REGION_WEIGHT * weight
    if len(variants) > 1:
        named[f"hits:{gene}"] = weight
    return named


def _one_copy_lost(variant: Variant, purity: float | None) -> bool:
    share = variant.allele_share
    slope, margin = SINGLE_COPY_MARGIN
    return share is not None and purity is not None and share > slope * purity + margin


def spectrum_features(sample: DnaSample) -> Named:
    """Return how many changes there are, and of which kinds."""
    variants = distinct(sample.variants)
    total = len(variants)
    counts = Counter(_kind(variant) for variant in variants)
    named = {"spectrum:none": float(total == 0), "spectrum:total": math.log1p(total) - 1.7}
    for kind, count in counts.items():
        named[f"spectrum:log:{kind}"] = math.log1p(count)
        named[f"spectrum:share:{kind}"] = 2 * count / (total + 2)
    return _weighted(named)


def _weighted(named: Named) -> Named:
    return {name: MEASURE_WEIGHT * value for name, value in named.items()}


def _kind(variant: Variant) -> str:
    if variant.is_indel:
        kind = "del" if variant.gained < 0 else "ins"
        return kind + ("1" if abs(variant.gained) == 1 else "+")
    if len(variant.reference) == 1:
        return substitution(variant)
    return "UV" if (variant.reference, variant.alternate) in UV_PAIRS else "several"


def measure_features(sample: DnaSample) -> dict[str, Named]:
    """Return the features of each measure that is known."""
    named: dict[str, Named] = {}
    if sample.tmb is not None:
        log_tmb = math.log1p(sample.tmb)
        named["tmb"] = {"tmb:log": log_tmb - 1.5, **_steps("tmb", log_tmb, TMB_STEPS)}
    if sample.altered is not None:
        root = 2 * math.sqrt(sample.altered) - 0.7
        named["altered"] = {
            "altered:root": root,
            **_steps("altered", sample.altered, ALTERED_STEPS),
        }
    if sample.age is not None:
        named["age"] = {
            "age:linear": (sample.age - 62) / 13,
            **_steps("age", sample.age, AGE_STEPS),
        }
    if sample.is_female is not None:
        named["sex"] = {"sex:female": 1.0 if sample.is_female else -1.0}
    if sample.purity is not None:
        named["purity"] = {"purity:linear": 2 * (sample.purity - 0.4)}
    shares = sorted(v.allele_share for v in distinct(sample.variants) if v.allele_share is not None)
    if shares:
        middle = shares[len(shares) // 2]
        named["reads"] = {"reads:highest": shares[-1] - 0.4, "reads:middle": middle - 0.25}
    return {measure: _weighted(features) for measure, features in named.items()}


def _steps(name: str, value: float, steps: Iterable[float]) -> Named:
    return {f"{name}:>{step}": float(value > step) for step in steps}


def all_features(sample: DnaSample) -> Named:
    """Return all features of a sample that have a number other than by absence."""
    genes = by_gene(sample)
    total = sum(map(len, genes.values()))
    named = spectrum_features(sample)
    for gene, variants in genes.items():
        named |= gene_features(gene, variants, total, sample)
    for measured in measure_features(sample).values():
        named |= measured
    return named


def gene_of(feature: str) -> str | None:
    """Return the gene that a feature speaks of, `None` for the others."""
    kind, _, rest = feature.partition(":")
    return rest.partition(":")[0] if kind in GENE_KINDS else None


GENE_KINDS = frozenset({"gene", "hits", "fs", "inframe", "bin", "region", "change", "loss"})


def unknown_measures(known: Mapping[str, Named]) -> tuple[str, ...]:
    """Return the measures that a sample does not have."""
    return tuple(measure for measure in MEASURES if measure not in known)
