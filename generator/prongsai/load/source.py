"""Reading a text file that may be anything: too big, binary, in an old Thai encoding, a link to elsewhere."""

from __future__ import annotations

import stat
from pathlib import Path

from prongsai.problem import Problem, Severity, Where
from prongsai.thai.system_errors import describe_os_error

MAX_BYTES = 2_000_000


class UnreadableFileError(Exception):
    """Raised when a file cannot be read as text; carries the problem to report."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        super().__init__(problem.message)
        self.problem = problem


def read_text(path: Path, *, inside: Path, shown: str, keep_mark: bool = False) -> str:
    """Return the text of a UTF-8 file.

    Args:
        path: The file.
        inside: The folder that the file must not lead out of.
        shown: The path that messages show.
        keep_mark: Leave a byte order mark where it is.

    Raises:
        UnreadableFileError: The file is no readable UTF-8 text of at most 2 MB inside the folder.
    """

    def refuse(rule: str, message: str, fix: str, line: int = 0) -> UnreadableFileError:
        where = Where(shown, line, 1) if line else Where(shown)
        return UnreadableFileError(Problem(where, rule, Severity.ERROR, message, fix))

    try:
        resolved = path.resolve(strict=True)
        info = resolved.stat()
        if not resolved.is_relative_to(inside.resolve()):
            raise refuse("file-outside", "ไฟล์นี้เป็นลิงก์ที่ชี้ออกนอกโฟลเดอร์ของหน่วยงาน", "คัดลอกไฟล์จริงมาวางแทนลิงก์")
        if not stat.S_ISREG(info.st_mode):
            raise refuse("file-unreadable", "ตำแหน่งนี้ไม่ใช่ไฟล์ธรรมดา", "ลบหรือย้ายออก แล้ววางไฟล์ .yml แทน")
        if info.st_size > MAX_BYTES:
            size = info.st_size / 1_000_000
            raise refuse(
                "file-too-big", f"ไฟล์ใหญ่ {size:.1f} MB เกิน {MAX_BYTES // 1_000_000} MB", "แบ่งไฟล์ หรือตรวจว่าวางไฟล์ผิดชนิด"
            )
        raw = resolved.read_bytes()
    except (OSError, RuntimeError) as error:  # before Python 3.13 a loop of links is a RuntimeError
        reason = describe_os_error(error) if isinstance(error, OSError) else "ลิงก์ชี้วนกลับมาที่เดิม"
        raise refuse("file-unreadable", f"เปิดไฟล์ไม่ได้ ({reason})", "ตรวจว่าไฟล์มีอยู่และมีสิทธิ์อ่าน") from None
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refuse("file-encoding", "ไฟล์บันทึกเป็น UTF-16 ไม่ใช่ UTF-8", "บันทึกใหม่โดยเลือกการเข้ารหัส UTF-8")
    try:
        return raw.decode("utf-8" if keep_mark else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise refuse("file-encoding", *_explain_encoding(raw, shown), line=line) from None


def _explain_encoding(raw: bytes, shown: str) -> tuple[str, str]:
    """Name the encoding where the bytes look like Thai text of the Windows or TIS-620 age."""
    thai = sum(0xA1 <= byte <= 0xFB for byte in raw)
    if thai > len(raw) / 10 and b"\x00" not in raw:
        return (
            "ไฟล์บันทึกเป็นรหัสไทยแบบเก่า (TIS-620 / Windows-874) ไม่ใช่ UTF-8",
            f"เปิดด้วยโปรแกรมแก้ไขข้อความแล้วบันทึกเป็น UTF-8 หรือสั่ง iconv -f CP874 -t UTF-8 {shown}",
        )
    return "ไฟล์นี้ไม่ใช่ข้อความ UTF-8", "ตรวจว่าวางไฟล์ถูกชนิด แล้วบันทึกใหม่เป็น UTF-8"
