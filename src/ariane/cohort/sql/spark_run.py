"""Spark on Parquet, a file or a folder: conditions run in the executors, which need no Python."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from py4j.protocol import Py4JError
from pyspark import StorageLevel
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from pyspark.sql import types as st

from ariane.cohort.assessing import Batch
from ariane.cohort.columns import CASE_ID
from ariane.cohort.engines import EngineError, refusals
from ariane.cohort.sql.bits import Bits
from ariane.cohort.sql.cohort_query import NAN, RAW_JSON, cohort_query
from ariane.cohort.sql.dialects import Spark
from ariane.cohort.sql.layers import Layers, Sql, sql
from ariane.cohort.sql.suspects import Reconciler, booleans
from ariane.cohort.tables import BATCH
from ariane.guideline.tncd24.chapter import statements

ERRORS = (PySparkException, Py4JError)
VIEW = "_table"
PLACE = ("_file", "_row")
"""Where a row stands: rows are numbered by the names of the files, then by their place."""
PER_WORD = 31
"""Results, of two bits each, that a whole number of 64 bits holds without its sign."""
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.sql.caseSensitive": "true",
    "spark.sql.session.timeZone": "UTC",
}


class SparkRun:
    """A table being assessed by Spark. Raises `TableError` and `EngineError`."""

    def __init__(self, place: Path, master: str | None = None) -> None:
        self._place = place
        with refusals(place, *ERRORS):
            self._session = session(master)
            table = self._session.read.parquet(str(place))
            self._table = table.selectExpr(
                "*", f"_metadata.file_path AS {PLACE[0]}", f"_metadata.row_index AS {PLACE[1]}"
            )
        schema = {field.name: _type(field.dataType) for field in table.schema.fields}
        said = {field.name: field.dataType.simpleString() for field in table.schema.fields}
        self._reconciler = Reconciler(schema, declared=said)
        self._query = cohort_query(Bits(Layers(Spark())), schema, VIEW, packed)
        self.schema = self._reconciler.schema
        self.rows: int | None = None

    def batches(self) -> Iterator[tuple[int, Batch]]:
        """Yield the number of rows read and what became of them."""
        done = 0
        with refusals(self._place, *ERRORS):
            self._table.createOrReplaceTempView(VIEW)
            # Kept on disk, for to put rows in order Spark reads them twice.
            answers = self._session.sql(self._query).persist(StorageLevel.DISK_ONLY)
            try:
                rows = answers.orderBy(*PLACE).toLocalIterator()
                while some := list(islice(rows, BATCH)):
                    yield len(some), self._reconciler.batch(self._unpacked(some), done)
                    done += len(some)
            finally:
                answers.unpersist()

    def _unpacked(self, rows: Sequence[Any]) -> pl.DataFrame:
        """Return rows of the query as a table with a column for each statement."""
        ids = [statement.id for statement in statements()]
        count = -(-len(ids) // PER_WORD)
        words = np.array([row[1 : 1 + count] for row in rows], dtype=np.int64)
        results = {
            name: (words[:, i // PER_WORD] >> (2 * (i % PER_WORD)) & 3).astype(np.uint8)
            for i, name in enumerate(ids)
        }
        named = {name: [row[name] for row in rows] for name in (CASE_ID, RAW_JSON, NAN)}
        types = pl.Schema({CASE_ID: self.schema[CASE_ID], RAW_JSON: pl.String(), NAN: pl.Int64()})
        return booleans(pl.DataFrame(named, types).hstack(pl.DataFrame(results)))


def session(master: str | None) -> SparkSession:
    """Return a session: of `master`, of what `spark-submit` says, else of this machine alone."""
    home = os.environ.get("JAVA_HOME")
    if not shutil.which("java", path=f"{home}/bin" if home else None):
        raise EngineError(kind="no-java")
    builder = SparkSession.builder.appName("ariane cohort assess")
    if master is None and "PYSPARK_GATEWAY_PORT" not in os.environ:
        master = "local[*]"
    if master:
        builder = builder.master(master)
        if master.startswith("local"):
            # Rows of patients: nothing outside this machine shall reach them.
            os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def packed(results: Sequence[tuple[str, Sql]]) -> Mapping[str, Sql]:
    """Return results as few whole numbers, and where the row stands.

    A row of three hundred booleans would be an object of Python for each of them.
    """
    words = [results[start : start + PER_WORD] for start in range(0, len(results), PER_WORD)]
    numbers = {f"_word{number}": _word(word) for number, word in enumerate(words)}
    return numbers | {name: Sql(name) for name in PLACE}


def _word(results: Sequence[tuple[str, Sql]]) -> Sql:
    shifted = (f"shiftleft(CAST({{}} AS BIGINT), {2 * place})" for place in range(len(results)))
    return sql(" | ".join(shifted), *(result for _, result in results))


def _type(found: st.DataType) -> pl.DataType:
    """Return the type of a column; of one that no fact has, `Object`."""
    match found:
        case st.BooleanType():
            return pl.Boolean()
        case st.IntegralType():
            return pl.Int64()
        case st.FloatType():
            return pl.Float32()
        case st.DoubleType():
            return pl.Float64()
        case st.DecimalType():
            return pl.Decimal(found.precision, found.scale)
        case st.StringType():
            return pl.String()
        case st.DateType():
            return pl.Date()
        case st.ArrayType():
            return pl.List(_type(found.elementType))
        case st.NullType():
            return pl.Null()
    return pl.Object()
