"""The address at which a site will stand; it is written into every page, the sitemap and the pictures for previews."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from prongsai.settings.refusal import Refusal

_FIX = "เขียนที่อยู่เต็มของเว็บไซต์ เช่น site_url: https://www.example.go.th/"
# Quotes and brackets would end an attribute; the others belong into no address.
_FORBIDDEN = frozenset("\"'<>\\^`{|}")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*|[0-9a-f:.]+")


def find_address_refusal(address: str) -> Refusal | None:
    """Return why an address cannot be that of a site; None where it can, or where it is empty."""
    fault = _find_fault(address) if address else None
    return Refusal("site_url", f"ที่อยู่ของเว็บไซต์ “{address}” {fault}", _FIX) if fault else None


def _find_fault(address: str) -> str | None:
    wrong = [letter for letter in address if letter in _FORBIDDEN or unicodedata.category(letter)[0] in "CZ"]
    if wrong:
        return "มีช่องว่างหรืออักขระที่มองไม่เห็น" if wrong[0] not in _FORBIDDEN else f"มีอักขระ {wrong[0]} ที่ใช้ในที่อยู่ไม่ได้"
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return "เขียนไม่ถูกรูปแบบ"
    if parts.scheme not in {"http", "https"}:
        return "ต้องขึ้นต้นด้วย https:// หรือ http://"
    if "@" in parts.netloc:
        return "มีชื่อผู้ใช้หรือรหัสผ่าน ซึ่งจะปรากฏในทุกหน้า"
    if port == 0 or not _HOST.fullmatch(parts.hostname or ""):
        return "ไม่มีชื่อเว็บไซต์ หรือเขียนชื่อไม่ถูกรูปแบบ"
    if "?" in address or "#" in address:
        return "มี ? หรือ # ซึ่งเป็นส่วนของหน้า ไม่ใช่ของเว็บไซต์"
    return None
