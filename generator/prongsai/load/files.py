"""Files that records point at: signed originals, evidence, pictures."""

from __future__ import annotations

import stat
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from PIL import Image, UnidentifiedImageError
from pydantic import BaseModel

from prongsai.load.data_file import DataFile, DataPath
from prongsai.load.validation import suggest
from prongsai.problem import Problem, Severity
from prongsai.records.lao import Lao
from prongsai.records.papers import Attachment, Paper
from prongsai.records.progress import Evidence

MAX_FILE_BYTES = 20_000_000
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
PICTURE_FORMATS = ("JPEG", "PNG", "WEBP")
ALLOWED = PICTURES | {".pdf", ".doc", ".docx", ".xls", ".xlsx", ".csv", ".zip"}

_SHOWN_AS_PICTURE = frozenset({"seal", "emblem"})
_FILE_FIELDS: dict[type[BaseModel], tuple[str, ...]] = {
    Lao: ("seal", "emblem"),
    Paper: ("signed",),
    Attachment: ("file",),
    Evidence: ("file",),
}


def find_file_references(record: Any, path: DataPath = ()) -> Iterator[tuple[DataPath, str]]:
    """Yield every path into ``files/`` that a record names, with its place in the data."""
    if isinstance(record, BaseModel) and _can_hold_files(type(record)):
        names = {name for kind, fields in _FILE_FIELDS.items() if isinstance(record, kind) for name in fields}
        for name, value in record:
            if name in names and value is not None:
                yield (*path, name), value
            else:
                yield from find_file_references(value, (*path, name))
    elif isinstance(record, tuple):
        for index, item in enumerate(record):
            yield from find_file_references(item, (*path, index))


@cache
def _can_hold_files(model: type[BaseModel]) -> bool:
    """Tell whether a record or one inside it names files; most of a plan does not and need not be walked."""
    return any(issubclass(inner, tuple(_FILE_FIELDS)) for inner in _list_models(model))


def _list_models(annotation: Any, seen: frozenset[Any] = frozenset()) -> frozenset[Any]:
    """Return the record types that an annotation names, those inside them included."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation in seen:
            return seen
        seen |= {annotation}
        for field in annotation.model_fields.values():
            seen |= _list_models(field.annotation, seen)
    for inner in getattr(annotation, "__args__", ()):
        seen |= _list_models(inner, seen)
    return seen


def check_file(folder: Path, name: str, document: DataFile, place: DataPath) -> Iterator[Problem]:
    """Yield what is wrong with one file of an LAO's ``files/`` folder."""

    def problem(rule: str, message: str, fix: str) -> Problem:
        return Problem(document.where(*place), rule, Severity.ERROR, message, fix)

    suffix = PurePosixPath(name).suffix.lower()
    is_picture = place[-1] in _SHOWN_AS_PICTURE
    allowed = PICTURES if is_picture else ALLOWED
    if suffix not in allowed:
        what = "ไม่ใช่ภาพที่ใช้ได้" if is_picture else "เป็นชนิดที่ไม่เผยแพร่"
        yield problem("file-type", f"ไฟล์ “{name}” {what}", "ใช้ไฟล์ชนิด " + ", ".join(sorted(allowed)))
        return
    path = folder / name
    try:
        resolved = path.resolve(strict=True)
        info = resolved.stat()
    except (OSError, RuntimeError, ValueError):  # a loop of links before Python 3.13; a NUL in the name
        fix = "วางไฟล์ในโฟลเดอร์ files/ หรือแก้ชื่อให้ตรง (ตัวพิมพ์เล็ก-ใหญ่ต่างกัน)"
        yield problem("file-missing", f"ไม่พบไฟล์ “{name}”", suggest(name, _list_names(folder), fix))
        return
    if not resolved.is_relative_to((folder / "files").resolve()):
        yield problem("file-outside", f"ไฟล์ “{name}” เป็นลิงก์ที่ชี้ออกนอกโฟลเดอร์ files/", "คัดลอกไฟล์จริงมาวางแทนลิงก์")
    elif not stat.S_ISREG(info.st_mode):
        yield problem("file-missing", f"“{name}” ไม่ใช่ไฟล์", "ระบุชื่อไฟล์ ไม่ใช่โฟลเดอร์")
    elif info.st_size > MAX_FILE_BYTES:
        megabytes = info.st_size / 1_000_000
        yield problem(
            "file-too-big",
            f"ไฟล์ “{name}” ใหญ่ {megabytes:.1f} MB เกิน {MAX_FILE_BYTES // 1_000_000} MB",
            "ย่อหรือสแกนใหม่ด้วยความละเอียดต่ำลง",
        )
    elif suffix in PICTURES and not _is_picture(resolved):
        yield problem("file-broken", f"เปิดไฟล์ภาพ “{name}” ไม่ได้", "บันทึกภาพใหม่เป็น JPEG หรือ PNG แล้ววางแทน")


def _list_names(folder: Path) -> list[str]:
    """Return the files of an LAO in the words of the data; none where the folder cannot be listed."""
    try:
        return [path.relative_to(folder).as_posix() for path in (folder / "files").rglob("*")]
    except OSError:
        return []


def _is_picture(path: Path) -> bool:
    """Tell whether the file is a whole picture of a size that can be handled."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)  # opening already looks at the size
            with Image.open(path, formats=PICTURE_FORMATS) as picture:
                picture.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning):
        return False
    return True
