"""The charts of an LAO as pictures: SVG and PNG."""
