"""Where a site shall be put, as it is typed: ``ftps://user@host/folder`` or a folder."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, unquote, urlsplit

from prongsai.exceptions import PublishingError
from prongsai.publishing.ftp import FtpAddress

_EXAMPLE = "เขียนเช่น ftps://ชื่อผู้ใช้@ftp.example.go.th/public_html/itacenter"
_IMPLICIT = 990  # the old port whose connections are encrypted from the first byte, which ftplib does not speak


def parse_target(text: str) -> FtpAddress | None:
    """Return an FTP address; ``None`` where the text names a folder.

    Raises:
        PublishingError: It is an address of which something is missing or must not be in it.
    """
    scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]+)://", text)  # two letters at least: C:/ is a drive
    if not scheme:
        return None
    if scheme[1].lower() not in {"ftp", "ftps"}:
        raise PublishingError(f"ส่งไปยัง {scheme[1]}:// ไม่ได้ ใช้ได้เฉพาะ ftp:// ftps:// หรือโฟลเดอร์ {_EXAMPLE}")
    try:
        parts = urlsplit(text)
        port = parts.port or 21
    except ValueError:
        raise PublishingError(f"อ่านที่อยู่ “{text}” ไม่ได้ {_EXAMPLE}") from None
    if parts.password is not None:
        raise PublishingError(
            "อย่าเขียนรหัสผ่านในที่อยู่ เพราะจะค้างในประวัติคำสั่ง วิธีแก้: ลบ :รหัสผ่าน ออก โปรแกรมจะถาม หรืออ่านจากตัวแปร PRONGSAI_PASSWORD"
        )
    _check_parts(text, parts)
    if port == _IMPLICIT:
        raise PublishingError("พอร์ต 990 (FTPS แบบเก่า) ใช้ไม่ได้ วิธีแก้: ลบ :990 ออก เพื่อใช้ FTPS ที่พอร์ต 21")
    path = unquote(parts.path)[1:]
    return FtpAddress(parts.hostname or "", port, unquote(parts.username or ""), path, parts.scheme.lower() == "ftps")


def _check_parts(text: str, parts: SplitResult) -> None:
    if not parts.hostname:
        raise PublishingError(f"ที่อยู่ “{text}” ไม่มีชื่อเครื่อง {_EXAMPLE}")
    if not parts.username:
        raise PublishingError(f"ที่อยู่ “{text}” ไม่มีชื่อผู้ใช้ {_EXAMPLE}")
    if parts.query or parts.fragment:
        raise PublishingError(f"ที่อยู่ “{text}” มี ? หรือ # ซึ่งใช้ไม่ได้ในชื่อโฟลเดอร์ {_EXAMPLE}")
    words = unquote(parts.path + parts.username)
    if any(not character.isprintable() for character in words) or ".." in unquote(parts.path).split("/"):
        raise PublishingError(f"ที่อยู่ {text!a} มีอักขระที่ใช้ไม่ได้ {_EXAMPLE}")
