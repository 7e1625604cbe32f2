"""A synthetic registry: patients drawn from declared shares, each with its source."""
