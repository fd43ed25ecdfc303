"""The kinds of official paper, one a module: its record, and its parts in the official wording and order."""
