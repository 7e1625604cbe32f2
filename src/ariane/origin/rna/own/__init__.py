"""A classifier trained on a hospital's own expression data, in stages that survive a kill."""
