"""Everything that is written for one LAO or for the site: one module or room a kind."""
