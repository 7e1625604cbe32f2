"""From expression to reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from ariane.origin.abstention import AbstentionRule, decided
from ariane.origin.conformal import prediction_set
from ariane.origin.report import (
    EvidenceSource,
    OriginReport,
    QualityCheck,
    Reason,
    Verdict,
    posterior_of,
)
from ariane.origin.rna import quality
from ariane.origin.rna.answers import alike, scores, seen
from ariane.origin.rna.evidence import evidence
from ariane.origin.rna.expression import Expression
from ariane.origin.rna.openset import signs
from ariane.origin.rna.shipping import PANELS, RnaModel, load_rna_model

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

Found = dict[int, OriginReport]
ON_PRIMARIES = Reason("rna-on-primaries")
"""Said of every answer: the panels were trained and measured on primaries."""


def chosen_panel(genes: frozenset[str]) -> str:
    """Return the panel for the genes at hand: the first that has enough, else the fullest."""
    shares = {name: _share(load_rna_model(name), genes) for name in PANELS}
    fullest = max(PANELS, key=lambda name: shares[name])
    return next((name for name in PANELS if shares[name] >= quality.ENOUGH), fullest)


def _share(model: RnaModel, genes: frozenset[str]) -> float:
    own = model.fitted.factors.genes
    return sum(gene in genes for gene in own) / len(own)


def classify(expression: Expression, model: RnaModel) -> Iterator[OriginReport]:
    """Return a report on each sample, in the order of the table."""
    values = _of_panel(expression, model)
    twins = _twins(values)
    found: Found = {}
    for places, genes in alike(values):
        names = [expression.samples[place] for place in places.tolist()]
        same = [
            (Reason("rna-twin", expression.samples[twins[place]]),) if place in twins else ()
            for place in places.tolist()
        ]
        group = _Group(model, values[np.ix_(places, genes)].astype(float), genes)
        found |= zip(places.tolist(), group.reports(names, same), strict=True)
    return (found[place] for place in range(len(values)))


def _of_panel(expression: Expression, model: RnaModel) -> NDArray[np.float32]:
    """Return values of the panel's genes (samples x genes), NaN where unknown."""
    places = {gene: place for place, gene in enumerate(expression.genes)}
    own = model.fitted.factors.genes
    found = np.full((len(expression.samples), len(own)), np.nan, dtype=np.float32)
    for column, gene in enumerate(own):
        if gene in places:
            found[:, column] = expression.values[:, places[gene]]
    return found


def _twins(values: NDArray[np.float32]) -> dict[int, int]:
    """Return, for each sample that has the values of another, the place of another."""
    first: dict[bytes, int] = {}
    found: dict[int, int] = {}
    for place, row in enumerate(values):
        earlier = first.setdefault(row.tobytes(), place)
        if earlier != place:
            found[place] = earlier
            found.setdefault(earlier, place)
    return found


class _Group:
    """Samples that have the same genes known (`values`: samples x `genes`)."""

    def __init__(self, model: RnaModel, values: Floats, genes: Places) -> None:
        self._model = model
        self._values = values
        self._genes = genes
        self._panel = len(model.fitted.factors.genes)

    def reports(
        self, names: list[str], same: list[tuple[Reason, ...]]
    ) -> Iterator[OriginReport]:
        """Yield a report on each."""
        if not quality.enough_genes(len(self._genes), self._panel):
            few = Reason("rna-too-few-genes", f"{len(self._genes)} / {self._panel}")
            yield from (self._no_answer(name, (few, *each)) for name, each in zip(names, same))
            return
        model, factors = self._model, self._model.fitted.factors
        view = seen(model.fitted, self._genes)
        rows = factors.standardised(self._values, self._genes)
        answers = view.answers(rows)
        posterior = model.posterior(scores(model.fitted, answers))
        odd = model.oddness.of(signs(model.fitted, answers))
        for place, name in enumerate(names):
            failed = self._failures(place, rows[place])
            if failed:
                yield self._no_answer(name, (*failed, *same[place]))
                continue
            parts = self._composition(answers.composition[place])
            warned = (*quality.warnings(self._values[place], self._panel), *same[place])
            abstained, checked = self._decided(posterior[place], odd[place], parts, warned)
            heat = model.setting("temperature")
            yield self._report(
                name,
                posterior[place],
                abstained,
                checked,
                evidence(view, rows[place], model.card.classes, heat),
            )

    def _failures(self, place: int, row: Floats) -> tuple[Reason, ...]:
        level = quality.most_level(self._values[place])
        if level >= quality.MOST_LEVEL:
            return (Reason("rna-level", f"{level:.2f}"),)
        factors = self._model.fitted.factors
        order = quality.order(row, factors.mean[self._genes], factors.spread[self._genes])
        if order < self._model.setting("least_order"):
            return (Reason("rna-not-expression", f"{order:.2f}"),)
        return ()

    def _composition(self, parts: Floats) -> tuple[Reason, ...]:
        """Return what is to be said of normal tissue: all of it, or the host that is mixed in."""
        if not len(parts):
            return (Reason("rna-host-unknown"),)
        tissues = self._model.fitted.tissues
        first = int(parts[:-1].argmax())
        if parts[-1] < self._model.setting("least_tumour"):
            return (Reason(f"rna-normal-{tissues[first]}", f"{parts[-1]:.2f}"),)
        error = self._model.setting("host_error")
        if parts[first] < error:
            return ()
        return (Reason(f"rna-host-{tissues[first]}", f"{parts[first]:.2f} ± {error:.2f}"),)

    def _decided(
        self, shares: Floats, odd: float, parts: tuple[Reason, ...], warned: tuple[Reason, ...]
    ) -> tuple[bool, QualityCheck]:
        model = self._model
        normal = any(each.code.startswith("rna-normal-") for each in parts)
        reasons = [*parts, *warned, ON_PRIMARIES]
        if not normal and odd > model.setting("most_odd"):
            reasons.insert(0, Reason("rna-unseen", f"{odd:+.1f}"))
        checked = QualityCheck(
            Verdict.WARN if warned or normal else Verdict.PASS, tuple(reasons)
        )
        if normal or reasons[0].code == "rna-unseen":
            return True, checked
        rule = AbstentionRule(model.setting("answer"), model.setting("precision"))
        return decided(posterior_of(model.card.classes, shares.tolist()), checked, rule)

    def _no_answer(self, name: str, reasons: tuple[Reason, ...]) -> OriginReport:
        """Return a report on a sample that is not fit for use: every origin as likely as another."""
        count = len(self._model.card.classes)
        even = np.full(count, 1 / count)
        return self._report(name, even, True, QualityCheck(Verdict.FAIL, reasons), ())

    def _report(
        self, name: str, shares: Floats, abstained: bool, checked: QualityCheck, found: tuple
    ) -> OriginReport:
        card = self._model.card
        failed = checked.verdict is Verdict.FAIL
        limit = 1.0 if failed else self._model.setting("set90")
        set90 = tuple(card.classes[place] for place in prediction_set(shares, limit))
        return OriginReport(
            sample_id=name,
            source=EvidenceSource.RNA,
            model=card.reference,
            posterior=posterior_of(card.classes, shares.tolist()),
            set90=set90,
            abstained=abstained,
            quality=checked,
            evidence=found,
            validation={code: card.validation[code] for code in set90},
        )
