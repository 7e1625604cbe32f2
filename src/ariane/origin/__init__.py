"""The laboratory: where a tumour came from, by its DNA, its RNA, its stains, and all together."""
