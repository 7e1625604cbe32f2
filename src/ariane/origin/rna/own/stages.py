"""What an interrupted training leaves behind, so that it goes on where it stopped.

A folder of arrays and one JSON file that says how far each stage has come. The file is written last
and replaced whole: a kill at any moment loses at most the step under way.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

ENDS = 1 << 20
"""Bytes at each end of a file that are hashed, with its size, to know it again."""


class OtherInputs(ValueError):  # noqa: N818 - it is what was found
    """The stages in the folder were made from other files or settings."""


@dataclass(frozen=True, slots=True)
class Stages:
    """A folder of stages."""

    folder: Path

    def begin(self, inputs: Mapping[str, Any]) -> None:
        """Start, or go on from what is there. Raises `OtherInputs`."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if not self._state:
            self._write({"inputs": dict(inputs)})
        elif self._state["inputs"] != json.loads(json.dumps(inputs)):
            raise OtherInputs(str(self.folder))

    def progress(self, stage: str) -> dict[str, Any]:
        """Return what a stage noted last; empty where it has not begun."""
        noted: dict[str, Any] = self._state.get(stage, {})
        return noted

    def note(self, stage: str, noted: Mapping[str, Any]) -> None:
        """Keep how far a stage has come."""
        self._write({**self._state, stage: dict(noted)})

    def matrix(self, name: str, shape: tuple[int, int]) -> DiskMatrix:
        """Return a matrix on disk; it is unknown throughout when new."""
        place = self.folder / f"{name}.npy"
        if not place.exists():
            unfinished = place.with_suffix(".new.npy")
            made = np.lib.format.open_memmap(unfinished, mode="w+", dtype=np.float32, shape=shape)
            for row in made:
                row[:] = np.nan
            made.flush()
            os.replace(unfinished, place)
        return DiskMatrix(place, shape)

    def keep(self, name: str, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Keep arrays under a name, whole or not at all."""
        unfinished = self.folder / f"{name}.new.npz"
        np.savez(unfinished, allow_pickle=False, **arrays)
        os.replace(unfinished, self.folder / f"{name}.npz")

    def kept(self, name: str) -> dict[str, NDArray[Any]] | None:
        """Return the arrays kept under a name, if any."""
        place = self.folder / f"{name}.npz"
        if not place.exists():
            return None
        with np.load(place, allow_pickle=False) as archive:
            return {key: archive[key] for key in archive.files}

    def remove(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.folder)

    @property
    def _state(self) -> dict[str, Any]:
        place = self.folder / "state.json"
        if not place.exists():
            return {}
        state: dict[str, Any] = json.loads(place.read_text("utf-8"))
        return state

    def _write(self, state: Mapping[str, Any]) -> None:
        unfinished = self.folder / "state.new.json"
        unfinished.write_text(json.dumps(state), "utf-8")
        os.replace(unfinished, self.folder / "state.json")


@dataclass(frozen=True, slots=True)
class DiskMatrix:
    """A matrix in a file, mapped only while a part of it is read or written.

    So the pages that were touched do not add up in memory.
    """

    path: Path
    shape: tuple[int, int]

    def rows(self, part: slice | NDArray[np.intp]) -> NDArray[np.float32]:
        """Return some rows, in memory."""
        return np.array(np.load(self.path, mmap_mode="r")[part])

    def columns(self, part: slice) -> NDArray[np.float32]:
        """Return some columns, each as a row, in memory."""
        return np.ascontiguousarray(np.load(self.path, mmap_mode="r")[:, part].T)

    def join(self, places: Sequence[int], rows: Sequence[NDArray[np.float32]]) -> None:
        """Join rows with what is there: of each cell the greatest known number is kept.

        To join the same rows again changes nothing.
        """
        held = np.load(self.path, mmap_mode="r+")
        for place, row in zip(places, rows, strict=True):
            held[place] = np.fmax(held[place], row)
        held.flush()


def fingerprint(path: Path) -> str:
    """Return what tells a file from others: the hash of its size and of both its ends."""
    size = path.stat().st_size
    digest = hashlib.sha256(str(size).encode())
    with path.open("rb") as stream:
        digest.update(stream.read(ENDS))
        stream.seek(max(0, size - ENDS))
        digest.update(stream.read(ENDS))
    return digest.hexdigest()
