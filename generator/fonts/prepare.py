"""Prepare a Sarabun as its makers publish it: ``python -m generator.fonts.prepare IN.ttf OUT.ttf``.

Two things are changed; the letters look the same.

- A mark above another mark sits up to 60 units away from where the first one's anchor is. A PDF writer ends its run of
  text at each such step, and copied text then repeats syllables. The anchors are snapped together.
- Glyphs made of other glyphs are drawn out, so that a glyph's outline alone tells which letter it is, whatever number
  it has in a PDF's subset of the font.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

_MARK_TO_MARK = 6
_NEAR = 60  # of 1,000 units to the em; the steps that are meant are larger


def prepare_font(source: Path, target: Path) -> int:
    """Write the prepared font and return how many anchors were snapped."""
    font = TTFont(source, recalcTimestamp=False)
    snapped = _snap_mark_anchors(font)
    _draw_out_composites(font)
    font.save(target)
    return snapped


def _snap_mark_anchors(font: TTFont) -> int:
    snapped = 0
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)  # noqa: PLW2901 - an extension stands for the table in it
            if table.LookupType != _MARK_TO_MARK:
                continue
            heights: dict[int, set[int]] = {}
            for record in table.Mark1Array.MarkRecord:
                heights.setdefault(record.Class, set()).add(record.MarkAnchor.YCoordinate)
            for record in table.Mark2Array.Mark2Record:
                for class_, anchor in enumerate(record.Mark2Anchor):
                    if anchor is None or class_ not in heights:
                        continue
                    nearest = min(heights[class_], key=lambda height: abs(height - anchor.YCoordinate))
                    if 0 < abs(nearest - anchor.YCoordinate) <= _NEAR:
                        anchor.YCoordinate = nearest
                        snapped += 1
    return snapped


def _draw_out_composites(font: TTFont) -> None:
    glyphs, outlines = font["glyf"], font.getGlyphSet()
    for name in font.getGlyphOrder():
        if glyphs[name].isComposite():
            recorded, pen = DecomposingRecordingPen(outlines), TTGlyphPen(None)
            outlines[name].draw(recorded)
            recorded.replay(pen)
            glyphs[name] = pen.glyph()


if __name__ == "__main__":
    print(prepare_font(Path(sys.argv[1]), Path(sys.argv[2])), "anchors snapped")  # noqa: T201 - a command
