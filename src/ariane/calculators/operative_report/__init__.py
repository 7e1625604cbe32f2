"""The operative report of a peritoneal carcinomatosis against the chapter (24.3.6.2, 24.3.6.3)."""
