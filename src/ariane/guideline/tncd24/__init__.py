"""TNCD, chapter 24: liver and peritoneal metastases of unknown primary (edition of March 2025)."""
