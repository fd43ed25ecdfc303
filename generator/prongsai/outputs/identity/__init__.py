"""What a reader recognises an LAO by on every page of it: its colour, its seal, its picture in link previews."""
