"""The seal in small, and the card that messengers and social networks show beside a link."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont, ImageOps, features

from generator.fonts import REGULAR
from generator.identity.colours import WHITE, choose_header
from generator.load.files import PICTURE_FORMATS

_CARD = (1200, 630)
_MARGIN = 80
_CARD_SEAL = 180
_SMALL_SEAL = 96  # three times its size in the header: enough for the sharpest phone
_LEADING = 1.5  # Thai needs room above and below for its marks


class Line(NamedTuple):
    """One line of a card; text too long for the card is set smaller."""

    text: str
    size: int
    font: Path = REGULAR


def can_set_thai() -> bool:
    """Tell whether Pillow can place Thai marks here; it needs the system's FriBiDi."""
    return bool(features.check("raqm"))


def render_small_seal(seal: Path) -> bytes:
    """Return an LAO's seal as a PNG for the header of every page."""
    return _save(_open_seal(seal, _SMALL_SEAL))


def render_card(lines: list[Line], colour: str, seal: Path | None) -> bytes:
    """Return a card as PNG: the lines from the bottom up on the LAO's colour, its seal in the corner above them.

    Args:
        lines: What it says, from top to bottom.
        colour: The background, as ``#rrggbb``.
        seal: The seal's picture.
    """
    header = choose_header(colour)
    card = Image.new("RGB", _CARD, header.background)
    draw = ImageDraw.Draw(card)
    bottom = _CARD[1] - _MARGIN // 2
    for line in reversed(lines):
        font = _fit(line)
        bottom -= round(font.size * _LEADING)
        draw.text((_MARGIN, bottom), line.text, header.text, font)
    if seal:
        picture = _open_seal(seal, _CARD_SEAL)
        place = (_CARD[0] - _MARGIN - picture.width, _MARGIN)
        frame = [place[0] - 10, place[1] - 10, place[0] + picture.width + 10, place[1] + picture.height + 10]
        draw.rounded_rectangle(frame, 16, WHITE)
        card.paste(picture, place, picture)
    return _save(card)


def _open_seal(seal: Path, size: int) -> Image.Image:
    with Image.open(seal, formats=PICTURE_FORMATS) as picture:
        return ImageOps.contain(ImageOps.exif_transpose(picture).convert("RGBA"), (size, size))


def _fit(line: Line) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(line.font, line.size, layout_engine=ImageFont.Layout.RAQM)
    width = font.getlength(line.text)
    room = _CARD[0] - 2 * _MARGIN
    return font if width <= room else font.font_variant(size=int(line.size * room / width))


def _save(picture: Image.Image) -> bytes:
    output = BytesIO()
    # Few colours make a small file; the method keeps transparency.
    picture.quantize(128, method=Image.Quantize.FASTOCTREE).save(output, "PNG", optimize=True)
    return output.getvalue()
