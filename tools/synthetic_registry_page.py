"""Write `docs/synthetic-registry.{fr,en}.md`: what the synthetic registry is drawn from.

Run after a change of `src/ariane/cohort/registry/parameters/`; a test holds the pages to them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from ariane.cohort.registry.answers import Range
from ariane.cohort.registry.drawing import Draw
from ariane.cohort.registry.generating import whole_patients
from ariane.cohort.registry.parameters import Parameters, parameters

HERE = Path(__file__).parent
DOCS = HERE.parent / "docs"
LANGUAGES = ("fr", "en")
PATIENTS, SEED = 50_000, 1


class Texts:
    """What the page says in one language, of `synthetic_registry.{fr,en}.yaml`."""

    def __init__(self, language: str) -> None:
        self.page = DOCS / f"synthetic-registry.{language}.md"
        written = (HERE / f"synthetic_registry.{language}.yaml").read_text("utf-8")
        self.texts: dict[str, Any] = yaml.safe_load(written)

    def __getitem__(self, key: str) -> str:
        return str(self.texts[key]).rstrip("\n")

    def of(self, words: str) -> str:
        """Return what the parameters say in English; raises `KeyError` where nobody put it so."""
        return str(self.texts["said"][words]) if "said" in self.texts and words else words

    def title(self, words: str) -> str:
        """Return a title or an address: of most, the same in every language."""
        return str(self.texts.get("said", {}).get(words, words))


def main() -> None:
    for path, text in pages().items():
        path.write_text(text, "utf-8")
        print(path)


def pages() -> dict[Path, str]:
    """Return each page by its path, as it should stand."""
    declared = parameters()
    draw = whole_patients(declared, PATIENTS, np.random.default_rng([SEED, 0])).draw
    written = (Texts(language) for language in LANGUAGES)
    return {texts.page: page(texts, declared, draw) for texts in written}


def page(texts: Texts, declared: Parameters, draw: Draw) -> str:
    said: dict[str, list[str]] = defaultdict(list)
    for name, reason in declared.not_generated.items():
        said[texts.of(reason)].append(f"`{name}`")
    not_drawn = texts["semicolon"].join(f"{', '.join(said[reason])} ({reason})" for reason in said)
    head = texts["head"].format(not_drawn=not_drawn) + "\n\n"
    parts = [head, *published(texts, declared), *not_published(texts, declared)]
    return "".join([*parts, *outcome(texts, declared, draw)])


def published(texts: Texts, declared: Parameters) -> Iterator[str]:
    """Yield a table of the sources, each with what it guides."""
    guided: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for variable in declared.variables:
        for row in variable.rows if variable.same_as is None else ():
            guided[row.origin][variable.name] += 1
    lines = sum(sum(guided[key].values()) for key in declared.sources)
    yield f"{texts['of-publications'].format(lines=lines)}\n\n"
    yield f"{texts['columns-published']}\n|---|---|---|\n"
    for key, source in declared.sources.items():
        names = ", ".join(f"`{name}` ({count})" for name, count in guided[key].items())
        cited = texts["semicolon"].join(texts.title(words) for words in (source.cite, source.where))
        yield f"| `{key}`{texts['colon']}{cited} | {names} | {texts.of(source.note)} |\n"
    yield "\n"


def not_published(texts: Texts, declared: Parameters) -> Iterator[str]:
    """Yield a table of the reasons, each with what rests on it."""
    resting: dict[str, dict[str, None]] = defaultdict(dict)
    for variable in declared.variables:
        for row in variable.rows if variable.same_as is None else ():
            resting[row.origin][variable.name] = None
    for recording in declared.recordings:
        for row in recording.rows:
            group = texts["recorded"].format(group=texts.of(recording.group))
            resting[row.origin][group] = None
    for kind in ("assumed", "follows"):
        yield f"{texts[kind]}\n\n{texts['columns-reasons']}\n|---|---|\n"
        for reason, words in declared.reasons.items():
            names = resting.get(f"{kind}/{reason}")
            if names:
                listed = ", ".join(f"`{name}`" for name in names)
                yield f"| `{kind}/{reason}`{texts['colon']}{texts.of(words)} | {listed} |\n"
        yield "\n"


def outcome(texts: Texts, declared: Parameters, draw: Draw) -> Iterator[str]:
    """Yield what comes out beside what publications say of all cancers of unknown primary."""
    answers = {v.name: v.answers for v in declared.variables}
    patients = f"{PATIENTS:,}".replace(",", texts["thousands"])
    yield texts["outcome"].format(patients=patients, seed=SEED)
    yield f"\n\n{texts['columns-outcome']}\n|---|---|---|\n"
    for key, (name, wanted, among) in OUTCOMES.items():
        met = within(draw, answers, among)
        hit = met & within(draw, answers, {name: wanted})
        title, said = texts.texts["outcomes"][key]
        share = texts["percent"].format(share=f"{100 * hit.sum() / met.sum():.0f}")
        yield f"| {title} | {share} | {said} |\n"


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
OUTCOMES: dict[str, tuple[str, Any, dict[str, Any]]] = {
    "adenocarcinoma": ("histology_type", "adenocarcinoma", TISSUE),
    "poorly-differentiated": ("histology_type", "poorly_differentiated_carcinoma", TISSUE),
    "squamous": ("histology_type", "squamous_cell_carcinoma", TISSUE),
    "differentiated-liver": ("differentiated_disease", True, {**TISSUE, "pattern": "liver"}),
    "differentiated-peritoneum": (
        "differentiated_disease",
        True,
        {**TISSUE, "pattern": "peritoneum"},
    ),
    "favourable": ("clinicopathological_entity", FAVOURABLE, TISSUE),
    "kras": ("kras_status", "mutated", SEQUENCED),
    "braf": ("braf_status", "mutated", SEQUENCED),
    "smad4": ("smad4_status", "mutated", SEQUENCED),
    "tmb": ("tmb_mut_per_mb", 10, SEQUENCED),
    "msi": ("msi_status", "msi_h_dmmr", TISSUE),
    "actionable": ("actionable_alteration", True, SEQUENCED),
}


if __name__ == "__main__":
    main()
