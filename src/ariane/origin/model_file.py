"""Trained models on disk: NAME.npz holds arrays, NAME.json the card. No pickle, ever.

The hash covers names, types, shapes and bytes of the arrays, not the compression of the file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ariane.origin.report import ClassValidation, ModelReference

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Arrays = Mapping[str, NDArray[Any]]

SCHEMA = "ariane-model-card/1"
SHIPPED = Path(__file__).parent / "models"
"""The models that come with Ariane."""


class ModelFileError(ValueError):
    """A model that cannot be trusted or read: absent, altered, or of another form."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the measured table: what was measured on whom, with its 95% interval."""

    setting: str
    measure: str
    value: float
    low: float
    high: float
    n: int
    goal: str = ""


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What a model is, what it was trained on, how well it did, and what it cannot do.

    `setting` and `measure` of `measured`, and `limits`, are keys of the wording table `origin`;
    `data` and `licence` name sources as they name themselves; `settings` is what the model's own
    kind needs to run (thresholds, temperature, …).
    """

    name: str
    version: str
    source: str
    sha256: str
    classes: tuple[str, ...]
    data: tuple[Mapping[str, str], ...]
    licence: str
    limits: tuple[str, ...]
    measured: tuple[Measure, ...]
    validation: Mapping[str, ClassValidation]
    settings: Mapping[str, Any]

    @property
    def reference(self) -> ModelReference:
        """Name, version and hash, as a report carries them."""
        return ModelReference(self.name, self.version, self.sha256)


def content_sha256(arrays: Arrays) -> str:
    """Return the hash of arrays."""
    digest = hashlib.sha256()
    for name in sorted(arrays):
        array = arrays[name]
        digest.update(f"{name} {array.dtype.str} {array.shape}\n".encode())
        digest.update(array.tobytes())
    return digest.hexdigest()


def save(card: ModelCard, arrays: Arrays, folder: Path) -> None:
    """Write a model into a folder. Raises `ValueError` if the card has another hash."""
    import numpy as np

    if card.sha256 != content_sha256(arrays):
        raise ValueError("the card carries another hash than the arrays")
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / f"{card.name}.npz", "wb") as stream:
        np.savez_compressed(stream, allow_pickle=False, **arrays)
    save_card(card, folder)


def save_card(card: ModelCard, folder: Path) -> None:
    """Write the card alone: a model without arrays of its own, or one more thing about a model."""
    text = json.dumps(card_data(card), ensure_ascii=False, indent=1)
    (folder / f"{card.name}.json").write_text(text + "\n", encoding="utf-8")


def load(name: str, folder: Path = SHIPPED) -> tuple[ModelCard, dict[str, NDArray[Any]]]:
    """Read a model and check its hash. Raises `ModelFileError`."""
    import numpy as np

    card = load_card(name, folder)
    try:
        with np.load(folder / f"{name}.npz", allow_pickle=False) as archive:
            arrays = {key: archive[key] for key in archive.files}
    except (OSError, ValueError) as error:
        raise ModelFileError(f"{folder / name}.npz: {error}") from None
    if content_sha256(arrays) != card.sha256:
        raise ModelFileError(f"{folder / name}.npz: its content is not that of the card (sha256)")
    return card, arrays


def load_card(name: str, folder: Path = SHIPPED) -> ModelCard:
    """Read a card. Raises `ModelFileError`."""
    place = folder / f"{name}.json"
    try:
        read = json.loads(place.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelFileError(f"{place}: {error}") from None
    if read.get("schema") != SCHEMA:
        raise ModelFileError(f"{place}: schema is {read.get('schema')!r}, expected {SCHEMA!r}")
    return _card(read)


def shipped_cards(folder: Path = SHIPPED) -> tuple[ModelCard, ...]:
    """Return the cards of all models in a folder, by name."""
    return tuple(load_card(place.stem, folder) for place in sorted(folder.glob("*.json")))


def card_data(card: ModelCard) -> dict[str, object]:
    """Return a card as plain data, ready for JSON."""
    return {
        "schema": SCHEMA,
        "name": card.name,
        "version": card.version,
        "source": card.source,
        "sha256": card.sha256,
        "classes": list(card.classes),
        "data": [dict(each) for each in card.data],
        "licence": card.licence,
        "limits": list(card.limits),
        "measured": [_fields(each) for each in card.measured],
        "validation": {code: _fields(known) for code, known in card.validation.items()},
        "settings": dict(card.settings),
    }


def _fields(held: Measure | ClassValidation) -> dict[str, object]:
    return {name: getattr(held, name) for name in held.__dataclass_fields__}


def _card(read: Mapping[str, Any]) -> ModelCard:
    return ModelCard(
        name=read["name"],
        version=read["version"],
        source=read["source"],
        sha256=read["sha256"],
        classes=tuple(read["classes"]),
        data=tuple(read["data"]),
        licence=read["licence"],
        limits=tuple(read["limits"]),
        measured=tuple(Measure(**each) for each in read["measured"]),
        validation={code: ClassValidation(**each) for code, each in read["validation"].items()},
        settings=read["settings"],
    )
