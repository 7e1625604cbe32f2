"""Expression tables of every form are read alike, and what is wrong is told, all of it."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from ariane.documents.origin_refusal import refusal_words
from ariane.origin.refusal import InputRefused
from ariane.origin.rna.expression import read_expression
from ariane.origin.rna.ranks import sample_ranks
from ariane.origin.rna.scale import Scale
from ariane.wording.language import Language

GENES = ("EGFR", "KRAS", "TP53")
VALUES = np.array([[1.5, 200.25, 3.0], [4.0, 5.0, 6.5]], dtype=np.float32)
BY_SAMPLE = "sample_id\tcentre\tTP53\tKRAS\tEGFR\nS-1\tLyon\t3\t200.25\t1.5\nS-2\tNice\t6.5\t5\t4\n"
BY_GENE = "gene_id\tS-1\tS-2\nTP53\t3\t6.5\nEGFR\t1.5\t4\nKRAS\t200.25\t5\n"


def written(folder: Path, text: str, name: str = "x.tsv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def refusal(path: Path, language: Language = Language.EN) -> str:
    with pytest.raises(InputRefused) as caught:
        read_expression(path)
    return refusal_words(caught.value, language)


FORMS = {
    "samples in rows": BY_SAMPLE,
    "genes in rows": BY_GENE,
    "commas": BY_GENE.replace("\t", ","),
    "semicolons and decimal commas": BY_GENE.replace(".", ",").replace("\t", ";"),
    "Windows lines": BY_GENE.replace("\n", "\r\n"),
    "quoted": BY_GENE.replace("TP53", '"TP53"').replace("S-1", '"S-1"'),
    "row names of R": BY_GENE.replace("gene_id\t", ""),
    "byte order mark": "\ufeff" + BY_GENE,
    "Ensembl with versions": BY_GENE.replace("TP53", "ENSG00000141510.18")
    .replace("EGFR", "ENSG00000146648.20")
    .replace("KRAS", "ENSG00000133703.14"),
    "TCGA": BY_GENE.replace("TP53", "TP53|7157").replace("EGFR", "?|1956"),
    "Entrez": BY_GENE.replace("TP53", "7157").replace("EGFR", "1956.0").replace("KRAS", "3845"),
    "HGNC": BY_GENE.replace("TP53", "HGNC:11998"),
    "GCT 1.2": "#1.2\n3\t2\nName\tDescription\tS-1\tS-2\n"
    "TP53\tp53\t3\t6.5\nEGFR\tna\t1.5\t4\nKRAS\tna\t200.25\t5\n",
    "GCT 1.3": "#1.3\n3\t2\t1\t2\nid\tname\tS-1\tS-2\nsite\tna\tliver\tlung\nage\tna\t50\t60\n"
    "TP53\tp53\t3\t6.5\nEGFR\tx\t1.5\t4\nKRAS\tx\t200.25\t5\n",
    "featureCounts": "# Program:featureCounts\nGeneid\tChr\tStart\tEnd\tStrand\tLength\tS-1\tS-2\n"
    "TP53\tchr17\t1\t9\t-\t8\t3\t6.5\nEGFR\tchr7\t1\t9\t+\t8\t1.5\t4\nKRAS\tchr12\t1\t9\t-\t8\t200.25\t5\n",
    "summary lines": BY_GENE + "N_unmapped\t900\t800\n__no_feature\t7\t8\n",
    "two header rows": BY_GENE.replace("TP53", "gene_id\traw\traw\nTP53"),
    "names that are numbers": BY_GENE.replace("S-1", "1").replace("S-2", "2"),
    "cBioPortal": "Hugo_Symbol\tEntrez_Gene_Id\tS-1\tS-2\n"
    "TP53\t7157\t3\t6.5\nEGFR\t1956\t1.5\t4\nKRAS\t3845\t200.25\t5\n",
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS.keys())
def test_every_form_of_one_table_reads_alike(text: str, tmp_path: Path) -> None:
    read = read_expression(written(tmp_path, text))
    assert [name.replace("S-", "") for name in read.samples] == ["1", "2"]
    assert read.genes == GENES
    assert np.array_equal(read.values, VALUES)
    assert read.scale is Scale.LINEAR


def test_a_packed_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv.gz"
    path.write_bytes(gzip.compress(BY_GENE.encode()))
    assert np.array_equal(read_expression(path).values, VALUES)


@pytest.mark.parametrize("genes_in_rows", [True, False])
def test_parquet_is_read_either_way(genes_in_rows: bool, tmp_path: Path) -> None:
    names = {"gene": list(GENES)} if genes_in_rows else {"sample": ["S-1", "S-2"]}
    values = VALUES if genes_in_rows else VALUES.T
    across = ("S-1", "S-2") if genes_in_rows else GENES
    columns = {name: column.tolist() for name, column in zip(across, values, strict=True)}
    parquet.write_table(pa.table({**names, **columns}), tmp_path / "x.parquet")
    read = read_expression(tmp_path / "x.parquet")
    assert (read.samples, read.genes) == (("S-1", "S-2"), GENES)
    assert np.array_equal(read.values, VALUES)


def test_metadata_are_kept_apart_and_never_read_as_genes(tmp_path: Path) -> None:
    text = "Sample\tsex\tSite\tTP53\tAge\tKRAS\nS-1\t1\tliver\t2\t60\t3\nS-2\t2\tlung\t4\t70\t5\n"
    read = read_expression(written(tmp_path, text))
    assert read.genes == ("KRAS", "TP53")
    assert read.layout.metadata == {"Site": ("liver", "lung")}
    assert [each.identifier for each in read.layout.refused] == ["Age"]


def test_the_count_file_of_one_sample_is_read_by_its_normalised_column(tmp_path: Path) -> None:
    text = (
        "# gene-model: GENCODE v36\n"
        "gene_id\tgene_name\tgene_type\tunstranded\tstranded_first\ttpm_unstranded\n"
        "N_unmapped\t\t\t4\t4\t\n"
        "ENSG00000141510.18\tTP53\tprotein_coding\t10\t5\t3.5\n"
        "ENSG00000182378.15\tPLCXD1\tprotein_coding\t20\t5\t1.5\n"
        "ENSG00000182378.15_PAR_Y\tPLCXD1\tprotein_coding\t0\t0\t0\n"
    )
    read = read_expression(written(tmp_path, text, "a1b2.rna_seq.star_counts.tsv"))
    assert (read.samples, read.genes) == (("a1b2",), ("PLCXD1", "TP53"))
    assert read.values.tolist() == [[1.5, 3.5]]
    assert read.layout.summaries == ("N_unmapped",)
    assert set(read.layout.joined) == {"PLCXD1"}


@pytest.mark.parametrize("by_gene", [True, False])
def test_several_of_one_gene_give_the_greatest_and_missing_is_unknown(
    by_gene: bool, tmp_path: Path
) -> None:
    rows = [
        ["id", "S-1", "S-2", "S-3"],
        ["CGAS", "1", "NA", "3.5"],
        ["MB21D1", "2", "", "NA"],
        ["TP53", "0", "na", "1"],
    ]
    lines = rows if by_gene else zip(*rows, strict=True)
    read = read_expression(written(tmp_path, "\n".join("\t".join(line) for line in lines)))
    assert read.layout.joined == {"CGAS": ("CGAS", "MB21D1")}
    assert np.array_equal(read.values, [[2, 0], [np.nan, np.nan], [3.5, 1]], equal_nan=True)


@given(st.lists(st.tuples(*[st.floats(0, 1e5, width=32)] * 3), min_size=1, max_size=5))
def test_joining_by_the_greatest_commutes_with_a_logarithm(rows: list[tuple[float, ...]]) -> None:
    values = np.array(rows, dtype=np.float32)
    logarithm = np.log2(values + 1)
    assert np.array_equal(np.log2(values.max(axis=1) + 1), logarithm.max(axis=1))


BROKEN = {
    "sample-twice": (BY_GENE.replace("S-2", "S-1"), "sample S-1 given before"),
    "sample-twice-row": (BY_SAMPLE.replace("S-2", "S-1"), "row 3: sample S-1 given before"),
    "no-sample-name": (BY_SAMPLE.replace("S-2", ""), "row 3: sample without a name"),
    "words": (BY_GENE.replace("6.5", "high"), "row 2: S-2 = high is not a number"),
    "words-row": (BY_SAMPLE.replace("6.5", "high"), "row 3: TP53 = high is not a number"),
    "infinite": (BY_GENE.replace("6.5", "inf"), "row 2: S-2 = inf is not a finite number"),
    "negative": (BY_GENE.replace("6.5", "-6.5"), "row 2: S-2 = -6.5 is below zero"),
    "width": (BY_GENE.replace("\t6.5", ""), "row 2: 2 cells instead of 3"),
    "no-genes": (BY_GENE.replace("KRAS", "one").replace("EGFR", "two"), "neither axis carries"),
    "both": ("id\tTP53\tKRAS\nTP53\t1\t2\nKRAS\t1\t2\n", "both axes carry names of genes"),
    "no-sample-column": ("TP53\tKRAS\tEGFR\n1\t2\t3.5\n2\t4\t5\n", "the first, TP53, is a gene"),
    "mice": (
        BY_GENE.replace("TP53", "Tp53").replace("EGFR", "Egfr"),
        "genes seem to be those of mice",
    ),
    "empty": ("", "empty"),
    "header alone": ("gene_id\tS-1\n", "empty"),
    "no-samples": ("gene_id\tlength\nTP53\t12\nKRAS\t13\n", "no column is a sample"),
}


@pytest.mark.parametrize(("text", "told"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_wrong_is_told_with_its_place(text: str, told: str, tmp_path: Path) -> None:
    path = written(tmp_path, text)
    assert told in refusal(path)
    assert str(path) in refusal(path, Language.FR)


def test_all_wrong_cells_are_told_at_once_in_french_too(tmp_path: Path) -> None:
    path = written(tmp_path, BY_GENE.replace("6.5", "?").replace("\t5", "\tx"))
    said = refusal(path, Language.FR)
    assert "ligne 2" in said
    assert "ligne 4" in said
    assert "S-2 = x n'est pas un nombre" in said


@pytest.mark.parametrize("content", [b"\xff\xfe\x00gene", b"PAR1 no parquet", b"\x1f\x8bno gzip"])
def test_a_file_of_another_kind_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    assert refusal(path)
    assert refusal(tmp_path / "absent.tsv")


def test_scales_are_told_apart(tmp_path: Path) -> None:
    counts = written(
        tmp_path, BY_GENE.replace("1.5", "1").replace("200.25", "2").replace("6.5", "6")
    )
    assert read_expression(counts).scale is Scale.COUNTS
    logs = written(tmp_path, BY_GENE.replace("200.25", "-7.64"))
    assert read_expression(logs).scale is Scale.LOGARITHM
    nothing = written(tmp_path, "gene_id\tS-1\nTP53\tNA\nKRAS\t\n")
    assert read_expression(nothing).scale is Scale.UNKNOWN


def test_ranks_are_shares_of_the_known_genes() -> None:
    values = np.array([[5, np.nan, 1, 5], [np.nan] * 4], dtype=np.float32)
    expected = np.array([[2.5 / 3, np.nan, 1 / 3, 2.5 / 3], [np.nan] * 4], dtype=np.float32)
    assert np.array_equal(sample_ranks(values), expected, equal_nan=True)


@given(st.lists(st.floats(0, 1000, width=32), min_size=1, max_size=20))
def test_ranks_do_not_change_with_the_scale(row: list[float]) -> None:
    values = np.array([row])
    assert np.array_equal(sample_ranks(values), sample_ranks(4 * values))
