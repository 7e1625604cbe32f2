"""A tissue of origin from gene expression (RNA)."""
