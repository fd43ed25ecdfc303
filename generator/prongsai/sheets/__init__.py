"""Records as Excel sheets, and back: what a cell shows, what a changed cell means, which places of the YAML change."""
