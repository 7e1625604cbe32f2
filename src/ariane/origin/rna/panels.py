"""The panels that are shipped and how each is trained."""

from __future__ import annotations

from typing import NamedTuple

from ariane.origin.rna.network_training import NetworkRecipe
from ariane.origin.rna.training import Recipe


class Panel(NamedTuple):
    """A panel: its file in the folder of the data, studies left out, and how it is trained.

    `light` is what origins left out one by one are tried with.
    """

    name: str
    file: str
    left_out: tuple[str, ...]
    recipe: Recipe
    light: Recipe
    data: dict[str, str]


NINETY = Recipe(network=NetworkRecipe(networks=4, rounds=70))
MANY = Recipe(
    factors=60,
    copies=12,
    balance=1.0,
    own=0.2,
    smooth=0.1,
    host="HCC",
    host_share=0.7,
    mixed_share=0.9,
    network=NetworkRecipe((256, 128), 100, 3, decay=0.05, drop_out=0.3),
)
LIGHT = NetworkRecipe((256, 128), 30, 2)

PANELS = (
    Panel(
        "rna-90",
        "tcga_32types_90genes.tsv.gz",
        ("OV", "UCEC"),
        NINETY,
        NINETY._replace(copies=8, network=LIGHT),
        {
            "name": "TCGA, 90 genes",
            "source": "packaged by Cognoma, CC0",
            "patients": "5,770 primaries of 30 studies, genes drawn at random, without OV and UCEC",
        },
    ),
    Panel(
        "rna-3556",
        "tcga_11types_tumour_normal_3556genes.tsv.gz",
        (),
        MANY,
        MANY._replace(copies=6, network=LIGHT._replace(rounds=50, decay=0.05)),
        {
            "name": "TCGA, 3,556 genes",
            "source": "packaged in MetaGSCA",
            "patients": "485 primaries of 11 studies, each with normal tissue of the same patient",
        },
    ),
)
