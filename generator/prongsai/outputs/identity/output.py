"""The files beside an LAO's pages, and the site's own, that show whose pages they are: colours, seal, card."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from prongsai import fonts, pictures
from prongsai.outputs.artifact import Artifact, hash_parts, hold
from prongsai.outputs.identity.colours import DEFAULT_COLOUR, render_style
from prongsai.outputs.identity.pictures import Line, render_card, render_small_seal
from prongsai.outputs.originals import read_original
from prongsai.outputs.pages.lao_pages import LaoPages

NAME = "identity"
STYLE = "assets/colours.css"
SEAL = "assets/seal.png"
CARD = "assets/card.png"
_PROMISE = Line("แผนป้องกันการทุจริต: สัญญาอะไรไว้ ทำไปแล้วเท่าไร ใช้เงินเท่าไร", 36, "bold")
_ROOM = Path(__file__).parent


def list_artifacts(pages: LaoPages) -> Iterator[Artifact]:
    """Yield what an LAO's pages show of it; the picture for link previews only where the site's address is known."""
    slug, lao, folder = pages.dossier.slug, pages.dossier.lao, pages.folder
    seal = folder / lao.seal if lao.seal else None
    picture = read_original(seal) if seal else b""
    if lao.colour:
        yield hold(f"{slug}/{STYLE}", render_style(lao.colour).encode())
    if seal:
        yield Artifact(f"{slug}/{SEAL}", hash_parts(_hash_tools(), picture), partial(render_small_seal, seal))
    if pages.site_url:
        name = lao.full_name.removeprefix(lao.type.label)
        lines = [
            *([Line(lao.type.label, 52)] if name else []),
            Line(name or lao.full_name, 104, "bold"),
            Line(lao.location, 40),
            _PROMISE,
            Line(f"{'ข้อมูลตัวอย่าง ไม่ใช่เว็บไซต์ทางการ · ' if lao.sample else ''}{pages.site_name}", 36),
        ]
        yield _make_card(f"{slug}/{CARD}", lines, lao.colour or DEFAULT_COLOUR, seal, picture)


def list_site_artifacts(site_name: str, *, with_card: bool) -> Iterator[Artifact]:
    """Yield the site's own picture for link previews."""
    if with_card:
        yield _make_card(CARD, [Line(site_name, 104, "bold"), _PROMISE], DEFAULT_COLOUR, None, b"")


def _make_card(path: str, lines: list[Line], colour: str, seal: Path | None, picture: bytes) -> Artifact:
    key = hash_parts(_hash_tools(), repr(lines).encode(), colour.encode(), picture)
    return Artifact(path, key, partial(render_card, lines, colour, seal))


@cache
def _hash_tools() -> bytes:
    """Return the state of all that draws a picture: our code, the template, the fonts, the libraries."""
    digest = hashlib.sha256()
    for path in sorted([*_ROOM.glob("*.*"), *fonts.FOLDER.glob("*.ttf"), Path(pictures.__file__)]):
        digest.update(path.read_bytes())
    for name in ("typst", "pillow"):
        digest.update(version(name).encode())
    return digest.digest()
