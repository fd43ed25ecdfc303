"""New files for a clerk to fill in: what is known stands there already, what is not is named by a comment."""
