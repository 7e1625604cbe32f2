"""Consultations as text, pages and data."""
