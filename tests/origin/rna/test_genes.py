"""Identifiers of genes of every kind are read as approved symbols, or refused with a reason."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ariane.origin.rna.gene_table import PLACE, gene_table, indexed
from ariane.origin.rna.genes import How, Named, Refused, Why, name_gene, name_genes

TOOL = Path(__file__).parents[3] / "tools/build_gene_table.py"

READ = [
    ("TP53", "TP53", How.SYMBOL),
    ("tp53", "TP53", How.SYMBOL),
    (' "TP53" ', "TP53", How.SYMBOL),
    ("HGNC:11998", "TP53", How.HGNC),
    ("ENSG00000141510", "TP53", How.ENSEMBL),
    ("ENSG00000141510.18", "TP53", How.ENSEMBL),
    ("ENSG00000182378.15_PAR_Y", "PLCXD1", How.ENSEMBL),
    ("ENSGR0000182378.10", "PLCXD1", How.ENSEMBL),
    ("7157", "TP53", How.ENTREZ),
    ("7157.0", "TP53", How.ENTREZ),
    ("X7157", "TP53", How.ENTREZ),
    ("TP53|7157", "TP53", How.ENTREZ),
    ("?|7157", "TP53", How.ENTREZ),
    ("QARS|5859", "QARS1", How.ENTREZ),
    ("SLC35E2|728661", "SLC35E2B", How.ENTREZ),
    ("TP53 (7157)", "TP53", How.ENTREZ),
    ("ENSG00000141510.18_TP53", "TP53", How.ENSEMBL),
    ("TP53_ENSG00000141510", "TP53", How.ENSEMBL),
    ("ENST00000269305.9|ENSG00000141510.18|-|-|TP53-201|TP53|2579|", "TP53", How.ENSEMBL),
    ("ENSG00000999999|TP53", "TP53", How.SYMBOL),
    ("HLA.A", "HLA-A", How.SYMBOL),
    ("MB21D1", "CGAS", How.PREVIOUS),
    ("C1ORF112", "FIRRM", How.PREVIOUS),
    ("FAM46C", "TENT5C", How.PREVIOUS),
    ("QARS", "QARS1", How.PREVIOUS),
    ("HER2", "ERBB2", How.ALIAS),
    ("GPR89A", "GPR89A", How.SYMBOL),
    ("FAXDC2", "FAXDC2", How.SYMBOL),
]


@pytest.mark.parametrize(("identifier", "symbol", "how"), READ)
def test_an_identifier_of_any_kind_is_read(identifier: str, symbol: str, how: How) -> None:
    assert name_gene(identifier) == Named(identifier, symbol, how)


REFUSED = [
    ("", Why.UNKNOWN),
    ("?", Why.UNKNOWN),
    ("sample_12", Why.UNKNOWN),
    ("SUMO1_P1", Why.UNKNOWN),
    ("TCGA-02-0047-01", Why.UNKNOWN),
    ("LOC100272217", Why.UNKNOWN),
    ("ENSG00000999999", Why.UNKNOWN),
    ("N_unmapped", Why.UNKNOWN),
    ("1-Mar", Why.SPREADSHEET_DATE),
    ("sept-02", Why.SPREADSHEET_DATE),
    ("2024-03-01 00:00:00", Why.SPREADSHEET_DATE),
    ("ENST00000269305.9", Why.TRANSCRIPT),
    ("NM_000546.6", Why.TRANSCRIPT),
]


@pytest.mark.parametrize(("identifier", "why"), REFUSED)
def test_what_names_no_gene_is_refused_with_the_reason(identifier: str, why: Why) -> None:
    assert name_gene(identifier) == Refused(identifier, why)


def test_an_ambiguous_name_lists_its_genes() -> None:
    read = name_gene("P47")
    assert isinstance(read, Refused)
    assert read.why is Why.AMBIGUOUS
    assert read.candidates == ("CLEC11A", "PLEK")


def test_the_approved_symbol_wins_over_a_gene_that_once_had_it() -> None:
    assert "CDH15" in gene_table().symbols.previous["CDH3"]
    assert name_gene("CDH3") == Named("CDH3", "CDH3", How.SYMBOL)


def test_every_identifier_of_every_gene_of_the_table_is_its_own() -> None:
    with gzip.open(PLACE, "rt", encoding="utf-8") as stream:
        rows = [line.rstrip("\n").split("\t") for line in stream][1:]
    assert len(rows) > 43_000
    for hgnc, symbol, entrez, ensembl, _, _ in rows[::7]:
        for identifier in filter(None, (hgnc, symbol, entrez, ensembl)):
            read = name_gene(identifier)
            assert isinstance(read, Named)
            assert read.symbol == symbol


def test_many_are_read_once_each_and_the_refused_kept_apart() -> None:
    read = name_genes(["TP53", "TP53", "nothing", "7157"])
    assert list(read.named) == ["TP53", "7157"]
    assert read.refused == (Refused("nothing", Why.UNKNOWN),)


def test_a_previous_symbol_wins_over_an_alias_and_two_aliases_are_two() -> None:
    rows = [
        ["HGNC:1", "NEW", "", "", "OLD", "BOTH"],
        ["HGNC:2", "OTHER", "", "", "", "OLD|BOTH"],
    ]
    symbols = indexed(rows).symbols
    assert symbols.previous["OLD"] == ("NEW",)
    assert symbols.aliases["BOTH"] == ("NEW", "OTHER")
    assert "" not in indexed(rows).entrez


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert name_gene(text).identifier == text


def test_both_forms_of_the_download_give_the_same_table(tmp_path: Path) -> None:
    complete = tmp_path / "complete.txt"
    complete.write_text(
        "hgnc_id\tsymbol\tlocus_type\tstatus\talias_symbol\tprev_symbol\tentrez_id\tensembl_gene_id\n"
        'HGNC:7\tA2M\tgene with protein product\tApproved\t"FWP007|S863-7"\t\t2\tENSG00000175899\n'
        "HGNC:4\tFRA\tfragile site\tApproved\t\t\t\t\n",
        "utf-8",
    )
    custom = tmp_path / "custom.tsv"
    custom.write_text(
        "HGNC ID\tApproved symbol\tLocus type\tStatus\tAlias symbols\tPrevious symbols"
        "\tNCBI Gene ID(supplied by NCBI)\tEnsembl gene ID\n"
        "HGNC:7\tA2M\tgene with protein product\tApproved\tFWP007, S863-7\t\t2\tENSG00000175899\n"
        "HGNC:6\tGONE\tunknown\tSymbol Withdrawn\t\t\t\t\n",
        "utf-8",
    )
    made = []
    for source in (complete, custom):
        out = source.with_suffix(".gz")
        subprocess.run([sys.executable, TOOL, source, out], check=True, capture_output=True)
        made.append(out.read_bytes())
    assert made[0] == made[1]
    assert gzip.decompress(made[0]).decode().splitlines()[1:] == [
        "HGNC:7\tA2M\t2\tENSG00000175899\t\tFWP007|S863-7"
    ]
