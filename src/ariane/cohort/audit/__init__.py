"""A cohort held against the guideline: what holds, what was done, what is not known."""
