"""Files about the origin of a tumour that were dropped on a page: which they are, what they hold.

Nothing is kept: files with tables of patients are read in a folder that is gone afterwards.
"""

from __future__ import annotations

import gzip
import io
import re
import tempfile
import zlib
from collections.abc import Callable, Sequence
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

MOST_BYTES = 24 * 1024 * 1024
MOST_EXPANDED = 96 * 1024 * 1024
MOST_ROWS = 150_000
"""Rows that are read within the time that a request has; a panel has tens, an exome thousands."""
MOST_OFFERED = 50
"""Samples of which one may be chosen on a page; of a longer table one has to be named."""
GZIP, PARQUET, VCF = b"\x1f\x8b", b"PAR1", b"##fileformat=VCF"
HEAD = 1024 * 1024
ODD = re.compile(r"[^\w.() -]")


class Form(StrEnum):
    """What a file is, by what it holds and not by its name."""

    REPORT = "report"
    MUTATIONS = "mutations"
    VARIANTS = "variants"
    SAMPLES = "samples"
    EXPRESSION = "expression"
    UNKNOWN = "unknown"


class Dropped(NamedTuple):
    """One file as it came."""

    name: str
    content: bytes


class Sorted(NamedTuple):
    """One file, unpacked, and what it is."""

    name: str
    content: bytes
    form: Form


class Candidate(NamedTuple):
    """A report that a case may come to carry: of which sample, by which kind, and its entry."""

    sample: str
    source: str
    entry: dict[str, Any]


class FilesRefusedError(ValueError):
    """Files that cannot be used; `key` is one of `web_origin:refused.KEY`."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(f"{key}: {values}")
        self.key = key
        self.values = values


Read = Callable[[Sequence[Sorted], str], list[Candidate]]
"""How files of a kind are read: for the sample that is named, else for all."""


class Reader(NamedTuple):
    """What reads files of these forms, and the modules that it needs."""

    forms: frozenset[Form]
    needs: tuple[str, ...]
    read: Read


def candidates(files: Sequence[Dropped], sample: str, readers: Sequence[Reader]) -> list[Candidate]:
    """Return the reports that files hold or lead to. Raises `FilesRefusedError`, `InputRefused`."""
    if not files:
        raise FilesRefusedError("nothing")
    known = [sorted_out(file) for file in files]
    strange = [file.name for file in known if file.form is Form.UNKNOWN]
    if strange:
        raise FilesRefusedError("not-understood", names=", ".join(strange))
    forms = {file.form for file in known}
    reader = next((reader for reader in readers if forms <= reader.forms), None)
    if reader is None:
        can = any(forms & reader.forms for reader in readers)
        names = ", ".join(file.name for file in known)
        raise FilesRefusedError("mixed" if can else "not-understood", names=names)
    absent = [name for name in reader.needs if find_spec(name) is None]
    if absent:
        raise FilesRefusedError("extra", names=", ".join(absent))
    return reader.read(known, sample)


def chosen_from(samples: Sequence[str], sample: str) -> list[str]:
    """Return the samples to work on. Raises `FilesRefusedError` for a wrong one, or too many."""
    if sample and sample not in samples:
        shown = ", ".join(samples[:5]) + ("…" if len(samples) > 5 else "")
        raise FilesRefusedError("no-such-sample", sample=sample, names=shown)
    if not sample and len(samples) > MOST_OFFERED:
        raise FilesRefusedError("too-many", count=len(samples), most=MOST_OFFERED)
    return [sample] if sample else list(samples)


def sorted_out(file: Dropped) -> Sorted:
    """Unpack a file and tell what it is. Raises `FilesRefusedError` for one that is too large."""
    name = ODD.sub("_", file.name.replace("\\", "/").rpartition("/")[2])[:100] or "?"
    if len(file.content) > MOST_BYTES:
        raise FilesRefusedError("too-large", name=name, most=MOST_BYTES // 2**20)
    content = _unpacked(name, file.content)
    if content.count(b"\n") > MOST_ROWS and not content.startswith(PARQUET):
        raise FilesRefusedError("too-many-rows", name=name, most=MOST_ROWS)
    return Sorted(name, content, _form(name, content))


def _unpacked(name: str, content: bytes) -> bytes:
    if not content.startswith(GZIP):
        return content
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as stream:
            whole = stream.read(MOST_EXPANDED + 1)
    except (OSError, EOFError, zlib.error):
        raise FilesRefusedError("not-understood", names=name) from None
    if len(whole) > MOST_EXPANDED:
        raise FilesRefusedError("too-large", name=name, most=MOST_EXPANDED // 2**20)
    return whole


def _form(name: str, content: bytes) -> Form:
    if content.startswith(PARQUET):
        return _of_columns(_parquet_columns(name, content))
    try:
        head = content[:HEAD].decode(
            "utf-8-sig", errors="strict" if len(content) <= HEAD else "ignore"
        )
    except UnicodeDecodeError:
        return Form.UNKNOWN
    if head.lstrip()[:1] in ("{", "["):
        return Form.REPORT
    if content.startswith(VCF):
        return Form.VARIANTS
    lines = (line for line in head.splitlines() if line.strip() and not line.startswith("#"))
    return _of_columns([name.strip() for name in next(lines, "").split("\t")])


def _of_columns(columns: Sequence[str]) -> Form:
    if {"Tumor_Sample_Barcode", "Hugo_Symbol"} & set(columns):
        return Form.MUTATIONS
    if "sample_id" in columns:
        return Form.SAMPLES
    return Form.EXPRESSION if len(columns) > 1 else Form.UNKNOWN


def _parquet_columns(name: str, content: bytes) -> list[str]:
    if find_spec("pyarrow") is None:
        raise FilesRefusedError("extra", names="pyarrow")
    import pyarrow as pa
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(io.BytesIO(content))
    except (pa.ArrowException, OSError):
        return []
    if file.metadata.num_rows > MOST_ROWS:
        raise FilesRefusedError("too-many-rows", name=name, most=MOST_ROWS)
    return list(file.schema_arrow.names)


class Folder:
    """Files on disk for as long as they are read; each keeps its name, for what is said of it."""

    def __init__(self, files: Sequence[Sorted]) -> None:
        self._files = files
        self._held = tempfile.TemporaryDirectory(prefix="ariane-")

    def __enter__(self) -> list[Path]:
        paths = []
        for number, file in enumerate(self._files):
            place = Path(self._held.name) / str(number)
            place.mkdir()
            path = place / file.name
            path.write_bytes(file.content)
            paths.append(path)
        return paths

    def __exit__(self, *_: object) -> None:
        self._held.cleanup()
