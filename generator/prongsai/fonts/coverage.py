"""The characters that Sarabun can set, as data: the checker need not open a font. A test compares them with the fonts."""

from __future__ import annotations

import re
import unicodedata

# What the fonts' own tables list, from the space on, without the private use that PDF/A refuses.
LETTERS = """
    0020-007E 00A0-017E 018F 0192 01A0-01A1 01AF-01B0 01CD-01DC 01E6-01E7 01FA-01FF 0218-021B 0237 0251 0259
    02BB-02BC 02BE-02BF 02C6-02CC 02D8-02DD 0300-0304 0306-030C 031B 0323-0324 0326-0328 032E 0331 0394 03A9 03BC
    03C0 0E01-0E3A 0E3F-0E5B 1E0C-1E0F 1E20-1E21 1E24-1E25 1E2A-1E2B 1E36-1E3B 1E42-1E49 1E5A-1E63 1E6C-1E6F
    1E80-1E85 1E8E-1E8F 1E92-1E93 1E97 1E9E 1EA0-1EF9 2007 2010 2012-2015 2018-201A 201C-201E 2020-2022 2026 2030
    2032-2033 2039-203A 2044 2070 2074-2079 207D-2089 208D-208E 20A1 20A4 20A6-20A7 20AB-20AC 20B1-20B2 20B5
    20B9-20BA 20BD 210A 2113 2117 2120 2122 212E 2153-2154 215B-215E 2190-2193 2202 2206 220F 2211-2212 2215
    2219-221A 221E 222B 2248 2260 2264-2265 25A0 25B2-25B3 25B6-25B7 25BC-25BD 25C0-25C1 25C6 25CA FB01-FB02
"""
# What the typesetter leaves out or sets as a space or hyphen, though the fonts do not list it.
UNSEEN = """
    0009-000A 00AD 034F 061C 115F-1160 17B4-17B5 180B-180E 2000-200F 2011 2028-202F 205F-2064 2066-206F 3000 3164
    FE00-FE0F FFA0 1BCA0-1BCA3 1D173-1D17A
"""


def _make_class(ranges: str) -> str:
    """Return the ranges as the inside of a character class."""
    return "".join("-".join(f"\\U{code:0>8}" for code in item.split("-")) for item in ranges.split())


_OTHERS = re.compile(f"[^{_make_class(LETTERS + UNSEEN)}]")


def find_missing(text: str) -> list[int]:
    """Return where in a text the characters stand that cannot be set; nearly always nowhere.

    A letter that can be set as another one with marks above and below it is not missing.
    """
    return [
        match.start()
        for match in _OTHERS.finditer(text)
        if any(map(_OTHERS.match, unicodedata.normalize("NFD", match[0])))
    ]


def replace_missing(text: str, replacement: str) -> str:
    """Return the text with something else for every character that cannot be set; a byte order mark is no character."""
    missing = find_missing(text)
    if not missing:
        return text
    letters = list(text)
    for place in missing:
        letters[place] = "" if text[place] == "\ufeff" else replacement
    return "".join(letters)
