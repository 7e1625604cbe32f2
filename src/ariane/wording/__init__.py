"""Everything a person reads, in French and in English, keyed by id."""
