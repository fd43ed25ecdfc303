"""The folder of the built site, which MkDocs fills: told in Thai what the system refuses there."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.utils import clean_directory

from prongsai.exceptions import OutputError
from prongsai.thai.system_errors import describe_os_error


class SiteFolder:
    """Where MkDocs builds the site; while it does, the site is not whole."""

    def __init__(self, site: Path) -> None:
        """Look at nothing yet."""
        self._site = site
        self._is_being_built = False

    def begin(self) -> None:
        """Try whether the site can be written, before MkDocs removes the one that is there.

        Raises:
            OutputError: It cannot.
        """
        trial = self._site / f".{os.getpid()}.tmp"
        try:
            self._site.mkdir(parents=True, exist_ok=True)
            next(self._site.iterdir(), None)
            trial.write_bytes(bytes(4096))
        except OSError as error:
            message = f"เขียนเว็บไซต์ลงใน {self._site} ไม่ได้: {describe_os_error(error)} เว็บไซต์เดิมยังอยู่ครบ"
            raise OutputError(message) from None
        finally:
            _remove(trial)
        self._is_being_built = True

    def end(self) -> None:
        """Say that the site is whole."""
        self._is_being_built = False

    def explain(self, error: Exception) -> str | None:
        """Return why MkDocs could not end its work, and leave no half of a site; None where the system is not the reason.

        Args:
            error: What it stumbled over.
        """
        if isinstance(error, UnicodeDecodeError):
            return "หน้าที่เขียนเองหน้าหนึ่ง (ชื่อไฟล์อยู่ในบรรทัดก่อนหน้า) ไม่ได้บันทึกเป็น UTF-8 เปิดแล้วบันทึกใหม่โดยเลือกการเข้ารหัส UTF-8"
        if not isinstance(error, OSError):
            return None
        reason = f"สร้างเว็บไซต์ไม่เสร็จ: {error.filename2 or error.filename or self._site}: {describe_os_error(error)}"
        return f"{reason} {self._clean()} แก้แล้วสั่งใหม่"

    def _clean(self) -> str:
        if not self._is_being_built:
            return ""
        self._is_being_built = False
        try:
            clean_directory(str(self._site))
        except OSError:
            return f"{self._site} ยังไม่ครบ อย่าเพิ่งเผยแพร่"
        return f"ล้าง {self._site} ซึ่งยังไม่ครบแล้ว"


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # it was never there, or the folder has just gone
