"""The pictures of the made-up LAO's evidence: drawn things, nobody in them, few kilobytes each.

.venv/bin/python tests/draw_pictures.py
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).parents[1]
FILES = ROOT / "tests" / "plans" / "nongsaeng" / "files"
FONT = ROOT / "generator" / "prongsai" / "fonts" / "Sarabun-Bold.ttf"
SIZE = (1600, 1200)
COLOURS = 16
# One is as large as a photograph; from the others a small size alone is made, since every site of the tests makes them.
LARGE, SMALL = "notice-board", (320, 320)


def start(sky: str, ground: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """Return an empty scene."""
    picture = Image.new("RGB", SIZE, sky)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 850, *SIZE), fill=ground)
    return picture, draw


def write(draw: ImageDraw.ImageDraw, place: tuple[int, int], text: str, size: int, fill: str) -> None:
    """Set a text around a place."""
    draw.text(place, text, fill=fill, font=ImageFont.truetype(FONT, size), anchor="mm")


def draw_village_hall() -> Image.Image:
    """Return an open hall with rows of chairs before a board."""
    picture, draw = start("#cfe6f5", "#c9b48a")
    draw.polygon([(120, 420), (800, 160), (1480, 420)], fill="#9a3b2e")
    for left in (200, 560, 1000, 1360):
        draw.rectangle((left, 420, left + 44, 850), fill="#efe7da")
    draw.rectangle((620, 500, 980, 700), fill="#1f5a3d", outline="#efe7da", width=12)
    write(draw, (800, 570), "ประชาคมหมู่บ้าน", 42, "#ffffff")
    write(draw, (800, 640), "หมู่ที่ ๗", 42, "#ffffff")
    for row in range(3):
        for column in range(9):
            left, top = 190 + column * 140, 890 + row * 100
            draw.rectangle((left, top, left + 80, top + 34), fill="#2f6fa8")
            draw.rectangle((left + 8, top + 34, left + 16, top + 70), fill="#444444")
            draw.rectangle((left + 64, top + 34, left + 72, top + 70), fill="#444444")
    return picture


def draw_notice_board() -> Image.Image:
    """Return a board with six notices beside a door."""
    picture, draw = start("#f3ead8", "#9aa0a6")
    draw.rectangle((1180, 330, 1460, 850), fill="#6b4a2f")
    draw.ellipse((1210, 590, 1240, 620), fill="#e2c044")
    draw.rectangle((140, 260, 1040, 800), fill="#2c6698", outline="#17456b", width=18)
    write(draw, (590, 330), "ประกาศราคากลางและผลจัดซื้อจัดจ้าง", 46, "#ffffff")
    for row in range(2):
        for column in range(3):
            left, top = 210 + column * 270, 390 + row * 200
            draw.rectangle((left, top, left + 220, top + 160), fill="#ffffff")
            for line in range(5):
                draw.rectangle(
                    (left + 24, top + 26 + line * 24, left + 196 - line * 18, top + 34 + line * 24), fill="#9aa0a6"
                )
    return picture


def draw_training_room() -> Image.Image:
    """Return a screen and a table with handbooks in an empty room, taken upright."""
    picture = Image.new("RGB", (1200, 1600), "#e8edf2")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 1150, 1200, 1600), fill="#b98b5e")
    draw.rectangle((150, 220, 1050, 820), fill="#ffffff", outline="#4d5763", width=20)
    write(draw, (600, 430), "ผลประโยชน์ทับซ้อน", 84, "#17456b")
    write(draw, (600, 560), "รุ่นที่ ๒", 70, "#17456b")
    draw.rectangle((180, 1060, 1020, 1110), fill="#6b4a2f")
    for left in (210, 950):
        draw.rectangle((left, 1110, left + 40, 1420), fill="#6b4a2f")
    for place in range(5):
        draw.rectangle((250 + place * 150, 1000, 340 + place * 150, 1060), fill="#17692f")
    return picture


def main() -> None:
    """Draw the pictures, with few colours so that they are small."""
    scenes = {"village-hall": draw_village_hall, "notice-board": draw_notice_board, "training-room": draw_training_room}
    for name, make in scenes.items():
        picture = make()
        if name != LARGE:
            picture.thumbnail(SMALL)
        few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(FILES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
