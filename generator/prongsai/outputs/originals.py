"""Reading the files of ``plans/`` that are published or drawn; they were checked, and may still change while we work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from prongsai.exceptions import OutputError
from prongsai.pictures import ENDINGS, PictureError, list_photo_sizes, read_photo, read_publishable, read_seal
from prongsai.thai.system_errors import describe_os_error

if TYPE_CHECKING:
    from PIL import Image

Read = TypeVar("Read")


def read_original(path: Path) -> bytes:
    """Return a file's bytes as they are.

    Raises:
        OutputError: It cannot be read.
    """
    return _read(Path.read_bytes, path)


def read_part(path: Path, begin: int, end: int) -> bytes:
    """Return some of a file's bytes as they are.

    Raises:
        OutputError: It cannot be read.
    """
    return _read(partial(_read_part, begin=begin, end=end), path)


def read_published(path: Path) -> bytes:
    """Return the bytes that are published of a file: a picture is turned upright and loses its metadata.

    Raises:
        OutputError: It cannot be read.
    """
    return _read(read_publishable if path.suffix.lower() in ENDINGS else Path.read_bytes, path)


def open_seal(path: Path) -> Image.Image:
    """Return a seal or emblem in plain colours.

    Raises:
        OutputError: It cannot be read.
    """
    return _read(read_seal, path)


def find_photo_sizes(path: Path) -> list[tuple[int, int]]:
    """Return width and height of the sizes in which a photograph is shown, the smallest first.

    Raises:
        OutputError: It cannot be read.
    """
    return _read(list_photo_sizes, path)


def shrink_photo(path: Path, width: int, height: int) -> bytes:
    """Return a photograph in one of these sizes.

    Raises:
        OutputError: It cannot be read.
    """
    return _read(partial(read_photo, width=width, height=height), path)


def _read(read: Callable[[Path], Read], path: Path) -> Read:
    try:
        return read(path)
    except OSError as error:
        raise OutputError(f"อ่าน {path} ไม่ได้: {describe_os_error(error)}") from None
    except PictureError as error:
        raise OutputError(f"ใช้ภาพ {path} ไม่ได้: {error} วิธีแก้: {error.fix}") from None


def _read_part(path: Path, begin: int, end: int) -> bytes:
    with path.open("rb") as file:
        file.seek(begin)
        return file.read(end - begin)
