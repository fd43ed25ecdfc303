"""Telephone numbers of persons: mobile numbers, and the telephone of somebody's home.

A mobile number has ten digits and begins with 06, 08 or 09; with the country's code it begins with 66. It is typed in
any groups with any mark (081-234-5678, 0 8123 45 678, 081*2345678) or spoken, whole or in part (ศูนย์แปดหนึ่ง 2345678); after the
word for a telephone its first zero, which spreadsheets leave out, may be missing. An office's own line (053…) is
no personal datum, nor is a mobile number that the text calls the office's.

Source: the numbering plan of the NBTC (ten digits for mobile services since 2006).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.checks.personal.detector import Detector, Needs, Span, any_of, keep_digits
from prongsai.thai.patterns import compile_late

_GAP = r"[ ._/()-]{0,3}"
_NOT_MONEY = r"(?![0-9A-Za-z]|\.[0-9]{1,2}(?![0-9])|,[0-9]{2,3}(?![0-9-])| ?\.-| *(?:ล้าน)?บาท|/[0-9]{4}(?![0-9]))"
# A longer name of letters and digits (the id of a file) is no number.
_ALONE = any_of("(?<![0-9A-Za-z])", "(?<=tel)", "(?<=Tel)", "(?<=TEL)", "(?<=no)", "(?<=mobile)", "(?<=phone)")
_LOCAL = compile_late(rf"{_ALONE}(?<![0-9][-./])\(?(?:0|(?<![A-Za-z])[Oo]){_GAP}[689](?:{_GAP}[0-9]){{8}}{_NOT_MONEY}")
# Any mark may stand between the groups in which everybody writes a mobile number.
_ANY_MARK = "(?:[^0-9A-Za-zก-๎;|]{1,3}|[;|])"
_MARKED = compile_late(
    rf"(?<![0-9A-Za-z])(?<![0-9][-./])0[689][0-9]{_ANY_MARK}[0-9]{{3}}(?:{_ANY_MARK})?[0-9]{{4}}{_NOT_MONEY}"
)
_ABROAD = compile_late(
    rf"(?<![0-9A-Za-z])(?:(?:\+ ?|00)66{_GAP}(?:0{_GAP})?|66[ ().-]{{0,3}})[689](?:{_GAP}[0-9]){{8}}{_NOT_MONEY}"
)
_HOME = compile_late(
    r"(?:โทรศัพท์|โทร\.?|เบอร์(?:โทร(?:ศัพท์)?)?) ?(?:ที่)?บ้าน(?:ของ)? ?(?=นาย|นาง|น\.ส\.|คุณ|ครู|ลุง|ป้า|น้า|ตา|ยาย|พ่อ|แม่|พี่|น้อง|อุ๊ย|กำนัน|ผู้ใหญ่|ผอ|[:0-9])"
    rf"[^0-9|]{{0,40}}(?P<datum>0{_GAP}[2-57](?:{_GAP}[0-9]){{7}})(?![0-9])"
)
_PHONE_WORD = "(?:โทร(?:ศัพท์)?(?!มาตร|สาร|ทัศน์)|มือถือ|เบอร์(?:โทร)?(?!พัสดุ|รองเท้า)|(?<![a-z])(?:tel|phone|mobile)(?![a-z]))"
# A spreadsheet leaves the first zero out.
_WITHOUT_ZERO = compile_late(
    rf"{_PHONE_WORD}[^0-9|]{{0,15}}(?<![0-9./+-])(?P<datum>[689](?:[ -]?[0-9]){{8}}){_NOT_MONEY}", re.IGNORECASE
)
_PHONE_WORD_BEFORE = compile_late(rf"{_PHONE_WORD}[ .:]{{0,3}}$", re.IGNORECASE)
_DIGIT_WORDS = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_DIGIT_WORD = any_of(*_DIGIT_WORDS)
_SPOKEN = compile_late(rf"ศูนย์[ -]?{_DIGIT_WORD}(?:[ -]?{_DIGIT_WORD}){{7,8}}")
# ศูนย์แปดเก้า 5527731: partly in words, partly in figures
_MIXED = compile_late(
    rf"(?:ศูนย์|(?<![0-9])0)[ .,-]{{0,2}}(?:หก|แปด|เก้า|[689])(?:[ .,-]{{0,2}}(?:[0-9]|{_DIGIT_WORD})){{8}}(?![0-9])"
)

_DATE = compile_late("(?:0?[1-9]|[12][0-9]|3[01])-(?:0?[1-9]|1[0-2])-(?:[0-9]{2}|2[05][0-9]{2})")
_YEAR = compile_late("2[45][0-9]{2}")
_CODE_BEFORE = compile_late(
    any_of("รหัส|เลขที่(?!ติดต่อ|โทร)|เลขเครื่อง|เลขประจำตัว|ฎีกา|(?<!ลง)ทะเบียน|มิเตอร์|ผู้เสียภาษี|ครุภัณฑ์|เล่มที่|s/n|serial")
    + r"[^0-9|]{0,12}$|(?:ที่|หนังสือ) ?[ก-ฮ]{1,3}\.? ?$",
    re.IGNORECASE,
)
_OFFICE = any_of(
    "เทศบาล|อบต|อบจ|องค์การบริหาร|สำนัก|ศูนย์|หน่วยงาน|งานป้องกัน|งานนิติการ|กอง(?!ทัพ)|ที่ทำการ|ราชการ|ส่วนกลาง|เวร(?!ภัณฑ์)"
)
_OFFICE_BEFORE = compile_late(
    any_of(
        "สายด่วน|hot ?line|กู้ชีพ|กู้ภัย|รถพยาบาล|ดับเพลิง|ฉุกเฉิน|(?:เบอร์|เครื่อง|มือถือ|สาย)กลาง|(?:ห้อง|ศูนย์|เบอร์)เวร",
        rf"(?:โทรศัพท์(?:เคลื่อนที่)?|มือถือ|เบอร์(?:โทร(?:ศัพท์)?)?|หมายเลข)(?:ประจำ|กลาง|ของ|สำนักงาน)? ?{_OFFICE}",
    )
    + "(?:[^0-9|]{0,30}24 ?(?:ชม|ชั่วโมง))?[^0-9|]{0,30}$",
    re.IGNORECASE,
)
_PERSON = compile_late(r"นาย(?!ก)|นาง|น\.ส\.|คุณ|ส่วนตัว|ครู|พี่|ลุง|ป้า(?!ย)|น้อง")


def find_phones(text: str) -> Iterator[Span]:
    """Yield the start and end of each mobile number."""
    for match in _LOCAL.finditer(text):
        is_called = _PHONE_WORD_BEFORE.search(text, max(match.start() - 15, 0), match.start()) is not None
        if (is_called or _is_grouped_as_phone(match[0])) and not _is_other(text, match.start()):
            yield match.span()
    for pattern in (_MARKED, _ABROAD):
        for match in pattern.finditer(text):
            if not _is_other(text, match.start()):
                yield match.span()
    for match in _WITHOUT_ZERO.finditer(text):
        if not _is_other(text, match.start("datum")):
            yield match.span("datum")


def find_home_phones(text: str) -> Iterator[Span]:
    """Yield the start and end of each telephone number of somebody's home."""
    for match in _HOME.finditer(text):
        yield match.span("datum")


def find_spoken_phones(text: str) -> Iterator[Span]:
    """Yield the start and end of each number that is written out digit by digit, or in part."""
    for pattern in (_SPOKEN, _MIXED):
        for match in pattern.finditer(text):
            if re.search("[ก-๎]", match[0]):
                yield match.span()


def _is_other(text: str, start: int) -> bool:
    """Tell whether the words before a number say that it is a code, or the office's telephone."""
    before = text[max(start - 50, 0) : start]
    if _CODE_BEFORE.search(before):
        return True
    office = _OFFICE_BEFORE.search(before)
    return office is not None and not _PERSON.search(office[0])


def _is_grouped_as_phone(number: str) -> bool:
    """Tell a number from dates, times and decimals that make up ten digits: 06-10-2566 08, 08.30 - 16.30 09."""
    groups = re.findall("[0-9]+", number)
    gaps = re.findall("[^0-9]+", number.strip("("))
    sizes = [len(group) for group in groups]
    if len(groups) > 2 and set(sizes) != {2} and _DATE.fullmatch("-".join(groups[:3])):  # but 08 12 34 56 71
        return False
    if len(groups) > 1 and all(_YEAR.fullmatch(group) for group in groups[1:]):  # 06 2566 2567
        return False
    if any("." in gap for gap in gaps) and (len(set(gaps)) > 1 or sizes[0] == 1):  # 0.912345678
        return False
    has_slash = any("/" in gap for gap in gaps)
    return not (has_slash and any(_YEAR.fullmatch(group) for group in groups[1:]))  # orders 089/2566


def _spell(datum: str) -> str:
    return re.sub("^(?:00)?660?(?=[689][0-9]{8}$)", "0", keep_digits(datum))


def _mask_spoken(datum: str) -> str:
    return f"{datum[:1]}…"


DETECTORS = (
    Detector("phone", "หมายเลขโทรศัพท์มือถือ", find_phones, Needs.MANY_DIGITS, is_contact=True, spell=_spell),
    Detector("phone", "หมายเลขโทรศัพท์บ้าน", find_home_phones, Needs.MANY_DIGITS, ("บ้าน",), is_contact=True, spell=_spell),
    Detector("phone", "หมายเลขโทรศัพท์", find_spoken_phones, words=_DIGIT_WORDS, is_contact=True, mask=_mask_spoken),
)
