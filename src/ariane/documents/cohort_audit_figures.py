"""An audit as one tidy table: a line a number, the same in JSON, CSV and Parquet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO

from ariane.cohort.audit.auditing import Audit
from ariane.cohort.audit.intervals import wilson
from ariane.cohort.audit.release import Audited, Judged, Released, Row, View
from ariane.guideline.tncd24.chapter import EDITION, GUIDELINE_ID
from ariane.guideline.tncd24.knowledge_hash import knowledge_sha256
from ariane.version import __version__
from ariane.wording.catalogue import say
from ariane.wording.language import Language

SCHEMA = "ariane-cohort-audit/1"
TRUTHS = ("holds", "fails", "unknown")
DECIDED = ("concordant", "discordant")


COLUMNS = (
    "statement",
    "fact",
    "grouping",
    "group",
    "measure",
    "count",
    "denominator",
    "share",
    "low",
    "high",
    "suppressed",
)
"""Of a figure: one number. `group` is a value of the column `grouping`, both `None` for all.

`share` is `count` in `denominator`; `low` and `high` its 95 % interval (Wilson), for the
concordance alone. `suppressed`: the count is withheld.
"""

Figure = tuple[str | int | float | bool | None, ...]


def figures(audit: Audit) -> Iterator[Figure]:
    """Yield every number of an audit: patients, facts, statements, for all and for each group."""
    for view in audit.views:
        for place, group in enumerate(view.groups):
            yield from _Group(view, place, group).figures()


def audit_json(audit: Audit, language: Language) -> str:
    """Return the document `ariane-cohort-audit/1`, one line a figure."""
    head = {
        "schema": SCHEMA,
        "guideline": {
            "id": GUIDELINE_ID,
            "edition": EDITION,
            "ariane_version": __version__,
            "knowledge_sha256": knowledge_sha256(),
        },
        "synthetic": audit.synthetic,
        "min_cell": audit.minimum,
        "rows": {
            "read": audit.rows,
            "assessed": audit.everyone.patients[0],
            "rejected": audit.rejected,
        },
        "groupings": list(audit.grouping.names),
    }
    said = json.JSONEncoder(ensure_ascii=False).encode
    lines = ",\n  ".join(said(dict(zip(COLUMNS, f, strict=True))) for f in figures(audit))
    parts = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    parts.append(f'"figures": [\n  {lines}\n]')
    parts.append(f'"intended_use": {said(say("intended-use", language))}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def audit_table(audit: Audit, ending: str) -> bytes:
    """Return the table of figures as `csv` or `parquet`."""
    import polars as pl

    text, number, share = pl.String(), pl.Int64(), pl.Float64()
    kinds = (text, text, text, text, text, number, number, share, share, share, pl.Boolean())
    schema = dict(zip(COLUMNS, kinds, strict=True))
    frame = pl.DataFrame(list(figures(audit)), schema=schema, orient="row")
    stream = BytesIO()
    if ending == "csv":
        frame.write_csv(stream)
    else:
        frame.write_parquet(stream)
    return stream.getvalue()


class _Group:
    def __init__(self, view: View, place: int, group: str | None) -> None:
        self._view = view
        self._place = place
        self._group = group

    def figures(self) -> Iterator[Figure]:
        patients = self._at(self._view.patients)
        yield self._figure("patients", patients, None)
        for name, row in self._view.known.items():
            yield self._figure("known", self._at(row), patients, fact=name)
        for name, entry in self._view.statements.items():
            yield from self._statement(name, entry, patients)

    def _statement(self, name: str, entry: Audited, patients: Released) -> Iterator[Figure]:
        for measure in TRUTHS:
            yield self._figure(measure, self._at(getattr(entry, measure)), patients, name)
        unknown = self._at(entry.unknown)
        if entry.judged is not None:
            perhaps = total(self._at(entry.holds), unknown)
            yield from self._judged(name, entry.judged, perhaps)
        for fact, row in entry.waits.items():
            yield self._figure("waits", self._at(row), unknown, name, fact)

    def _judged(self, name: str, judged: Judged, perhaps: Released) -> Iterator[Figure]:
        decided = total(self._at(judged.concordant), self._at(judged.discordant))
        for measure in Judged._fields:
            within = decided if measure in DECIDED else perhaps
            yield self._figure(measure, self._at(getattr(judged, measure)), within, name)

    def _at(self, row: Row) -> Released:
        return row[self._place]

    def _figure(
        self,
        measure: str,
        count: Released,
        within: Released,
        statement: str | None = None,
        fact: str | None = None,
    ) -> Figure:
        place = (statement, fact, self._view.name, self._group, measure.replace("_", "-"))
        share = wilson(count, within) if count is not None and within is not None else None
        low, high = share[1:] if share and measure in DECIDED else (None, None)
        return (*place, count, within, share and share.share, low, high, count is None)


def total(*numbers: Released) -> Released:
    """Return a sum, withheld where one of its parts is."""
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None
