"""The files beside an LAO's pages, and the site's own, that show whose pages they are: colours, seal, cards."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from prongsai import fonts, pictures
from prongsai.outputs.artifact import Artifact, hash_parts, hold
from prongsai.outputs.identity.cards import Card, list_cards, make_site_card
from prongsai.outputs.identity.colours import render_style
from prongsai.outputs.originals import read_original
from prongsai.outputs.pages.lao_pages import LaoPages

NAME = "identity"
STYLE = "assets/colours.css"
SEAL = "assets/seal.png"
CARD = "assets/card.png"
_ROOM = Path(__file__).parent


def list_artifacts(pages: LaoPages) -> Iterator[Artifact]:
    """Yield what an LAO's pages show of it; the pictures for link previews only where the site's address is known."""
    slug, lao, folder = pages.dossier.slug, pages.dossier.lao, pages.folder
    seal = folder / lao.seal if lao.seal else None
    picture = read_original(seal) if seal else b""
    if lao.colour:
        yield hold(f"{slug}/{STYLE}", render_style(lao.colour).encode())
    if seal:
        yield Artifact(f"{slug}/{SEAL}", hash_parts(_hash_tools(), picture), partial(_draw_seal, seal))
    if pages.has_cards:
        for path, card in list_cards(pages):
            # A project's name needs the room, and many pictures are to be light.
            bears_seal = seal if path == pages.paths.card else None
            yield _make_card(path, card, bears_seal, picture if bears_seal else b"")


def list_site_artifacts(site_name: str, *, with_card: bool) -> Iterator[Artifact]:
    """Yield the site's own picture for link previews."""
    if with_card:
        yield _make_card(CARD, make_site_card(site_name), None, b"")


def _make_card(path: str, card: Card, seal: Path | None, picture: bytes) -> Artifact:
    key = hash_parts(_hash_tools(), repr(card).encode(), picture)
    return Artifact(path, key, partial(_draw_card, card, seal))


def _draw_seal(seal: Path) -> bytes:
    from prongsai.outputs.identity.pictures import render_small_seal  # noqa: PLC0415 - slow to import, rarely needed

    return render_small_seal(seal)


def _draw_card(card: Card, seal: Path | None) -> bytes:
    from prongsai.outputs.identity.pictures import render_card  # noqa: PLC0415 - slow to import, rarely needed

    return render_card(card, seal)


@cache
def _hash_tools() -> bytes:
    """Return the state of all that draws a picture: our code, the template, the words kept whole, the fonts, the libraries."""
    digest = hashlib.sha256()
    beside = (_ROOM.parent / "words.py", Path(pictures.__file__))
    for path in sorted([*_ROOM.glob("*.*"), *fonts.FOLDER.glob("*.ttf"), *beside]):
        digest.update(path.read_bytes())
    for name in ("typst", "pillow"):
        digest.update(version(name).encode())
    return digest.digest()
