"""What reading an attachment can find: that it is no such file, that it is broken, that it is dangerous."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Found(NamedTuple):
    """What a file really is.

    Attributes:
        name: In Thai, to stand after เป็น.
        endings: What its name may end in; empty where such files are not published.
        fix: What to do where its name says something else.
    """

    name: str
    endings: tuple[str, ...] = ()
    fix: str = ""


class Danger(Enum):
    """Why a file that can be opened should still not be published: what it holds, and the way out."""

    SCRIPT = ("มีสคริปต์หรือคำสั่งเปิดโปรแกรมอยู่ข้างใน", "สั่งพิมพ์เป็น PDF ใหม่จากต้นฉบับ แล้ววางแทน")
    LOCKED = (
        "เข้ารหัสไว้ ผู้อ่านอาจต้องใส่รหัสผ่าน คัดลอกข้อความ หรือฟังด้วยโปรแกรมอ่านหน้าจอไม่ได้",
        "บันทึกใหม่โดยไม่ใส่รหัสผ่านและไม่จำกัดสิทธิ์ แล้ววางแทน",
    )
    MACRO = ("มีมาโครอยู่ข้างใน", "บันทึกใหม่เป็น .docx, .xlsx หรือ PDF ซึ่งไม่มีมาโคร แล้ววางแทน")
    PROGRAM = ("มีโปรแกรมอยู่ข้างใน", "นำโปรแกรมออกจากไฟล์ zip แล้ววางแทน")

    def __init__(self, what: str, fix: str) -> None:
        """Keep the Thai texts: ``what`` stands after the file's name."""
        self.what = what
        self.fix = fix


class EmptyFileError(Exception):
    """Raised when there is nothing in a file."""


class WrongContentError(Exception):
    """Raised when a file is not what its name says; carries what it is."""

    def __init__(self, found: Found) -> None:
        """Keep what was found."""
        super().__init__(found.name)
        self.found = found


class BrokenFileError(Exception):
    """Raised when a part of a file is missing; the message is Thai."""
