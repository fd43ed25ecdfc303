"""Channels, units, posts and papers of an office: where a text says that there is none, and where one that there is.

Only what is sure is read: a denial must be the office's own and of now, an assertion must tell of something in use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from prongsai.thai.patterns import compile_late
from prongsai.thai.text import compact

# Channels are written in many ways; each is one thing.
_CHANNELS = {
    "Facebook": r"[Ff]ace ?[Bb]ook|FACEBOOK|เฟซบุ๊[กค]|เฟสบุ๊?[กค]",
    "Line": r"(?<![A-Za-z-])(?:LINE|Line)(?![A-Za-z])|(?<!ออน)ไลน์",
    "E-Service": r"[Ee]-? ?[Ss]ervices?|E-SERVICE|อีเซอร์วิส",
    "เว็บไซต์": r"เว็บไซ[ตท]์",
}
_CHANNEL = compile_late("|".join(f"(?P<c{number}>{pattern})" for number, pattern in enumerate(_CHANNELS.values())))
_NAMES = dict(enumerate(_CHANNELS))
# Words that begin the name of something that an office has, alone or with more words.
_HEADS = (
    "หน่วย|กอง(?!ทุน)|ฝ่าย|ศูนย์|กล่อง|ตู้|ช่องทาง|แอปพลิเคชัน|ระบบ|คณะกรรมการ|คณะทำงาน|เครือข่าย|ชมรม|คู่มือ|นักวิชาการ|นักวิเคราะห์|นักจัดการ|เจ้าพนักงาน|เจ้าหน้าที่"
    "|ผู้ตรวจสอบ|ทะเบียน|แผนการตรวจสอบ|แผนตรวจสอบ|ประมวล|นโยบาย|มาตรการ|แนวทาง|หลักเกณฑ์|ฐานข้อมูล|เวที|เพจ|อาสาสมัคร|สภาเด็ก"
)
_ALONE = "นิติกร|สายด่วน|ผู้ตรวจสอบภายใน"
_STOP = "(?=$|[^ก-๎]|จึง|ทำให้|และ|หรือ|(?<!ภาย)ใน|(?<!หน้า)ที่|สำหรับ|เพื่อ|ของ|ประจำ|โดย|เป็น|มา(?!ตร)|ซึ่ง|ส่งผล|แต่|ให้(?!บริการ)|ไว้|อยู่|เลย|แม้|ทั้ง|จาก|เพราะ|เนื่องจาก)"
_NAME = "[A-Z][A-Za-z-]{2,}(?: [A-Z][A-Za-z-]+)*"
_THING = rf"(?P<thing>(?:{_ALONE})|(?:{_HEADS})(?:[ก-๎]{{4,40}}?{_STOP}|[ก-๎]{{0,20}} ?{_NAME}))"
_FILLER = r"(?:\s|ระบบ|ช่องทาง|เพจ|บัญชี|ตำแหน่ง|การใช้|การให้บริการ|ทาง|ผ่าน|บุคลากรตำแหน่ง)*+"
_MADE = "(?:จัด|จัดทำ|จัดตั้ง|แต่งตั้ง|เปิด|ใช้|มี)"
_DENIAL = f"(?:(?:ยัง)?ไม่เคย{_MADE}|(?:ยัง)?ไม่มี(?:การ(?:จัดตั้ง|แต่งตั้ง|จัดทำ|ติดตั้ง|เปิดใช้|บรรจุ))?|ยังไม่ได้(?:จัดตั้ง|แต่งตั้ง|จัดทำ|ติดตั้ง|เปิดใช้|จัดให้มี|บรรจุ))"
_DENIED_CHANNEL = compile_late(rf"{_DENIAL}{_FILLER}(?:{_CHANNEL.pattern})")
_POSTS = "นิติกร|ผู้ตรวจสอบภายใน|นัก(?:วิชาการ|วิเคราะห์|จัดการ|พัฒนา)|เจ้าพนักงาน"
_DENIED_THING = compile_late(rf"{_DENIAL}\s*(?:ตำแหน่ง|(?:เจ้าหน้าที่|บุคลากร)(?:ตำแหน่ง)?(?={_POSTS}))?{_THING}")
# “Lacks” is sure of posts only; of other things there may be too few.
_LACKED_POST = compile_late(
    rf"(?:^|(?<=\s)|หน่วยงาน|เทศบาล|อบต\.)(?:ยัง)?ขาด(?:แคลน)?(?:เจ้าหน้าที่|บุคลากร)?(?:ตำแหน่ง)?(?P<thing>(?:{_ALONE})|(?:{_POSTS})[ก-๎]{{2,30}}?{_STOP})"
)
# Others than the office lack something; or it was so before; or it is only thought of.
_NOT_OURS = compile_late(
    "ประชาชน|ผู้สูงอายุ|ชาวบ้าน|ผู้รับบริการ|ราษฎร|ผู้ปกครอง|นักเรียน|เยาวชน|เด็ก|บางราย|ครัวเรือน|หมู่บ้าน|ชุมชน|โรงเรียน|ผู้ประกอบการ|เดิม|ก่อนหน้า|ในอดีต|เคย|ปีก่อน|ช่วงแรก|ต้นปี"
    "|หาก|ถ้า|กรณี|ว่า|ที่$|ซึ่ง$"
)
# A denial of a quality, or for some only, is none of the thing.
_QUALIFIED = compile_late(
    r"\s*(?:ที่|ซึ่ง|เพียงพอ|ครบ|เฉพาะ|ภาษา|เป็นของ|ประจำ|ทันสมัย|รองรับ|โดยตรง|โดยเฉพาะ|อย่าง|มากพอ|ใหม่|เพิ่ม|(?:สำหรับ|เพื่อ)(?:งาน|การ|ผู้|คน|ชาว|กลุ่ม|เด็ก)|ใน(?:บาง|หมู่บ้าน|ชุมชน|พื้นที่)|อินเทอร์เน็ต|ร้องเรียน(?:ใด|เข้า))"
)
_USED = compile_late(
    "จัด(?!ซื้อ|จ้าง|เก็บ|สรร)|ติดตั้ง|(?<!ไม่)มี|เปิด|พัฒนา|ผ่าน|ทาง|แต่งตั้ง|ใช้|มอบหมาย|โดย|เผยแพร่|ปรับปรุง|ประชาสัมพันธ์|บน|เช่น|ได้แก่|สร้าง|ออก|ประกาศ|ลง"
)
_NOT_USED = compile_late("ไม่มี|ไม่ได้|ยังไม่|จะ|ควร|ขาด|เสนอให้|ต้องการ|ขอรับการสนับสนุน|แผนการ|อยู่ระหว่าง")
_LOOSE = compile_late("การ|รับเรื่อง|แจ้งเรื่อง|เรื่อง")
_MIN_LENGTH = 6
_REACH = 70


class Denial(NamedTuple):
    """A text's statement that the office has no such thing.

    Attributes:
        thing: What there is none of, in one spelling.
        words: The statement.
        start: Where it begins.
    """

    thing: str
    words: str
    start: int


def find_denials(text: str) -> Iterator[Denial]:
    """Yield what a text says that the office does not have."""
    if "ไม่" not in text and "ขาด" not in text:
        return
    starts: set[int] = set()  # a system with a Latin name may be a channel, which is told first
    for pattern in (_DENIED_CHANNEL, _DENIED_THING, _LACKED_POST):
        for found in pattern.finditer(text):
            if found.start() in starts:
                continue
            starts.add(found.start())
            before = text[max(0, found.start() - 30) : found.start()].rpartition(" ")[2]
            if _NOT_OURS.search(before) or _QUALIFIED.match(text, found.end()):
                continue
            groups = found.groupdict()
            thing = groups.get("thing") or next(_NAMES[n] for n in _NAMES if groups.get(f"c{n}"))
            if len(thing) >= _MIN_LENGTH or thing in _CHANNELS:
                yield Denial(thing, found[0].strip(), found.start())


def find_assertion(thing: str, text: str) -> str:
    """Return the words with which a text tells of a thing in use; nothing where it does not."""
    words = text
    if thing in _CHANNELS:
        pattern = re.compile(_CHANNELS[thing])
    else:
        pattern, words = re.compile(re.escape(_loosen(thing))), _loosen(text)
    for found in pattern.finditer(words):
        before = words[max(0, found.start() - _REACH) : found.start()]
        if _USED.search(before) and not _NOT_USED.search(before[-30:]):
            return f"…{before[-40:]}{found[0]}" if words is text and found.start() > _REACH else _shorten(text)
    return ""


def names_post(thing: str, position: str) -> bool:
    """Tell whether a position or unit that the records name is the thing: นิติกรชำนาญการ for นิติกร."""
    return thing not in _CHANNELS and compact(thing) in compact(position)


def _loosen(text: str) -> str:
    return _LOOSE.sub("", compact(text))


def _shorten(text: str) -> str:
    return text if len(text) <= _REACH + 20 else f"{text[: _REACH + 20]}…"
