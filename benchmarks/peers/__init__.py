"""The same conditions in other engines."""
