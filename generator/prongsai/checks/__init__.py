"""What is wrong in records that could be read: one rule, one module."""
