"""Patients as bits: every leaf of the guideline one plane of machine words."""
