"""What rules look at: texts with their places, projects of plans, records of rounds, names, references, patterns."""
