"""ที่อยู่เว็บต้องเปิดได้จากเครื่องของประชาชน และเป็นของหน่วยงาน

ตรวจที่อยู่ในเครื่องหรือเครือข่ายภายใน (localhost, 192.168.x.x) ชื่อที่เขียนผิดรูป ลิงก์ย่อ ชื่อเว็บไซต์ที่ปนตัวอักษรหลายภาษา และพื้นที่เก็บไฟล์ส่วนตัว เช่น Google Drive
เหตุที่สำคัญ: ประชาชนและผู้ประเมินเปิดที่อยู่ภายในไม่ได้ ตัวอักษรที่หน้าตาเหมือนกันพาไปเว็บไซต์ปลอม และไฟล์ใน Drive ของบุคคลถูกลบหรือปิดได้ทุกเมื่อ

ไม่ผ่าน: website: http://localhost/maesai
ไม่ผ่าน: url: http://192.168.1.10/report.pdf
ไม่ผ่าน: website: https://www.mแesai.go.th
ไม่ผ่าน: url: https://drive.google.com/file/d/1a2b3c (คำแนะนำ)
ผ่าน: website: https://www.maesai.go.th
ผ่าน: url: https://www.maesai.go.th/files/report.pdf
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from prongsai.checks.subjects.web_links import WebLink, decode_host, is_private_host, iter_web_links
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.thai.patterns import compile_late

ID = "web-address"
SEVERITY = Severity.ERROR

# Where a person or a guest keeps files: the owner may delete them, close them, or leave the office.
_STORES = (
    "drive.google.com", "docs.google.com", "drive.usercontent.google.com", "photos.google.com", "photos.app.goo.gl",
    "1drv.ms", "onedrive.live.com", "dropbox.com", "mega.nz", "mediafire.com", "wetransfer.com", "we.tl", "icloud.com",
    "box.com", "4shared.com", "scribd.com", "pcloud.com", "terabox.com", "my.sharepoint.com",
)  # fmt: skip
# Names that lead to nobody's own site: kept free for examples, and those that hide where they lead.
_EXAMPLES = ("example.com", "example.org", "example.net", "yoursite.com", "yourdomain.com")
_OWN_ADDRESSES = {"website", "url"}
_SHORTENERS = ("bit.ly", "tinyurl.com", "goo.gl", "cutt.ly", "shorturl.at", "shorturl.asia", "t.co", "ow.ly", "rb.gy")
_HOST = compile_late(r"(?:[^\s.,;_@!*()]{1,63}\.)+[^\s.,;_@!*()0-9]{2,24}")
_OUTSIDE = "ใช้ที่อยู่ที่ประชาชนเปิดได้ เช่น https://www.maesai.go.th/…"


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield addresses that nobody outside can open, that look like another's, or that are a person's storage."""
    for link in iter_web_links(loaded):
        yield from _check_link(link)


def _check_link(link: WebLink) -> Iterator[Problem]:
    host = decode_host(link.host)
    if is_private_host(host):
        kind = (
            "ไม่ใช่ชื่อเว็บไซต์เต็ม"
            if "." not in host and ":" not in host and host != "localhost"
            else "เปิดได้เฉพาะในเครื่องหรือเครือข่ายภายใน"
        )
        yield Problem(link.where, ID, SEVERITY, f"ที่อยู่ “{_shorten(link.url)}” {kind}", _OUTSIDE)
        return
    if not _HOST.fullmatch(host) and not _is_number(host):
        yield Problem(link.where, ID, SEVERITY, f"ชื่อเว็บไซต์ “{host}” ในที่อยู่เขียนผิดรูป", _OUTSIDE)
        return
    hidden = next((name for name in (*_EXAMPLES, *_SHORTENERS) if host == name or host.endswith(f".{name}")), None)
    if hidden and link.key in _OWN_ADDRESSES:
        kind = "เป็นชื่อตัวอย่าง" if hidden in _EXAMPLES else "เป็นลิงก์ย่อที่ไม่บอกว่าพาไปที่ใด"
        yield Problem(link.where, ID, Severity.WARNING, f"ที่อยู่ “{_shorten(link.url)}” {kind}", _OUTSIDE)
        return
    strange = _find_strange(host)
    if strange:
        message = f"ชื่อเว็บไซต์ “{host}” มีตัวอักษรต่างภาษาปนกัน คือ {strange}"
        yield Problem(link.where, ID, SEVERITY, message, "พิมพ์ชื่อเว็บไซต์ใหม่ด้วยตัวอักษรภาษาเดียว")
        return
    store = next((name for name in _STORES if host == name or host.endswith((f".{name}", f"-{name}"))), None)
    if store:
        message = f"ที่อยู่ “{_shorten(link.url)}” เป็นพื้นที่เก็บไฟล์ส่วนตัว ({store})"
        fix = "วางไฟล์ไว้ใน files/ แล้วใช้ file: หรือใช้ที่อยู่บนเว็บไซต์ของหน่วยงาน"
        severity = Severity.WARNING if link.key == "website" else Severity.ADVICE
        yield Problem(link.where, ID, severity, message, fix)


def _is_number(host: str) -> bool:
    return ":" in host or all(part.isdigit() for part in host.split("."))


def _find_strange(host: str) -> str:
    """Return the letters that do not belong into a host's labels, with their names; empty where all do.

    A label is Latin or Thai, not both (ไทย.go.th is one of each).
    """
    for label in host.split("."):
        letters = [letter for letter in label if not letter.isascii()]
        others = [letter for letter in letters if not "\u0e01" <= letter <= "\u0e5b"]
        has_latin = any(letter.isascii() and letter.isalpha() for letter in label)
        strange = others or (letters if has_latin else [])
        if strange:
            return ", ".join(f"“{letter}” ({_name_script(letter)})" for letter in dict.fromkeys(strange[:3]))
    return ""


def _name_script(letter: str) -> str:
    name = unicodedata.name(letter, "")
    scripts = {"THAI": "ไทย", "CYRILLIC": "ซีริลลิก", "GREEK": "กรีก", "LAO": "ลาว", "FULLWIDTH": "ตัวเต็มความกว้าง"}
    script = next((thai for word, thai in scripts.items() if name.startswith(word)), "")
    return script or f"U+{ord(letter):04X}"


def _shorten(url: str) -> str:
    return url if len(url) <= 80 else f"{url[:80]}…"
