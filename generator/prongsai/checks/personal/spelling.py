"""One spelling for what people type in many: digits, spaces, hyphens, dots and letters of every script and width."""

from __future__ import annotations

import unicodedata

from prongsai.thai.patterns import compile_late
from prongsai.thai.text import normalise

_SPACES = compile_late(" {2,}")
_DOTS = "\u00b7\u2022\u2027\u2219\u3002\uff61"
_QUOTES = {"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"', "\u2018": "'", "\u2019": "'"}
_SLASHES = "\u2044\u2215\u29f8"


class _Spelling(dict[int, str]):
    """How each character is spelt, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        spelt = self[code] = _spell(character)
        return spelt


def _spell(character: str) -> str:
    """Return the plain spelling of a character; what cannot be seen is left out."""
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category in {"Zs", "Zl", "Zp", "Cc"}:
        return " "
    if category == "Pd" or character == "\u2212":
        return "-"
    if category == "Cf":
        return ""
    if character in _QUOTES:
        return _QUOTES[character]
    if character in _DOTS:
        return "."
    if character in _SLASHES:
        return "/"
    if "\u0e00" <= character <= "\u0e7f":  # the compatibility form of ำ is two characters
        return character
    return unicodedata.normalize("NFKC", character)


_SPELLING = _Spelling()


def clean(text: str) -> str:
    """Return a text in one spelling: Arabic digits, plain spaces, hyphens and full stops, nothing unseen."""
    return _SPACES.sub(" ", normalise(text).translate(_SPELLING))
