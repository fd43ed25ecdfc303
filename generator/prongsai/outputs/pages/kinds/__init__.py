"""The kinds of page under an LAO's address, one a module; each yields its pages in ``render_pages``."""
