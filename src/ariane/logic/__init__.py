"""Three-valued conditions over typed facts. No oncology and no prose lives here."""
