"""Words that tell of work that is done, or still to be done, in the texts of a record.

Thai puts no space between words, so that a short word also stands inside others (รอ in ผู้บริหารอนุมัติ): every pattern
has the words around that make it sure, and a text in doubt tells nothing. White space is single, digits are Arabic.
"""

from __future__ import annotations

import re

_WORK = "(?:ดำเนินการ|ดำเนินงาน|จัดทำ)"
# What follows may be something else: money to be paid, an inquiry, the written report, or how many of many.
_WHOLE = (
    r"(?! ?(?:การ)?(?:เบิก|จ่าย|โอน|ทางวินัย|ทางกฎหมาย|สอบ|สืบ|ตรวจสอบข้อเท็จจริง|พิจารณา|แก้ไข|รายงาน|สรุป|เอกสาร|ประเมิน|ติดตาม)"
    r"|[ (:=]*(?:จำนวน|คิดเป็น|ร้อยละ|\d))"
)
_PAPERWORK = "(?!\\S{0,25}(?:เบิก|ฎีกา|รายงาน|สรุป|ติดตาม|โอนเงิน|ทดลองปฏิบัติ|สอบสวน|วินัย|ข้อเท็จจริง|ร้องเรียน|ร้องทุกข์|ความเสียหาย))"
# What an office does for a project of its own; while it still has to be done, the project is not.
_ACT = (
    "(?:ดำเนิน(?!การ|งาน)|เผยแพร่|นำ(?:ขึ้น|ลง|เข้า|ไป)|ลงเว็บไซต์|ประกาศ(?:ใช้)?|ลงนาม|จัด(?!เก็บ)|แต่งตั้ง|อบรม|ฝึกอบรม|ประชุม|เริ่ม|เปิดใช้|เปิดให้บริการ|ใช้งานจริง|ติดตั้ง|อนุมัติ"
    "|ส่งมอบ|ตรวจรับ|แจก|แจ้งเวียน|ปิดประกาศ|ประชาสัมพันธ์|ก่อสร้าง|พัฒนาระบบ|แล้วเสร็จ|เสร็จ|ครบ"
    "|(?:ผ่าน|(?:ได้)?รับ)(?:การ)?(?:ความเห็นชอบ|เห็นชอบ|อนุมัติ))"
)
_WAITED_FOR = (
    "(?:เสนอ|รอ(?!บ)|ขออนุมัติ|ขอความเห็นชอบ|ลงนาม|ยกร่าง|ร่าง|ออกแบบ|จัดซื้อ|จัดจ้าง|จัดหา|จัดพิมพ์|จัดเตรียม|จัดอบรม|เตรียม|ก่อสร้าง|ติดตั้ง|ทดสอบ|พัฒนา"
    "|ปรับปรุง|ตรวจรับ|ส่งมอบ|ประสาน|คัดเลือก|สำรวจ|เก็บข้อมูล|รวบรวมข้อมูล|จัดทำ|ดำเนิน|พิจารณา(?!โทษ)|ทดลองใช้|ตรวจทาน|แปล|อบรม|ประชุม|ขออนุญาต|จัดส่ง|พิมพ์|นำเข้า|รับฟัง)"
)
# Parts of a project's work; people who came or answered are none.
_PIECE = "(?:ชุมชน|หมู่บ้าน|ครั้ง|รุ่น|แห่ง|กอง|งวด|ส่วนราชการ|หน่วยงาน|โรงเรียน|จุด|กิจกรรม|หมู่|งาน|เวที)"
_UNFINISHED = re.compile(
    rf"(?:อยู่(?:ใน)?ระหว่าง ?(?:การ)?|กำลัง){_WORK}{_WHOLE}"
    rf"|อยู่(?:ใน)?(?:ระหว่าง|ขั้นตอน|กระบวนการ|ขั้น) ?(?:การ)?{_WAITED_FOR}{_PAPERWORK}"
    rf"|ยัง(?:ไม่ได้|มิได้|ไม่){_WORK}{_WHOLE}|ยัง(?:ดำเนินการ|จัดทำ)?ไม่(?:แล้ว)?เสร็จ{_WHOLE}"
    rf"|ยัง(?:ไม่ได้|มิได้|ไม่)(?:มีการ)?{_ACT}{_PAPERWORK}(?!\S{{0,15}} ?(?:จำนวน)? ?\d)"
    r"|^ไม่(?:ได้|สามารถ)ดำเนินการ(?:ได้)?(?=$|[ (]|โครงการ|กิจกรรม|ตามแผน|เนื่องจาก|เพราะ|ใน)"
    r"|(?:^|(?<= )|จึง|แต่)(?:ไม่ได้|มิได้|ไม่สามารถ|ไม่)จัด(?:การ)?(?:ฝึก)?(?:อบรม|ประชุม|กิจกรรม|โครงการ|งาน|เวที|ประชาคม)"
    r"|(?:^|(?<= )|จึง|แต่)(?:ขอ)?(?:งด|ยกเลิก)(?:การ)?(?:จัด|ดำเนิน)(?:การ)?(?=$| |กิจกรรม|โครงการ|อบรม|ฝึก|ประชุม|งาน|เวที|เนื่อง)"
    r"|แล้วเสร็จ(?:ไป)?(?:แล้ว)?เพียง(?! ?จำนวน)|ดำเนินการ(?:แล้ว|ได้)?(?:แล้ว)?เพียง(?:บาง)?ส่วน|ดำเนินการ(?:แล้ว|ได้)บางส่วน"
    r"|ยัง(?:ดำเนินการ|จัดทำ|จัด|อบรม|เผยแพร่|ประชาสัมพันธ์|ติดตั้ง)\S{0,20}?ไม่(?:ครบ|แล้วเสร็จ|เสร็จ|ทัน)|(?:ดำเนินการ|จัดทำ|จัด)ไม่ทัน"
    r"|ยัง(?:ใช้งาน|เปิดใช้|เปิดให้บริการ|ดำเนินการ|เผยแพร่)ไม่ได้"
    r"|(?:ดำเนินการ|ดำเนินงาน)(?:แล้วเสร็จ|แล้ว|ได้|ไป)+ ?(?:ประมาณ|คิดเป็น)? ?ร้อยละ ?(?:\d{1,2}(?!\d))(?:\.\d+)?(?! ?(?:ของ|ที่|\d))"
    rf"|(?:ได้|แล้ว|ไป)เพียง ?\d+ ?{_PIECE} ?จาก(?:ที่กำหนด|ทั้งหมด|แผน|เป้าหมาย| ?\d)"
    r"|^ขอขยาย(?:ระยะ)?เวลา(?:การ)?(?:ดำเนินการ|ดำเนินงาน|โครงการ)(?!.*เสร็จ)"
    r"|^(?:มีแผน|มีกำหนด|กำหนด|เตรียม)(?:จะ|การ)?(?:จัด|ดำเนินการ)\S{0,30} ?ใน(?:เดือน|ไตรมาส|ปี(?:งบประมาณ)?(?:หน้า|ถัดไป))"
    r"|(?<!เดิม)(?<!ที่)(?<!ตาม)กำหนดจัด\S{0,20} ?ใน(?:เดือน|ไตรมาส)(?!.*(?:มีผู้เข้า|เลื่อนมา|แล้วเสร็จ))"
    r"|^ไม่ได้รับ(?:การ)?จัดสรรงบประมาณ(?!.*(?:จึง|แต่|โดย))|^ยกเลิก(?:โครงการ|กิจกรรม|ตามแผน)"
    r"|คาดว่า(?:จะ)?(?:แล้ว)?เสร็จ|คาดว่าจะ(?:ดำเนินการ|จัด|เผยแพร่|ประกาศ)"
    r"|(?:ความก้าวหน้า|ความคืบหน้า|คืบหน้า)(?:แล้ว|ประมาณ|ไป|ได้)* ?ร้อยละ ?\d{1,2}(?:\.\d+)?(?![\d])"
)
_FUTURE = re.compile(
    r"จะดำเนินการ(?! ?(?:อย่าง)?ต่อ)(?:\S{0,20}(?:ที่ ?\d+)? ?(?:ใน|ภายใน) ?(?:เดือน|ปี|ไตรมาส|รอบ|ช่วง|ห้วง|วันที่)|(?<=^จะดำเนินการ))"
    r"|จะ(?:จัด(?:ฝึก)?(?:อบรม|ประชุม|กิจกรรม|งาน|เวที)|เผยแพร่|นำขึ้น|ประกาศใช้|แจกจ่าย|ติดตั้ง)(?! ?(?:อย่าง)?ต่อ)\S{0,20} ?(?:ใน|ภายใน) ?(?:เดือน|ไตรมาส|วันที่)"
    r"|(?:ขอ)?เลื่อน(?:การจัด\S{0,20}|การอบรม|การดำเนินการ|กิจกรรม|ออก)? ?(?:ออก)?ไป ?(?:จัด|ดำเนินการ|ก่อน|เป็น)?(?:ใน|เป็น)? ?"
    r"(?:ปี(?:งบประมาณ)?(?: ?พ\.ศ\.)? ?(?:(?P<year>\d{4})|หน้า|ถัดไป|ต่อไป)|(?:โดย)?ไม่มีกำหนด)"
)
# What of many is left, with a word that says that it is not done.
_LEFT = re.compile(
    rf"(?<!ช่วย)(?:คง|ยัง)?เหลือ(?:อีก)? ?(?:เพียง)?\d+ ?{_PIECE}"
    r"(?:(?:ที่|ซึ่ง)? ?ยัง|(?<=รุ่น)(?=$| )|(?<=ครั้ง)(?=$| )|(?<=ชุมชน)(?=$| )|(?<=หมู่บ้าน)(?=$| )|(?:ที่)?(?:รอ|อยู่ระหว่าง))"
    r"|(?:^|(?<= )|คง)เหลือ(?:เพียง)?(?:การ|รุ่นที่|ระบบ|งาน(?!วัด)|ขั้นตอน|ภาค|งวด|ชุดที่|ครั้งที่)"
)
_OF_MANY = re.compile(
    r"แล้ว ?(?:จำนวน ?)?(?P<part>\d{1,4}) ?(?P<unit>[ก-๎]{2,12}?) ?จาก(?P<all>ทั้งหมด|ที่กำหนด(?:ไว้)?|แผน|เป้าหมาย)? ?(?:จำนวน ?)?(?P<whole>\d{1,4}) ?(?P=unit)"
)
_PIECE_UNIT = re.compile(_PIECE)
_PEOPLE = {"คน", "ราย", "เรื่อง", "ครัวเรือน", "คำขอ", "ข้อ", "ท่าน", "ครั้ง"}
_WAITS = re.compile(
    r"(?:^|(?<= )|แต่|และ|โดย)รอ(?!บ|ง|ด)(?:การ)?(?:ผู้บริหาร|นายก|ปลัด|สภา|ลงนาม|อนุมัติ|เห็นชอบ|ประกาศ|เผยแพร่|ตรวจรับ|ส่งมอบ|งบประมาณ|จัดสรร|ติดตั้ง|จัด|พิมพ์|กฎกระทรวง|ระเบียบ|หนังสือ|คำสั่ง|มติ|ความเห็น|พิจารณา|แต่งตั้ง|เสนอ)"
)
_REST = 25
# What stands before may be about something else: “เรื่องที่อยู่ระหว่างดำเนินการ”, “1 โครงการอยู่ระหว่างดำเนินการ”.
_ABOUT_OTHER = re.compile(
    r"(?:(?<!หน้า)ที่|ซึ่ง|ว่า|ก่อน|ควร|หาก|เพื่อ|ไม่|ไม่ได้|สถานะ|กรณี|ผู้|[“\"/] ?)(?:ยัง)?(?:คง)?$"
    r"|\d ?(?:โครงการ|กิจกรรม|เรื่อง|ราย|งาน|คดี|กรณี) ?$|ว่า(?!ง)\S*$"
)
_COMPLAINT = re.compile("เรื่องร้อง|เรื่องราวร้อง|ข้อร้องเรียน|คำร้อง|คดี")

# Done, in the words in use. What follows must not turn it into a part, a plan or a count.
_NO_COUNT = r"(?! ?(?:จำนวน)?[ (:=]*(?!100 ?(?:%|เปอร์เซ็นต์))\d| ?(?:ตาม)?(?:กำหนดเวลา|เป้าหมายที่)|จำนวน| ?ร้อยละ(?! ?100))"
_FINISHED = re.compile(
    rf"(?:(?:ดำเนินการ|ดำเนินงาน) ?(?:แล้วเสร็จ|เสร็จสิ้น|เสร็จ)? ?เรียบร้อย ?แล้ว|แล้วเสร็จ ?เรียบร้อย(?: ?แล้ว)?"
    rf"|(?:ดำเนินการ|ดำเนินงาน) ?เสร็จสิ้น ?แล้ว){_WHOLE}"
    rf"|(?:แล้วเสร็จ|เสร็จสิ้น|เสร็จเรียบร้อย|เสร็จสมบูรณ์|เสร็จครบ|เสร็จทั้งหมด|เสร็จทุก|เสร็จแล้ว|สำเร็จลุล่วง|สำเร็จเรียบร้อย)(?:แล้ว|เรียบร้อย|สมบูรณ์|ทั้งหมด|ครบ)*+{_NO_COUNT}"
    rf"|(?<!ความ)(?<!อย่าง)(?<!สงบ)เรียบร้อย ?แล้ว{_NO_COUNT}|(?<!ความ)(?<!อย่าง)(?<!สงบ)เรียบร้อย$|เป็นที่เรียบร้อย{_NO_COUNT}"
    r"|(?:ดำเนินการ|ดำเนินงาน|จัด(?:ฝึก)?อบรม|จัดประชุม|จัดกิจกรรม|จัดเวที|จัดประชาคม)(?:ตามแผน|ได้)*ครบ(?:ถ้วน)?(?:ทุก\S{2,15}?|ทั้ง ?\d+ ?\S{2,12}?)?(?:ตามแผน|ตามเป้าหมาย)?(?:เรียบร้อย)?แล้ว"
    rf"|(?:ปิด|สิ้นสุด)โครงการ(?:เรียบร้อย)?แล้ว|โครงการ(?:นี้)?(?:ได้)?สิ้นสุด(?:ลง)?แล้ว|(?:ส่งมอบ|ตรวจรับ)งานครบ(?:ถ้วน|ทุกงวด)?(?:เรียบร้อย)?แล้ว"
)
_NOT_YET = re.compile(
    "(?:ไม่|มิ|ให้|เมื่อ|หลัง(?:จาก)?|หาก|ก่อน|คาด(?:ว่า)?|จะ|ที่|ซึ่ง|เพื่อ|ต้อง|ควร|กำหนด|เวลา|วัน|เดือน|ระยะ|(?<!ตาม)แผน|ขยาย|เร่งรัด|คาดว่าจะ|กว่าจะ|จน|ภาย|ใกล้|เกือบ)"
    "(?:การ|มี|ได้|ให้)*(?:ดำเนินการ|ดำเนินงาน|จัดทำ|ทำ|งาน)*(?:ให้|ได้)? ?$"
)
# รอ as a word of its own: it also stands inside others (ผู้บริหารอนุมัติ, การออกหน่วย).
_WAITING = "(?:^|(?<=[ (])|(?<=แต่)|(?<=และ)|(?<=โดย)|(?<=ยัง)|(?<=ต้อง))รอ(?!บ|ง|ด|ย)"
_PARTLY = re.compile(
    "อยู่(?:ใน)?ระหว่าง|ยัง|คงเหลือ|ที่เหลือ|(?<!ช่วย)เหลือ(?:อีก)? ?\\d|(?<!ช่วย)เหลือการ|จะ|กำลัง|ขั้นตอนที่|ระยะที่|ระยะแรก|รุ่นที่|ครั้งที่|งวด|ไตรมาส|บางส่วน|จาก ?(?:ทั้งหมด|\\d)|ต่อไป|ต่อเนื่อง|(?<!ตั้ง)(?<!นับ)แต่(?!ง|ละ)"
    "|" + _WAITING + "|ร่าง|ออกแบบ|ภาค(?:ความรู้|ทฤษฎี)|เฟส|ขยายเวลา|เบื้องต้น|ครึ่ง"
)
# In a step, words that a project of which all is said to be done may have; the generic ones only repeat the status.
_PART_OF_STEPS = re.compile("ยัง(?!ไง)|คงเหลือ|ที่เหลือ|เหลืออีก|อยู่ระหว่าง(?! ?(?:การ)?ดำเนิน)|จะ|กำลัง(?!ดำเนิน)|" + _WAITING)
_DEED = "ดำเนินการ|จัด|อบรม|ประชุม|ติดตั้ง|เผยแพร่|แจก|ออก(?:หน่วย|ประกาศ|คำสั่ง)|ประกาศ|มอบ|ปรับปรุง|แต่งตั้ง|ชี้แจง|ลงนาม|ประชาสัมพันธ์|รับเรื่อง"
_CARRIED_OUT = re.compile(
    r"มีผู้เข้า(?:ร่วม|รับการ)?(?:อบรม|กิจกรรม|โครงการ|ประชุม)?(?:รวม|จำนวน|ทั้งสิ้น| )*\d"
    rf"|^(?:ได้)?(?:{_DEED}).{{0,80}}?(?:แล้ว(?= ?\d|$| )|ครบ(?:ถ้วน)?(?:ทุก|ทั้ง)|เมื่อวันที่|\d ?(?:ครั้ง|รุ่น|เวที|หมู่บ้าน|ชุมชน|ฉบับ|แห่ง|โรงเรียน|รายการ|จุด|คน|ราย))"
)
_CALLED_OFF = re.compile("ยกเลิก|โอนงบประมาณ|ระงับ")  # that is done, and nothing else
_DENIED = re.compile("ไม่|มิได้|ยัง|(?<!ตั้ง)(?<!นับ)แต่(?!ง|ละ)|เพียง|ยกเลิก|เลื่อน|(?:^| |จึง)งด|โอน|จะ|เดิม|ปีก่อน|แทน|" + _WAITING)
_NOTHING_TOLD = re.compile("[-–]$|(?:อยู่ระหว่าง)?(?:การ)?(?:รอ|รวบรวม)|จะ|ไม่|มีแผน|มีกำหนด|กำหนดจัด|.*ยังไม่", re.DOTALL)


def find_unfinished(text: str, fiscal_year: int, *, is_outcome: bool) -> str:
    """Return the words that tell that a project is not done; nothing where there are none.

    Args:
        text: One text of a record.
        fiscal_year: The fiscal year (B.E.) of the report: what was put off into it has been done since.
        is_outcome: An outcome is about others than the office, who may well have something still to do.
    """
    patterns = (_UNFINISHED,) if is_outcome else (_UNFINISHED, _FUTURE, _LEFT, _WAITS, _OF_MANY)
    for match in (match for pattern in patterns for match in pattern.finditer(text)):
        groups, before = match.groupdict(), text[: match.start()]
        if groups.get("year") and int(groups["year"]) <= fiscal_year:
            continue
        if groups.get("part") and not _is_part(groups):
            continue
        if not (_ABOUT_OTHER.search(before[-40:]) or _COMPLAINT.search(before)):
            # Words that are cut off in the middle are hard to find.
            rest = text[match.end() :].partition(" ")[0][:_REST] if match.re in {_LEFT, _WAITS} else ""
            return (match.group() + rest).strip()
    return ""


def _is_part(groups: dict[str, str | None]) -> bool:
    """Tell whether so many of so many are a part of the work, and not of the people or complaints that came."""
    unit, is_less = groups["unit"] or "", int(groups["part"] or 0) < int(groups["whole"] or 0)
    return is_less and unit not in _PEOPLE and (bool(groups["all"]) or _PIECE_UNIT.fullmatch(unit) is not None)


def find_finished(text: str) -> str:
    """Return the words that tell that all is done; nothing where there are none."""
    for match in _FINISHED.finditer(text):
        before = text[: match.start()]
        if not (_NOT_YET.search(before[-40:]) or _COMPLAINT.search(before) or _CALLED_OFF.search(before)):
            return match.group()
    return ""


def is_partly(text: str) -> bool:
    """Tell whether a result or remark speaks of a part of the work, or of work to come."""
    return _PARTLY.search(text) is not None


def is_open_step(text: str) -> bool:
    """Tell whether a step names work that is still to be done, in other words than those of the status itself."""
    return _PART_OF_STEPS.search(text) is not None


def find_carried_out(text: str) -> str:
    """Return the words of a result that tell that something was held or made; nothing where it also tells what was not."""
    match = None if _DENIED.search(text) else _CARRIED_OUT.search(text)
    return match.group().strip() if match else ""


def tells_nothing(text: str) -> bool:
    """Tell whether a result only says that nothing is known, or done, yet."""
    return _NOTHING_TOLD.match(text) is not None
