"""The workbench: a page on which a physician enters a case and thinks."""
