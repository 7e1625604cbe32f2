"""The same conditions as SQL, run where the table lies: DuckDB, PostgreSQL, Spark."""
