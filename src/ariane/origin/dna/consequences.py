"""Which consequences of a change count: those that the training data hold.

The training table holds non-synonymous changes and the promoter of TERT; where an input says the
consequence of a change, the others are left out, as they would look like mutated genes.
"""

from __future__ import annotations

PROMOTER_GENE = "TERT"

MAF_COUNTED = frozenset(
    {
        "Missense_Mutation",
        "Nonsense_Mutation",
        "Nonstop_Mutation",
        "Frame_Shift_Del",
        "Frame_Shift_Ins",
        "In_Frame_Del",
        "In_Frame_Ins",
        "Splice_Site",
        "Translation_Start_Site",
    }
)
"""Values of `Variant_Classification`, GDC MAF format."""

MAF_PROMOTER = frozenset({"5'Flank", "5'UTR", "Promoter"})

TERMS_COUNTED = frozenset(
    {
        "missense_variant",
        "stop_gained",
        "stop_lost",
        "start_lost",
        "initiator_codon_variant",
        "frameshift_variant",
        "inframe_insertion",
        "inframe_deletion",
        "conservative_inframe_insertion",
        "conservative_inframe_deletion",
        "disruptive_inframe_insertion",
        "disruptive_inframe_deletion",
        "protein_altering_variant",
        "splice_acceptor_variant",
        "splice_donor_variant",
    }
)
"""Sequence Ontology terms, as VEP (CSQ) and SnpEff (ANN) write them."""

TERMS_PROMOTER = frozenset({"upstream_gene_variant", "5_prime_UTR_variant"})


def counts_in_maf(classification: str | None, gene: str) -> bool:
    """Return whether a row of a MAF counts; one without classification does."""
    if classification is None or classification in MAF_COUNTED:
        return True
    return gene == PROMOTER_GENE and classification in MAF_PROMOTER


def counts_in_vcf(terms: str, gene: str) -> bool:
    """Return whether an annotation counts; `terms` are joined by `&`."""
    found = set(terms.split("&"))
    return bool(found & TERMS_COUNTED) or (gene == PROMOTER_GENE and bool(found & TERMS_PROMOTER))
