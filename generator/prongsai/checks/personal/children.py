"""Names of children: a child's title, a pupil's class, or an age under twenty beside a name.

Source: the Child Protection Act B.E. 2546, section 27 (no publishing of what a child can be known by).
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.personal.detector import Detector, Needs, Span, any_of
from prongsai.checks.personal.persons import Person, find_persons, is_officer, mask_name
from prongsai.thai.patterns import compile_late

_CHILD_TITLE = compile_late(r"ด[ ./,]{0,2}[ชญ]|เด็ก(?:ชาย|หญิง)|สามเณร")
_OFFSPRING = "(?:บุตร(?:ชาย|สาว)?|ธิดา|ลูก(?:ชาย|สาว)?|หลาน(?:ชาย|สาว)?)"
_YOUNG_AFTER = compile_late(
    "[ _,(]{0,3}(?:(?:ซึ่ง)?(?:เป็น|กำลังศึกษา|ศึกษา|เรียน)(?:อยู่)? ?)?"
    + any_of(
        "นักเรียน|เยาวชน",
        r"(?:อยู่)?(?:ระดับ)?ชั้น ?(?:ป\.|ม\.|อ\.|ประถม|มัธยม|อนุบาล)|(?:ป\.?|ม\.) ?[1-6](?![0-9])",
        "(?:อายุ|วัย) ?(?:[0-9]|1[0-9]) ?(?:ปี|ขวบ)",
    )
)
_YOUNG_BEFORE = compile_late(
    f"(?:นักเรียน|เยาวชน|เด็ก|{_OFFSPRING})"
    r"(?:(?:ระดับ)?ชั้น ?(?:ป|ม|อ)[ก-๎.]{0,14} ?(?:ปีที่ ?)?[0-9](?:/[0-9]{1,2})?)?"
    r"(?:คนเก่ง|ดีเด่น|ทุน|ต้นแบบ|ชื่อ|คือ|ได้แก่|ราย|ของ[ก-๎. ]{0,30})?[ :(]{0,2}(?:ชื่อ|คือ|ได้แก่)?[ :]{0,2}$"
)
_BARE = compile_late(
    f"(?:เด็ก|นักเรียน|เยาวชน|{_OFFSPRING})(?: ?(?:ของ|นาย|นาง)[ก-๎. ]{{1,30}}?)? ?ชื่อ ?:? ?"
    "(?P<name>(?!สกุล|นามสกุล|ที่|และ|หรือ|เล่น|โครงการ|ไม่|จริง|ของ|ว่า|ใด|อะไร)[ก-ฮเ-ไ][ก-๎]{1,30})"
)
_GROWN_UP = compile_late("ผู้ปกครอง|ครู|อาจารย์|ผู้อำนวยการ")


def find_children(text: str) -> Iterator[Span]:
    """Yield the start and end of each name of a child."""
    for person in find_persons(text):
        if _CHILD_TITLE.match(person.title) or _is_young(text, person):
            yield person.start, person.end
    for match in _BARE.finditer(text):
        yield match.span("name")


def _is_young(text: str, person: Person) -> bool:
    if is_officer(text, person) or _GROWN_UP.search(person.title):
        return False
    before = text[max(person.start - 40, 0) : person.start]
    is_led = _YOUNG_BEFORE.search(before) is not None and not _GROWN_UP.search(before)
    return is_led or _YOUNG_AFTER.match(text, person.end) is not None


_WORDS = (
    "ด.ช", "ด.ญ", "ดช.", "ดญ.", "ด. ช", "ด. ญ", "ด.  ช", "ด.  ญ", "ดช", "ดญ", "ด ช", "ด ญ", "ด,ช", "ด,ญ", "ด/ช", "ด/ญ", "น้อง", "เด็ก", "สามเณร", "นักเรียน", "เยาวชน", "บุตร", "ธิดา", "ลูก", "หลาน",
    "ชั้น", "ขวบ", "อายุ", "วัย", "ป.", "ม.",
)  # fmt: skip
DETECTORS = (Detector("child", "ชื่อเด็ก", find_children, Needs.NAME, _WORDS, mask=mask_name),)
