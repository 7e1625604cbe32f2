"""The report of a training on one's own expression data: as data, on a terminal, as a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ariane.documents.origin_words import number_words, origin_name
from ariane.origin.model_file import Measure, card_data
from ariane.origin.rna.genes import Why
from ariane.origin.rna.own.cohort import LEAST_SAMPLES, ClassSize
from ariane.origin.rna.own.train import Trained
from ariane.wording.catalogue import speaker
from ariane.wording.language import Language

TOLD = 200
"""Identifiers that name no gene, told in the data."""
SHOWN = 8


class Part(NamedTuple):
    """One part of the report: lines, then a table where it has rows; numbers stand to the right."""

    heading: str
    lines: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def training_data(trained: Trained) -> dict[str, object]:
    """Return the report as plain data, ready for JSON."""
    cohort, layout = trained.cohort, trained.layout
    return {
        "model": card_data(trained.card),
        "samples": {
            "tumours": int(cohort.tumour.sum()),
            "normal": int((~cohort.tumour).sum()),
            "without_label": cohort.without_label,
            "without_expression": cohort.without_expression,
            "label_empty": trained.unlabelled,
            "normal_unused": cohort.normal_unused,
        },
        "grouped_by": trained.grouped_by,
        "groups": len(set(cohort.groups)),
        "folds": int(cohort.folds.max()) + 1,
        "classes": [each._asdict() for each in cohort.classes],
        "left_out": [each._asdict() for each in cohort.left_out],
        "scale": trained.scale.value,
        "genes": {
            "in_table": len(layout.genes),
            "in_model": trained.genes,
            "joined": len(layout.joined),
            "summary_lines": list(layout.summaries),
            "not_named": len(layout.refused),
            "not_named_first": [each._asdict() for each in layout.refused[:TOLD]],
        },
    }


def training_parts(trained: Trained, language: Language) -> tuple[Part, ...]:
    """Return the report in words, part by part."""
    return _Words(trained, language).parts()


class _Words:
    def __init__(self, trained: Trained, language: Language) -> None:
        self._trained = trained
        self._language = language
        self._say = speaker(language)

    def parts(self) -> tuple[Part, ...]:
        card = self._trained.card
        limits = tuple(self._say(f"origin:limit.{limit}") for limit in card.limits)
        parts = [
            Part(self._said("samples"), self._samples()),
            Part(self._said("genes"), self._genes()),
            self._classes(),
        ]
        if self._trained.cohort.left_out:
            parts.append(self._left_out())
        parts += [self._measured(), Part(self._say("origin:card.limits"), limits)]
        return tuple(parts)

    def _said(self, key: str, **values: object) -> str:
        return self._say(f"rna_training:{key}", **values)

    def _samples(self) -> tuple[str, ...]:
        cohort = self._trained.cohort
        groups = self._said(
            "validation",
            folds=int(cohort.folds.max()) + 1,
            column=self._trained.grouped_by,
            groups=len(set(cohort.groups)),
        )
        apart = (
            ("normal", int((~cohort.tumour).sum())),
            ("normal-unused", cohort.normal_unused),
            ("without-label", cohort.without_label),
            ("without-expression", cohort.without_expression),
            ("label-empty", self._trained.unlabelled),
        )
        counted = (self._said(key, count=count) for key, count in apart if count)
        return (self._said("trained-on", count=int(cohort.tumour.sum())), groups, *counted)

    def _genes(self) -> tuple[str, ...]:
        layout = self._trained.layout
        lines = [
            self._said("genes-counted", table=len(layout.genes), model=self._trained.genes),
            self._said(f"scale.{self._trained.scale}"),
        ]
        if layout.joined:
            lines.append(self._said("joined", count=len(layout.joined)))
        if layout.summaries:
            lines.append(self._said("summaries", names=_some(layout.summaries)))
        for why in Why:
            names = [each.identifier for each in layout.refused if each.why is why]
            if names:
                key = f"refused.{why.value.replace('_', '-')}"
                lines.append(self._said(key, count=len(names), names=_some(names)))
        return tuple(lines)

    def _classes(self) -> Part:
        validation = self._trained.card.validation
        rows = tuple(
            (
                *self._size(each),
                self._number(validation[each.code].recall),
                self._number(validation[each.code].precision),
            )
            for each in self._trained.cohort.classes
        )
        header = (*self._sizes(), *map(self._say, ("origin:card.recall", "origin:card.precision")))
        return Part(self._said("classes"), (), header, rows)

    def _left_out(self) -> Part:
        rows = tuple(map(self._size, self._trained.cohort.left_out))
        why = self._said("left-out.why", least=LEAST_SAMPLES)
        return Part(self._said("left-out"), (why,), self._sizes(), rows)

    def _sizes(self) -> tuple[str, ...]:
        return self._say("origin:card.origin"), self._said("samples.n"), self._said("groups.n")

    def _size(self, size: ClassSize) -> tuple[str, ...]:
        name = f"{size.code} · {origin_name(size.code, self._language)}"
        return name, str(size.samples), str(size.groups)

    def _measured(self) -> Part:
        named = (self._say(f"origin:card.{key}") for key in ("value", "interval", "n"))
        header = (self._said("measured.measure"), *named)
        rows = tuple(map(self._measure, self._trained.card.measured))
        return Part(self._said("measured"), (self._said("measured.how"),), header, rows)

    def _measure(self, line: Measure) -> tuple[str, ...]:
        value, low, high = map(self._number, (line.value, line.low, line.high))
        return self._say(f"origin:measure.{line.measure}"), value, f"{low} – {high}", str(line.n)

    def _number(self, value: float | None) -> str:
        return "–" if value is None else number_words(value, 3, self._language)


def _some(names: Iterable[str]) -> str:
    held = list(names)
    return ", ".join(held[:SHOWN]) + (", …" if len(held) > SHOWN else "")
