"""Words and parts of words that a text has twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from prongsai.thai.patterns import compile_late

_WORD = "[ก-ฮเ-ไ][ก-๎]{2,29}"
_TWICE = compile_late(r"(?=(?P<unit>[ก-ฮเ-ไ][ก-๎]{2,29})(?P=unit)(?![ะ-ฺ็-๎]))")
# With a space between: a whole word, or what joins two parts of a sentence.
_TWICE_APART = compile_late(
    rf"(?:(?<![ก-๎])(?P<whole>{_WORD})[ \u00a0]+(?P=whole)(?![ก-๎ๆ])"
    r"|(?P<joint>และ|หรือ|โดย|ซึ่ง|เพื่อ|เนื่องจาก|ดังกล่าว)[ \u00a0]+(?P=joint))"
)
# Where such a syllable ends a longer word, only these words begin with it again: ตรวจสอบสอบสวน, but not ตรวจสอบสอบอย่าง.
_LAST_SYLLABLE = compile_late(
    "ตรวจสอบสอบ(?!สวน|ถาม|ทาน|ข้อเท็จ|ปาก|ราคา|เทียบ|คัด|แข่ง|เลือก|ประวัติ|ความ|บัญชี|วินัย|พยาน|ตก|ผ่าน|ได้)"
    "|(?:คุณ|จริย|เป็น|ยุติ|วัฒน|วัฒนะ|ศีล)ธรรมธรรม(?!า|เนียม|นูญ|ชาติ|ะ|ศาส|จริยา|สภา|ทาน|ศึกษา|ที่|ใน|ของ)"
    "|(?:กิจ|พฤติ|นวัต|เกษตร|อุตสาห)กรรมกรรม(?!การ|าธิ|สิทธิ์|วิธี|ที่|ของ)"
    "|(?:ประชา|สาธารณ|เยาว|ชุม|เอก|มวล)ชนชน(?!บท|ชั้น|ะ|ิ|ชาติ|เผ่า|กลุ่ม|กัน|ไก่|แล้ว)"
)
_VOWEL = compile_late("[ะ-ฺเ-ไ็]")
_OPEN = compile_late("[เ-ไ]$")  # the vowel of a consonant that is not there
# What ends one word and begins the next in right texts: เจ้าหน้าที่ที่, ผู้ร้องร้องเรียน, หมู่บ้านบ้านดอน, ติดตามตามแผน.
_RIGHT = frozenset(
    """
    การ ที่ ของ งาน ว่า ให้ เรื่อง ทาง ผู้ ได้ ไป มา ดี ใด หนึ่ง ละ น้อย ช้า เร็ว ๆ ตาม รับ บ้าน เมือง ชุมชน สอบ เป็น เห็น
    ร้อง เรียน หมาย เงิน นาย สิน แทน ใจ คำ ตัว ส่วน กอง ทรัพย์ วัน กลาง ขาย ซื้อ แม่ หนอง ป่า สาย สวน วัด โคก นา คลอง ห้วย
    ดอน โพน ท่า บาง ทุ่ง วัง สระ เขา เกาะ ต่าง ทั่ว จริง ค่อย เรื่อย บ่อย ซ้ำ เนือง ลูก พี่ ย่า ยาย ตา ปู่ น้า อา ลุง ป้า คน
    ไม่ ใน โดย ด้วย จัด ทำ ตั้ง ต้อง คือ เมื่อ นั้น นี้ อยู่ อย่าง กัน กับ แก่ ขึ้น ลง เข้า ออก ปี เดือน วาระ รอบ ระดับ ชั้น ขั้น
    โรงเรียน วัดวา คณะ สภา เขต ฝ่าย หน่วย กลุ่ม ศูนย์ กรม รัฐ ร่วม ข้าง หลัง หน้า ใต้ เหนือ ยิ่ง ใหม่ ใหญ่ เล็ก ไกล ใกล้
    เช้า เย็น สาย บ่าย ค่ำ เท่า เทียม เรียบ ค้าง แล้ว เปล่า ต้น พร้อม กรรม ธรรม ชน ประกาศ โครงการ กิจกรรม มาตรการ นาน
    ข้า ทอง ภาค ชัย ข้อ ข้อง กิน ค้า ลาย เทพ ศรี นคร มาก รวบ ดับเบิลยู เอส เอ็ม เอ็น เอฟ เอ อาร์ คิว สุด ดิน ล่า ไทย พล บุญ
    นานา จะ
    """.split()  # noqa: SIM905 - one word a reason, readable as text
)


class Repetition(NamedTuple):
    """Something that stands twice in a row: where, the two together, and the one that should be left."""

    start: int
    written: str
    unit: str


@lru_cache(maxsize=4096)  # units, headings and steps stand in many projects
def find_repetitions(text: str) -> tuple[Repetition, ...]:
    """Return what stands twice in a row, the longest at each place, side by side or with a space between."""
    return tuple(_iter_repetitions(text))


def _iter_repetitions(text: str) -> Iterator[Repetition]:
    end = 0
    for match in _TWICE.finditer(text):
        unit = match["unit"]
        if match.start() < end or _is_right(unit):
            continue
        end = match.start() + 2 * len(unit)
        yield Repetition(match.start(), unit * 2, unit)
    for match in _LAST_SYLLABLE.finditer(text):
        unit = next(syllable for syllable in ("สอบ", "ธรรม", "กรรม", "ชน") if match[0].endswith(syllable * 2))
        yield Repetition(match.end() - 2 * len(unit), unit * 2, unit)
    for match in _TWICE_APART.finditer(text):
        unit = match["joint"] or match["whole"]
        if match["joint"] or not _is_right(unit):
            yield Repetition(match.start(), match[0], unit)


def _is_right(unit: str) -> bool:
    """Tell whether a unit can stand twice, from whichever of its letters it is read (รการกา is a part of การการ)."""
    is_syllable = _VOWEL.search(unit) and not _OPEN.search(unit)
    return not is_syllable or any(unit[turn:] + unit[:turn] in _RIGHT for turn in range(len(unit)))
