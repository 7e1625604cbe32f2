"""The knowledge of one version as data: conditions, inference and vocabulary, without prose."""
