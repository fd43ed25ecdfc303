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
from collections.abc import Iterable, Iterator

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.dossier import Dossier
from prongsai.records.frameworks import find_framework, list_periods
from prongsai.thai.digits import to_thai
from prongsai.thai.patterns import compile_late
from prongsai.thai.text import normalise

ID = "dimension-typo"
SEVERITY = Severity.WARNING

_OF_A_MEETING = "คณะ|ครม|ค\\.ร\\.ม|ที่ประชุม|สภา|ของ|การประชุม|กรรมการ|อนุมัติ|เห็นชอบ|ดังกล่าว|เอกฉันท์|ก\\."
_COUNTS = {3: "สาม", 4: "สี่", 5: "ห้า", 6: "หก", 7: "เจ็ด", 8: "แปด", 9: "เก้า"}
_MEETING = compile_late(r"ที่ประชุม|การประชุม|(?:ลง|มี)มติ|ญัตติ|คณะรัฐมนตรี|ครม\.|วาระ")
_NEAR = 40


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield the word for a resolution where the plan's dimensions are meant, once a text and wording."""
    typos = _compile(_list_known(loaded.dossier))
    for place in loaded.sources.texts:
        if "มติ" not in place.text:
            continue
        text = normalise(place.text)
        told: set[str] = set()
        for found in typos.finditer(text):
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


def _list_known(dossier: Dossier) -> list[dict[int, str]]:
    """Return the dimensions of all periods and plans that may be meant."""
    frameworks = [framework.dimensions for period in list_periods() if (framework := find_framework(period))]
    return [*frameworks, *(plan.dimension_titles for plan in dossier.plans.values())]


def _compile(known: list[dict[int, str]]) -> re.Pattern[str]:
    titles = "|".join(re.escape(title) for title in sorted({title for titles in known for title in titles.values()}))
    ordinals = _spell(sorted({number for titles in known for number in titles}))
    counts = sorted({len(titles) for titles in known})
    words = "|".join(_COUNTS[count] for count in counts if count in _COUNTS)
    return re.compile(
        rf"""
        (?<!สม)มติ\ ?ที่\ ?(?:{ordinals})(?![0-9๐-๙/.])(?!\ ?(?:{_OF_A_MEETING}|ครั้ง|เสียง|ต่อ|คน|ราย|ข้อ|เรื่อง|วาระ))
        | (?<![ก-๙])มติ\ ?(?:{ordinals})(?=\s*(?:$|การ|จำนวน|รวม|[:()]))
        | มติ\ ?(?:{titles})
        | (?:ภารกิจตาม|แต่ละ|จำแนกตาม|จำแนกราย)มติ(?!\ ?(?:{_OF_A_MEETING}))
        | (?:^|\(|รวม|ทั้ง|จำนวน|เป็น|ใน|ครบ|ตาม)\ ?(?:(?:{_spell(range(2, counts[-1] + 1))})\ ?|{words})มติ
          (?=\s*(?:$|[^ก-๎\s]|รวม|ได้แก่|ดังนี้|คือ|จำนวน|ของแผน))
        """,
        re.VERBOSE,
    )


def _spell(numbers: Iterable[int]) -> str:
    """Return the numbers in Arabic and Thai digits, as choices of a pattern."""
    return "|".join(spelt for number in numbers for spelt in (str(number), to_thai(str(number))))
