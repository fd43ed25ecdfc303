"""Changing the files of ``plans/`` without losing what a person wrote: comments, order, quotes, names."""
