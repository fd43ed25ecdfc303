"""Attachments of any bytes: each is accepted or told, never a traceback; what passes the check can be published."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from attached_files import DOCX, PDF, make_compound, make_packed_pdf, make_picture, make_zip
from hypothesis import given, settings
from hypothesis import strategies as st
from prongsai.load.attachments.contents import ALLOWED, read_dangers
from prongsai.load.attachments.findings import BrokenFileError, EmptyFileError, WrongContentError
from prongsai.pictures import ENDINGS, PictureError, read_publishable

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "300"))
SAMPLES = {
    ".pdf": [PDF, make_packed_pdf(b"<</S/JavaScript/JS(1)>>")],
    ".docx": [DOCX],
    ".zip": [make_zip("a.txt", "b/ก.pdf")],
    ".doc": [make_compound("WordDocument", "Macros")],
    ".xls": [make_compound("Workbook")],
    ".jpg": [make_picture("JPEG", (64, 48))],
    ".png": [make_picture("PNG", (64, 48)), make_picture("PNG", (64, 48), exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0")],
    ".webp": [make_picture("WEBP", (64, 48)), make_picture("WEBP", (64, 48), exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0")],
}


@st.composite
def draw_damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw a file of some kind with bytes changed, left out or put in."""
    ending = draw(st.sampled_from(sorted(SAMPLES)))
    data = bytearray(draw(st.sampled_from(SAMPLES[ending])))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 12))
        data[at : at + length] = draw(st.binary(max_size=12))
    return ending, bytes(data[: draw(st.integers(len(data) // 2, len(data)))])


def check(ending: str, data: bytes) -> bool:
    """Tell whether a file is accepted, and then whether it can be published."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"a{ending}"
        path.write_bytes(data)
        try:
            read_dangers(path)
        except (EmptyFileError, WrongContentError, BrokenFileError, PictureError):
            return False
        if ending in ENDINGS:
            assert read_publishable(path)
        return True


@given(draw_damaged())
@settings(max_examples=EXAMPLES)
def test_damaged_file_is_told_or_published(file: tuple[str, bytes]) -> None:
    """Whatever is wrong with a file is told in the words of the check."""
    check(*file)


@given(st.sampled_from(sorted(ALLOWED)), st.binary(max_size=600))
@settings(max_examples=EXAMPLES)
def test_any_bytes_are_told_or_published(ending: str, data: bytes) -> None:
    """Bytes of any kind behind any ending."""
    check(ending, data)


def test_samples_are_accepted() -> None:
    """What is damaged above is whole to begin with."""
    assert all(check(ending, data) for ending, samples in SAMPLES.items() for data in samples)
