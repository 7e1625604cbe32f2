"""The guideline as data: one statement per thing that the text says."""
