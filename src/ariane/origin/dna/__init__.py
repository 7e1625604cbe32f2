"""The origin of a tumour by a panel of genes sequenced in its DNA."""
