"""The card for link previews, and the small seal."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from conftest import MADE_UP_PLANS
from PIL import Image, ImageChops
from prongsai.outputs.identity.cards import Card, Figure, Line
from prongsai.outputs.identity.pictures import render_card, render_small_seal

SEAL = MADE_UP_PLANS / "nongsaeng" / "files" / "seal.png"
CARD = Card(
    (Line("องค์การบริหารส่วนตำบล", 52), Line("ที่ปั๊มน้ำ", 104, "bold")),
    (Figure("เสร็จ 3 จาก 4 โครงการ", (("done", 75.0),)),),
    colour="#7a4b00",
)


def read(data: bytes) -> Image.Image:
    """Return a picture in plain colours."""
    return Image.open(BytesIO(data)).convert("RGB")


def test_card_is_the_same_every_time() -> None:
    """Same lines, same bytes, of the size that previews want, and small."""
    card = render_card(CARD, SEAL)

    assert card == render_card(CARD, SEAL)
    assert read(card).size == (1200, 630)
    assert len(card) < 25_000


def test_marks_stand_on_their_letters() -> None:
    """Thai marks take no room of their own: น้ำ ends where นำ does, and stands higher."""
    pictures = [read(render_card(Card((Line(text, 104),)), None)) for text in ("นำ", "น้ำ")]
    grounds = [Image.new("RGB", picture.size, picture.getpixel((0, 0))) for picture in pictures]  # type: ignore[arg-type]
    boxes = [ImageChops.difference(*pair).getbbox() for pair in zip(pictures, grounds, strict=True)]

    assert boxes[0]
    assert boxes[1]
    assert boxes[0][2] == boxes[1][2]
    assert boxes[1][1] < boxes[0][1]


def test_long_line_stays_inside() -> None:
    """A name too long for the card is set smaller; the margin stays free."""
    card = read(render_card(Card((Line("องค์การบริหารส่วนตำบล" * 4, 104),)), None))
    right = card.crop((1130, 0, 1200, 630))

    assert len(right.getcolors() or []) == 1


def test_bar_is_as_long_as_its_share() -> None:
    """Three quarters of the white field's inner width are green, the rest is the track."""
    card = read(render_card(CARD, None))
    row = max(
        ([card.getpixel((x, y)) for x in range(card.width)] for y in range(card.height)),
        key=lambda pixels: sum(is_green(pixel) for pixel in pixels),
    )

    assert sum(map(is_green, row)) == pytest.approx(0.75 * (1200 - 2 * 80 - 2 * 36), abs=3)
    assert row[1000] not in {row[100], row[300]}  # neither white nor green


def is_green(pixel: object) -> bool:
    """Tell whether a pixel has the colour of what is done."""
    red, green, blue = pixel  # type: ignore[misc]
    return green > red + 40 and green > blue + 40


@pytest.mark.parametrize(
    "name", ["โครงการป้องกันการทุจริต" * 40, "ก" * 4000, '#panic("x") $ _*[<>"\\'], ids=["long", "run", "markup"]
)
def test_any_name_leaves_the_figures_free(name: str) -> None:
    """However long a project's name is, and whatever stands in it, the field of the figures is as with a short one."""
    figures = CARD.figures
    cards = [read(render_card(Card((Line(text, 52, wraps=True),), figures), None)) for text in ("ก", name)]
    fields = [card.crop((0, 440, 1200, 630)).convert("L") for card in cards]
    differing = sum(ImageChops.difference(*fields).histogram()[80:])  # each picture has a few colours of its own

    assert differing < 0.002 * 1200 * 190


def test_empty_line_is_possible() -> None:
    """A site without a name still gets its card."""
    assert read(render_card(Card((Line("", 52),)), None)).size == (1200, 630)


@pytest.mark.parametrize("size", [(2000, 1000), (40, 80)], ids=["large", "small"])
def test_seal_fits_the_header(tmp_path: Path, size: tuple[int, int]) -> None:
    """A seal of any size becomes a small PNG that keeps its shape and its transparency."""
    original = tmp_path / "seal.png"
    Image.new("RGBA", size, (200, 30, 30, 0)).save(original)

    small = Image.open(BytesIO(render_small_seal(original)))

    assert max(small.size) == 96
    assert small.width / small.height == pytest.approx(size[0] / size[1], rel=0.05)
    assert small.convert("RGBA").getpixel((0, 0))[3] == 0  # type: ignore[index]
