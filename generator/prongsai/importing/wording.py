"""The words by which these documents are known, in the spellings that offices use.

White space between letters is ignored, as Word and OCR put it anywhere.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from prongsai.importing.squeezing import squeeze

_DIGITS = "[0-9๐-๙]"


def loose(pattern: str) -> str:
    """Return a pattern that lets spaces stand between the Thai letters of another one."""
    return re.sub(r"([ก-๙])(?=[ก-๙(\[])", r"\1\\s?", pattern)


# A project card's headings in their order; what stands before the colon or the end of the line.
CARD_HEADINGS: dict[str, str] = {
    "name": "ชื่อ(?:โครงการ|กิจกรรม|มาตรการ|แนวทาง)(?:/(?:โครงการ|กิจกรรม|มาตรการ|แนวทาง))*",
    "rationale": "(?:หลักการและเหตุผล|ความเป็นมา|ที่มาและความสำคัญ)(?:\\s?/\\s?(?:ที่มา|ความเป็นมา)(?:ของโครงการ)?|ของโครงการ|และความสำคัญ)?",
    "objectives": "วัตถุประสงค์(?:ของ(?:โครงการ|กิจกรรม|มาตรการ))?",
    "target_groups": "(?:กลุ่ม)?เป้าหมาย(?:\\s?/\\s?(?:กลุ่มเป้าหมาย|ผลผลิต|ผู้เข้าร่วมโครงการ))?(?:ของโครงการ|โครงการ)?",
    "place": "(?:พื้นที่|สถานที่)(?:ใน)?(?:การ)?ดำเนินการ",
    "steps": "(?:วิธี(?:การ)?|ขั้นตอน(?:การ)?|แนวทาง(?:การ)?|รูปแบบ(?:การ)?)(?:ดำเนิน(?:การ|งาน|โครงการ|กิจกรรม)|ปฏิบัติ)",
    "period": "(?:ระยะเวลา|กำหนดเวลา|ช่วงเวลา)(?:ใน)?(?:การ)?(?:ดำเนิน(?:การ|งาน|โครงการ|กิจกรรม)|ปฏิบัติงาน)?(?:โครงการ)?",
    "budget": "งบประมาณ(?:ที่ใช้|ใน|การ|ดำเนิน(?:การ|งาน|โครงการ)|ของโครงการ|โครงการ|/แหล่งที่มา)*",
    "responsible_units": "(?:ผู้รับผิดชอบ|หน่วยงาน(?:ที่|ผู้)?รับผิดชอบ|ส่วนราชการ(?:ที่|ผู้)?รับผิดชอบ)(?:โครงการ|กิจกรรม|มาตรการ|หลัก)*",
    "results": "(?:ตัวชี้วัด|ผลผลิต|ผลที่คาดว่าจะได้รับ)(?:\\s?[/,และ ]+\\s?(?:ผลลัพธ์|ผลผลิต|ตัวชี้วัด|ผลสัมฤทธิ์))+|ตัวชี้วัด(?:ความสำเร็จ|ของโครงการ)?|ผลที่คาดว่าจะได้รับ|ผลการดำเนินงานที่คาดหวัง",
    "outputs": "ผลผลิต(?:\\s?\\([^)]{1,20}\\))?(?:ของโครงการ)?|ตัวชี้วัดผลผลิต|ตัวชี้วัดเชิงปริมาณ",
    "outcomes": "ผลลัพธ์(?:\\s?\\([^)]{1,20}\\))?(?:ของโครงการ)?|ตัวชี้วัดผลลัพธ์|ตัวชี้วัดเชิงคุณภาพ",
}
CARD_ORDER = tuple(CARD_HEADINGS)
_CARD_PATTERNS = {
    key: re.compile(rf"(?:{loose(pattern)})\s*(?P<colon>[:：])?\s*(?:\*\*\s*)?")
    for key, pattern in CARD_HEADINGS.items()
}
_MAX_HEADING = 60
_SIMILAR = 0.86
_CARD_WORDS = {
    "name": ("ชื่อโครงการ",),
    "rationale": ("หลักการและเหตุผล", "หลักการและเหตุผล/ที่มาของโครงการ"),
    "objectives": ("วัตถุประสงค์",),
    "target_groups": ("กลุ่มเป้าหมาย",),
    "steps": ("วิธีดำเนินการ", "วิธีการดำเนินงาน"),
    "period": ("ระยะเวลาดำเนินการ", "ระยะเวลาการดำเนินงาน"),
    "budget": ("งบประมาณดำเนินการ", "งบประมาณที่ใช้ในการดำเนินการ"),
    "responsible_units": ("ผู้รับผิดชอบโครงการ", "ผู้รับผิดชอบ"),
    "results": ("ผลผลิต/ผลลัพธ์",),
    "outputs": ("ผลผลิต",),
    "outcomes": ("ผลลัพธ์",),
}  # fmt: skip


def match_card_heading(text: str, start: int, *, is_numbered: bool) -> tuple[str, int] | None:
    """Return which heading of a card stands at a place of a passage, and where its words end.

    A heading fills its line or has a colon, or, with a number, is followed by what it heads.
    """
    for key, pattern in _CARD_PATTERNS.items():
        match = pattern.match(text, start)
        if match is None:
            continue
        rest = text[match.end() :].strip(" *")
        if not rest or match["colon"]:
            return key, match.end()
        if key == "name" and re.match('(?:โครงการ|กิจกรรม|มาตรการ|แนวทาง|[“"])', rest):
            return key, match.end()
        if is_numbered and key in _VALUES and _is_value(key, rest):
            return key, match.end()
        if key == "results" and (inner := match_card_heading(text, match.end(), is_numbered=False)):
            return (key, match.end()) if inner[0] in {"outputs", "outcomes"} else None
    rest = squeeze(text[start:]).rstrip(":")
    if is_numbered and len(rest) <= _MAX_HEADING:
        for key, words in _CARD_WORDS.items():
            if any(_is_similar(rest, word) for word in words):
                return key, len(text)
    return None


def _is_similar(left: str, right: str) -> bool:
    """Tell whether two headings are the same but for a letter or two; the cheap bounds come first."""
    matcher = SequenceMatcher(None, left, right)
    return matcher.real_quick_ratio() >= _SIMILAR and matcher.quick_ratio() >= _SIMILAR and matcher.ratio() >= _SIMILAR


_VALUES = {
    "objectives": re.compile(rf"เพื่อ|\(?{_DIGITS}{{1,2}}[.)]"),
    "period": re.compile(rf"(?:ปีงบประมาณ|ปี|พ\.ศ\.|ตั้งแต่|ระหว่าง|เดือน|ตลอด|{_DIGITS}|ตุลาคม|ต\.ค\.|ไตรมาส)"),
    "budget": re.compile(rf"(?:ไม่(?:ได้)?ใช้|จำนวน|{_DIGITS}|-|ปี|รวม)"),
    "responsible_units": re.compile("(?:สำนัก|กอง|งาน|ทุก|หน่วย|ฝ่าย|ส่วน|คณะ|ปลัด|กลุ่ม)"),
    "target_groups": re.compile("(?:บุคลากร|ประชาชน|ผู้|พนักงาน|สมาชิก|คณะ|เด็ก|นักเรียน|ข้าราชการ|เจ้าหน้าที่|เทศบาล|องค์การ|ทุก)"),
}


def _is_value(key: str, text: str) -> bool:
    return _VALUES[key].match(text) is not None


CARD_NUMBER = re.compile(
    rf"(?:ลำดับ(?:ที่)?|{loose('โครงการที่')}|{loose('กิจกรรมที่')})\s*(?:ที่)?\s*(?P<number>{_DIGITS}{{1,3}})\s*[.:)]?\s*(?:\*\*)?\s*"
)
DIMENSION = re.compile(rf"{loose('ม(?:ิ)?ติ')}\s*{loose('ที่')}\s*(?P<number>{_DIGITS})\s*[.:]?\s*(?P<title>.*)")
TITLE_COUNT = re.compile(rf"\s*[(]?\s*จำนวน\s*(?P<count>{_DIGITS}{{1,3}})\s*(?:โครงการ|กิจกรรม|มาตรการ)\S*\s*[)]?\Z")
MISSION = re.compile(rf"(?P<number>{_DIGITS}\.{_DIGITS}{{1,2}}(?:\.{_DIGITS}{{1,2}})?)\.?\s+(?P<title>\D.*)")
PART = re.compile(rf"{loose('ส่วนที่')}\s*(?P<number>{_DIGITS})\s*[.:]?\s*(?P<title>.*)")

# The sections of a plan's first part, and of reports, told by their whole line, a number before it or not.
SECTIONS: dict[str, re.Pattern[str]] = {
    key: re.compile(loose(pattern) + r"\s*:?")
    for key, pattern in {
        "foreword": "คำนำ",
        "contents": "สารบัญ",
        "appendix": "ภาคผนวก(?: ?[ก-ฮ])?",
        "introduction": "บทนำ",
        "risks": "(?:รายละเอียด)?(?:ผล)?(?:การ)?(?:วิเคราะห์|ประเมิน)ความเสี่ยง(?:การทุจริต|ด้านการทุจริต)?(?:(?:ใน|ภายใน|ของ).{2,80})?",
        "principles": "หลักการและเหตุผล",
        "objectives": "วัตถุประสงค์(?:ของ(?:การจัดทำ)?แผน.{0,80}|ในการจัดทำแผน.{0,80})?",
        "goals": "เป้าหมาย(?:ของ(?:การจัดทำ)?แผน.{0,80})?",
        "benefits": "ประโยชน์(?:ที่คาดว่าจะได้รับ.{0,60}|ของ(?:การจัดทำ)?แผน.{0,80}|ที่ได้รับ.{0,60})?",
        "problems": "(?:สรุป)?ปัญหา(?:(?:[/,]|และ| |และ/หรือ)?อุปสรรค)?(?:ใน|ของ)?(?:การดำเนิน(?:การ|งาน).{0,80})?",
        "suggestions": "ข้อเสนอแนะ(?:ใน|ของ|สำหรับ|เพื่อ)?(?:การดำเนิน(?:การ|งาน).{0,80}|การ(?:พัฒนา|แก้ไข|ปรับปรุง).{0,60})?(?:/แนวทางแก้ไข)?",
        "supporting_factors": "ปัจจัย(?:ที่)?(?:สนับสนุน|แห่งความสำเร็จ|เอื้อ)(?:.{0,60})",
        "summary": "สรุปผลการ(?:ขับเคลื่อน|ดำเนินการตาม)แผน.{0,60}",
    }.items()
}
LAO_TYPE = "(?:เทศบาล|องค์การบริหารส่วน|อบต|อบจ|เมืองพัทยา|กรุงเทพมหานคร|ทต\\.|ทม\\.|ทน\\.)"
# Phrases of covers and titles, which say what the document is and nothing more.
_TITLE_PHRASES = re.compile(
    "|".join(
        (
            "รายงาน(?:สรุป)?ผลการ(?:ดำเนิน(?:การ|งาน)|ปฏิบัติ)?", "ผลการดำเนิน(?:การ|งาน)", "แผนปฏิบัติการ", "ตาม(?:แผน)?", "แผนงาน",
            "ป้องกันการทุจริต", "การทุจริต", "ป้องกัน", "เพื่อยกระดับ", "คุณธรรมและความโปร่งใส", "ของ?องค์กรปกครองส่วนท้องถิ่น", "เพื่อส่งเสริม",
            "มาตรการส่งเสริม", "ภายในหน่วยงาน", "มาตรการ", "ของ", "ประจำ(?:ปี)?(?:งบประมาณ)?", "ปีงบประมาณ", r"พ\.?ศ\.?",
            r"รอบ[0-9๐-๙]{1,2}เดือน", "[0-9๐-๙]{4}", r"\(?[0-9๐-๙]{1,2}(?:มกราคม|มีนาคม|เมษายน|ตุลาคม|กันยายน)", "[-–()/.,:ฯ]",
            LAO_TYPE + "[ก-๙]{0,24}", "อำเภอ[ก-๙]{0,16}", "จังหวัด[ก-๙]{0,16}", "รายละเอียด", "โครงการ", "กิจกรรม", "และ", "ห้าปี", "สี่ปี", "[0-9๐-๙]ปี", "ฉบับ",
            "บทนำ", "งบประมาณ", "แยกตาม", "[0-9๐-๙]มิติ", "ปัญหา", "อุปสรรค", "ข้อเสนอแนะ", "ทางระบบ", r"[Ee]-?Plan(?:NACC)?", "การดำเนินการ",
            "ส่วนที่[0-9๐-๙]", "รายโครงการ", "ราย",
        )
    )
)  # fmt: skip


# Titles of e-PlanNACC's tables and of attachments, which stand on a line of their own.
_TABLE_TITLE = re.compile(
    loose(
        "(?:ตาราง(?:ที่ ?[0-9๐-๙]+)?)? ?(?:(?:จำนวน)?โครงการ/งบประมาณ ?\\(.{0,80}\\)|การเบิกจ่ายงบประมาณ.{0,40}|สถานะโครงการ.{0,40}"
        "|รายงานผลการนำแผน.{0,120}|รายงานผลการดำเนิน(?:งาน|การ)ตามแผน.{0,160}|รายละเอียดโครงการ.{0,80}"
        "|(?:แบบ)?รายงานผล.{0,60}ระบบ.{0,60})"
    )
)


_MAX_TITLE = 300


def is_title(text: str) -> bool:
    """Tell whether a line says only what the document, or a part of it, is."""
    words = squeeze(text)
    if _TABLE_TITLE.fullmatch(text.strip('"“” *')):
        return True
    return bool(words) and len(words) <= _MAX_TITLE and len(_TITLE_PHRASES.sub("", words)) <= len(words) * 0.1


def match_section(text: str) -> str:
    """Return which section a line without its number begins; empty for none."""
    line = text.strip(' *:-"“”')
    return next((key for key, pattern in SECTIONS.items() if pattern.fullmatch(line)), "")
