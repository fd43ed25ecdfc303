"""The rules of the checker, one a module; its docstring is its entry in the catalogue."""
