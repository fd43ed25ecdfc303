"""Prepare a Sarabun as its makers publish it: ``python -m generator.fonts.prepare IN.ttf OUT.ttf``.

Two things are changed; the letters look the same.

- A mark above another mark sits up to 60 units away from where the first one's anchor is. A PDF writer ends its run of
  text at each such step, and copied text then repeats syllables. The anchors are snapped to the height that most have.
- Glyphs made of other glyphs are drawn out, so that a glyph's outline alone tells which letter it is, whatever number
  it has in a PDF's subset of the font.
"""

from __future__ import annotations

import sys
from collections import Counter
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
            for class_ in range(table.ClassCount):
                marks = [record.MarkAnchor for record in table.Mark1Array.MarkRecord if record.Class == class_]
                below = [record.Mark2Anchor[class_] for record in table.Mark2Array.Mark2Record]
                usual = [height for height, _ in Counter(anchor.YCoordinate for anchor in marks).most_common()]
                for anchor in (*marks, *filter(None, below)):
                    near = next((height for height in usual if abs(height - anchor.YCoordinate) <= _NEAR), None)
                    if near not in {None, anchor.YCoordinate}:
                        anchor.YCoordinate = near
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
