"""Proof that the knowledge hangs together: gaps, overlaps and contradictions, found by a solver."""
