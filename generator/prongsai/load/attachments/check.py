"""Checking the files that the records of one LAO name."""

from __future__ import annotations

import stat
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from msgspec import Struct

from prongsai.load.attachments.contents import ALLOWED, read_dangers
from prongsai.load.attachments.findings import BrokenFileError, Danger, EmptyFileError, Found, WrongContentError
from prongsai.load.attachments.look_alikes import find_look_alike
from prongsai.load.attachments.signatures import TEXT
from prongsai.load.data_file import DataFile, DataPath
from prongsai.load.validation import suggest
from prongsai.pictures import ENDINGS, PictureError, PictureShapeError, PictureSizeError
from prongsai.problem import Problem, Severity, Where
from prongsai.thai.system_errors import describe_os_error

MAX_FILE_BYTES = 20_000_000
_SHOWN_AS_SEAL = frozenset({"seal", "emblem"})


class AttachedFile(Struct, frozen=True):
    """A file that a record names.

    Attributes:
        name: As the record names it.
        where: Where it is named.
        dangers: Why it should not be published as it is.
    """

    name: str
    where: Where
    dangers: frozenset[Danger] = frozenset()


class _Fault(NamedTuple):
    rule: str
    message: str
    fix: str


def refuse(rule: str, message: str, fix: str) -> _Fault:
    """Return why a file is refused."""
    return _Fault(rule, message, fix)


class Attachments:
    """The files of one LAO; each is read once, however often it is named."""

    def __init__(self, folder: Path) -> None:
        """Read nothing yet."""
        self._folder = folder
        self._read: dict[tuple[str, bool], frozenset[Danger] | _Fault] = {}

    def check(self, name: str, document: DataFile, place: DataPath) -> tuple[AttachedFile, list[Problem]]:
        """Return a file, and what is wrong with it.

        Args:
            name: Its path in the LAO's folder.
            document: The data that name it.
            place: Where they do.
        """
        where = document.where(*place)
        is_seal = place[-1] in _SHOWN_AS_SEAL
        found = self._read.get((name, is_seal))
        if found is None:
            found = self._find_fault(name, is_seal=is_seal) or self._read_dangers(name, is_seal=is_seal)
            self._read[name, is_seal] = found
        if isinstance(found, _Fault):
            return AttachedFile(name, where), [Problem(where, found.rule, Severity.ERROR, found.message, found.fix)]
        return AttachedFile(name, where, found), []

    def _find_fault(self, name: str, *, is_seal: bool) -> _Fault | None:
        """Return what is wrong with a file's kind, place or size."""
        suffix = PurePosixPath(name).suffix.lower()
        allowed = ENDINGS if is_seal else ALLOWED
        if suffix not in allowed:
            what = "ไม่ใช่ภาพที่ใช้ได้" if is_seal else "เป็นชนิดที่ไม่เผยแพร่"
            return refuse("file-type", f"ไฟล์ “{name}” {what}", "ใช้ไฟล์ชนิด " + ", ".join(sorted(allowed)))
        try:
            inside = (self._folder / "files").resolve()
            if not inside.is_relative_to(self._folder.resolve()):
                message = "โฟลเดอร์ files/ เป็นลิงก์ที่ชี้ออกนอกโฟลเดอร์ของหน่วยงาน"
                return refuse("file-outside", message, "คัดลอกโฟลเดอร์จริงมาวางแทนลิงก์")
            resolved = (self._folder / name).resolve(strict=True)
            info = resolved.stat()
        except PermissionError as error:
            return _explain_unreadable(name, error)
        except (OSError, RuntimeError, ValueError):  # a loop of links before Python 3.13; a NUL in the name
            return refuse("file-missing", f"ไม่พบไฟล์ “{name}”", self._suggest(name))
        if not resolved.is_relative_to(inside):
            message = f"ไฟล์ “{name}” เป็นลิงก์ที่ชี้ออกนอกโฟลเดอร์ files/"
            return refuse("file-outside", message, "คัดลอกไฟล์จริงมาวางแทนลิงก์")
        if not stat.S_ISREG(info.st_mode):
            return refuse("file-missing", f"“{name}” ไม่ใช่ไฟล์", "ระบุชื่อไฟล์ ไม่ใช่โฟลเดอร์")
        if info.st_size > MAX_FILE_BYTES:
            message = f"ไฟล์ “{name}” ใหญ่ {info.st_size / 1_000_000:.1f} MB เกิน {MAX_FILE_BYTES // 1_000_000} MB"
            return refuse("file-too-big", message, "ย่อหรือสแกนใหม่ด้วยความละเอียดต่ำลง")
        return None

    def _read_dangers(self, name: str, *, is_seal: bool) -> frozenset[Danger] | _Fault:
        try:
            return read_dangers(self._folder / name, is_seal=is_seal)
        except OSError as error:
            return _explain_unreadable(name, error)
        except EmptyFileError:
            return refuse("file-empty", f"ไฟล์ “{name}” ว่าง", "คัดลอกไฟล์มาวางใหม่ แล้วเปิดดูก่อนเผยแพร่")
        except WrongContentError as error:
            message = f"ไฟล์ “{name}” ลงท้ายด้วย {PurePosixPath(name).suffix} แต่ข้างในเป็น{error.found.name}"
            return refuse("file-content", message, _suggest_ending(name, error.found))
        except BrokenFileError as error:
            return refuse(
                "file-broken", f"ไฟล์ “{name}” เสีย: {error}", "คัดลอกหรือดาวน์โหลดไฟล์ใหม่ เปิดดูให้ครบทุกหน้า แล้ววางแทน"
            )
        except PictureSizeError as error:
            return refuse("file-too-big", f"ไฟล์ “{name}”: {error}", error.fix)
        except PictureShapeError as error:
            return refuse("picture-shape", f"ไฟล์ “{name}”: {error}", error.fix)
        except PictureError as error:
            return refuse("file-broken", f"เปิดไฟล์ภาพ “{name}” ไม่ได้: {error}", error.fix)

    def _suggest(self, name: str) -> str:
        names = self._list_names()
        alike = find_look_alike(name, names)
        if alike:
            differ = f"มีไฟล์ “{alike.name}” ซึ่งดูเหมือนกันแต่{' และ'.join(alike.reasons)}"
            return f"{differ} · คัดลอกชื่อของไฟล์นั้นมาวางที่นี่ หรือเปลี่ยนชื่อไฟล์ให้ตรง"
        return suggest(name, names, "วางไฟล์ในโฟลเดอร์ files/ หรือแก้ชื่อให้ตรง (ตัวพิมพ์เล็ก-ใหญ่ต่างกัน)")

    def _list_names(self) -> list[str]:
        """Return the LAO's files in the words of the data; none where the folder cannot be listed."""
        try:
            return sorted(path.relative_to(self._folder).as_posix() for path in (self._folder / "files").rglob("*"))
        except OSError:
            return []


def _explain_unreadable(name: str, error: OSError) -> _Fault:
    message = f"เปิดไฟล์ “{name}” ไม่ได้ ({describe_os_error(error)})"
    return refuse("file-unreadable", message, "ตรวจว่าไฟล์และโฟลเดอร์ที่เก็บมีสิทธิ์อ่าน")


def _suggest_ending(name: str, found: Found) -> str:
    if found.endings and found is not TEXT:
        right = PurePosixPath(name).with_suffix(found.endings[0])
        return f"เปลี่ยนชื่อไฟล์เป็น {right} ทั้งที่ไฟล์และที่นี่ หรือวางไฟล์ที่ถูกต้องแทน"
    return found.fix or "เปิดไฟล์ดูก่อน แล้ววางไฟล์ที่ถูกต้องแทน"
