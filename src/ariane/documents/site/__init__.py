"""The reference site: the knowledge as static pages in both languages, without a network."""
