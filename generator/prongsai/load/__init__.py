"""From files to records: strict reading, positions, Thai messages. The only package that reads ``plans/``."""
