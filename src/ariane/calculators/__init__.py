"""Small exact calculators: each pure, each on its own."""
