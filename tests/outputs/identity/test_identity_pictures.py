"""The card for link previews, and the small seal."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from conftest import MADE_UP_PLANS
from PIL import Image, ImageChops
from prongsai.outputs.identity.pictures import Line, render_card, render_small_seal

SEAL = MADE_UP_PLANS / "nongsaeng" / "files" / "seal.png"
LINES = [Line("องค์การบริหารส่วนตำบล", 52), Line("ที่ปั๊มน้ำ", 104, "bold")]


def read(data: bytes) -> Image.Image:
    """Return a picture in plain colours."""
    return Image.open(BytesIO(data)).convert("RGB")


def test_card_is_the_same_every_time() -> None:
    """Same lines, same bytes, of the size that previews want, and small."""
    card = render_card(LINES, "#7a4b00", SEAL)

    assert card == render_card(LINES, "#7a4b00", SEAL)
    assert read(card).size == (1200, 630)
    assert len(card) < 60_000


def test_marks_stand_on_their_letters() -> None:
    """Thai marks take no room of their own: น้ำ ends where นำ does, and stands higher."""
    pictures = [read(render_card([Line(text, 104)], "#17456b", None)) for text in ("นำ", "น้ำ")]
    grounds = [Image.new("RGB", picture.size, picture.getpixel((0, 0))) for picture in pictures]  # type: ignore[arg-type]
    boxes = [ImageChops.difference(*pair).getbbox() for pair in zip(pictures, grounds, strict=True)]

    assert boxes[0]
    assert boxes[1]
    assert boxes[0][2] == boxes[1][2]
    assert boxes[1][1] < boxes[0][1]


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
