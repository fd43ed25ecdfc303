"""The exchange format: the summaries of a site's LAOs, for other sites to show as such."""
