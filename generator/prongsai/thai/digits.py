"""Thai and Arabic digits."""

from __future__ import annotations

import re

THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_TO_ARABIC = str.maketrans(THAI_DIGITS, "0123456789")
_TO_THAI = str.maketrans("0123456789", THAI_DIGITS)
# A run that holds a Latin letter is a name or an address (www.x.go.th/2566, COVID-19, p01): its digits stay.
# The path of a web address may be Thai (https://x.go.th/แผน/2566) and reaches to the next space.
_RUN = r"0-9A-Za-z_.:@%#?=&+\-"
_LATIN_RUN = re.compile(
    rf"(?<![{_RUN}/])[{_RUN}/]*?(?:(?:https?://|www\.)[{_RUN}]*(?:/[^\s<>\"'“”()]*)?|[A-Za-z][{_RUN}/]*)"
)
_ARABIC_DIGIT = re.compile("[0-9]")
_LATIN_LETTER = re.compile("[A-Za-z]")
_MIXED_NUMBER = re.compile(rf"[0-9][,.]?[{THAI_DIGITS}]|[{THAI_DIGITS}][,.]?[0-9]")


def to_arabic(text: str) -> str:
    """Return the text with Thai digits turned into Arabic ones."""
    return text.translate(_TO_ARABIC)


def to_thai(text: str) -> str:
    """Return the text with Arabic digits turned into Thai ones, addresses and Latin names left alone."""
    if not _ARABIC_DIGIT.search(text):
        return text
    if not _LATIN_LETTER.search(text):
        return text.translate(_TO_THAI)
    parts: list[str] = []
    end = 0
    for match in _LATIN_RUN.finditer(text):
        parts += [text[end : match.start()].translate(_TO_THAI), match.group()]
        end = match.end()
    parts.append(text[end:].translate(_TO_THAI))
    return "".join(parts)


def has_mixed_digits(text: str) -> bool:
    """Tell whether one number is written with both Thai and Arabic digits (๒๕๖6)."""
    return _MIXED_NUMBER.search(text) is not None
