"""ข้อความต้องไม่มีสิ่งที่หลุดมาจากหน้ากระดาษ ต้นร่าง หรือโปรแกรมอื่น

เหตุที่สำคัญ: คำต่อหน้า เลขหน้า ตราร่าง/พิมพ์/ตรวจ แท็ก HTML และข้อความอัตโนมัติของ Word ไม่ใช่เนื้อหา และทำให้ประโยคอ่านไม่รู้เรื่อง

ไม่ผ่าน: ประชุมคณะทำงาน 2/ 5) จัดฝึกอบรม...
ไม่ผ่าน: ประกาศให้ทราบโดยทั่วกัน ร่าง/พิมพ์ ........ ตรวจ ........
ไม่ผ่าน: เผยแพร่ผล - 12 - ทางเว็บไซต์ <p>
ไม่ผ่าน: ผลการดำเนินงาน (ต่อ)
ไม่ผ่าน: รูปภาพประกอบด้วย บุคคล, ในร่ม คำอธิบายที่สร้างโดยอัตโนมัติ
ผ่าน: ปีงบประมาณ พ.ศ. 2566 - 2570
ผ่าน: ** ข้อมูล ณ วันที่ 30 กันยายน 2566
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.checks.subjects.garbled import find_garbled
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.thai.patterns import compile_late
from prongsai.thai.text import normalise

ID = "leaked-text"
SEVERITY = Severity.WARNING

_DIGITS = "[0-9๐-๙]"
_TAGS = (
    "p|br|hr|div|span|b|i|u|s|strong|em|small|big|mark|del|ins|center|table|thead|tbody|tfoot|caption|colgroup|col|tr|td|th"
    "|ul|ol|li|dl|dt|dd|a|img|font|sup|sub|h[1-6]|blockquote|pre|code|q|section|article|header|footer|main|nav|aside"
    "|figure|figcaption|form|input|button|label|select|option|textarea|iframe|script|style|video|audio|source|svg|html"
    "|head|body|title|meta|link|[ovw]:[a-z]+"
)
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
    "แท็ก HTML": rf"""
        </?(?:{_TAGS})(?:\s[^<>]{{0,200}})?\s*/?> | <!--|--> | <!DOCTYPE
        | &(?:nbsp|amp|lt|gt|quot|apos|[lr][sd]quo|[nm]dash|hellip|bull|middot|copy|reg|trade|[ez][nw]n?j?sp|[lr]aquo|times|\#x?[0-9a-f]+);
        | \[/?(?:b|i|u|url|img|color|size|quote|center)(?:=[^\]\n]{{1,60}})?\] | (?<![a-z-])mso-[a-z]+ | (?<![a-z])style="[^"\n]*"
    """,
    "ข้อความอัตโนมัติของโปรแกรม": r"""
        คำอธิบาย\S{0,20}สร้าง(?:ขึ้น)?โดยอัตโนมัติ | สร้าง(?:ขึ้น)?คำอธิบายโดยอัตโนมัติ | description\ automatically\ generated | automatically\ generated\ description
        | (?:ข้อผิดพลาด|ผิดพลาด)\s?!\s?(?:ไม่|แหล่ง|บุ๊ก|ที่คั่น)[^\n]{0,40} | error!\ (?:reference|bookmark|no\ text|hyperlink|not\ a)[^\n]{0,40}
        | คลิก(?:หรือแตะ)?ที่นี่เพื่อ(?:ใส่|ป้อน|เพิ่ม|แก้ไข)\S{0,20} | (?:click|tap)(?:\ or\ tap)?\ here\ to\ (?:enter|add|edit)[^\n]{0,20} | click\ to\ (?:add|edit)\ \w+
        | ^(?:เลือกรายการ|choose\ an\ item\.?)$ | \[(?:พิมพ์|ใส่)[^\]\n]{0,40}\] | \[type\ [^\]\n]{1,40}\]
        | \{\s*(?:page|numpages|date|toc|hyperlink|mergefield|ref|seq|formtext|formcheckbox)\b[^}\n]{0,60}\} | (?<![a-z])mergefield\s+\S+ | «[^»\n]{1,40}»
        | (?<![a-z])toc\ \\o\ | (?<![a-z])hyperlink\ "[^"\n]*" | (?<![ก-๎])(?:รูปภาพ|ภาพ)ประกอบด้วย\s
        | (?<![a-z])(?:a\ picture|picture|image|diagram|graphical\ user\ interface|chart|table|text)\ (?:containing|contains)\s
    """,
    "เครื่องหมาย Markdown": r"""
        \*\*[^\s*][^*\n]*\*\* | ^\*\*(?=[^\s*])(?!หมายเหตุ|ข้อมูล) | (?<=[^\s*])\*\*$ | ^\#{1,6}\s+(?=\S) | ``` | ^\|.*\|$
    """,
    "เลขหน้า": rf"""
        (?:^|(?<=[^0-9๐-๙]\s))[-–]\s{_DIGITS}{{1,3}}\s[-–](?=\s*(?:$|[^0-9๐-๙\s])) | ^[-–]{_DIGITS}{{1,3}}[-–]$
        | (?:^|(?<=\s))หน้า\s*{_DIGITS}+\s*จาก\s*{_DIGITS}+(?:\s*หน้า)?
    """,
}
_PATTERNS = {kind: compile_late(pattern, re.VERBOSE | re.IGNORECASE | re.MULTILINE) for kind, pattern in _KINDS.items()}
# Every kind has one of these; most texts have none.
_QUICK = compile_late(
    r"[/*#<>&|`…(\-–!\[{«\"]|ร่าง|copy|หน้า|อัตโนมัติ|automatic|contain|here|click|คลิก|เลือกราย|choose|รูปภาพ|ภาพประ|mso|merge|toc",
    re.IGNORECASE,
)


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield what came from the page, the draft or another program, once a text and kind."""
    for place in loaded.sources.texts:
        if not _QUICK.search(place.text) or find_garbled(place.text):
            continue
        text = normalise(place.text).strip()
        for kind, pattern in _PATTERNS.items():
            found = pattern.search(text)
            if found:
                message = f"พบ{kind} “{found[0].strip()}” หลุดมาในข้อความ"
                yield Problem(place.where, ID, SEVERITY, message, "ลบส่วนนี้ออก แล้วอ่านทวนว่าประโยคครบ")
