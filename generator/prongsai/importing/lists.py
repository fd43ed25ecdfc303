"""Items of a list, nested as their numbers tell: 1) 1.1) (1) -; what no number begins goes on with the item before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from prongsai.importing.source import Passage
from prongsai.reading.marks import BULLETS, Mark, find_mark
from prongsai.thai.digits import to_arabic

MAX_DEPTH = 3
# A Thai sentence does not end in these words: what follows on the next line belongs to it.
_OPEN_END = re.compile(
    r"(?:แก่|ของ|และ|หรือ|ให้|ที่|การ|ความ|ใน|เพื่อ|โดย|จาก|กับ|ว่า|ต่อ|เป็น|ตาม|ซึ่ง|อัน|ด้วย|ผู้|ระหว่าง|เกี่ยวกับ|รวมถึง|ไม่|มี|,|/|\()\s*\Z"
)
_LEADS_ON = re.compile(r"(?:ดังนี้|ต่อไปนี้|ได้แก่|ดังต่อไปนี้|ประกอบด้วย|คือ|เช่น)\s*:?\s*\Z")


class Item(Struct):
    """An item: its number as printed, its words, and the items below it."""

    passages: list[Passage]
    mark: Mark | None = None
    mark_passage: Passage | None = None
    children: list[Item] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What it says, on one line."""
        return " ".join(passage.text for passage in self.passages)


def ends_open(text: str) -> bool:
    """Tell whether a passage cannot be at its end: a word or a bracket waits for more."""
    return _OPEN_END.search(text) is not None or text.count("(") > text.count(")")


# Words with which a paragraph begins rather than goes on.
_BEGINS = re.compile(
    r"(?:ดังนั้น|ด้วย|โดย|เพื่อ|จาก|ตาม|ทั้งนี้|อย่างไรก็ตาม|นอกจากนี้|อีกทั้ง|ปัจจุบัน|เนื่องจาก|ประกอบกับ|จึง|บัดนี้|ส่วนที่|มิติ|สำหรับ|ในการนี้"
    r"|เทศบาล|องค์การบริหาร|องค์กรปกครอง|พระราช|รัฐธรรมนูญ|แผน|การ|ใน|เมื่อ|ผู้บริหาร|ประชาชน)"
)
_LONG_LINE = 50


def _goes_on(before: Passage, passage: Passage) -> bool:
    """Tell whether a page ended in the middle of a paragraph."""
    return passage.is_broken and len(before.text) >= _LONG_LINE and not _BEGINS.match(passage.text)


def join_paragraphs(passages: Iterable[Passage]) -> list[list[Passage]]:
    """Return passages as paragraphs; one that cannot be at its end takes the next."""
    paragraphs: list[list[Passage]] = []
    for passage in passages:
        goes_on = paragraphs and (ends_open(paragraphs[-1][-1].text) or _goes_on(paragraphs[-1][-1], passage))
        if goes_on and not find_mark(passage.text):
            paragraphs[-1].append(passage)
        else:
            paragraphs.append([passage])
    return paragraphs


def read_items(passages: Sequence[Passage], *, is_cell: bool = False) -> list[Item]:
    """Return the items of a list.

    Args:
        passages: What stands under one heading, or in one cell.
        is_cell: It is a cell, where items may follow each other on one line, and where lines are short.
    """
    if is_cell:
        passages = [part for passage in passages for part in split_inline(passage)]
    if not any(find_mark(passage.text) for passage in passages):
        groups = [[*passages]] if is_cell and passages else join_paragraphs(passages)
        return [Item(group) for group in groups]
    root: list[Item] = []
    stack: list[Item] = []
    for passage in passages:
        mark = find_mark(passage.text)
        if mark is None:
            if stack:
                _find_continued(stack, passage).passages.append(passage)
            else:
                root.append(Item([passage]))
            continue
        item = Item([passage.cut(mark.end)], mark, passage.cut(0, mark.end))
        depth = _find_depth(stack, mark)
        del stack[min(depth, MAX_DEPTH - 1) :]
        (stack[-1].children if stack else root).append(item)
        stack.append(item)
    return root


def _find_continued(stack: list[Item], passage: Passage) -> Item:
    """What leads on to a new list belongs to the item above the list that just ended."""
    if len(stack) > 1 and len(stack[-2].children) > 1 and _LEADS_ON.search(passage.text):
        del stack[-1]
    return stack[-1]


def _find_depth(stack: list[Item], mark: Mark) -> int:
    """Return how deep a new item stands below those that are open."""
    marks = [item.mark for item in stack if item.mark]
    if len(marks) < len(stack):
        return 0
    if len(mark.parts) > 1:
        for depth in range(len(marks) - 1, -1, -1):
            if marks[depth].parts == mark.parts[:-1]:
                return depth + 1
            if len(marks[depth].parts) == len(mark.parts):
                return depth
        return len(marks) if marks and marks[-1].parts[:1] == mark.parts[:1] else 0
    same = [depth for depth, other in enumerate(marks) if other.style == mark.style]
    goes_on = [depth for depth in same if mark.parts and marks[depth].parts[0] + 1 == mark.parts[0]]
    if goes_on:
        return goes_on[0]
    if mark.parts:
        following = [
            depth for depth, other in enumerate(marks) if len(other.parts) == 1 and other.parts[0] + 1 == mark.parts[0]
        ]
        if following and mark.parts[0] > 1 and not same:
            return following[-1]
        if same and mark.parts[0] == 1 and marks[same[-1]].parts[0] > 1:
            return same[-1] + 1  # counting begins anew below the last one
    return same[-1] if same else len(marks)


def split_inline(passage: Passage) -> list[Passage]:
    """Return a passage cut where its items follow each other on one line: ๑. … ๒. …, or - … - …."""
    first = find_mark(passage.text)
    cuts = [0]
    if first is None:
        cuts += _find_first_cut(passage.text)
        first = find_mark(passage.text, cuts[-1]) if len(cuts) > 1 else None
    if first is not None:
        cuts += _find_cuts(passage.text, cuts[-1], first)
    ends = [*cuts[1:], len(passage.text)]
    parts = [passage.cut(start, end) for start, end in zip(cuts, ends, strict=True)]
    return [part for part in parts if part.text]


def _find_first_cut(text: str) -> list[int]:
    """Words that go on from the row above, then the first item."""
    match = re.search(r"(?<=\s)(?=[0-9๐-๙]{1,2}(?:\)|\.)\s?[ก-๎])|(?<=[ก-๎]\s)(?=-\s[ก-๎])", text)
    return [match.start()] if match else []


def _find_cuts(text: str, start: int, mark: Mark) -> list[int]:
    cuts: list[int] = []
    position = start + mark.end - start
    position = max(position, start + 1)
    number = mark.parts[-1] if mark.parts else 0
    pattern = re.compile(
        rf"(?<=\s)(?:(?P<bullet>[{BULLETS}])(?=\s?[^\s0-9๐-๙])|\(?(?P<number>[0-9๐-๙]{{1,2}})(?P<close>\)|\.)(?=\s|[^0-9๐-๙\s]|\Z))"
    )
    style = mark.style
    for match in pattern.finditer(text, position):
        before = text[: match.start()].rstrip()[-1:]
        if match["bullet"]:
            is_list = style == "-" or (cuts and _is_bullet_after_number(text, match.start()))
            if is_list and re.match('[ก-๎)”"]|[๐-๙0-9](?=\\s-\\s*[ก-๎])', before):
                cuts.append(match.start())
                style = "-"
            continue
        found = int(to_arabic(match["number"]))
        follows = found == number + 1 or (found == number + 2 and style in {"1.", "1)"})  # a number may be skipped
        if follows or (found == 1 and style == "-"):
            cuts.append(match.start())
            number = found
            style = "1." if match["close"] == "." else "1)"
    return cuts


def _is_bullet_after_number(text: str, position: int) -> bool:
    return text[position : position + 2] == "- "
