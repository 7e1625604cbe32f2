"""One somatic change, as mutation tables write it, and one sample with its changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

COMPLEMENT = {"A": "T", "C": "G", "G": "C", "T": "A"}
NOTHING = "-"


class Variant(NamedTuple):
    """A change at a position of the human genome, build hg19 (GRCh37).

    `chromosome` without `chr`; `position` of the first base changed, or of the base before an
    insertion; `-` for no base. `depth` and `alternate_count` are reads; `None` where not given.
    `protein` only where the input carries it.
    """

    gene: str
    chromosome: str
    position: int
    reference: str
    alternate: str
    depth: int | None = None
    alternate_count: int | None = None
    protein: str = ""

    @property
    def label(self) -> str:
        """The change as a person cites it."""
        protein = f" {self.protein}" if self.protein else ""
        change = f"{self.reference}>{self.alternate}"
        return f"{self.gene}{protein} {self.chromosome}:{self.position} {change}"

    @property
    def place(self) -> tuple[str, str, int, str, str]:
        """What makes two records the same change."""
        return self[:5]

    @property
    def gained(self) -> int:
        """Bases gained (insertion) or lost (deletion, negative)."""
        return len(self.alternate.strip(NOTHING)) - len(self.reference.strip(NOTHING))

    @property
    def is_indel(self) -> bool:
        """Whether bases are gained or lost, or replaced by none."""
        return self.gained != 0 or NOTHING in (self.reference, self.alternate)

    @property
    def allele_share(self) -> float | None:
        """The share of reads with the change (0 to 1), `None` where not given."""
        if not self.depth or self.alternate_count is None:
            return None
        return min(self.alternate_count / self.depth, 1.0)


@dataclass(frozen=True, slots=True)
class DnaSample:
    """What is known of one sample; `None` is unknown.

    `tmb`: non-synonymous mutations per megabase; `altered`: fraction of the genome altered (0 to
    1); `purity`: share of tumour cells (0 to 1); `age` in years at sequencing; `site`: the biopsied
    site; `is_primary`: biopsy of the primary itself; `covered`: genes on the panel, where the user
    lists them.
    """

    sample_id: str
    variants: tuple[Variant, ...] = ()
    panel: str | None = None
    covered: frozenset[str] | None = None
    is_female: bool | None = None
    age: float | None = None
    tmb: float | None = None
    altered: float | None = None
    purity: float | None = None
    site: str | None = None
    is_primary: bool | None = None


def substitution(variant: Variant) -> str:
    """Return a single-base change as seen from its pyrimidine: one of six."""
    reference, alternate = variant.reference, variant.alternate
    if reference in "AG":
        reference = COMPLEMENT[reference]
        alternate = COMPLEMENT.get(alternate, alternate)
    return f"{reference}>{alternate}"
