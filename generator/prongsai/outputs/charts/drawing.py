"""Draws a described chart with Typst, whose lines of Thai break right and whose letters need no font to be shown."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, cast
from xml.sax.saxutils import escape

import typst
from PIL import Image

from prongsai.exceptions import TypesettingError
from prongsai.fonts.coverage import replace_missing
from prongsai.outputs.pdf.typesetter import load_fonts
from prongsai.outputs.temporary import explain_temporary

_TEMPLATE = Path(__file__).with_name("picture.typ")
_SHARP = 144  # points an inch: twice as many as a screen's


def draw(described: str, kind: str) -> bytes:
    """Return a picture.

    Args:
        described: The chart as JSON, as the template reads it.
        kind: ``svg`` or ``png``.

    Raises:
        OutputError: The folder of temporary files cannot be used.
        TypesettingError: Typst refuses the chart.
    """
    try:
        with TemporaryDirectory() as temporary:
            template = Path(temporary) / _TEMPLATE.name
            template.write_bytes(_TEMPLATE.read_bytes())
            drawn = typst.compile(
                template,
                root=template.parent,
                font_paths=load_fonts(),
                format=cast("Literal['svg', 'png']", kind),
                ppi=_SHARP,
                sys_inputs={"data": replace_missing(described, "[?]")},
            )
    except OSError as error:
        raise explain_temporary(error) from None
    except typst.TypstError as error:
        raise TypesettingError(f"วาดแผนภูมิไม่ได้: {error}") from None
    assert isinstance(drawn, bytes)  # noqa: S101 - one page without a path
    return _name(drawn, json.loads(described)) if kind == "svg" else _shrink(drawn)


def _name(drawn: bytes, chart: dict[str, str]) -> bytes:
    """Return an SVG that says what it shows; its letters are shapes, which nobody can read aloud."""
    start, end, rest = drawn.partition(b">")
    words = f"<title>{escape(chart['title'])}</title><desc>{escape(chart['description'])}</desc>"
    return start + b' role="img"' + end + words.encode() + rest


def _shrink(drawn: bytes) -> bytes:
    output = BytesIO()
    with Image.open(BytesIO(drawn)) as picture:
        few = picture.convert("RGB").quantize(64, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(output, "PNG", optimize=True)
    return output.getvalue()
