"""Pictures as they are published: upright, without what the camera noted, and never larger than memory allows.

Checking reads a picture as publishing does, so that what could not be published is told beside the record that names
it. Pillow is imported by the first picture only.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image, ImageCms

ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp"})
MAX_SIDE = 16_000  # a screenshot of a long page is the longest picture that is of use
# Publishing a picture of this size takes some 400 MB; a WebP takes five times the memory of other pictures.
MAX_PIXELS = {"JPEG": 40_000_000, "PNG": 40_000_000, "WEBP": 16_000_000}
MAX_SEAL_RATIO = 5
PHOTO_WIDTHS = (320, 640, 1280)  # of a phone's half, of a phone, of all that a page has room for

_FORMATS = ("JPEG", "PNG", "WEBP")
_PROFILE = "icc_profile"
_ORIENTATION = 0x0112
_LYING = frozenset({5, 6, 7, 8})  # orientations of a picture that has to be turned by a quarter
_PHOTO_QUALITY = 75
# The kind of colours in a picture, as its colour profile must name it.
_COLOURS = {"L": "GRAY", "RGB": "RGB ", "RGBA": "RGB ", "P": "RGB ", "CMYK": "CMYK"}


class PictureError(Exception):
    """Raised when a picture cannot be published; message and fix are Thai."""

    fix = "เปิดภาพด้วยโปรแกรมแต่งภาพ บันทึกใหม่เป็น JPEG หรือ PNG แล้ววางแทน"


class BrokenPictureError(PictureError):
    """Raised when a picture, or what is noted in it, cannot be read to its end."""


class PictureSizeError(PictureError):
    """Raised when a picture has more pixels than can be handled or are of use."""

    fix = "ย่อภาพให้กว้างและสูงไม่เกิน 4,000 พิกเซล แล้ววางแทน"


class PictureShapeError(PictureError):
    """Raised when a seal is a strip."""

    fix = "ตัดภาพให้เหลือเฉพาะตรา แล้ววางแทน"


def check_picture(path: Path, *, is_seal: bool = False) -> None:
    """Read a picture as publishing will.

    Args:
        path: The file.
        is_seal: It is shown as a seal or emblem.

    Raises:
        OSError: The file cannot be opened.
        PictureError: It cannot be published.
    """
    with _open(path) as picture:
        if is_seal:
            _check_shape(picture)
        # A JPEG's bytes are read to their end in any case; an eighth of the pixels need a fraction of memory and time.
        picture.draft(None, (max(1, picture.width // 8), max(1, picture.height // 8)))
        picture.load()
        picture.getexif()
        _read_colours(picture)


def read_publishable(path: Path) -> bytes:
    """Return a picture's file anew, in its own format: upright, its colours and transparency kept, all else left out.

    Raises:
        OSError: The file cannot be opened.
        PictureError: It cannot be published.
    """
    with _open(path) as picture:
        format_ = "JPEG" if picture.format == "MPO" else picture.format  # a phone's JPEG with a second picture in it
        _turn_upright(picture)
        # Colours and transparency are part of it; all else tells where, when and with what it was made.
        options = {_PROFILE: picture.info[_PROFILE]} if _read_colours(picture) else {}
        picture.info = {name: value for name, value in picture.info.items() if name == "transparency"}
        output = BytesIO()
        picture.save(output, format_, **options, **({} if format_ == "PNG" else {"quality": 90}))
        return output.getvalue()


def read_seal(path: Path) -> Image.Image:
    """Return a seal or emblem in plain screen colours with transparency, upright.

    Raises:
        OSError: The file cannot be opened.
        PictureError: It cannot be shown.
    """
    with _open(path) as picture:
        _check_shape(picture)
        _turn_upright(picture)
        return _show(picture)


def list_photo_sizes(path: Path) -> list[tuple[int, int]]:
    """Return width and height, in pixels, of the sizes in which a photograph is shown: none wider than it is itself.

    Raises:
        OSError: The file cannot be opened.
        PictureError: It cannot be shown.
    """
    with _open(path) as picture:
        is_lying = picture.getexif().get(_ORIENTATION) in _LYING
        width, height = reversed(picture.size) if is_lying else picture.size
    widths = sorted({min(width, wanted) for wanted in PHOTO_WIDTHS})
    return [(wanted, max(1, round(height * wanted / width))) for wanted in widths]


def read_photo(path: Path, width: int, height: int) -> bytes:
    """Return a photograph as a WebP of a size, upright, in screen colours on white, with nothing noted in it.

    A drawing or a picture of a screen is kept without loss where that is smaller.

    Raises:
        OSError: The file cannot be opened.
        PictureError: It cannot be shown.
    """
    from PIL import Image  # noqa: PLC0415 - only where there is a picture

    with _open(path) as picture:
        is_drawn = picture.format != "JPEG"
        # A JPEG is read at a half, a quarter or an eighth of its size where that is enough.
        picture.draft(None, (max(width, height), max(width, height)))
        _turn_upright(picture)
        shown = _show(picture)
        paper = Image.new("RGB", shown.size, "white")
        paper.paste(shown, mask=shown.getchannel("A"))
        photo = paper.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)
        ways = [_encode(photo, is_lossless=way) for way in ((False, True) if is_drawn else (False,))]
        return min(ways, key=len)


def _encode(photo: Image.Image, *, is_lossless: bool) -> bytes:
    output = BytesIO()
    photo.save(output, "WEBP", method=4, quality=_PHOTO_QUALITY, lossless=is_lossless)
    return output.getvalue()


def _show(picture: Image.Image) -> Image.Image:
    """Return a picture in plain screen colours with transparency and without notes."""
    from PIL import ImageCms  # noqa: PLC0415 - only where there is a picture

    colours = _read_colours(picture)
    if picture.mode.startswith("I"):  # greys of 16 bits, whose lightest Pillow would take for all above 255
        shown = picture.convert("I").point(lambda grey: grey * (1 / 257)).convert("L")
    else:
        shown = picture if picture.mode in {"L", "RGB", "RGBA", "CMYK"} else picture.convert("RGBA")
    if colours:
        mode = "RGBA" if shown.mode == "RGBA" else "RGB"
        converted = ImageCms.profileToProfile(shown, colours, ImageCms.createProfile("sRGB"), outputMode=mode)
        shown = converted or shown
    shown = shown.convert("RGBA")
    shown.info = {}
    return shown


@contextmanager
def _open(path: Path) -> Iterator[Image.Image]:
    """Open a picture whose size can be handled; whatever a decoder stumbles over is a broken picture."""
    from PIL import Image  # noqa: PLC0415 - only where there is a picture

    data = BytesIO(path.read_bytes())
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what was noted wrongly, and of sizes that are checked here
            with Image.open(data, formats=_FORMATS) as picture:
                _check_size(picture)
                yield picture
    except PictureError:
        raise
    except Image.DecompressionBombError as error:
        pixels = re.search(r"\d+", str(error))
        told = f" {int(pixels[0]) / 1_000_000:,.0f} ล้านพิกเซล" if pixels else ""
        raise PictureSizeError(f"ภาพใหญ่{told} เกิน {max(MAX_PIXELS.values()) // 1_000_000} ล้านพิกเซล") from None
    except Exception as error:  # decoders raise SyntaxError, struct.error, KeyError and many more
        raise BrokenPictureError("ภาพหรือข้อมูลกำกับภาพ (EXIF, โปรไฟล์สี) เสีย") from error


def _check_size(picture: Image.Image) -> None:
    size = f"ภาพกว้าง {picture.width:,} สูง {picture.height:,} พิกเซล"
    limit = MAX_PIXELS.get(picture.format or "", MAX_PIXELS["JPEG"])
    if max(picture.size) > MAX_SIDE:
        raise PictureSizeError(f"{size} ด้านหนึ่งเกิน {MAX_SIDE:,} พิกเซล")
    if picture.width * picture.height > limit:
        raise PictureSizeError(f"{size} รวมเกิน {limit // 1_000_000} ล้านพิกเซล")


def _check_shape(picture: Image.Image) -> None:
    if max(picture.size) > MAX_SEAL_RATIO * min(picture.size):
        raise PictureShapeError(
            f"ตรากว้าง {picture.width:,} สูง {picture.height:,} พิกเซล ด้านหนึ่งยาวกว่าอีกด้านเกิน {MAX_SEAL_RATIO} เท่า"
        )


def _turn_upright(picture: Image.Image) -> None:
    from PIL import ImageOps  # noqa: PLC0415 - only where there is a picture

    picture.load()
    ImageOps.exif_transpose(picture, in_place=True)


def _read_colours(picture: Image.Image) -> ImageCms.ImageCmsProfile | None:
    """Return a picture's colour profile; None where it has none, or one for pictures of another kind."""
    from PIL import ImageCms  # noqa: PLC0415 - only where there is a picture

    if _PROFILE not in picture.info:
        return None
    profile = ImageCms.ImageCmsProfile(BytesIO(picture.info[_PROFILE]))
    return profile if profile.profile.xcolor_space == _COLOURS.get(picture.mode) else None
