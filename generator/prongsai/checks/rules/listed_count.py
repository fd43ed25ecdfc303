"""จำนวนที่บอกก่อนรายการต้องเท่ากับรายการที่เขียนไว้

ตรวจข้อความที่บอกจำนวนแล้วเขียนรายการต่อ (5 ประเด็น คือ … และ …) ทั้งรายการที่มีเลขกำกับ (1) 2) 3)) ในข้อความเดียวกันหรือในข้อถัดไป
รายการในข้อย่อย และรายการที่เว้นวรรคจนถึง “และ” ซึ่งน้อยกว่าจำนวนที่บอก
เหตุที่สำคัญ: จำนวนที่ไม่ตรงกับรายการแปลว่ารายการตกหล่นหรือจำนวนพิมพ์ผิด ผู้อ่านไม่รู้ว่าทำครบหรือไม่

ไม่ผ่าน: เผยแพร่ครบ 3 ช่องทาง ได้แก่ เว็บไซต์ และหอกระจายข่าว
ไม่ผ่าน: กำหนดมาตรการ 3 ด้าน คือ 1) ด้านการเงิน 2) ด้านพัสดุ
ผ่าน: เผยแพร่ครบ 3 ช่องทาง ได้แก่ เว็บไซต์ Facebook และหอกระจายข่าว
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from prongsai.checks.subjects.passages import read_plainly
from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.load.sources import LoadedDossier
from prongsai.load.texts import PlacedText
from prongsai.problem import Problem, Severity
from prongsai.thai.money_words import parse_number_words
from prongsai.thai.patterns import compile_late

ID = "listed-count"
SEVERITY = Severity.WARNING

_UNIT = "ประเด็น|ด้าน|ข้อ|เรื่อง|ช่องทาง|ขั้นตอน|มาตรการ|กิจกรรม|ประเภท|ประการ|ส่วน|หมวด|หัวข้อ|กลุ่ม|แนวทาง|หลัก|วิธี|ประกาศ|คู่มือ|หลักสูตร"
_LEAD = compile_late(
    rf"(?<![0-9.,/])(?P<count>[2-9]|1[0-9]|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)\s*(?P<unit>{_UNIT})(?:หลัก|ใหญ่|ย่อย)?\s*"
    r"(?:คือ|ได้แก่|ดังนี้|ดังต่อไปนี้|ประกอบด้วย|:)(?:\s*:)?\s*(?P<rest>.*)",
    re.DOTALL,
)
_MARK = compile_late(r"(?:^|(?<=\s)|(?<=[,;(]))\(?(?P<number>[0-9]{1,2})[.)](?![0-9])\s*")
_UNSURE = compile_late("เช่น|เป็นต้น|อาทิ|ฯลฯ|อื่น|รวมทั้ง|ตลอดจน|รวมถึง|พร้อม|ซึ่ง|โดย|เพื่อ|[/,;()]|-|ทั้งนี้|และ/หรือ|กับ")
_JOINED = compile_late("และ|หรือ")


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield counts that the list after them does not have, one a text."""
    places = TextPlaces(loaded)
    texts = loaded.sources.texts
    for index, placed in enumerate(texts):
        text = read_plainly(placed.text)
        found = _LEAD.search(text)
        if found is None:
            continue
        told = int(found["count"]) if found["count"].isdigit() else parse_number_words(found["count"])
        listed = _count_listed(found["rest"], placed, texts[index + 1 :], told or 0)
        if listed and told and listed != told:
            message = f"เขียนว่า {told} {found['unit']} แต่รายการที่ตามมามี {listed} รายการ"
            fix = "เทียบกับเอกสารต้นฉบับ แล้วแก้จำนวนหรือเติมรายการที่ขาด"
            yield Problem(places.where(placed, found.start("count")), ID, SEVERITY, message, fix)


def _count_listed(rest: str, placed: PlacedText, following: Sequence[PlacedText], told: int) -> int:
    """Return how many items are listed for certain; 0 where that is not sure."""
    if rest.strip():
        return _count_numbered([rest]) or _count_spaced(rest, told)
    if placed.path[-1] == "text":
        children = {each.path[: len(placed.path) + 1] for each in following if _is_child(placed, each)}
        return len(children) if len(children) > 1 else 0
    is_sibling = [
        each.text for each in following if each.document == placed.document and each.path[:-1] == placed.path[:-1]
    ]
    return _count_numbered([read_plainly(text) for text in is_sibling], each=True)


def _is_child(placed: PlacedText, other: PlacedText) -> bool:
    """Tell whether a text is under the same step as the step's own words."""
    start = (*placed.path[:-1], "steps")
    return other.document == placed.document and other.path[: len(start)] == start


def _count_numbered(texts: Sequence[str], *, each: bool = False) -> int:
    """Return how many numbers 1), 2), … follow in some texts, or at the beginning of each; 0 where there are none."""
    if each:
        marks = [found for text in texts if (found := _MARK.match(text))] if texts and _MARK.match(texts[0]) else []
        numbers = [int(found["number"]) for found in marks]
    else:
        numbers = [int(found["number"]) for text in texts for found in _MARK.finditer(text)]
    run = [1, *(later for _, later in takewhile(lambda pair: pair[0] < pair[1], pairwise(numbers)))]
    return len(run) if numbers[:1] == [1] and len(run) > 1 else 0


def _count_spaced(rest: str, told: int) -> int:
    """Return the items between spaces up to the last, which begins with “และ”, where they are fewer than told.

    A space may also stand inside an item, so that more items than told are no sign; an item with “และ” inside may be two.
    """
    items = rest.strip().rstrip(".").split(" ")
    is_list = len(items) > 1 and items[-1].startswith("และ") and not any(map(_UNSURE.search, items))
    if not is_list or len(items) >= told:
        return 0
    inner = sum(_may_be_two(item.removeprefix("และ")) for item in items)
    return len(items) if len(items) + inner < told else 0


def _may_be_two(item: str) -> bool:
    """การบริหารและพัฒนา is one thing; การเงินและการคลัง, or เว็บไซต์และไลน์, may be two."""
    first, joint, second = _JOINED.sub("และ", item).partition("และ")
    is_one_act = first.startswith("การ") and not second.startswith(("การ", "ความ", "งาน", "ด้าน", "ข้อ"))
    return bool(joint) and not is_one_act
