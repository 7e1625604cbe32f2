"""Reading the immunohistochemistry of a pathology report: proposals with their words, no facts."""
