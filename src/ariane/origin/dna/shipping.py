"""The DNA model as a file: from what training gives to arrays and a card, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ariane.origin.dna.classifier import Classifier, classifier_from
from ariane.origin.dna.encoding import Encoder
from ariane.origin.dna.priors import SitePriors
from ariane.origin.dna.training import Fitted
from ariane.origin.model_file import SHIPPED, Measure, ModelCard, content_sha256, load
from ariane.origin.report import ClassValidation

if TYPE_CHECKING:
    from numpy.typing import NDArray

NAME, VERSION = "dna-panel", "1.1.0"
DATA = (
    {
        "name": "MSK-MET",
        "source": "Nguyen et al., Cell 2022, doi:10.1016/j.cell.2022.01.003",
        "patients": "known primaries, one tumour a patient, MSK-IMPACT 341, 410 and 468, hg19",
    },
)
LICENCE = (
    "Weights and aggregate counts only, no patient row. Redistribution terms of the original table "
    "were not verified."
)
LIMITS = (
    "one-centre",
    "known-primaries",
    "panel-genes-seen",
    "no-protein-change",
    "no-copy-number",
    "small-classes",
    "closed-set",
)


@dataclass(frozen=True)
class DnaModel:
    """A model ready to answer, and its card."""

    card: ModelCard
    encoder: Encoder
    classifier: Classifier
    priors: SitePriors

    def threshold(self, kind: str, group: str) -> float:
        """Return the threshold of a group of patients (`set90` or `answer`), else of metastases."""
        table: Mapping[str, Mapping[str, float]] = self.card.settings["thresholds"]
        return table.get(group, table["metastasis"])[kind]


def model_arrays(fitted: Fitted) -> dict[str, NDArray[Any]]:
    """Return everything that a trained model needs to answer."""
    panels = fitted.encoder.panels
    genes = sorted(set().union(*panels.values()))
    on_panel = [[gene in panels[name] for gene in genes] for name in panels]
    return {
        **fitted.classifier.arrays(),
        "features": _packed(fitted.encoder.features),
        "means": fitted.encoder.means,
        "panels": _packed(tuple(panels)),
        "genes": _packed(genes),
        "on_panel": np.array(on_panel),
        "groups": _packed(fitted.priors.groups),
        "shares": fitted.priors.shares,
        "trained": fitted.priors.trained,
    }


def card_of(
    arrays: Mapping[str, NDArray[Any]],
    classes: Sequence[str],
    measured: Sequence[Measure],
    validation: Mapping[str, ClassValidation],
    temperature: float,
    thresholds: Mapping[str, Mapping[str, float]],
    precision: float,
) -> ModelCard:
    """Return the card of a trained model."""
    return ModelCard(
        name=NAME,
        version=VERSION,
        source="dna",
        sha256=content_sha256(arrays),
        classes=tuple(classes),
        data=DATA,
        licence=LICENCE,
        limits=LIMITS,
        measured=tuple(measured),
        validation=validation,
        settings={
            "temperature": temperature,
            "precision": precision,
            "thresholds": thresholds,
        },
    )


@cache
def load_dna_model(folder: Path = SHIPPED) -> DnaModel:
    """Load the DNA model. Raises `ModelFileError`."""
    card, arrays = load(NAME, folder)
    genes = _unpacked(arrays["genes"])
    panels = {
        name: frozenset(gene for gene, there in zip(genes, row, strict=True) if there)
        for name, row in zip(_unpacked(arrays["panels"]), arrays["on_panel"], strict=True)
    }
    priors = SitePriors(_unpacked(arrays["groups"]), arrays["shares"], arrays["trained"])
    return DnaModel(
        card,
        Encoder(_unpacked(arrays["features"]), arrays["means"], panels),
        classifier_from(arrays, card.settings["temperature"]),
        priors,
    )


def _packed(names: Sequence[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(names).encode(), dtype=np.uint8)


def _unpacked(packed: NDArray[np.uint8]) -> tuple[str, ...]:
    return tuple(packed.tobytes().decode().split("\n"))
