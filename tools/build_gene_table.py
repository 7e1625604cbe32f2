"""Build the table of gene names, `src/ariane/origin/rna/genes.tsv.gz`, from a download of HGNC.

    python tools/build_gene_table.py HGNC.tsv [OUT.tsv.gz]

HGNC.tsv is HGNC's complete set (`hgnc_complete_set.txt`) or its custom download with the same
fields. Only HGNC's own fields are taken (HGNC data are CC0): identifier, approved symbol, previous
and alias symbols, and its references to NCBI Gene and Ensembl. Entries that name no gene that could
be transcribed (phenotypes, fragile sites, regions) and withdrawn entries are left out. Same input,
same bytes; `src/ariane/origin/rna/genes.md` says which download the shipped table was made from.
"""

from __future__ import annotations

import csv
import gzip
import sys
from pathlib import Path

OUT = Path(__file__).parents[1] / "src/ariane/origin/rna/genes.tsv.gz"
COLUMNS = ("hgnc", "symbol", "entrez", "ensembl", "previous", "aliases")
NAMES = {
    "hgnc": ("hgnc_id", "HGNC ID"),
    "symbol": ("symbol", "Approved symbol"),
    "status": ("status", "Status"),
    "type": ("locus_type", "Locus type"),
    "entrez": ("entrez_id", "NCBI Gene ID(supplied by NCBI)", "NCBI Gene ID"),
    "ensembl": ("ensembl_gene_id", "Ensembl gene ID"),
    "previous": ("prev_symbol", "Previous symbols"),
    "aliases": ("alias_symbol", "Alias symbols"),
}
"""Each field: its name in the complete set, then in custom downloads."""
NO_GENE = {"phenotype only", "fragile site", "region", "virus integration site", "unknown"}


def main(source: Path, out: Path = OUT) -> None:
    lines = ["\t".join(COLUMNS), *("\t".join(row) for row in rows(source))]
    data = ("\n".join(lines) + "\n").encode()
    with out.open("wb") as stream, gzip.GzipFile("", "wb", 9, stream, mtime=0) as packed:
        packed.write(data)
    print(f"{out.name}: {len(lines) - 1} genes, {out.stat().st_size} bytes")


def rows(source: Path) -> list[tuple[str, ...]]:
    with source.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream, delimiter="\t")
        columns = {field: _column(field, reader.fieldnames or ()) for field in NAMES}
        entries = [{field: row[name] for field, name in columns.items()} for row in reader]
    return sorted(
        (_row(entry) for entry in entries if _kept(entry)), key=lambda row: int(row[0][5:])
    )


def _column(field: str, header: tuple[str, ...] | list[str]) -> str:
    found = [name for name in NAMES[field] if name in header]
    if not found:
        raise SystemExit(f"no column {' or '.join(NAMES[field])} in the header: {list(header)}")
    return found[0]


def _kept(entry: dict[str, str]) -> bool:
    return entry["status"] == "Approved" and entry["type"] not in NO_GENE


def _row(entry: dict[str, str]) -> tuple[str, ...]:
    return (
        entry["hgnc"],
        entry["symbol"],
        entry["entrez"],
        entry["ensembl"],
        "|".join(_several(entry["previous"])),
        "|".join(_several(entry["aliases"])),
    )


def _several(cell: str) -> list[str]:
    """Read a list: separated by bars in the complete set, by commas in custom downloads."""
    parts = (part.strip() for part in cell.strip('"').replace(", ", "|").split("|"))
    return list(dict.fromkeys(part for part in parts if part))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
