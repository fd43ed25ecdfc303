"""Running heads, page numbers and stamps that fell between the lines of a text, and captions that programs made up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from prongsai.importing.wording import DIMENSION, PART, is_title, match_section
from prongsai.reading.document import Block, Format, Paragraph

_PAGE_NUMBER = re.compile(
    r"[-–—|~]*\s*(?:หน้า(?:ที่)?|[Pp]age)?\s*[-–—]?\s*(?:[0-9๐-๙]{1,3}|\([0-9๐-๙]{1,3}\))\s*(?:(?:/|จาก|of)\s*[0-9๐-๙]{1,3})?\s*[-–—|~]*"
)
# The words with which the next page begins, at the foot of a page: 2/ 5) จัดฝึกอบรม...
_CATCHWORD = re.compile(r"[-–]?\s*[0-9๐-๙]{0,3}\s*/\s?\S.{0,60}(?:\.{2,}|…)")
_CAPTION = re.compile(
    r".*(?:สร้างคำอธิบาย(?:โดย)?อัตโนมัติ|คำอธิบายที่สร้าง(?:ขึ้น)?(?:โดย)?อัตโนมัติ|[Dd]escription automatically generated).*"
)
_DOCUMENT = re.compile("แผนปฏิบัติการ|รายงานผล.{0,20}ตาม|มาตรการส่งเสริมคุณธรรม|^รายงานผลการดำเนิน.{20,}")
# A page number beside the words of a running head: … หน้า 5, 5 | …
_BESIDE = re.compile(
    r"(?:(?P<before>[0-9๐-๙]{1,3})\s*[|~–—-]\s*)?(?P<words>\D.{5,}?)(?:\s*(?P<label>หน้า(?:ที่)?|[Pp]age|[|~–—-])\s*(?P<after>[0-9๐-๙]{1,3})"
    r"(?:\s*/\s*[0-9๐-๙]{1,3})?)?"
)
_LEAST = 3
_MAX_LENGTH = 160


def is_caption(text: str) -> bool:
    """Tell whether a program wrote a passage about a picture."""
    return _CAPTION.fullmatch(text) is not None


def find_running(blocks: Iterable[Block], kind: Format) -> set[str]:
    """Return the texts of lines that are no part of the text; PDF and Word tell theirs themselves, by their place.

    A line that comes several times and only says what the document is, is a running head.
    """
    lines = [block.text for block in blocks if isinstance(block, Paragraph) and not block.is_running]
    found = {line for line in lines if _CATCHWORD.fullmatch(line)}
    if kind is Format.TEXT:
        found |= {line for line in lines if _PAGE_NUMBER.fullmatch(line)}
    counts = Counter(line for line in lines if len(line) <= _MAX_LENGTH and _DOCUMENT.search(line) and is_title(line))
    found |= {
        line
        for line, count in counts.items()
        if count >= _LEAST and not PART.fullmatch(line) and not DIMENSION.fullmatch(line) and not match_section(line)
    }
    return found | _find_numbered(lines)


def _find_numbered(lines: Iterable[str]) -> set[str]:
    """Return lines that say the same on several pages but for the page's number, which grows."""
    groups: dict[str, dict[int, str]] = {}
    for line in lines:
        match = _BESIDE.fullmatch(line) if len(line) <= _MAX_LENGTH else None
        number = (match["after"] or match["before"]) if match else None
        if match and number and (match["label"] in {"หน้า", "หน้าที่"} or is_title(match["words"])):
            groups.setdefault(match["words"], {})[int(number)] = line
    return {
        line
        for numbered in groups.values()
        if len(numbered) >= _LEAST and list(numbered) == sorted(numbered)
        for line in numbered.values()
    }
