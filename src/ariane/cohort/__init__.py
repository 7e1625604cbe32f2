"""The same guideline over a table of patients: one row a patient, one column a statement."""
