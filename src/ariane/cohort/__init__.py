"""The guideline over a table of patients."""
