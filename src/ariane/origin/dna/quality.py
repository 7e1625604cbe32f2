"""What the input of a sample is good for."""

from __future__ import annotations

from ariane.origin.dna.encoding import Panels
from ariane.origin.dna.features import by_gene, measure_features
from ariane.origin.dna.priors import SitePriors
from ariane.origin.dna.variant import DnaSample
from ariane.origin.report import QualityCheck, Reason, Verdict

FEW_GENES = 2
"""Held out, two in three answers are right with two mutated genes, half with one, one in five with
none; three in four with more."""
SMALL_PANEL = 100
"""Genes that a large panel has at least (24.3.8.1); the smallest of the training data has 341."""
HYPERMUTATED = 20.0
"""Mutations per megabase from which most are passengers: our own mark, no diagnostic threshold."""
LOW_PURITY = 0.2
"""Share of tumour cells below which a panel misses changes and copy numbers."""
NEEDED = {"tmb": "tmb_nonsynonymous_per_mb", "altered": "fraction_genome_altered", "sex": "sex"}

HG38_HOTSPOTS = {
    ("1", 114713908),
    ("1", 114713909),
    ("2", 208248388),
    ("2", 208248389),
    ("3", 179218294),
    ("3", 179218303),
    ("3", 179234297),
    ("7", 140753336),
    ("12", 25245347),
    ("12", 25245350),
    ("12", 25245351),
    ("17", 7673776),
    ("17", 7673802),
    ("17", 7673803),
    ("17", 7674220),
    ("17", 7674221),
    ("17", 7675088),
}
"""Where NRAS 61, IDH1 132, PIK3CA 542, 545 and 1047, BRAF 600, KRAS 12 and 13, and TP53 175, 248,
273 and 282 stand in build hg38: a change there was not placed on hg19."""


def checked(sample: DnaSample, panels: Panels, priors: SitePriors) -> QualityCheck:
    """Return the verdict on a sample, and every reason for it."""
    failed = _failures(sample)
    if failed:
        return QualityCheck(Verdict.FAIL, (*failed, *_warnings(sample, panels, priors)))
    warned = _warnings(sample, panels, priors)
    return QualityCheck(Verdict.WARN if warned else Verdict.PASS, warned)


def _failures(sample: DnaSample) -> tuple[Reason, ...]:
    if not sample.variants:
        return (Reason("no-mutation"),)
    placed = [v for v in sample.variants if (v.chromosome, v.position) in HG38_HOTSPOTS]
    return (Reason("build-hg38", placed[0].label),) if placed else ()


def _warnings(sample: DnaSample, panels: Panels, priors: SitePriors) -> tuple[Reason, ...]:
    reasons = []
    genes = len(by_gene(sample))
    if 0 < genes <= FEW_GENES:
        reasons.append(Reason("few-genes", str(genes)))
    if sample.tmb is not None and sample.tmb >= HYPERMUTATED:
        reasons.append(Reason("hypermutated", f"{sample.tmb:g}"))
    if sample.covered is not None and len(sample.covered) < SMALL_PANEL:
        reasons.append(Reason("small-panel", str(len(sample.covered))))
    if sample.covered is None and sample.panel not in panels:
        named = Reason("panel-unknown", sample.panel) if sample.panel else Reason("panel-absent")
        reasons.append(named)
    if sample.purity is not None and sample.purity < LOW_PURITY:
        reasons.append(Reason("low-purity", f"{sample.purity:g}"))
    if sample.site is not None and priors.named(sample.site) is None:
        reasons.append(Reason("site-unknown", sample.site))
    known = measure_features(sample)
    absent = [column for measure, column in NEEDED.items() if measure not in known]
    if absent:
        reasons.append(Reason("not-given", ", ".join(absent)))
    return tuple(reasons)
