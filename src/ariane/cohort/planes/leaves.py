"""The leaves of conditions, read off the columns of a table into planes.

Booleans are taken over as bitmaps and texts are compared by their code in a dictionary; whatever
comes in another type goes the way of `ariane.cohort.columns`, by column expressions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import polars as pl

from ariane.cohort.columns import (
    RAW,
    READ,
    doubtful,
    is_nan,
    read,
    result,
)
from ariane.cohort.emitting import emitted
from ariane.cohort.planes.bitmaps import Bitmap, packed, true, valid
from ariane.cohort.planes.recorded import AS_RECORDED
from ariane.cohort.planes.words import Words, as_bytes, no_planes
from ariane.facts.constraints import IMPLICATIONS
from ariane.facts.no_result import UNKNOWN
from ariane.facts.vocabulary import BY_NAME
from ariane.logic.expression import ALWAYS, Expression, IsKnown, OneOf
from ariane.logic.fact import BoolFact, EnumFact, Fact
from ariane.logic.structure import facts_of

DOUBT = "__doubt"
NAN = "__nan"


class Read(NamedTuple):
    """One plane an input; the patients whose cells the checker of cases has to see; NaN cells."""

    planes: Words
    doubtful: Bitmap
    nan: int


class Leaves:
    """The inputs of programs, for tables whose facts have the types of `schema`."""

    def __init__(self, inputs: Sequence[Expression], schema: Mapping[str, pl.DataType]) -> None:
        self.inputs = tuple(inputs)
        self.place = {leaf: number for number, leaf in enumerate(inputs)}
        facts = {BY_NAME[name]: dtype for name, dtype in schema.items() if dtype != pl.Null}
        self._bools = [f for f in facts if isinstance(f, BoolFact) and facts[f] == pl.Boolean]
        self._enums = [fact for fact in facts if isinstance(fact, EnumFact)]
        self._others = {f: d for f, d in facts.items() if f not in (*self._bools, *self._enums)}
        self._emitted = {n: leaf for n, leaf in enumerate(inputs) if self._is_other(leaf)}
        self._tested: dict[Fact, list[tuple[int, str]]] = {}
        for number, leaf in enumerate(inputs):
            if isinstance(leaf, OneOf) and isinstance(leaf.fact, EnumFact):
                fact = BY_NAME[leaf.fact.name]
                self._tested.setdefault(fact, []).append((number, leaf.values[0]))

    def read(self, batch: Any) -> Read:
        """Return the leaves for the rows of an Arrow record batch."""
        count = batch.num_rows
        planes = no_planes(len(self.inputs), count)
        bits = as_bytes(planes)[:, : (count + 7) // 8]
        doubts = packed(np.zeros(count, np.bool_))
        bits[self.place[ALWAYS]] = packed(np.ones(count, np.bool_))
        for flag in self._bools:
            self._read_bool(flag, batch.column(flag.name), bits)
        for fact in self._enums:
            doubts |= self._read_enum(fact, _encoded(batch.column(fact.name)), bits)
        nan = self._read_others(batch, bits, doubts) if self._others else 0
        self._imply(planes)
        return Read(planes, doubts, nan)

    def _is_other(self, leaf: Expression) -> bool:
        if leaf == ALWAYS:
            return False
        facts = (leaf.fact,) if isinstance(leaf, IsKnown) else facts_of(leaf)
        return all(fact in self._others for fact in facts)

    def _read_bool(self, fact: BoolFact, array: Any, bits: Any) -> None:
        for leaf, bitmap in ((fact, true), (IsKnown(fact), valid)):
            if leaf in self.place:
                bits[self.place[leaf]] = bitmap(array)

    def _read_enum(self, fact: EnumFact[Any], array: Any, bits: Any) -> Bitmap:
        """Read the values of one fact; return the cells that have none of its values."""
        values = array.dictionary.to_pylist()
        codes = _codes(array)
        given = valid(array)
        nothing = np.zeros_like(given)
        having: dict[str | None, Bitmap] = {}
        for code, value in enumerate(values):
            having[value] = having.get(value, nothing) | (packed(codes == code) & given)
        for number, value in self._tested.get(fact, ()):
            bits[number] = having.get(value, nothing)
        for known, silent in self._readings(fact):
            if IsKnown(known) in self.place:
                unsaid = [having[value] for value in silent if value in having]
                bits[self.place[IsKnown(known)]] = given & ~_any(unsaid, nothing)
        strange = set(values) - {*fact.allowed, UNKNOWN, None}
        return _any([having[value] for value in strange], nothing)

    @staticmethod
    def _readings(fact: EnumFact[Any]) -> Iterator[tuple[Fact, tuple[str | None, ...]]]:
        """Yield a fact as conditions and as fulfilments see it, with what says nothing to them."""
        yield fact, (None, UNKNOWN, *fact.no_result)
        if fact in AS_RECORDED:
            yield AS_RECORDED[fact], (None, UNKNOWN)

    def _read_others(self, batch: Any, bits: Any, doubts: Bitmap) -> int:
        names = [fact.name for fact in self._others]
        frame: Any = pl.from_arrow(batch.select(names))
        raw = frame.lazy().rename({name: RAW + name for name in names})
        raw = raw.with_columns(read(f, d).alias(READ + f.name) for f, d in self._others.items())
        raw = raw.with_columns(map(result, self._others))
        doubt = pl.any_horizontal(doubtful(fact, dtype) for fact, dtype in self._others.items())
        nan = pl.sum_horizontal(is_nan(d, f.name).sum() for f, d in self._others.items())
        leaves = [emitted(leaf).alias(str(n)) for n, leaf in self._emitted.items()]
        found = raw.select(*leaves, doubt.alias(DOUBT), nan.alias(NAN)).collect()
        for number in self._emitted:
            bits[number] = true(_arrow(found[str(number)]))
        doubts |= true(_arrow(found[DOUBT]))
        return int(found[NAN][0] or 0) if len(found) else 0

    def _imply(self, planes: Words) -> None:
        """Let causes imply their effects; a stated value is never replaced."""
        for rule in IMPLICATIONS:
            cause = planes[self.place[rule.cause]]
            for effect in rule.effects:
                known = planes[self.place[IsKnown(effect)]]
                planes[self.place[effect]] |= cause & ~known
                known |= cause


def _encoded(array: Any) -> Any:
    return array if hasattr(array, "dictionary") else array.dictionary_encode()


def _codes(array: Any) -> Any:
    """Return the codes of a dictionary array, in the narrowest type; of nulls, anything."""
    indices = array.indices
    kind = np.dtype(indices.type.to_pandas_dtype())
    codes = np.frombuffer(indices.buffers()[1], kind)[indices.offset :][: len(indices)]
    return codes.astype(np.uint8) if len(array.dictionary) < 256 else codes


def _any(bitmaps: Sequence[Bitmap], nothing: Bitmap) -> Bitmap:
    found: Bitmap = np.bitwise_or.reduce([nothing, *bitmaps])
    return found


def _arrow(series: pl.Series) -> Any:
    return series.to_arrow()
