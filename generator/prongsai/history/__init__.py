"""What was changed in an LAO's published records, when and why: read off the repository that holds ``plans/``."""
