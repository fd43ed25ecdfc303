"""A built HTML page: its policy, its links in a folder, the setting of its text, its words for the search."""
