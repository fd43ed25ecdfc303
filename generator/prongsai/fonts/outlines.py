"""What tells a glyph apart, whatever its number in a font or in a PDF's subset of it."""

from __future__ import annotations

from hashlib import sha256
from struct import unpack_from

from fontTools.ttLib import TTFont


def list_outlines(font: TTFont) -> list[str]:
    """Return width and outline of each glyph, the outline as the beginning of its hash."""
    glyphs, places = font.reader["glyf"], font["loca"]
    outlines = (glyphs[places[number] : places[number + 1]].rstrip(b"\0") for number in range(len(places) - 1))
    return [
        f"{width}:{sha256(outline).hexdigest()[:16]}"
        for width, outline in zip(_list_widths(font, len(places) - 1), outlines, strict=True)
    ]


def _list_widths(font: TTFont, glyphs: int) -> list[int]:
    """Return how far each glyph moves the next one; fontTools would read all glyphs' names for it."""
    metrics = font["hhea"].numberOfHMetrics  # the glyphs behind these move it as far as the last of them
    widths = unpack_from(">" + "Hh" * metrics, font.reader["hmtx"])[::2]
    return [*widths, *widths[-1:] * (glyphs - metrics)]
