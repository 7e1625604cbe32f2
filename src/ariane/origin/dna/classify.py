"""From DNA samples to reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ariane.origin.abstention import AbstentionRule, decided
from ariane.origin.conformal import prediction_set
from ariane.origin.dna.evidence import evidence
from ariane.origin.dna.quality import checked
from ariane.origin.dna.shipping import DnaModel
from ariane.origin.dna.variant import DnaSample
from ariane.origin.report import EvidenceSource, OriginReport, posterior_of


def classify(
    samples: Iterable[DnaSample], model: DnaModel, use_site: bool = True
) -> Iterator[OriginReport]:
    """Return a report on each sample; `use_site`: whether the biopsied site serves as prior."""
    for sample in samples:
        yield _classified(sample, model, use_site)


def _classified(sample: DnaSample, model: DnaModel, use_site: bool) -> OriginReport:
    row = model.encoder.row(sample)
    group = model.priors.group(sample, use_site)
    ratio = model.priors.log_ratio(group)
    shares = model.classifier.posterior(row[None, :], ratio)[0]
    classes = model.card.classes
    posterior = posterior_of(classes, shares.tolist())
    rule = AbstentionRule(model.threshold("answer", group), model.card.settings["precision"])
    quality = checked(sample, model.encoder.panels, model.priors)
    abstained, quality = decided(posterior, quality, rule)
    inside = prediction_set(shares, model.threshold("set90", group))
    set90 = tuple(classes[place] for place in inside)
    return OriginReport(
        sample_id=sample.sample_id,
        source=EvidenceSource.DNA,
        model=model.card.reference,
        posterior=posterior,
        set90=set90,
        abstained=abstained,
        quality=quality,
        evidence=evidence(model, sample, row, group),
        validation={code: model.card.validation[code] for code in set90},
    )
