"""คำว่า มิติ ต้องไม่พิมพ์เป็น มติ

เหตุที่สำคัญ: มติคือผลการลงความเห็นของที่ประชุม ผู้อ่านที่ค้นหาว่าโครงการอยู่ในมิติใดจะหาไม่พบ

กฎนี้ดูเฉพาะที่ซึ่งคำว่ามิติใช้กันเป็นปกติ มติคณะรัฐมนตรี มติที่ประชุม และมติสภาจึงไม่ถูกเตือน และโปรแกรมไม่แก้ให้เอง

ไม่ผ่าน: มติที่ 1 การสร้างวัฒนธรรมสุจริต
ไม่ผ่าน: รวม 4 มติ จำนวน 30 โครงการ
ไม่ผ่าน: ภารกิจตามมติ
ผ่าน: มิติที่ 1 การสร้างวัฒนธรรมสุจริต
ผ่าน: ปฏิบัติตามมติคณะรัฐมนตรี
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.load.plans import LoadedDossier
from generator.load.texts import iter_texts
from generator.problem import Problem, Severity
from generator.records.dimensions import PERIODS, get_framework
from generator.thai.text import normalise

ID = "dimension-typo"
SEVERITY = Severity.WARNING

_TITLES = "|".join(
    re.escape(title)
    for title in sorted({title for year in PERIODS for title in get_framework(year).dimensions.values()})
)
_OF_A_MEETING = "คณะ|ครม|ค\\.ร\\.ม|ที่ประชุม|สภา|ของ|การประชุม|กรรมการ|อนุมัติ|เห็นชอบ|ดังกล่าว|เอกฉันท์|ก\\."
_TYPOS = re.compile(
    rf"""
    (?<!สม)มติ\ ?ที่\ ?[1-4๑-๔](?![0-9๐-๙/.])(?!\ ?(?:{_OF_A_MEETING}|ครั้ง|เสียง|ต่อ|คน|ราย|ข้อ|เรื่อง|วาระ))
    | (?<![ก-๙])มติ\ ?[1-4๑-๔](?=\s*(?:$|การ|จำนวน|รวม|[:()]))
    | มติ\ ?(?:{_TITLES})
    | (?:ภารกิจตาม|แต่ละ|จำแนกตาม|จำแนกราย)มติ(?!\ ?(?:{_OF_A_MEETING}))
    | (?:^|\(|รวม|ทั้ง|จำนวน|เป็น|ใน|ครบ|ตาม)\ ?(?:[2-4๒-๔]\ ?|สี่)มติ(?=\s*(?:$|[^ก-๎\s]|รวม|ได้แก่|ดังนี้|คือ|จำนวน|ของแผน))
    """,
    re.VERBOSE,
)
_MEETING = re.compile(r"ที่ประชุม|การประชุม|(?:ลง|มี)มติ|ญัตติ|คณะรัฐมนตรี|ครม\.|วาระ")
_NEAR = 40


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield the word for a resolution where the plan's dimensions are meant, once a text and wording."""
    for place in iter_texts(loaded):
        if "มติ" not in place.text:
            continue
        text = normalise(place.text)
        told: set[str] = set()
        for found in _TYPOS.finditer(text):
            written = found[0].strip()
            around = text[max(0, found.start() - _NEAR) : found.end() + _NEAR]
            if written in told or _MEETING.search(around):
                continue
            told.add(written)
            yield Problem(
                place.where,
                ID,
                SEVERITY,
                f"พบ “{written}” ซึ่งน่าจะหมายถึง “{written.replace('มติ', 'มิติ')}”",
                "พิมพ์เป็น “มิติ” หากหมายถึงมิติของแผน หรือระบุว่าเป็นมติของที่ประชุมใด",
            )
