"""From a case to a consultation: pure, and the same for every door."""
