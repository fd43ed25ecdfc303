"""JSON Schema of every kind of file in ``plans/``, for editors; the files here are written by ``make schemas``."""
