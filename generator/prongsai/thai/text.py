"""Thai text: lossless normalisation and dictionary order."""

from __future__ import annotations

import re
import unicodedata

_SPLIT_SARA_AM = re.compile("ํ([่-๋]?)า")
_LEADING_VOWEL = re.compile("([เแโใไ])([ก-ฮ])")
_TONES = str.maketrans("", "", "็่้๊๋์")


def normalise(text: str) -> str:
    """Return the text in NFC with the two-part spelling of ำ joined; nothing is lost.

    NFKC would split every ำ, and NFC leaves ํา apart from ำ, so that mapping is ours.
    """
    return _SPLIT_SARA_AM.sub(lambda match: match[1] + "ำ", unicodedata.normalize("NFC", text))


def dictionary_key(text: str) -> tuple[str, str]:
    """Return a sort key in Thai dictionary order: leading vowels after their consonant, tones last."""
    swapped = _LEADING_VOWEL.sub(r"\2\1", normalise(text))
    return swapped.translate(_TONES), swapped


def compact(text: str) -> str:
    """Return the text without white space and quotation marks, for comparing names."""
    return normalise(re.sub(r"[\s\"'“”‘’]+", "", text))
