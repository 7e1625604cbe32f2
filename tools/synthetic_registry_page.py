"""Write `docs/synthetic-registry.md`: what each part of the synthetic registry is drawn from.

Run after a change of `src/ariane/cohort/registry/parameters/`; a test holds the page to them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from ariane.cohort.registry.answers import Range
from ariane.cohort.registry.drawing import Draw
from ariane.cohort.registry.generating import whole_patients
from ariane.cohort.registry.parameters import Parameters, parameters

PAGE = Path(__file__).parents[1] / "docs" / "synthetic-registry.md"
PATIENTS, SEED = 50_000, 1
HEAD = """# The synthetic registry

`ariane cohort simulate -n N --seed S -o FILE` writes patients who do not exist: cancers of
unknown primary with metastases of the liver, the peritoneum or both. **No row is a patient and
no count describes a population.** The file's metadata say so (`ariane.synthetic`), and every
`case_id` begins with `SYN-`. The table is for trying tools at size: facts hang together,
nothing contradicts itself, and gaps stand where a register has them. It is no evidence on any
disease, centre or treatment.

`--groups` adds `centre` (C01 to C17) and `diagnosis_period`, which are no facts: `ariane cohort
assess` refuses columns that it does not know. `--uniform` draws each fact on its own from the
answers that matter to some condition, with 30% of all cells unknown.

## How a patient is drawn

The file `src/ariane/cohort/registry/parameters/*.yaml` is the model, in the order in which it
is drawn: where and when; the pattern of metastases; the true origin, which no column tells; the
person; the examinations and, only where one was done, its results; tissue, histology and stains
given the origin; sequencing given centre and year, its results given the origin; boards and
treatment. Each line gives the shares of the answers for those whom it speaks of, as the
publication counts them, and where they are from: a source, `assumed/REASON` where nothing was
found, or `follows/REASON` where one fact says the same as another. Then part of it is
forgotten: whole forms, more often in general hospitals and in earlier years, and single cells.
Given the origin, stains and genes are independent (CK20 is drawn given CK7 in colorectal
tumours, where a series gives the pair). Derived facts are never stated.

Within some published lines one part is assumed: how a mutational burden below 10 spreads
(series give the share above), how often CDX2 is reduced rather than negative, and the middle of
a published band.

Not drawn: {not_drawn}.

A test draws 20,000 patients and holds every share of the model to what came out, within
sampling error (five standard errors), and another that no row is refused and that every
statement on patients holds somewhere.

"""


def main() -> None:
    PAGE.write_text(page(), "utf-8")
    print(PAGE)


def page() -> str:
    declared = parameters()
    said: dict[str, list[str]] = defaultdict(list)
    for name, reason in declared.not_generated.items():
        said[reason].append(f"`{name}`")
    not_drawn = "; ".join(f"{', '.join(names)} ({reason})" for reason, names in said.items())
    parts = [HEAD.format(not_drawn=not_drawn), *published(declared), *not_published(declared)]
    return "".join([*parts, *outcome(declared)])


def published(declared: Parameters) -> Iterator[str]:
    """Yield a table of the sources, each with what it guides."""
    guided: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for variable in declared.variables:
        for row in variable.rows if variable.same_as is None else ():
            guided[row.origin][variable.name] += 1
    lines = sum(sum(guided[key].values()) for key in declared.sources)
    yield f"## Guided by publications ({lines} lines of shares)\n\n"
    yield "| source | what it guides (lines) | to know |\n|---|---|---|\n"
    for key, source in declared.sources.items():
        names = ", ".join(f"`{name}` ({count})" for name, count in guided[key].items())
        yield f"| `{key}`: {source.cite}; {source.where} | {names} | {source.note} |\n"
    yield "\n"


def not_published(declared: Parameters) -> Iterator[str]:
    """Yield a table of the reasons, each with what rests on it."""
    resting: dict[str, dict[str, None]] = defaultdict(dict)
    for variable in declared.variables:
        for row in variable.rows if variable.same_as is None else ():
            resting[row.origin][variable.name] = None
    for recording in declared.recordings:
        for row in recording.rows:
            resting[row.origin][f"recorded: {recording.group}"] = None
    for kind, title in (("assumed", "Assumed"), ("follows", "Not an estimate")):
        yield f"## {title}\n\n| reason | what rests on it |\n|---|---|\n"
        for reason, words in declared.reasons.items():
            names = resting.get(f"{kind}/{reason}")
            if names:
                listed = ", ".join(f"`{name}`" for name in names)
                yield f"| `{kind}/{reason}`: {words} | {listed} |\n"
        yield "\n"


def outcome(declared: Parameters) -> Iterator[str]:
    """Yield what comes out beside what publications say of all cancers of unknown primary."""
    draw = whole_patients(declared, PATIENTS, np.random.default_rng([SEED, 0])).draw
    answers = {v.name: v.answers for v in declared.variables}
    yield (
        "## What comes out, beside what is said of all cancers of unknown primary\n\n"
        f"Of {PATIENTS:,} patients drawn (seed {SEED}), before anything is forgotten. These shares "
        "are not set but follow from the others. Where they differ from the published ones: here "
        "all patients have metastases of the liver or the peritoneum, and the origins are those of "
        "two referral centres.\n\n| | drawn | published |\n|---|---|---|\n"
    )
    for title, name, wanted, among, said in OUTCOMES:
        met = within(draw, answers, among)
        hit = met & within(draw, answers, {name: wanted})
        yield f"| {title} | {100 * hit.sum() / met.sum():.0f}% | {said} |\n"


def within(draw: Draw, answers: dict[str, tuple[Any, ...]], condition: dict[str, Any]) -> Any:
    met = np.ones(draw.count, bool)
    for name, wanted in condition.items():
        hits = [fits(answer, wanted) for answer in answers[name]]
        met &= np.array([*hits, False])[draw.codes[name]]
    return met


def fits(answer: Any, wanted: Any) -> bool:
    if isinstance(answer, Range):
        return bool(answer.low > wanted)
    return answer in wanted if isinstance(wanted, tuple) else bool(answer == wanted)


TISSUE = {"histology_available": True}
SEQUENCED = {"sequenced": True}
FAVOURABLE = (
    "colorectal_profile",
    "serous_ovarian_peritoneal",
    "net_profile",
    "mesothelioma",
    "endometrial",
    "extragonadal_germ_cell",
    "axillary_node_adenocarcinoma",
    "bone_adenocarcinoma_high_psa",
    "cervical_node_squamous",
)
OUTCOMES: tuple[tuple[str, str, Any, dict[str, Any], str], ...] = (
    ("adenocarcinoma", "histology_type", "adenocarcinoma", TISSUE, "50% (24.3.7.2)"),
    (
        "poorly differentiated carcinoma",
        "histology_type",
        "poorly_differentiated_carcinoma",
        TISSUE,
        "30% (24.3.7.2)",
    ),
    (
        "squamous cell carcinoma",
        "histology_type",
        "squamous_cell_carcinoma",
        TISSUE,
        "15% (24.3.7.2), neck nodes included",
    ),
    (
        "differentiated disease, liver alone",
        "differentiated_disease",
        True,
        {**TISSUE, "pattern": "liver"},
        "15 to 20% (24.2.2)",
    ),
    (
        "differentiated disease, peritoneum alone",
        "differentiated_disease",
        True,
        {**TISSUE, "pattern": "peritoneum"},
        "15 to 20% (24.2.2)",
    ),
    ("favourable entity", "clinicopathological_entity", FAVOURABLE, TISSUE, "10 to 15% (24.4.1)"),
    ("KRAS mutated", "kras_status", "mutated", SEQUENCED, "20% (Ross 2015), 30% (IEO 2024)"),
    ("BRAF mutated", "braf_status", "mutated", SEQUENCED, "6% (Ross 2015)"),
    ("SMAD4 mutated", "smad4_status", "mutated", SEQUENCED, "7% (Ross 2015)"),
    ("TMB above 10", "tmb_mut_per_mb", 10, SEQUENCED, "21% (6 of 28, IEO 2024)"),
    ("MSI-high", "msi_status", "msi_h_dmmr", TISSUE, "0 of 28 (IEO 2024)"),
    (
        "actionable alteration",
        "actionable_alteration",
        True,
        SEQUENCED,
        "about half (24.4.3.2), 24% (8 of 33, IEO 2024)",
    ),
)


if __name__ == "__main__":
    main()
