"""MAF, TSV, Parquet and VCF give the same changes; what cannot serve is refused with its place."""

from __future__ import annotations

import gzip
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from ariane.origin.dna.mutation_table import read_mutation_table
from ariane.origin.dna.reading import read_dna
from ariane.origin.dna.sample_table import read_samples
from ariane.origin.dna.variant import Variant
from ariane.origin.dna.vcf import read_vcf, trimmed
from ariane.origin.refusal import InputRefused

HEADER = (
    "Tumor_Sample_Barcode\tChromosome\tStart_Position\tEnd_Position\tReference_Allele\t"
    "Tumor_Seq_Allele2\tt_depth\tt_alt_count\tHugo_Symbol"
)
ROWS = (
    "P-1\tchr12\t25398284\t25398284\tC\tT\t500\t100\tKRAS",
    "P-1\tchr5\t112175639\t112175640\tAG\t-\t400\t80\tAPC",
    "P-2\t\t\t\t\t\t\t\t",
)
KRAS = Variant("KRAS", "12", 25398284, "C", "T", 500, 100)
APC = Variant("APC", "5", 112175639, "AG", "-", 400, 80)

VCF_HEAD = """##fileformat=VCFv4.2
##reference=GRCh37
##INFO=<ID=CSQ,Number=.,Type=String,Description="VEP. Format: Allele|Consequence|SYMBOL|HGVSp">
#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tNORMAL\tP-1
"""
VCF_ROWS = """\
chr12\t25398284\t.\tC\tT\t.\tPASS\tCSQ=T|missense_variant|KRAS|E:p.Gly12Asp\tGT:AD\t0/0:5,0\t0/1:400,100
5\t112175638\t.\tTAG\tT\t.\tPASS\tCSQ=-|frameshift_variant|APC|\tGT:AD\t0/0:9,0\t0/1:320,80
17\t7577121\t.\tG\tA\t.\tgermline_risk\tCSQ=A|missense_variant|TP53|\tGT:AD\t0/0:9,0\t0/1:9,9
17\t7577122\t.\tG\tA\t.\tPASS\tCSQ=A|synonymous_variant|TP53|\tGT:AD\t0/0:9,0\t0/1:9,9
17\t7577123\t.\tG\tA\t.\tPASS\tCSQ=A|missense_variant|TP53|\tGT:AD\t0/1:9,9\t0/0:9,0
"""


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def tsv(path: Path) -> Path:
    return written(path, "\n".join(("#version 2.4", HEADER, *ROWS)) + "\n")


def as_parquet(path: Path) -> Path:
    names = HEADER.split("\t")
    rows = [
        dict(zip(names, (cell or None for cell in row.split("\t")), strict=True)) for row in ROWS
    ]
    whole = ("Start_Position", "End_Position", "t_depth", "t_alt_count")
    for row in rows:
        row.update({name: int(row[name]) if row[name] else None for name in whole})  # type: ignore[arg-type,misc]
    parquet.write_table(pa.Table.from_pylist(rows), path)
    return path


def refusal(read: object, path: Path) -> str:
    with pytest.raises(InputRefused) as caught:
        read(path)  # type: ignore[operator]
    return str(caught.value)


def test_a_maf_is_read_with_its_comments_and_its_samples_without_changes(tmp_path: Path) -> None:
    assert read_mutation_table(tsv(tmp_path / "m.maf")) == {"P-1": [KRAS, APC], "P-2": []}


def test_gzip_and_parquet_give_the_same(tmp_path: Path) -> None:
    plain = tsv(tmp_path / "m.maf")
    packed = tmp_path / "m.maf.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    expected = read_mutation_table(plain)
    assert read_mutation_table(packed) == expected
    assert read_mutation_table(as_parquet(tmp_path / "m.parquet")) == expected


def test_a_vcf_gives_the_changes_as_a_maf_writes_them(tmp_path: Path) -> None:
    found = read_vcf(written(tmp_path / "m.vcf", VCF_HEAD + VCF_ROWS))
    assert found == {"P-1": [KRAS._replace(protein="Gly12Asp"), APC]}


def test_a_vcf_annotated_by_snpeff_is_read(tmp_path: Path) -> None:
    head = VCF_HEAD.replace("ID=CSQ", "ID=ANN")
    annotation = "ANN=T|missense_variant|MODERATE|KRAS|x|t|t|t|1/1|c|p.G12D"
    row = f"12\t25398284\t.\tC\tT\t.\t.\t{annotation}\tGT\t0/0\t0/1"
    found = read_vcf(written(tmp_path / "m.vcf", head + row + "\n"))
    assert found == {"P-1": [KRAS._replace(depth=None, alternate_count=None, protein="G12D")]}


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("ID=CSQ", "ID=DP", "vcf-not-annotated"),
        ("reference=GRCh37", "reference=GRCh38", "build"),
        ("reference=GRCh37", "contig=<ID=1,length=248956422>", "build"),
        ("chr12\t25398284", "chr12\tx", "vcf-line 5"),
    ],
)
def test_a_vcf_that_cannot_serve_is_refused(tmp_path: Path, old: str, new: str, kind: str) -> None:
    text = (VCF_HEAD + VCF_ROWS).replace(old, new)
    assert kind in refusal(read_vcf, written(tmp_path / "m.vcf", text))


@pytest.mark.parametrize(
    ("vcf", "maf"),
    [
        ((10, "C", "T"), (10, "C", "T")),
        ((10, "TAG", "T"), (11, "AG", "-")),
        ((10, "T", "TAG"), (10, "-", "AG")),
        ((10, "GG", "AA"), (10, "GG", "AA")),
        ((10, "TCA", "TGA"), (11, "C", "G")),
    ],
)
def test_positions_follow_the_convention_of_mafs(
    vcf: tuple[int, str, str], maf: tuple[int, str, str]
) -> None:
    assert trimmed(*vcf) == maf


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("\tHugo_Symbol", "\tGene", "missing-column"),
        ("25398284\t25398284\tC", "25398284\t25398284\tserine", "not-bases 3"),
        ("chr12\t25398284", "chr12\tlate", "not-a-count 3"),
        ("P-1\tchr12", "\tchr12", "no-sample 3"),
    ],
)
def test_wrong_cells_are_told_with_their_row(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = tsv(tmp_path / "m.maf").read_text().replace(old, new)
    told = refusal(read_mutation_table, written(tmp_path / "m.maf", text))
    assert said in told


def test_another_build_and_silent_changes_in_a_maf(tmp_path: Path) -> None:
    head = f"{HEADER}\tVariant_Classification\tNCBI_Build\n"
    rows = [f"{ROWS[0]}\tSilent\tGRCh37", f"{ROWS[1]}\tFrame_Shift_Del\t37"]
    path = written(tmp_path / "m.maf", head + "\n".join(rows) + "\n")
    assert read_mutation_table(path) == {"P-1": [APC]}
    path.write_text(path.read_text().replace("GRCh37", "GRCh38"))
    assert "build 2 GRCh38" in refusal(read_mutation_table, path)


def test_an_absent_file_a_torn_one_and_binary_are_refused(tmp_path: Path) -> None:
    assert "unreadable" in refusal(read_mutation_table, tmp_path / "none.maf")
    torn = tmp_path / "torn.parquet"
    torn.write_bytes(as_parquet(tmp_path / "m.parquet").read_bytes()[:-20])
    assert "unreadable" in refusal(read_mutation_table, torn)
    binary = tmp_path / "b.tsv"
    binary.write_bytes(b"\xff\xfe\x00")
    assert "not-text" in refusal(read_mutation_table, binary)
    assert "empty" in refusal(read_mutation_table, written(tmp_path / "e.tsv", ""))


def test_samples_are_read_and_what_is_not_given_is_unknown(tmp_path: Path) -> None:
    text = (
        "sample_id\tsex\tage_at_sequencing\toncotree_code\nP-1\tFemale\t61.5\tPAAD\nP-2\t\tNA\t\n"
    )
    first, second = read_samples(written(tmp_path / "s.tsv", text))
    assert (first.is_female, first.age, first.tmb, first.panel) == (True, 61.5, None, None)
    assert (second.is_female, second.age) == (None, None)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("P-1\tfemme\t61", "not-allowed 2 sex = femme"),
        ("P-1\tF\told", "out-of-range 2 age_at_sequencing = old"),
        ("P-1\tF\t-3", "out-of-range 2 age_at_sequencing = -3"),
        ("P-1\tF\t3\nP-1\tM\t4", "sample-twice 3 P-1"),
        ("\tF\t3", "no-sample 2"),
    ],
)
def test_wrong_samples_are_told_with_their_row(tmp_path: Path, row: str, said: str) -> None:
    path = written(tmp_path / "s.tsv", f"sample_id\tsex\tage_at_sequencing\n{row}\n")
    assert said in refusal(read_samples, path)


def test_samples_and_changes_are_joined_and_strangers_counted(tmp_path: Path) -> None:
    samples = written(tmp_path / "s.tsv", "sample_id\nP-2\nP-3\n")
    read = read_dna(tsv(tmp_path / "m.maf"), samples)
    assert [sample.variants for sample in read.samples] == [(), ()]
    assert read.left_out == 1
    samples.write_text("sample_id\nX\nY\n")
    assert "no-common-sample" in refusal(lambda path: read_dna(tmp_path / "m.maf", path), samples)


def test_the_one_sample_of_a_vcf_needs_no_name(tmp_path: Path) -> None:
    vcf = written(tmp_path / "m.vcf", (VCF_HEAD + VCF_ROWS).replace("P-1", "TUMOR"))
    read = read_dna(vcf, written(tmp_path / "s.tsv", "sample_id\nP-9\n"))
    assert [variant.gene for variant in read.samples[0].variants] == ["KRAS", "APC"]
