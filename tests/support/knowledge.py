"""What the inventory says of the facts, in its own words: the oracle's copy, not the code's."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

VOCABULARY_FILE = Path(__file__).parents[1] / "facts" / "vocabulary.txt"


@dataclass(frozen=True)
class FactLine:
    """One line of the vocabulary: a name, its type, its results, and what says "no result"."""

    name: str
    type: str
    results: tuple[str, ...] = ()
    no_result: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facts:
    """A vocabulary with its rules, all of them texts.

    `derived` maps a derived fact to its definition; `implies` a fact to those that hold with it;
    `excludes` are combinations of no real patient; `narrower` maps a value of a set to those that
    count as it.
    """

    lines: dict[str, FactLine]
    derived: dict[str, str] = field(default_factory=dict)
    implies: dict[str, tuple[str, ...]] = field(default_factory=dict)
    excludes: tuple[str, ...] = ()
    narrower: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def forbidden(self) -> tuple[str, ...]:
        """Return every implication and exclusion as a condition that never holds."""
        broken = [
            f"{cause} and not {effect}"
            for cause, effects in self.implies.items()
            for effect in effects
        ]
        return (*broken, *self.excludes)


def _line(text: str) -> FactLine:
    name, kind, *rest = text.split()
    values = rest[0].split("|") if rest else []
    results = tuple(value for value in values if not value.startswith("("))
    no_result = tuple(value.strip("()") for value in values if value.startswith("("))
    return FactLine(name, kind, results, no_result)


def vocabulary_lines() -> tuple[FactLine, ...]:
    """Return the committed vocabulary, in its order."""
    return tuple(_line(line) for line in VOCABULARY_FILE.read_text("utf-8").splitlines())


def tncd24() -> Facts:
    """Return the vocabulary and the rules of the chapter, as the inventory prints them."""
    return Facts(
        lines={line.name: line for line in vocabulary_lines()},
        derived={
            "peritoneal_disease_isolated": "peritoneal_metastases and not extraperitoneal_disease",
            "liver_disease_isolated": "liver_metastases and not extrahepatic_disease",
            "oligometastatic": "metastasis_count >= 1 and metastasis_count <= 4"
            " and not serosal_involvement",
            "colorectal_profile": "(histology_type == 'adenocarcinoma' and ihc_ck7 == 'neg'"
            " and ihc_ck20 == 'pos' and ihc_cdx2 == 'pos') or molecular_signature_colorectal",
        },
        implies={
            "liver_metastases": ("extraperitoneal_disease",),
            "peritoneal_metastases": ("extrahepatic_disease", "serosal_involvement"),
            "lung_metastases": ("extraperitoneal_disease", "extrahepatic_disease"),
            "bone_metastases": ("extraperitoneal_disease", "extrahepatic_disease"),
        },
        excludes=(
            "liver_main_lesion_count > liver_lesion_count",
            "liver_metastases and liver_lesion_count == 0",
            "sex == 'male' and (ovarian_metastases_suspected or ovarian_involvement_predominant"
            " or ovary_bilateral or ovaries_visualised or ovary_surface_nodules"
            " or ovary_millefeuille_sign)",
            "percutaneous_biopsy_result == 'diagnostic' and not histology_available",
            "trocar_sites != [] and not laparoscopy_performed",
            "dna_panel_gene_count > 0 and not dna_panel_done",
        ),
        narrower={
            "digestive": (
                "upper_gi",
                "gastric",
                "small_bowel",
                "colorectal",
                "appendiceal",
                "pancreatic",
                "biliary",
                "hcc",
                "digestive_neuroendocrine",
                "midgut_net",
            ),
            "upper_gi": ("gastric",),
            "neuroendocrine": ("digestive_neuroendocrine", "midgut_net"),
            "digestive_neuroendocrine": ("midgut_net",),
            "gynaecological": ("ovarian",),
        },
    )
