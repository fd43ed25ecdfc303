"""Names that look the same and are not: why a file that everybody sees is not found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import NamedTuple


class LookAlike(NamedTuple):
    """A file whose name looks like the one that was looked for.

    Attributes:
        name: Its name.
        reasons: In what the two differ, in Thai.
    """

    name: str
    reasons: tuple[str, ...]


# What the eye does not see, and how to take it away; in this order.
_UNSEEN: dict[str, Callable[[str], str]] = {
    "มีอักขระที่มองไม่เห็น": lambda text: re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", text),
    "ช่องว่างต่างกัน": lambda text: " ".join(text.split()),
    "เครื่องหมายบนและใต้ตัวอักษรเก็บไว้คนละแบบ (NFC กับ NFD หรือลำดับที่พิมพ์)": lambda text: unicodedata.normalize("NFC", text),
    "สระอำเก็บไว้คนละแบบ (ำ ตัวเดียว กับ ํ และ า สองตัว)": lambda text: re.sub("([่-๋]?)ํ([่-๋]?)า", r"\1\2ำ", text),
    "สระแอเก็บไว้คนละแบบ (แ ตัวเดียว กับ เ สองตัว)": lambda text: text.replace("เเ", "แ"),
    "ตัวพิมพ์เล็ก-ใหญ่ต่างกัน": str.casefold,
}


def find_look_alike(name: str, names: Iterable[str]) -> LookAlike | None:
    """Return the one of some names that looks like another one, and why they differ; None where there is none."""
    plain = _simplify(name)
    other = next((other for other in names if other != name and _simplify(other) == plain), None)
    if other is None:
        return None
    reasons = (reason for reason in _UNSEEN if _simplify(name, leave=reason) != _simplify(other, leave=reason))
    return LookAlike(other, tuple(reasons) or ("มีอักขระต่างกัน",))


def _simplify(name: str, leave: str = "") -> str:
    for reason, take_away in _UNSEEN.items():
        if reason != leave:
            name = take_away(name)
    return name
