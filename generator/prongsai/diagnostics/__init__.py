"""Problems for people and programs: one module per format; and what the rules are about."""
