"""What is wrong between the records of several LAOs: one rule, one module."""
