"""The card for link previews, and the small seal."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from conftest import MADE_UP_PLANS
from PIL import Image, ImageFont

from generator.fonts import BOLD
from generator.identity.pictures import Line, can_set_thai, render_card, render_small_seal

SEAL = MADE_UP_PLANS / "nongsaeng" / "files" / "seal.png"
LINES = [Line("องค์การบริหารส่วนตำบล", 52), Line("ที่ปั๊มน้ำ", 104, BOLD)]


def read(data: bytes) -> Image.Image:
    """Return a picture in plain colours."""
    return Image.open(BytesIO(data)).convert("RGB")


def test_thai_can_be_set_here() -> None:
    """The machine that runs the tests has what Pillow needs for Thai marks."""
    assert can_set_thai()


def test_card_is_the_same_every_time() -> None:
    """Same lines, same bytes, of the size that previews want, and small."""
    card = render_card(LINES, "#7a4b00", SEAL)

    assert card == render_card(LINES, "#7a4b00", SEAL)
    assert read(card).size == (1200, 630)
    assert len(card) < 60_000


def test_marks_stand_on_their_letters() -> None:
    """Thai marks take no room of their own: น้ำ is as wide as นำ, ที่ as ท, and stands higher."""
    font = ImageFont.truetype(BOLD, 100, layout_engine=ImageFont.Layout.RAQM)

    assert font.getlength("น้ำ") == font.getlength("นำ")
    assert font.getlength("ที่") == font.getlength("ท")
    assert font.getbbox("ที่")[1] < font.getbbox("ที")[1] < font.getbbox("ท")[1]


def test_long_line_stays_inside() -> None:
    """A name too long for the card is set smaller; the margin stays free."""
    card = read(render_card([Line("องค์การบริหารส่วนตำบล" * 4, 104)], "#17456b", None))
    right = card.crop((1130, 0, 1200, 630))

    assert len(right.getcolors() or []) == 1


def test_empty_line_is_possible() -> None:
    """A site without a name still gets its card."""
    assert read(render_card([Line("", 52)], "#17456b", None)).size == (1200, 630)


@pytest.mark.parametrize("size", [(2000, 1000), (40, 80)], ids=["large", "small"])
def test_seal_fits_the_header(tmp_path: Path, size: tuple[int, int]) -> None:
    """A seal of any size becomes a small PNG that keeps its shape and its transparency."""
    original = tmp_path / "seal.png"
    Image.new("RGBA", size, (200, 30, 30, 0)).save(original)

    small = Image.open(BytesIO(render_small_seal(original)))

    assert max(small.size) == 96
    assert small.width / small.height == pytest.approx(size[0] / size[1], rel=0.05)
    assert small.convert("RGBA").getpixel((0, 0))[3] == 0  # type: ignore[index]
