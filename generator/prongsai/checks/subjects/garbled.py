"""Thai that was read in the wrong encoding, once or twice: nobody can read it."""

from __future__ import annotations

import re

from prongsai.thai.patterns import compile_late

# The three bytes of each Thai letter in UTF-8, read as TIS-620 (เธ, เน and a third) or as Latin letters (à¸, à¹).
_AS_THAI = r"(?:เ[ธน][^\n]){3,}"
_AS_LATIN = r"(?:à[¸¹][^\n]?){2,}|(?:Ã\s?[ -¿]?Â[¸¹][^\n]?){1,}|(?:à ?[¸¹]\S? ?){2,}"
# TIS-620 read as Latin letters; Thai texts have no letters with accents in a row.
_TIS = r"[\u00a1-\u00ff]{4,}"
_QUESTIONS = r"\?{3,}|(?:\?\s){3,}\?"
_ESCAPES = r"(?:\\u0[eE][0-7][0-9a-fA-F]){2,}|(?:&\#(?:35[89][0-9]|36[0-7][0-9]);){2,}|(?:=E0=B[89]=[0-9A-F]{2}){2,}|(?:\\x[eE]0\\x[bB][89]\\x[0-9a-fA-F]{2}){2,}"
GARBLED = compile_late(
    f"(?P<thai>{_AS_THAI})|(?P<latin>{_AS_LATIN}|{_TIS})|(?P<lost>{_QUESTIONS})|(?P<escaped>{_ESCAPES})"
)
_HALF = compile_late("(?:เ[ธน].?){2,}")  # still in the wrong encoding
_QUICK = compile_late(r"เ[ธน].เ[ธน].|[\u00a1-\u00ff]{2}|à|\?\s?\?|\\[ux]|&#|=E0")


def find_garbled(text: str) -> re.Match[str] | None:
    """Return the first stretch of a text that was read in the wrong encoding."""
    return GARBLED.search(text) if _QUICK.search(text) else None


def repair(garbled: str) -> str | None:
    """Return what a stretch said, where that can be worked out without loss; None elsewhere."""
    for wrong, right in (("cp874", "utf-8"), ("cp1252", "utf-8"), ("latin-1", "utf-8"), ("latin-1", "cp874")):
        try:
            text = garbled.encode(wrong).decode(right)
        except UnicodeError:
            continue
        if re.fullmatch(r"[ -~ก-๛\s]+", text) and text != garbled and not _HALF.search(text):
            return text
    return None
