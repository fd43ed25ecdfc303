"""The seal in small, and the card that messengers and social networks show beside a link."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from PIL import Image, ImageOps

from prongsai.exceptions import TypesettingError
from prongsai.fonts.coverage import replace_missing
from prongsai.outputs.identity.cards import Card
from prongsai.outputs.identity.colours import WHITE, Header, choose_header, mix
from prongsai.outputs.originals import open_seal
from prongsai.outputs.temporary import explain_temporary
from prongsai.outputs.words import list_known

_TEMPLATE = Path(__file__).with_name("card.typ")
_CARD_SEAL = 180
_KEEPING = Image.Quantize.FASTOCTREE  # keeps transparency
_PLAIN = Image.Dither.NONE
_SMALL_SEAL = 96  # three times its size in the header: enough for the sharpest phone


_INK, _TRACK = "#1c2126", "#c7c7c7"
_KINDS = {
    "done": "#17692f",
    "disbursed": "#17692f",
    "in_progress": "#8a5300",
    "waiting": "#4d5763",
    "cannot": "#a3242b",
}


def render_small_seal(seal: Path) -> bytes:
    """Return an LAO's seal as a PNG for the header of every page."""
    return _save(_fit_seal(seal, _SMALL_SEAL))


def render_card(card: Card, seal: Path | None) -> bytes:
    """Return a card as PNG, 1200 by 630: lines on the LAO's colour, its seal in the corner, figures on white below them.

    Args:
        card: What it shows.
        seal: The seal's picture.

    Raises:
        OutputError: The seal, or the folder of temporary files, cannot be used.
        TypesettingError: Typst refuses the card.
    """
    from prongsai.outputs.pdf.typesetter import load_fonts  # noqa: PLC0415 - slow to import, rarely needed

    header = choose_header(card.colour)
    described = {
        "lines": [line._asdict() for line in card.lines if line.text],
        "figures": [figure._asdict() for figure in card.figures],
        "foot": card.foot,
        "background": header.background,
        "text": header.text,
        "seal": bool(seal),
        "colours": {"": _INK, "track": _TRACK, **_KINDS},
    }
    data = replace_missing(json.dumps(described, ensure_ascii=False), "[?]")
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
                sys_inputs={"data": data, "known": "|".join((*map(re.escape, card.whole), list_known(data)))},
            )
    except OSError as error:
        raise explain_temporary(error) from None
    except typst.TypstError as error:
        raise TypesettingError(f"วาดภาพสำหรับแชร์ไม่ได้: {error}") from None
    assert isinstance(drawn, bytes)  # noqa: S101 - one page without a path
    with Image.open(BytesIO(drawn)) as picture:
        plain = picture.convert("RGB")
    few = plain.quantize(64, method=_KEEPING) if seal else plain.quantize(palette=_make_palette(header), dither=_PLAIN)
    return _encode(few, effort=6)  # a tenth larger than with all effort, in a sixth of the time


def _make_palette(header: Header) -> Image.Image:
    """Return the colours of a card without a seal and the shades that letters need: known, they need not be looked for."""
    shades = [mix(header.background, header.text, 5), mix(WHITE, _INK, 5), [_TRACK]]
    shades += [mix(WHITE, colour, 3) for colour in _KINDS.values()]
    colours = list(dict.fromkeys(colour for ramp in shades for colour in ramp))
    palette = Image.new("P", (1, 1))
    palette.putpalette(bytes.fromhex("".join(colours + colours[:1] * (256 - len(colours))).replace("#", "")))
    return palette


def _fit_seal(seal: Path, size: int) -> Image.Image:
    return ImageOps.contain(open_seal(seal), (size, size))


def _save(picture: Image.Image) -> bytes:
    return _encode(picture.quantize(128, method=_KEEPING), effort=9)


def _encode(picture: Image.Image, effort: int) -> bytes:
    output = BytesIO()
    picture.save(output, "PNG", compress_level=effort)
    return output.getvalue()
