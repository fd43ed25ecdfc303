"""ร้อยละในข้อความต้องตรงกับจำนวนสองจำนวนที่เขียนไว้หน้าร้อยละนั้น

ตรวจข้อความที่เขียนว่า กี่หน่วยจากกี่หน่วย หรือมีกี่หน่วย ผ่านกี่หน่วย คิดเป็นร้อยละเท่าใด ในผลรายโครงการ มาตรการ และแผน
ทศนิยมตามที่พิมพ์ ปัดหรือตัดก็ได้
เหตุที่สำคัญ: ร้อยละที่ไม่ตรงกับจำนวนทำให้ผลดูดีหรือแย่กว่าจริง และผู้อ่านคำนวณตามไม่ได้

ไม่ผ่าน: ผู้เข้าอบรม 58 คนจาก 66 คน คิดเป็นร้อยละ 97.88
ไม่ผ่าน: ผู้เข้าอบรม 60 คน ผ่านการทดสอบ 45 คน คิดเป็นร้อยละ 85
ผ่าน: ผู้เข้าอบรม 58 คนจาก 66 คน คิดเป็นร้อยละ 87.88
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from prongsai.checks.subjects.passages import read_plainly
from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.thai.patterns import compile_late

ID = "percent-of-counts"
SEVERITY = Severity.WARNING

_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9}"
_SHARE = compile_late(
    rf"(?<![0-9.,/])(?P<part>{_NUMBER})\s*(?P<unit>[ก-๎]{{2,15}}?)\s*จาก(?:ทั้งหมด|กลุ่มเป้าหมาย|จำนวน|ที่ตั้งไว้|เป้าหมาย|ผู้\S{{1,20}}?)?\s*"
    rf"(?P<whole>{_NUMBER})\s*(?P=unit)[^0-9]{{0,40}}?(?:คิดเป็น|\()\s*ร้อยละ\s*(?P<percent>[0-9]{{1,3}}(?:\.[0-9]{{1,4}})?)(?![0-9,])"
)
# So many, of whom so many passed: sure only where the text has no other number of that unit before.
_UNIT = "(?P<unit>คน|ราย|เรื่อง|ครัวเรือน|แห่ง|หมู่บ้าน|ชุมชน|ฉบับ|ชุด)"
_COUNTED = compile_late(rf"[0-9]\s*{_UNIT}")
_PASSED = compile_late(
    rf"(?<![0-9.,/])(?P<whole>{_NUMBER})\s*{_UNIT}(?P<between>[^0-9]{{1,40}}?)(?P<part>{_NUMBER})\s*(?P=unit)\s*"
    r"(?:คิดเป็น|\()\s*ร้อยละ\s*(?P<percent>[0-9]{1,3}(?:\.[0-9]{1,4})?)(?![0-9,]|\s*ของ)"
)
_OF_THEM = compile_late("ผ่าน|พึงพอใจ|ตอบ|ยุติ|แล้วเสร็จ|เข้าร่วม|เข้าอบรม|เข้ารับ")
_NOT_OF_THEM = compile_late("ปี|ลด|เพิ่ม|จาก|เดิม|ชาย|หญิง|อีก|แรก|หลัง")
# Told by prose-figures, which knows the figures of the records.
_OTHER_UNITS = {"โครงการ", "บาท"}


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield percentages that are not the share of the two numbers before them."""
    places = TextPlaces(loaded)
    for placed in loaded.sources.texts:
        if "ร้อยละ" not in placed.text:
            continue
        for found in _find_shares(read_plainly(placed.text)):
            part, whole = (Decimal(found[name].replace(",", "")) for name in ("part", "whole"))
            percent, unit = Decimal(found["percent"]), found["unit"]
            if unit in _OTHER_UNITS or not whole or _is_share(percent, part / whole * 100):
                continue
            right = (part / whole * 100).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
            message = f"เขียนว่า {part:,} {unit}จาก {whole:,} {unit} คิดเป็นร้อยละ {percent} แต่คำนวณได้ร้อยละ {right}"
            fix = "ตรวจกับเอกสารต้นฉบับ แล้วแก้จำนวนหรือร้อยละที่ผิด"
            yield Problem(places.where(placed, found.start("percent")), ID, SEVERITY, message, fix)


def _find_shares(text: str) -> Iterator[re.Match[str]]:
    yield from _SHARE.finditer(text)
    firsts: dict[str, int] = {}
    for counted in _COUNTED.finditer(text):
        firsts.setdefault(counted["unit"], counted.start())
    for found in _PASSED.finditer(text):
        is_first = firsts[found["unit"]] >= found.start()
        if is_first and _OF_THEM.search(found["between"]) and not _NOT_OF_THEM.search(found["between"]):
            yield found


def _is_share(percent: Decimal, share: Decimal) -> bool:
    """Compare in as many decimals as are printed, rounded or cut."""
    step = Decimal(1).scaleb(int(percent.as_tuple().exponent))
    return percent in {share.quantize(step, rounding=way) for way in (ROUND_HALF_UP, ROUND_DOWN)}
