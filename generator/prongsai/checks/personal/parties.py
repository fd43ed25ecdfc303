"""Names of those whom a complaint may harm: who complains or tells, who bears witness, who is accused.

A name counts where the words give it one of these parts: the word for the part beside the name (ผู้ร้องเรียน นาย…), the way a
complaint came (ได้รับเรื่องร้องเรียนจากนาย…, หนังสือร้องเรียนของนาง…), or what the person did or suffered (ได้ร้องเรียนว่า, ให้ถ้อยคำ,
ถูกกล่าวหา). In a form two words without a title are a name too (ชื่อผู้แจ้ง=…, ผู้ร้อง: …). An officer who deals with a complaint is named on purpose and does not count.

Source: the National Anti-Corruption Act B.E. 2561 on keeping complainants and witnesses secret; the Personal Data
Protection Act B.E. 2562, section 26 (criminal record).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from prongsai.checks.personal.detector import Detector, Needs, Span, any_of
from prongsai.checks.personal.persons import AGE, Person, find_persons, is_officer, mask_name
from prongsai.thai.patterns import compile_late

_COMPLAINANT = any_of(
    "ผู้(?:ยื่น)?ร้อง(?:เรียน|ทุกข์|สอด)?(?!ขอ)|ผู้แจ้ง(?!ผล)|ผู้กล่าวหา|ผู้กล่าวโทษ|ผู้เสียหาย|ผู้เปิดโปง|ผู้เปิดเผยข้อมูล|โจทก์|แหล่งข่าว|ผู้ได้รับความเดือดร้อน|เจ้าของเรื่อง(?:ร้องเรียน)?",
    "ผู้(?:ที่)?(?:แจ้ง|ให้|ชี้|ส่ง)(?:เรื่อง|ข้อ)?(?:เบาะแส|ร้องเรียน|เหตุ|เรื่อง)",
    "ผู้(?:ยื่น|ส่ง|ทำ|เขียน)(?:หนังสือ|คำ|บัตร|เรื่อง)(?:ร้องเรียน|ร้อง|สนเท่ห์)?",
    "whistle-?blower|complain(?:ant|t)?s?",
)
_WITNESS = any_of(
    "พยาน(?:บุคคล)?|ผู้ให้(?:ถ้อยคำ|ปากคำ|การ|ข้อมูล)|ผู้(?:พบ|รู้)?เห็นเหตุการณ์|(?:บันทึก|สอบ)(?:ถ้อยคำ|ปากคำ)(?:พยาน|ของ)?|witness"
)
_ACCUSED = any_of(
    "ผู้ถูก(?:ร้องเรียน|ร้อง|กล่าวหา|กล่าวโทษ|สอบสวน|ลงโทษ|ชี้มูล|ดำเนินคดี)|ผู้ต้องหา|ผู้ต้องสงสัย|จำเลย|คู่กรณี|ผู้(?:ร่วม)?กระทำ(?:ความ)?ผิด",
    "(?:เจ้าหน้าที่|พนักงาน|บุคคล)(?:ผู้|ที่|ซึ่ง)?ถูก(?:ร้องเรียน|กล่าวหา|ร้อง)|accused|suspect",
)
_REACH = 100  # letters; a text full of names and parts must not take the square of its length
# What may stand between the word for a part and the name: next to nothing, or some words that lead to nobody else.
_CLOSE = compile_late(
    r"[ _,:;=/(\[\"“|-]{0,3}(?:(?:ราย|ปาก|คน|ลำดับ)?ที่ ?(?:[0-9]{1,2}|หนึ่ง|สอง|สาม)|[0-9]{1,2} ?(?:ปาก|คน|ราย)(?: ?(?:คือ|ได้แก่))?|ราย(?:นี้|แรก)?|ชื่อ|คือ|ได้แก่|นามว่า|เป็น|ของ|ปาก|คน|เดิม)?[ _:|-]{0,2}"
)
_LOOSE = compile_late("[^0-9|.]{0,25}")
_TO_ANOTHER = compile_late("ต่อ|ถึง|ผ่าน|แจ้ง|ยื่น|ติดต่อ|สามารถ|มอบ|แต่งตั้ง|ให้แก่|โดยมี|ทราบ|คุ้มครอง|พบ|ไปยัง|ประสาน|กับ")
_BEING = compile_late(AGE + r"(?: ?\([^)0-9]{0,30}\))?[ _,;(/|-]{0,3}(?:(?:ซึ่ง|ใน)?(?:เป็น|ฐานะ(?:เป็น)?|คือ)|มาในฐานะ)? ?")
_LEADS_ON = compile_late(" ?(?:[:=]|คือ|ชื่อ|ได้แก่)")  # the word for a part belongs to the name behind it
_SIGNED = compile_late(r"(?:ลงชื่อ|ลงนาม|\(|ลายมือชื่อ)[ .…_()]*$")
_NO_NAME = any_of(
    "สกุล|นามสกุล|ที่|และ|หรือ|จริง|ไม่|ดังกล่าว|เป็น|ของ|ไว้|ได้|ต้อง|ให้|จะ|เสียง|โดย|ใน|ถูก|แก่|ต่อ|เพื่อ|ตาม|ซึ่ง|พร้อม|กับ|นั้น|เท็จ|ปลอม|นาย|นาง|อะไร|ใด"
)
_NAMED = compile_late("ชื่อ|นาม")
_BARE_NAME = rf" ?(?:ชื่อ|นาม)(?:ว่า)? ?:? ?(?P<name>(?!{_NO_NAME})[ก-ฮเ-ไ][ก-๎]{{1,40}}(?: [ก-ฮเ-ไ][ก-๎]{{1,40}})?)"

# How a complaint came: the words before a name.
_CAME_FROM = compile_late(
    any_of(
        "ร้องเรียน|ร้องทุกข์|ร้องขอความเป็นธรรม|เบาะแส|กล่าวหา|กล่าวโทษ|แจ้งเหตุ|รับแจ้ง(?:เรื่อง|เหตุ|เบาะแส|ข้อมูล|ข่าว)?",
        "คำร้อง(?:ทุกข์|เรียน|ของ)?|คำบอกเล่า|แหล่งข่าว|สายข่าว",
    )
    + "[^0-9|.]{0,25}?(?:จาก|ของ|โดย|ราย)[ก-๎ ]{0,15}?$"
    "|(?:(?<!รับ)เรื่อง|ข้อ|(?<!รับ)หนังสือ|คำ)ร้องเรียน(?: ?ลงชื่อ)?[ ;:,_(-]{1,3}$"
    "|(?<!รับ)คำร้อง(?:ทุกข์)?(?: ?(?:เลข)?ที่ ?[0-9|][0-9|/-]{0,11})?(?: ?ลงชื่อ)?[ :_-]{0,2}$"
    "|(?:สนเท่ห์|ร้องเรียน|เบาะแส)[^0-9|]{0,50}(?:ลายมือ|ฝีมือ|เขียนโดย|(?:ส่ง)?มาจาก)(?:ของ)? ?$"
    "|(?:ร้อง|แจ้ง|ยื่นเรื่อง|ยื่นคำร้อง|ส่งเรื่อง|ยื่น|ให้เบาะแส)(?:มา)?โดย ?$"
)
_CITIZEN_BEFORE = compile_late("(?:ชาวบ้าน|ราษฎร|ประชาชน|พลเมือง|ผู้อยู่อาศัย|ผู้ปกครอง)[ก-๎ ]{0,15}$")
_TESTIMONY = compile_late("(?:ปากคำ|ถ้อยคำ|คำให้การ)(?:พยาน)?(?:ของ|จาก|โดย)? ?$")
_BLAMED = compile_late(
    any_of(
        "(?<!ผู้)ร้องเรียน(?: ?(?:กล่าวหา|พฤติกรรม))?(?! ?(?:ต่อ|กับ|แก่))|กล่าวหา|กล่าวโทษ|แจ้งข้อกล่าวหา|ข้อกล่าวหา|ฟ้อง(?:ร้อง)?|พฤติกรรม|พฤติการณ์",
        "สอบสวน(?:ข้อเท็จจริง|ทางวินัย|วินัย)?(?:อย่างร้ายแรง|ไม่ร้ายแรง)?|สอบข้อเท็จจริง|กรรมการสอบ|สืบสวน(?:ข้อเท็จจริง)?|ชี้มูล(?:ความผิด)?(?:ทาง)?(?:วินัย|อาญา)?(?:อย่าง)?(?:ร้ายแรง)?|มูลความผิด",
        "ลงโทษ(?:ทางวินัย|ตัดเงินเดือน|ภาคทัณฑ์|ไล่ออก|ปลดออก)?|ตัดเงินเดือน|ภาคทัณฑ์|ไล่ออก|ปลดออก|พักราชการ|ให้ออกจากราชการ|เลิกจ้าง|ตักเตือน|จำคุก|เอาผิด|จับกุม|ข้อหา|ความผิดของ",
        "ดำเนินคดี(?:อาญา|แพ่ง)?|ดำเนินการทางวินัย",
    )
    + " ?(?:แก่|กับ|ต่อ|ของ)? ?(?:ว่า|กรณี|เรื่อง|กรณีที่|ราย)? ?$"
)
# What the person did or suffered: the words after a name, and those that make the sentence one about others.
_DID = compile_late(
    AGE
    + "[ ,]{0,2}(?P<gap>[^0-9|]{0,25}?)"
    + any_of(
        "(?<!รับ)(?<!รับเรื่อง)(?<!รับข้อ)(?<!ข้อ)(?:ร้องเรียน|ร้องทุกข์)"
        "(?:ว่า|เรื่อง|กล่าวหา|กล่าวโทษ|กรณี|ต่อ|ถึง|มายัง|มาที่|ที่(?!ปรึกษา|ถูก)|ผ่าน|ให้ตรวจสอบ|ทาง|ขอ|เจ้าหน้าที่|การ|ด้วย)",
        "(?<!รับ)(?<!ข้อ)(?<!เรื่อง)(?:ร้องเรียน|ร้องทุกข์)(?:ผู้(?!รับ)|นาย|นาง|พฤติกรรม|ปัญหา|เพื่อน)",
        "(?:เพื่อ|เข้า|มา|ไป|เคย)(?:ร้องเรียน|ร้องทุกข์)(?!ได้)|ยื่นคำร้อง(?! ?(?:ขอใช้|ขออนุญาต))|ทำหนังสือร้อง|(?<!ผู้)(?<!เรียก)ร้อง(?:ว่า|ผ่าน)|ให้เบาะแส|เป็น(?:คน|ตัว)(?:แจ้ง|ร้อง|ชี้|ให้เบาะแส|เปิดโปง)|เบิกความ",
        "ให้(?:ถ้อยคำ|ปากคำ|การ)(?:ว่า|ต่อ|แก่|ในฐานะ|เป็น)?|แจ้ง(?:เบาะแส|ความ)|เปิดโปง|เป่านกหวีด",
    )
)
_TOLD = compile_late(AGE + "[ ,]{0,2}[^0-9|]{0,12}?(?:แจ้งว่า|บอกว่า|เล่าว่า|โทรแจ้ง|ร้องว่า)")
_SUFFERED = compile_late(
    AGE
    + "[ ,]{0,2}(?P<gap>[^0-9|]{0,40}?)"
    + any_of(
        "(?<!ผู้)ถูก(?:ร้องเรียน|ร้อง|กล่าวหา|กล่าวโทษ|สอบสวน|ตั้งกรรมการ|ชี้มูล|ดำเนินคดี|ฟ้อง|จับ|จำคุก|สอบ|ตั้งข้อหา|แจ้งความ|พักงาน|ให้ออก|เลิกจ้าง)",
        "(?<!ผู้)ถูก(?:ลงโทษ|ไล่ออก|ปลดออก|ตัดเงินเดือน|ภาคทัณฑ์|พักราชการ|ตักเตือน)",
        "กระทำ(?:การ)?(?:ผิด|ทุจริต)|เรียกรับ|รับสินบน|รับเงินใต้โต๊ะ|รับส่วย|ยักยอก|เบียดบัง|ทุจริต(?:เงิน|การ|งบ)|ปลอมเอกสาร|ละทิ้งหน้าที่|มีความผิด|มีมูล|รับสารภาพ",
    )
)
_ABOUT_OTHERS = compile_late(
    any_of(
        "บรรยาย|อบรม|วิทยากร|ความรู้|ประชุม|ชี้แจง|รายงาน|เสนอ|สรุป|จัด(?:ทำ|การ|กิจกรรม)|รับเรื่อง|รับ(?:แจ้ง|หนังสือ)|ตรวจสอบ|ลงพื้นที่|ดูแล|รับผิดชอบ|พัฒนา|ส่งเสริม",
        "คุ้มครอง|ป้องกัน|ปราบปราม|ต่อต้าน|เกี่ยวกับ|ด้าน|ว่าด้วย|ระบบ|ช่องทาง|เรื่องการ|แจ้งให้|ว่ามี|ไม่มี|ไม่พบ|ผู้ที่|บุคคล|เจ้าหน้าที่ที่",
    )
)
_COMMITTEE_AFTER = compile_late(
    "[^0-9|]{0,60}?(?:ประธาน|กรรมการ|เลขานุการ|เป็นผู้|นิติกร|ผู้สอบ|ผู้สืบ|รับเรื่อง|รับทราบ|ดำเนินการสอบ)"
)


def _finder(
    role: str, *, spares_officers: bool, acted: Callable[[str, Person], bool]
) -> Callable[[str], Iterator[Span]]:
    """Return what finds the names with one part in a complaint."""
    pattern = compile_late(role, re.IGNORECASE)
    bare = compile_late(role + _BARE_NAME, re.IGNORECASE)

    def find(text: str) -> Iterator[Span]:
        persons = find_persons(text)
        roles = list(pattern.finditer(text)) if persons else []
        starts = [match.start() for match in roles]
        for person in persons:
            is_spared = spares_officers and is_officer(text, person)
            near = roles[bisect_left(starts, person.start - _REACH) : bisect_right(starts, person.end + _REACH)]
            named = (_is_named(text, person, match, is_spared=is_spared) for match in near)
            if any(named) or acted(text, person):
                yield person.start, person.end
        for match in bare.finditer(text) if _NAMED.search(text) else ():
            yield match.span("name")

    return find


def _is_named(text: str, person: Person, role: re.Match[str], *, is_spared: bool) -> bool:
    """ผู้แจ้งเบาะแส นายก…, ผู้ถูกกล่าวหา คือ นายข…, นายค… เป็นผู้ร้องทุกข์."""
    if role.start() >= person.end:
        gap = text[person.end : role.start()]
        is_signature = _SIGNED.search(text[max(person.start - 12, 0) : person.start]) is not None
        is_next = _LEADS_ON.match(text, role.end()) is not None
        return not (is_spared or is_signature or is_next) and _BEING.fullmatch(gap) is not None
    if role.end() > person.start:
        return False
    gap = text[role.end() : person.start]
    is_close = _CLOSE.fullmatch(gap) is not None
    if is_close and gap.strip():
        return True
    is_loose = _LOOSE.fullmatch(gap) is not None and not _TO_ANOTHER.search(gap)
    return (is_close or is_loose) and not is_spared


def _complained(text: str, person: Person) -> bool:
    if is_officer(text, person):
        return False
    before = text[max(person.start - 70, 0) : person.start]
    after = text[person.end : person.end + 60]
    if _CAME_FROM.search(before) or (_CITIZEN_BEFORE.search(before) and _TOLD.match(after)):
        return True
    did = _DID.match(after)
    return did is not None and not _ABOUT_OTHERS.search(did["gap"])


def _bore_witness(text: str, person: Person) -> bool:
    before = text[max(person.start - 40, 0) : person.start]
    return _TESTIMONY.search(before) is not None and not is_officer(text, person)


def _was_blamed(text: str, person: Person) -> bool:
    after = text[person.end : person.end + 80]
    suffered = _SUFFERED.match(after)
    if suffered and not _ABOUT_OTHERS.search(suffered["gap"]):
        return True
    before = text[max(person.start - 40, 0) : person.start]
    return _BLAMED.search(before) is not None and not _COMMITTEE_AFTER.match(after)


_COMPLAINANT_WORDS = (
    "ร้อง", "แจ้ง", "กล่าว", "เบาะแส", "เสียหาย", "เปิดโปง", "เปิดเผย", "เป่านกหวีด", "โจทก์", "แหล่งข่าว", "เดือดร้อน", "สายข่าว", "บอกเล่า", "เจ้าของเรื่อง", "สนเท่ห์",
    "ถ้อยคำ", "ปากคำ", "ให้การ", "เบิกความ", "บอกว่า", "เล่าว่า", "เรื่องโดย", "ยื่นโดย", "whistle", "complain",
)  # fmt: skip
# Two words without a title are a name where a form has one: ชื่อผู้แจ้ง=…, ผู้ร้อง: …, ร้องโดย …, … (ผู้ร้อง).
_NO_FORM_NAME = any_of(
    "ไม่|ประชา|ปกปิด|ปิด|ขอ|เจ้าหน้าที่|ชาวบ้าน|ชาว|กลุ่ม|บุคคล|บุคลากร|หน่วย|พนักงาน|ลูกจ้าง|ข้าราชการ|ระบบ|สาย(?:ด่วน|ตรง|ข่าว)|กรอก|ลง|ชื่อ|นาม(?![ก-๎])|นามสกุล|สกุล(?![ก-๎])|ที่|เรื่อง|วัน(?!ชัย|ทน|วิ|ดี|เพ็ญ|นา|เฉ|ชนะ)|เดือน|ปี|เลข|ผู้|กอง|สำนัก",
    "นักเรียน|ราษฎร|เครือข่าย|ชุมชน|หมู่|บ้าน|บริษัท|ร้าน|ห้าง|ทุจริต|ช่อง|ผ่าน|ทาง|เอกสาร|พยาน|วัตถุ|คณะ|คน|ทั่วไป|จังหวัด|อำเภอ|ตำบล|เทศบาล|อบต|อบจ|องค์การ|สมาชิก|สภา|กรรมการ",
    "โรงเรียน|ทุก|และ|หรือ|ได้|ให้|ต้อง|จะ|โดย|มี(?![ก-๎])|เป็น|การ|ความ|สามารถ|ควร|ดำเนิน|ตรวจ|แจ้ง|ยื่น|ส่ง|รับ|ร้อง|ลำดับ|หมายเหตุ|รายละเอียด|ตรง|ตาม|ใน|ของ|เพื่อ|อยู่(?![ก-๎])|จาก|ถึง|กับ|แก่|ต่อ|ถูก",
    "นาย|นาง|คุณ|น้อง|ลุง|ป้า|เด็ก|รหัส|ข้อ|พร้อม|เอง|ซึ่ง|สงวน|เบอร์|โทร|อีเมล|เฟซ|ไลน์|เว็บ|ตู้|สื่อ|กำนัน|ปลัด|หัวหน้า|ผอ|นิติกร|ป\\.|สตง|ศูนย์|ฝ่าย|งาน|สามัญ|ภาค(?![ก-๎])|ภาค(?:รัฐ|เอกชน|ประชา)|เอกชน|รัฐ(?![ก-๎])|ใคร|อะไร",
    "สนเท่ห์|บัตร|หนังสือ|ห้าม|ต่าง|อื่น|ราย|จำนวน|ทราบ|มา(?![ก-๎])|ไป|ว่า|กรณี|ยัง|เคย|พบ|ใด|นี้|นั้น|ดัง|เท็จ|สุจริต|กล่าวหา|กระทำ|สถานะ|ประเภท|ผล(?![ก-๎])|วิธี"
    "|คุ้มครอง|ชี้แจง|ไทย|รักษา|แพทย์|พยาบาล|นำ(?:ส่ง|เสนอ|หลัก)|พิมพ์(?![ก-๎])|เก็บ|ติดตาม|ระวัง|นัก|ครู|เข้า|ออก|ตั้ง|จัด|ทำ|พิจารณา|ประสาน|ควบคุม|เปิด|บันทึก|สอบ|ประเมิน|สรุป|ป้องกัน|แนบ"
    "|อ่าน|เขียน|คลิก|เลือก|ค้น|กด|ถ่าย|สแกน|ยืนยัน|ปฏิบัติ|เสนอ|วินิจฉัย|สั่ง|แต่ง|มอบ|เชิญ|สืบ|สำเนา|ภาพ|คลิป|กล้อง|วิดีโอ|ข่าว|อดีต|เกษตร|แรงงาน|นิสิต|ลูก|คู่|พ่อ|แม่|วัด|โรง|สมาคม|มูลนิธิ|สหกรณ์"
    "|กรม|กระทรวง|ตำรวจ|ทหาร|อัยการ|ศาล|ประธาน|เลขา|รอง|อสม|แกน|ต่าง|สิทธิ|หน้า|บท|มาตร|คำ(?:สั่ง|ร้อง|ขอ|ตอบ)|แบบ|ไฟล์|ปรากฏ|อ้าง|ลับ|จริง|เสีย|เดิม|ใหม่|ขั้น|หลัก|ใช้|อาจ|หาก|เมื่อ|กำหนด|แล้ว|ด้วย",
)
_FORM_WORD = rf"(?!{_NO_FORM_NAME})[ก-ฮเ-ไ][ก-๎]{{1,25}}"
_NO_FAMILY_NAME = any_of(
    "หมู่(?:ที่)?(?![ก-๎])|สกุล(?![ก-๎])|นามสกุล|ที่|และ|หรือ|เรื่อง|ทุก|ให้|ไม่|เป็น|เอกสาร|วัตถุ|ทั่วไป|ตาม(?![ก-๎])|ผู้|ภายใน|ครบ|สำนัก|งาน|จำนวน",
    "ต่าง|ปก|ปิด|ข้อ|ออนไลน์|หลักฐาน|แบบ|ผล(?![ก-๎])|ภัย(?![ก-๎])|พยาบาล|เว็บ|กฎหมาย|สิทธิ|โทร|จดหมาย|ทาง(?![ก-๎])|ราย(?![ก-๎])|กอง(?:ช่าง|คลัง|การ|สาธา|สวัส)|เจ้าหน้าที่|พนักงาน|พยาน|นาย|นาง",
)
_FORM_NAME = rf"(?P<name>{_FORM_WORD} (?!{_NO_FAMILY_NAME})[ก-ฮเ-ไ][ก-๎]{{1,25}})(?= ?(?:$|[,;()/|:=]|หมู่|ม\.|อายุ|แจ้ง))"


def _find_in_forms(role: str) -> Callable[[str], Iterator[Span]]:
    """Return what finds names without a title beside the word for a part."""
    word = compile_late(role, re.IGNORECASE)
    patterns = [
        compile_late(pattern, re.IGNORECASE)
        for pattern in (
            rf"(?<![ก-๎])ชื่อ(?:[ -]{{0,3}}(?:นาม)?สกุล)?(?:ของ)? ?{role} ?[-:=/]? ?{_FORM_NAME}",
            rf"{role} ?(?:[:=/]|(?<=โดย)) ?{_FORM_NAME}",
            rf"(?:^|[;,|] ?){_FORM_NAME} ?\( ?{role} ?\)",
        )
    ]

    def find(text: str) -> Iterator[Span]:
        for pattern in patterns if word.search(text) else ():
            for match in pattern.finditer(text):
                yield match.span("name")

    return find


_FORM_COMPLAINANT = any_of(_COMPLAINANT, "(?<!ผู้)ร้อง(?:เรียน)?โดย|แจ้งโดย")
_FORM_WORDS = ("ผู้", "พยาน", "โจทก์", "แหล่งข่าว", "จำเลย", "คู่กรณี")
_WITNESS_WORDS = ("พยาน", "ถ้อยคำ", "ปากคำ", "ให้การ", "ให้ข้อมูล", "เห็นเหตุการณ์", "witness")
_ACCUSED_WORDS = (
    "ร้อง", "กล่าว", "สอบ", "สืบสวน", "โทษ", "มูล", "คดี", "วินัย", "ผิด", "ทุจริต", "ต้องหา", "ต้องสงสัย", "จำเลย", "จำคุก", "คู่กรณี", "ฟ้อง",
    "ถูกจับ", "สินบน", "ใต้โต๊ะ", "ส่วย", "เรียกรับ", "ยักยอก", "เบียดบัง", "ปลอม", "ละทิ้ง", "สารภาพ", "พฤติ", "ตัดเงินเดือน", "ภาคทัณฑ์", "ไล่ออก", "ปลดออก", "ตักเตือน",
    "พักราชการ", "ตั้งกรรมการ", "ข้อหา", "พักงาน", "ให้ออก", "เลิกจ้าง", "จับกุม", "accused", "suspect",
)  # fmt: skip
DETECTORS = (
    Detector(
        "complainant",
        "ชื่อผู้ร้องเรียน",
        _finder(_COMPLAINANT, spares_officers=True, acted=_complained),
        Needs.NAME,
        _COMPLAINANT_WORDS,
        mask=mask_name,
    ),
    Detector(
        "witness",
        "ชื่อพยาน",
        _finder(_WITNESS, spares_officers=True, acted=_bore_witness),
        Needs.NAME,
        _WITNESS_WORDS,
        mask=mask_name,
    ),
    Detector(
        "accused",
        "ชื่อผู้ถูกกล่าวหา",
        _finder(_ACCUSED, spares_officers=False, acted=_was_blamed),
        Needs.NAME,
        _ACCUSED_WORDS,
        mask=mask_name,
    ),
    Detector(
        "complainant",
        "ชื่อผู้ร้องเรียน",
        _find_in_forms(_FORM_COMPLAINANT),
        words=(*_FORM_WORDS, "โดย"),
        mask=mask_name,
    ),
    Detector("witness", "ชื่อพยาน", _find_in_forms(_WITNESS), words=_FORM_WORDS, mask=mask_name),
    Detector("accused", "ชื่อผู้ถูกกล่าวหา", _find_in_forms(_ACCUSED), words=_FORM_WORDS, mask=mask_name),
)
