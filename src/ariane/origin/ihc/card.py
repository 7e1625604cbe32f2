"""The card of the reading of stains: its arrays are the published series beside this file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ariane.origin.ihc.frequencies import all_series, stainings
from ariane.origin.ihc.reading import DAMPING, NAME, VERSION, content_hash, origins_known
from ariane.origin.model_file import Measure, ModelCard
from ariane.origin.report import ClassValidation

LICENCE = (
    "Figures of published series, each with its source and address; no patient row. The cases that "
    "it was measured on are CC BY."
)
LIMITS = (
    "series-differ",
    "stains-dependent",
    "measured-on-three",
    "one-hospital",
    "prior-of-metastases",
    "closed-set",
)


def stains_card(
    measured: Sequence[Measure], validation: Mapping[str, ClassValidation]
) -> ModelCard:
    """Return the card, from what the benchmark measured."""
    series = all_series()
    return ModelCard(
        name=NAME,
        version=VERSION,
        source="ihc",
        sha256=content_hash(),
        classes=origins_known(stainings()),
        data=(
            {
                "name": "Published series",
                "source": "src/ariane/origin/ihc/frequencies.csv",
                "patients": f"{len(series)} shares of {len({one.source for one in series})} "
                "sources (a published range gives its two ends)",
            },
            {
                "name": "Cases measured on",
                "source": "Fernández Moro et al., PLoS ONE 2016, "
                "doi:10.1371/journal.pone.0166067, CC BY",
                "patients": "pancreas, intrahepatic bile duct, liver; 27 stains",
            },
            {
                "name": "Frequencies of origins",
                "source": "MSK-MET, Nguyen et al., Cell 2022, doi:10.1016/j.cell.2022.01.003",
                "patients": "counts of biopsied metastases by site and sex",
            },
        ),
        licence=LICENCE,
        limits=LIMITS,
        measured=tuple(measured),
        validation=dict(validation),
        settings={"damping": DAMPING},
    )
