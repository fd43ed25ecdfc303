"""What tells a glyph apart, whatever its number in a font or in a PDF's subset of it."""

from __future__ import annotations

from hashlib import sha256

from fontTools.ttLib import TTFont


def list_outlines(font: TTFont) -> list[str]:
    """Return width and outline of each glyph, the outline as the beginning of its hash."""
    glyphs, places, metrics = font.reader["glyf"], font["loca"], font["hmtx"].metrics
    outlines = (glyphs[places[number] : places[number + 1]].rstrip(b"\0") for number in range(len(places) - 1))
    return [
        f"{metrics[name][0]}:{sha256(outline).hexdigest()[:16]}"
        for name, outline in zip(font.getGlyphOrder(), outlines, strict=True)
    ]
