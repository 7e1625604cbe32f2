"""What was observed of one patient: reading, checking and the schema of a case file."""
