"""Numbers and bullets at the start of a passage: 1) (๑) ๑. 7.1) ก. - •."""

from __future__ import annotations

import re

from msgspec import Struct

from prongsai.thai.digits import to_arabic

BULLETS = "-–—•●○◦▪■□◆❖➢➤✓✔*·‣∙"
_NUMBER = "[0-9๐-๙]{1,2}"
_PART = "[1-9๑-๙][0-9๐-๙]?"  # no zero at its beginning: 84.01 is a score
_UNIT = "(?:คะแนน|บาท|น\\.|ล้าน|เปอร์เซ็นต์|%)"
_MARK = re.compile(
    rf"(?P<dash>(?:[{BULLETS}]\s*(?=[{BULLETS}(0-9๐-๙]))*)"
    rf"(?:(?P<bracket>\(\s*(?P<inner>{_NUMBER}(?:\.{_NUMBER})*|[ก-ฮ]|[a-zA-Z])\s*\))"
    rf"|(?P<number>{_NUMBER}(?:\.{_PART})+(?!\s*{_UNIT}))(?P<after>\s*\)|\.(?![0-9๐-๙])|(?=\s)|(?=[ก-ฮเ-ไ]))"
    rf"|(?P<one>{_NUMBER})(?:(?P<close>\s?\))|(?P<stop>\.)(?![0-9๐-๙]))"
    rf"|(?P<letter>[ก-ฮ]|[a-zA-Z])(?P<letter_close>\))"
    rf"|(?P<bullet>[{BULLETS}]))\s*"
)


class Mark(Struct, frozen=True):
    """A number or bullet as it is printed.

    Attributes:
        text: As printed: ``7.1)``, a dash before it left out.
        end: Index behind it and the space after it, where the words begin.
        parts: Its numbers: 7.1) is (7, 1); empty for a bullet or letter.
        style: What marks of one list share: ``1)``, ``1.``, ``(1)``, ``-``.
    """

    text: str
    end: int
    parts: tuple[int, ...]
    style: str

    @property
    def is_bullet(self) -> bool:
        """Tell whether it has no number."""
        return self.style == "-"


def find_mark(text: str, start: int = 0) -> Mark | None:
    """Return the number or bullet that a passage begins with."""
    match = _MARK.match(text, start)
    if match is None or match.end() == start:
        return None
    shown = text[match.end("dash") : match.end()].strip()
    numbers = match["inner"] or match["number"] or match["one"] or ""
    if numbers and numbers[0].isdigit():
        parts = tuple(int(part) for part in to_arabic(numbers).split("."))
        closed = "()" if match["bracket"] else ")" if shown.endswith(")") else "."
        return Mark(shown, match.end(), parts, f"{len(parts)}{closed}")
    if match["bullet"]:
        return Mark(shown, match.end(), (), "-")
    return Mark(shown, match.end(), (), "ก()" if match["bracket"] else "ก)")
