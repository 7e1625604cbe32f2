"""Made-up expression: a few kinds of tumour, each with genes of its own, and normal tissue."""

from __future__ import annotations

import numpy as np

from ariane.origin.rna.cohort import Cohort, cohort_of
from ariane.origin.rna.network_training import NetworkRecipe
from ariane.origin.rna.training import Recipe

KINDS = ("BRCA", "COAD", "LIHC", "PRAD")
ORIGINS = {"BRCA": "BRCA", "COAD": "COADREAD", "LIHC": "HCC", "PRAD": "PRAD"}
GENES = tuple(f"GENE{number}" for number in range(60))
SMALL = Recipe(
    factors=20,
    copies=6,
    network=NetworkRecipe(hidden=(32, 16), rounds=30, networks=2, drop_out=0.1),
    host="HCC",
)
PLAIN = SMALL._replace(factors=60, host="")


def made_up(tumours: int = 40, normals: int = 10, seed: int = 0) -> Cohort:
    """Return tumours and normal tissue of each kind, log2(x + 1)."""
    rng = np.random.default_rng(seed)
    base = np.random.default_rng(1).uniform(3, 12, len(GENES))
    values, kinds, tumour = [], [], []
    for number, kind in enumerate(KINDS):
        organ, cancer = np.zeros((2, len(GENES)))
        organ[number * 8 : number * 8 + 8] = 4
        cancer[40 + number * 4 : 44 + number * 4] = 3
        for is_tumour, count in ((True, tumours), (False, normals)):
            centre = base + organ + cancer * is_tumour
            values.append(centre + rng.normal(0, 0.7, (count, len(GENES))))
            kinds += [kind] * count
            tumour += [is_tumour] * count
    groups = [f"H{place % 7}" for place in range(len(kinds))]
    table = np.maximum(np.concatenate(values), 0).astype(np.float32)
    return cohort_of(GENES, table, kinds, ORIGINS, np.array(tumour), groups)
