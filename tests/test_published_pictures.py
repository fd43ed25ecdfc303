"""Pictures: read while checking as they are published, upright, without notes of the camera, within memory."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from prongsai.pictures import (
    MAX_PIXELS,
    MAX_SIDE,
    BrokenPictureError,
    PictureError,
    PictureShapeError,
    PictureSizeError,
    check_picture,
    read_publishable,
    read_seal,
)

MEGABYTES = 500
ROTATED = 0x0112


def make(format_: str, size: tuple[int, int] = (30, 20), mode: str = "RGB", **options: object) -> bytes:
    """Return a picture that took little trouble to pack."""
    output = io.BytesIO()
    Image.new(mode, size).save(output, format_, compress_level=1, method=0, **options)
    return output.getvalue()


def add_chunk(kind: bytes, data: bytes) -> bytes:
    """Return a PNG with one more chunk behind its head."""
    png = make("PNG")
    return png[:33] + struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) + png[33:]


def make_profile(name: str) -> bytes:
    """Return one of the colour profiles that the library can make."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(name)).tobytes()


SRGB, LAB = make_profile("sRGB"), make_profile("LAB")
BROKEN = {
    "exif.png": add_chunk(b"eXIf", b"garbage!!"),
    "profile.png": add_chunk(b"iCCP", b"x\0\0" + zlib.compress(b"garbage")),
    "packed-profile.png": add_chunk(b"iCCP", b"x\0\0garbage"),
    "endless-profile.png": add_chunk(b"iCCP", b"x" * 90),
    "text-bomb.png": add_chunk(b"zTXt", b"x\0\0" + zlib.compress(b"a" * 3_000_000)),
    "exif.webp": make("WEBP", exif=b"garbage"),
    "named-exif.webp": make("WEBP", exif=b"Exif\0\0garbage"),
    "profile.webp": make("WEBP", icc_profile=b"garbage"),
    "profile.jpg": make("JPEG", icc_profile=b"garbage"),
    "half.jpg": make("JPEG", (300, 300))[:-40],
    "nothing.png": b"\x89PNG\r\n\x1a\n",
}
WHOLE = {
    "plain.png": make("PNG"),
    "grey.png": make("PNG", mode="L"),
    "deep.png": make("PNG", mode="I;16"),
    "palette.png": make("PNG", mode="P", transparency=0),
    "bits.png": make("PNG", mode="1"),
    "clear.png": make("PNG", mode="RGBA"),
    "grey-clear.png": make("PNG", mode="LA"),
    "plain.jpg": make("JPEG"),
    "print.jpg": make("JPEG", mode="CMYK"),
    "progressive.jpg": make("JPEG", (300, 200), progressive=True),
    "plain.webp": make("WEBP"),
    "clear.webp": make("WEBP", mode="RGBA"),
    "profile.jpg": make("JPEG", icc_profile=SRGB),
    "other-profile.png": make("PNG", mode="L", icc_profile=SRGB),
    "lab-profile.webp": make("WEBP", icc_profile=LAB),
    "moving.webp": make("WEBP", save_all=True, append_images=[Image.new("RGB", (30, 20), "red")]),
    "tiny.png": make("PNG", (1, 1)),
    "long.png": make("PNG", (1, MAX_SIDE)),
}


@pytest.fixture(params=BROKEN)
def broken(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a picture that cannot be published."""
    path = tmp_path / request.param
    path.write_bytes(BROKEN[request.param])
    return path


@pytest.fixture(params=WHOLE)
def whole(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a picture that can be published."""
    path = tmp_path / request.param
    path.write_bytes(WHOLE[request.param])
    return path


def test_broken_picture_is_told_by_checking_and_publishing(broken: Path) -> None:
    """What would end a build in the middle is known before it begins; both fail in the same way."""
    with pytest.raises(BrokenPictureError):
        check_picture(broken)
    with pytest.raises(BrokenPictureError):
        read_publishable(broken)


def test_whole_picture_is_published_in_its_format(whole: Path) -> None:
    """Every kind of colours that a format has passes the check and is published in the same size."""
    check_picture(whole)

    with Image.open(whole) as before, Image.open(io.BytesIO(read_publishable(whole))) as after:
        assert (after.format, after.size) == (before.format, before.size)
        assert not after.getexif()


def test_whole_seal_is_read(whole: Path) -> None:
    """Every kind of colours can be shown as a seal, but for a strip."""
    if whole.stem == "long":
        with pytest.raises(PictureShapeError):
            check_picture(whole, is_seal=True)
    else:
        check_picture(whole, is_seal=True)
        assert read_seal(whole).mode == "RGBA"


@pytest.mark.parametrize("size", [(MAX_SIDE + 1, 1), (1, MAX_SIDE + 1), (20_000, 1)], ids=["wide", "high", "strip"])
def test_too_long_side_is_told(tmp_path: Path, size: tuple[int, int]) -> None:
    """The size found and the limit are told."""
    (tmp_path / "a.png").write_bytes(make("PNG", size, "1"))

    with pytest.raises(PictureSizeError, match=f"กว้าง {size[0]:,} สูง {size[1]:,} พิกเซล ด้านหนึ่งเกิน {MAX_SIDE:,}"):
        check_picture(tmp_path / "a.png")


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize(
    ("format_", "size", "told"),
    [
        ("PNG", (10_000, 4_001), "รวมเกิน 40 ล้าน"),
        ("PNG", (10_000, 9_500), "รวมเกิน 40 ล้าน"),
        ("PNG", (14_000, 14_000), "ภาพใหญ่ 196 ล้านพิกเซล เกิน 40 ล้าน"),
        ("WEBP", (4_001, 4_000), "รวมเกิน 16 ล้าน"),
    ],
    ids=["png", "suspicious", "bomb", "webp"],
)
def test_too_many_pixels_are_told(tmp_path: Path, format_: str, size: tuple[int, int], told: str) -> None:
    """A small file can be a picture that fills the memory; a WebP takes more of it than others."""
    (tmp_path / "a.x").write_bytes(make(format_, size, "1" if format_ == "PNG" else "RGB"))

    with pytest.raises(PictureSizeError, match=told):
        check_picture(tmp_path / "a.x")


@pytest.mark.parametrize(("size", "fits"), [((500, 100), True), ((501, 100), False), ((1000, 2), False)])
def test_strip_is_no_seal(tmp_path: Path, size: tuple[int, int], *, fits: bool) -> None:
    """A seal is shown small; of a strip nothing would be left."""
    (tmp_path / "a.png").write_bytes(make("PNG", size))

    if fits:
        check_picture(tmp_path / "a.png", is_seal=True)
    else:
        with pytest.raises(PictureShapeError, match="5 เท่า"):
            check_picture(tmp_path / "a.png", is_seal=True)
    check_picture(tmp_path / "a.png")


def test_profile_of_the_right_kind_is_kept(tmp_path: Path) -> None:
    """Colours are part of a picture; a profile for another kind of colours would spoil them."""
    for name, kept in (("profile.jpg", True), ("other-profile.png", False), ("lab-profile.webp", False)):
        (tmp_path / name).write_bytes(WHOLE[name])
        with Image.open(io.BytesIO(read_publishable(tmp_path / name))) as published:
            assert bool(published.info.get("icc_profile")) is kept


def test_seal_is_in_the_colours_of_the_screen(tmp_path: Path) -> None:
    """A seal carries no profile on: what draws it expects plain colours."""
    (tmp_path / "a.jpg").write_bytes(make("JPEG", icc_profile=SRGB))

    assert "icc_profile" not in read_seal(tmp_path / "a.jpg").info


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_picture_stands_upright(tmp_path: Path, name: str) -> None:
    """A picture is turned as its camera said, in every format."""
    exif = Image.Exif()
    exif[ROTATED] = 6
    format_ = {"a.jpg": "JPEG", "a.png": "PNG", "a.webp": "WEBP"}[name]
    (tmp_path / name).write_bytes(make(format_, (30, 20), exif=exif))

    with Image.open(io.BytesIO(read_publishable(tmp_path / name))) as published:
        assert published.size == (20, 30)
    assert read_seal(tmp_path / name).size == (20, 30)


def test_missing_picture_is_no_broken_picture(tmp_path: Path) -> None:
    """What the system refuses is told as such."""
    with pytest.raises(FileNotFoundError):
        check_picture(tmp_path / "a.png")


def test_every_fault_has_a_fix() -> None:
    """What cannot be published is told with what to do."""
    for error in (BrokenPictureError, PictureSizeError, PictureShapeError):
        assert issubclass(error, PictureError)
        assert error.fix.endswith("วางแทน")


# Not ru_maxrss, which a process inherits from the one that started it.
MEASURE = """
import re
import sys
from pathlib import Path
from prongsai.pictures import check_picture, read_publishable, read_seal
for read in (check_picture, read_publishable, read_seal):
    read(Path(sys.argv[1]))
    print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text(encoding="utf-8"))[1])
"""


@pytest.mark.slow
@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_largest_pictures_fit_into_memory(tmp_path: Path, format_: str) -> None:
    """A picture of as many pixels as are allowed, lying on its side, is checked, published and read in bounds."""
    side = int(MAX_PIXELS[format_] ** 0.5)
    exif = Image.Exif()
    exif[ROTATED] = 6
    path = tmp_path / "a"
    path.write_bytes(make(format_, (side, side), exif=exif))

    command = [sys.executable, "-c", MEASURE, path]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=300).stdout
    checked, *peaks = (int(kilobytes) // 1000 for kilobytes in told.split())

    assert checked <= (200 if format_ == "JPEG" else MEGABYTES)
    assert max(peaks) <= MEGABYTES


def test_checking_without_pictures_needs_no_library() -> None:
    """Pillow is imported by the first picture only."""
    script = "import sys, prongsai.build.checked; sys.exit('PIL' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
