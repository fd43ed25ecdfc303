"""The order of work: load, check, compute, render, write."""
