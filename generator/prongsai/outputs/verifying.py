"""Whether files are those that a site published, by the sums that it published with them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from prongsai.exceptions import ProngsaiError
from prongsai.outputs.sums import PATH, read_sums
from prongsai.thai.system_errors import describe_os_error

_LIST = "SHA256SUMS"
_PARENTS = 8  # how far above a file its site's first folder is looked for


class State(StrEnum):
    """What was found of a file."""

    SAME = "ตรง"
    DIFFERENT = "ไม่ตรง"
    UNLISTED = "ไม่มีในรายการ"
    MISSING = "หายไป"


class Finding(Struct, frozen=True):
    """A file, what was found of it, and the published file that it is or should be."""

    name: str
    state: State
    published: str = ""


def find_sums(target: Path) -> Path:
    """Return the list of sums that belongs to a file or folder: beside it, or in ``data/`` of a folder above it.

    Raises:
        ProngsaiError: There is none.
    """
    start = target if target.is_dir() else target.parent
    for folder in (start, *start.resolve().parents[:_PARENTS]):
        for place in (folder / PATH, folder / _LIST):
            if place.is_file():
                return place
    raise ProngsaiError(
        f"ไม่พบ SHA256SUMS ข้าง {target} วิธีแก้: ดาวน์โหลดจาก /{PATH} ของเว็บไซต์นั้นมาวางข้างไฟล์ หรือระบุด้วย --sums"
    )


def load_sums(path: Path) -> dict[str, str]:
    """Return sum by path from a list of sums.

    Raises:
        ProngsaiError: It cannot be read, or is no such list.
    """
    try:
        return read_sums(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ProngsaiError(f"อ่าน {path} ไม่ได้: {describe_os_error(error)}") from None
    except ValueError as error:
        place = "" if isinstance(error, UnicodeDecodeError) else f" ({error})"
        raise ProngsaiError(f"{path} ไม่ใช่รายการผลรวม SHA-256{place} วิธีแก้: ดาวน์โหลดจาก /{PATH} ของเว็บไซต์ใหม่") from None


def verify(target: Path, sums: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what is found of a file, of every file in a folder of downloads, or of every listed file of a copy of a site.

    Args:
        target: The file, under whatever name it was saved; a folder with such files; or the first folder of the copy.
        sums: Sum by path.

    Raises:
        ProngsaiError: A file cannot be read.
    """
    if not target.is_dir():
        yield _verify_file(target, sums)
    elif any((target / name).is_file() for name in sums):
        yield from _verify_copy(target, sums)
    else:
        files = sorted(file for file in target.iterdir() if file.is_file() and file.name != _LIST)
        yield from (_verify_file(file, sums) for file in files)


def _verify_copy(target: Path, sums: Mapping[str, str]) -> Iterator[Finding]:
    for name, digest in sums.items():
        file = target / name
        if not file.is_file():
            yield Finding(name, State.MISSING, name)
        else:
            yield Finding(name, State.SAME if _hash(file) == digest else State.DIFFERENT, name)


def _verify_file(file: Path, sums: Mapping[str, str]) -> Finding:
    digest = _hash(file)
    same = [path for path, known in sums.items() if known == digest]
    if same:
        return Finding(str(file), State.SAME, same[0])
    named = [path for path in sums if path.rpartition("/")[2] == file.name]
    return Finding(str(file), State.DIFFERENT, named[0]) if named else Finding(str(file), State.UNLISTED)


def _hash(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        raise ProngsaiError(f"อ่าน {file} ไม่ได้: {describe_os_error(error)}") from None
