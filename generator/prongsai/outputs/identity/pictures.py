"""The seal in small, and the card that messengers and social networks show beside a link."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

import typst
from PIL import Image, ImageOps

from prongsai.outputs.identity.colours import choose_header
from prongsai.outputs.originals import open_seal
from prongsai.outputs.pdf.typesetter import load_fonts
from prongsai.outputs.temporary import explain_temporary

_TEMPLATE = Path(__file__).with_name("card.typ")
_CARD_SEAL = 180
_SMALL_SEAL = 96  # three times its size in the header: enough for the sharpest phone


class Line(NamedTuple):
    """One line of a card, its size in pixels; text too long for the card is set smaller."""

    text: str
    size: int
    weight: Literal["regular", "bold"] = "regular"


def render_small_seal(seal: Path) -> bytes:
    """Return an LAO's seal as a PNG for the header of every page."""
    return _save(_fit_seal(seal, _SMALL_SEAL))


def render_card(lines: list[Line], colour: str, seal: Path | None) -> bytes:
    """Return a card as PNG, 1200 by 630: the lines at the foot on the LAO's colour, its seal in the corner above them.

    Args:
        lines: What it says, from top to bottom.
        colour: The background, as ``#rrggbb``.
        seal: The seal's picture.

    Raises:
        OutputError: The seal, or the folder of temporary files, cannot be used.
    """
    header = choose_header(colour)
    described = {
        "lines": [line._asdict() for line in lines if line.text],
        "background": header.background,
        "text": header.text,
        "seal": bool(seal),
    }
    small = _save(_fit_seal(seal, _CARD_SEAL)) if seal else None
    try:
        with TemporaryDirectory() as temporary:
            template = Path(temporary) / _TEMPLATE.name
            template.write_bytes(_TEMPLATE.read_bytes())
            if small:
                template.with_name("seal.png").write_bytes(small)
            drawn = typst.compile(
                template,
                root=template.parent,
                font_paths=load_fonts(),
                format="png",
                ppi=72,
                sys_inputs={"data": json.dumps(described, ensure_ascii=False)},
            )
    except OSError as error:
        raise explain_temporary(error) from None
    assert isinstance(drawn, bytes)  # noqa: S101 - one page without a path
    with Image.open(BytesIO(drawn)) as card:
        return _save(card.convert("RGB"))


def _fit_seal(seal: Path, size: int) -> Image.Image:
    return ImageOps.contain(open_seal(seal), (size, size))


def _save(picture: Image.Image) -> bytes:
    output = BytesIO()
    # Few colours make a small file; the method keeps transparency.
    picture.quantize(128, method=Image.Quantize.FASTOCTREE).save(output, "PNG", optimize=True)
    return output.getvalue()
