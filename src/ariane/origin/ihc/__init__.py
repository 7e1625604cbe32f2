"""Where a tumour came from, by its stains: published frequencies read by Bayes' rule."""
