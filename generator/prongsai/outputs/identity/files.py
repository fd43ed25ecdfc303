"""The files beside an LAO's pages, and the site's own, that show whose pages they are."""

from __future__ import annotations

from pathlib import Path

from generator.identity.colours import DEFAULT_COLOUR, render_style
from generator.identity.pictures import Line, render_card, render_small_seal
from generator.records.lao import Lao

STYLE = "assets/colours.css"
SEAL = "assets/seal.png"
CARD = "assets/card.png"
_PROMISE = Line("แผนป้องกันการทุจริต: สัญญาอะไรไว้ ทำไปแล้วเท่าไร ใช้เงินเท่าไร", 36, "bold")


def render_lao_files(lao: Lao, folder: Path, site_name: str, *, with_card: bool) -> dict[str, bytes]:
    """Return what an LAO's pages show of it, by path below its address.

    Args:
        lao: The LAO.
        folder: Its folder of plans, where its seal lies.
        site_name: The site's name, for the card.
        with_card: Make the picture for link previews, too.
    """
    seal = folder / lao.seal if lao.seal else None
    files = {}
    if lao.colour:
        files[STYLE] = render_style(lao.colour).encode()
    if seal:
        files[SEAL] = render_small_seal(seal)
    if with_card:
        name = lao.full_name.removeprefix(lao.type.label)
        lines = [
            *([Line(lao.type.label, 52)] if name else []),
            Line(name or lao.full_name, 104, "bold"),
            Line(lao.location, 40),
            _PROMISE,
            Line(f"{'ข้อมูลตัวอย่าง ไม่ใช่เว็บไซต์ทางการ · ' if lao.sample else ''}{site_name}", 36),
        ]
        files[CARD] = render_card(lines, lao.colour or DEFAULT_COLOUR, seal)
    return files


def render_site_card(site_name: str) -> bytes:
    """Return the site's own picture for link previews."""
    return render_card([Line(site_name, 104, "bold"), _PROMISE], DEFAULT_COLOUR, None)
