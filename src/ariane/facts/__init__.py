"""The clinical vocabulary: one typed fact per name, in one module per domain."""
