"""What several tests share: case files in memory, an independent oracle, random patients."""
