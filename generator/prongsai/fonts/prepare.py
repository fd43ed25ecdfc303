"""Prepare a Sarabun as its makers publish it: ``python -m prongsai.fonts.prepare IN.ttf OUT.ttf``.

Two things are changed; the letters look the same.

- A mark above another mark sits up to 60 units away from where the first one's anchor is. A PDF writer ends its run of
  text at each such step, and copied text then repeats syllables. The anchors are snapped to the height that most have.
- Glyphs made of other glyphs are drawn out, so that a glyph's outline alone tells which letter it is, whatever number
  it has in a PDF's subset of the font.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from prongsai.fonts import BOLD, LETTERS, REGULAR
from prongsai.fonts.outlines import list_outlines

_SINGLE, _LIGATURE = 1, 4
_LATIN_LIGATURES = range(0xFB00, 0xFB07)  # one character for two letters: a search for “office” would miss it
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


def find_letters(path: Path) -> dict[str, str]:
    """Return by its outline the letters that each glyph of a font stands for, variants and ligatures included."""
    font = TTFont(path)
    letters: dict[str, str] = {}
    # The first letter wins: a space before a no-break space, Thai and ASCII before what only looks like them.
    for code, name in sorted(font.getBestCmap().items(), key=lambda item: (not _is_plain(item[0]), item[0])):
        if code >= 0x20 and code not in _LATIN_LIGATURES:
            letters.setdefault(name, chr(code))
    tables = [
        getattr(table, "ExtSubTable", table)
        for lookup in font["GSUB"].table.LookupList.Lookup
        for table in lookup.SubTable
    ]
    for _ in range(2):  # a ligature may be made of variants, and have variants
        for table in tables:
            if table.LookupType == _SINGLE:
                for name, variant in table.mapping.items():
                    if name in letters:
                        letters.setdefault(variant, letters[name])
            elif table.LookupType == _LIGATURE:
                for first, ligatures in table.ligatures.items():
                    for ligature in ligatures:
                        parts = [first, *ligature.Component]
                        if all(part in letters for part in parts):
                            letters.setdefault(ligature.LigGlyph, "".join(letters[part] for part in parts))
    named: dict[str, str] = {}
    order = font.getGlyphOrder()
    ranked = sorted(range(len(order)), key=lambda number: not _is_plain(ord(letters.get(order[number], "\uffff")[0])))
    outlines = list_outlines(font)
    for number in ranked:
        if order[number] in letters:
            named.setdefault(outlines[number], letters[order[number]])
    return named


def _is_plain(code: int) -> bool:
    return 0x20 <= code < 0x80 or 0xE00 <= code <= 0xE7F


def write_letters() -> None:
    """Write what the glyphs of our fonts stand for; reading it costs a PDF less than working it out."""
    letters = {path.name: find_letters(path) for path in (REGULAR, BOLD)}
    LETTERS.write_text(json.dumps(letters, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    print(prepare_font(Path(sys.argv[1]), Path(sys.argv[2])), "anchors snapped")  # noqa: T201 - a command
    write_letters()
