"""One spelling for text of any source, digits as printed."""

from __future__ import annotations

import re

from prongsai.thai.text import normalise

# Zero-width characters, soft hyphens and marks of direction that Word and PDF leave in a text.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"[^\S\n]+")
# A tone mark typed behind the ring of ำ instead of before it: น + ring + tone + า.
_RING_FIRST = re.compile("\u0e4d([\u0e48-\u0e4b])")
# Old Thai fonts drew raised and lowered marks with characters of the private area.
_PRIVATE = str.maketrans(
    {
        0xF700: "ฐ", 0xF701: "ิ", 0xF702: "ี", 0xF703: "ึ", 0xF704: "ื", 0xF705: "่", 0xF706: "้", 0xF707: "๊",
        0xF708: "๋", 0xF709: "์", 0xF70A: "่", 0xF70B: "้", 0xF70C: "๊", 0xF70D: "๋", 0xF70E: "์", 0xF70F: "ญ",
        0xF710: "ั", 0xF711: "ํ", 0xF712: "็", 0xF713: "่", 0xF714: "้", 0xF715: "๊", 0xF716: "๋", 0xF717: "์",
        0xF718: "ุ", 0xF719: "ู", 0xF71A: "ฺ",
        # Bullets and boxes of Symbol and Wingdings, which Word's lists are drawn with.
        0xF0B7: "•", 0xF0A7: "▪", 0xF0A8: "□", 0xF06F: "□", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0FE: "☑", 0xF02D: "-",
    }
)  # fmt: skip


def clean(text: str) -> str:
    """Return a passage on one line in the one spelling: NFC, ำ in one character, single spaces, nothing unseen."""
    text = _UNSEEN.sub("", _CONTROL.sub(" ", text.translate(_PRIVATE)))
    text = normalise(_RING_FIRST.sub("\\1\u0e4d", text))
    return _SPACES.sub(" ", text.replace("\n", " ")).strip()
