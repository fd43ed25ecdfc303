"""ข้อความต้องไม่มีสิ่งที่หลุดมาจากหน้ากระดาษ ต้นร่าง หรือโปรแกรมอื่น

เหตุที่สำคัญ: คำต่อหน้า เลขหน้า ตราร่าง/พิมพ์/ตรวจ และแท็ก HTML ไม่ใช่เนื้อหา และทำให้ประโยคอ่านไม่รู้เรื่อง

ไม่ผ่าน: ประชุมคณะทำงาน 2/ 5) จัดฝึกอบรม...
ไม่ผ่าน: ประกาศให้ทราบโดยทั่วกัน ร่าง/พิมพ์ ........ ตรวจ ........
ไม่ผ่าน: เผยแพร่ผล - 12 - ทางเว็บไซต์ <p>
ไม่ผ่าน: ผลการดำเนินงาน (ต่อ)
ผ่าน: ปีงบประมาณ พ.ศ. 2566 - 2570
ผ่าน: ** ข้อมูล ณ วันที่ 30 กันยายน 2566
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.thai.text import normalise

ID = "leaked-text"
SEVERITY = Severity.WARNING

_DIGITS = "[0-9๐-๙]"
_TAGS = "p|br|hr|div|span|b|i|u|strong|em|table|tbody|tr|td|th|ul|ol|li|a|img|font|sup|sub|h[1-6]"
_KINDS = {
    "คำต่อหน้า": rf"""
        (?:^|(?<=\s))(?:{_DIGITS}{{1,3}}\s*)?/\s*(?:{_DIGITS}{{1,2}}[.)]|[ก-๙])[^\n/]{{0,40}}?(?:\.{{3}}|…)(?=\s|$)
        | ^{_DIGITS}{{1,2}}\s*/\s+{_DIGITS}{{1,2}}\)
    """,
    "ตราร่าง/พิมพ์/ตรวจ": r"""
        (?:^|(?<=\s))ร่าง\s*/\s*พิมพ์[\s:.…_][^\n]{0,40}?\sตรวจ(?:ทาน)?(?=[\s:.…_]|$)
        | (?:^|(?<=\s))ร่าง\s*[.…:_]{2,}[^\n]{0,40}?(?:พิมพ์|ทาน|ตรวจ)\s*(?:[.…:_]+|$)
    """,
    "คำว่า (ต่อ)": r"\(\s*ต่อ\s*\)",
    "ชื่อสำเนาของไฟล์": r"""
        (?:^|[-–_(]\s*|(?<=[ก-๙0-9]\s))copy(?:\s*\(?[0-9]+\)?)?\)?$ | (?:^|(?<=\s))copy\ of(?=\s)
    """,
    "แท็ก HTML": rf"</?(?:{_TAGS})(?:\s[^<>]*)?\s*/?> | &(?:nbsp|amp|lt|gt|quot|\#[0-9]+);",
    "เครื่องหมาย Markdown": r"""
        \*\*[^\s*][^*\n]*\*\* | ^\*\*(?=[^\s*])(?!หมายเหตุ|ข้อมูล) | (?<=[^\s*])\*\*$ | ^\#{1,6}\s+(?=\S) | ``` | ^\|.*\|$
    """,
    "เลขหน้า": rf"""
        (?:^|(?<=[^0-9๐-๙]\s))[-–]\s{_DIGITS}{{1,3}}\s[-–](?=\s*(?:$|[^0-9๐-๙\s])) | ^[-–]{_DIGITS}{{1,3}}[-–]$
        | (?:^|(?<=\s))หน้า\s*{_DIGITS}+\s*จาก\s*{_DIGITS}+(?:\s*หน้า)?
    """,
}
_PATTERNS = {kind: re.compile(pattern, re.VERBOSE | re.IGNORECASE | re.MULTILINE) for kind, pattern in _KINDS.items()}
# Every kind has one of these; most texts have none.
_QUICK = re.compile(r"[/*#<>&|`…(\-–]|ร่าง|copy|หน้า", re.IGNORECASE)


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield what came from the page, the draft or another program, once a text and kind."""
    for place in loaded.sources.texts:
        if not _QUICK.search(place.text):
            continue
        text = normalise(place.text).strip()
        for kind, pattern in _PATTERNS.items():
            found = pattern.search(text)
            if found:
                message = f"พบ{kind} “{found[0].strip()}” หลุดมาในข้อความ"
                yield Problem(place.where, ID, SEVERITY, message, "ลบส่วนนี้ออก แล้วอ่านทวนว่าประโยคครบ")
