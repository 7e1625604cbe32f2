"""Databases to test on: `address` and `database` stand for SQLite and PostgreSQL in turn."""

from __future__ import annotations

from support.databases import address, database, new_address, postgres

__all__ = ["address", "database", "new_address", "postgres"]
