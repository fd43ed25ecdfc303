"""Bank accounts, numbers of payment cards and PromptPay numbers of persons.

Nine to fifteen digits near a word for an account or a bank (เลขที่บัญชี, บช., A/C, ธ., KTB, กสิกรไทย, โอนเข้า), digits grouped as on
a passbook (123-4-56789-0), a payment card's sixteen digits with the right check digit, any number given for PromptPay.
Ledger codes (รหัสบัญชีแยกประเภท), numbers of guarantees and cheques (หนังสือค้ำประกัน) and accounts whose holder is an office or a company are none.

Source: account numbers of the Bank of Thailand's members (10 digits, 12 at GSB and BAAC); ISO/IEC 7812 (Luhn).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.checks.personal.detector import Detector, Needs, Span, any_of, keep_digits
from prongsai.checks.personal.persons import find_persons
from prongsai.thai.patterns import compile_late

_NOT_MONEY = r"(?![0-9]|\.[0-9]{1,2}(?![0-9])|,[0-9]{3}(?![0-9-])| ?\.-| *(?:ล้าน)?บาท)"
_NUMBER = rf"(?<![0-9])(?P<datum>[0-9](?:[ ._/-]{{0,3}}[0-9]){{8,14}}){_NOT_MONEY}"
_ACCOUNT_WORD = any_of(
    r"เลข(?:ที่)? ?(?:บัญชี|บ/ช|บช\.?)|บัญชี ?เลข(?:ที่)?|หมายเลขบัญชี|ชื่อบัญชี|หน้าบัญชี|(?<![ก-๎])(?:บช|บ/ช)\.?(?![ก-๎])",
    r"บัญชี ?(?:ธนาคาร|เงินฝาก|ออมทรัพย์|กระแสรายวัน|เงินเดือน|ส่วนตัว|นาย|นาง|คุณ|น\.ส\.)",
    r"สมุด(?:บัญชี|เงินฝาก|คู่ฝาก|ธนาคาร)|บุ๊[คก]แบงก์|book ?bank|(?:เข้า|โอน|ผ่าน|จาก|ของ)บัญชี|โอน(?:เงิน)?(?:เข้า|ไปที่|ไปยัง|ให้|มาที่)",
    r"(?<![a-z])(?:a/c|acct?|account|bank)(?![a-z])",
)
_BANK = any_of(
    r"ธ\. ?[ก-๎]{2,}|ธนาคาร(?!โลก|ขยะ|เลือด|สมอง|น้ำ|ข้าว|ปู|เมล็ด|แห่งประเทศ)|ธ\.ก\.ส\.|ธกส\.?|ธอส\.?|ออมสิน|กรุงไทย|กสิกร(?:ไทย)?|ไทยพาณิชย์|กรุงศรี|ทหารไทย|ธนชาต|(?:(?<=โอน)|(?<=บัญชี))กรุงเทพ",
    r"(?<![a-z])(?:ktb|scb|bbl|kbank|kbnk|bay|ttb|tmb|gsb|baac|ghb|uob|cimb|kkp|lhb|krung ?thai)(?![a-z])",
)
_NEAR = compile_late(rf"(?:{_ACCOUNT_WORD}|{_BANK})[^0-9|]{{0,60}}{_NUMBER}", re.IGNORECASE)
# 1234567890 (กสิกรไทย), 1234567890 คือเลขบัญชีของ…
_BEFORE_BANK = compile_late(rf"{_NUMBER}[ ,(]{{0,3}}(?:(?:(?:คือ|เป็น) ?{_ACCOUNT_WORD})|{_BANK})", re.IGNORECASE)
_YEARS = compile_late(
    "(?:20|2[45])[0-9]{2} ?(?:[-/ ] ?(?:20|2[45])[0-9]{2}(?![0-9])|[-/][01]?[0-9][-/][0-3]?[0-9](?![0-9]))"
)
_PASSBOOK = compile_late("(?<![0-9-])(?P<datum>[0-9]{3}-[0-9]-[0-9]{5}-[0-9])(?![0-9-])")
_NAMED = compile_late(rf"บัญชี ?{_NUMBER}")
_PROMPTPAY = compile_late(
    r"(?:พร้อมเพย์|prompt ?pay)[^0-9|]{0,40}(?P<datum>[0-9](?:[ ._/-]{0,3}[0-9]){8,12})(?![0-9])", re.IGNORECASE
)
_CARD = compile_late("(?<![0-9])(?<![0-9][ .-])(?P<datum>[3-6][0-9]{3}(?:[ .-]?[0-9]{4}){3})(?![0-9]|[ .-][0-9])")
_CARD_BEFORE = compile_late("บัตร ?(?:เครดิต|เดบิต|เอทีเอ็ม|atm)|credit|debit|visa|master ?card", re.IGNORECASE)
_LEDGER = compile_late(
    any_of(
        "รหัสบัญชี|แยกประเภท|ผังบัญชี|บัญชี(?:รายการ|ทรัพย์|ครุภัณฑ์|วัสดุ|หนังสือ|งบประมาณ|นวัตกรรม)",
        "รหัสโครงการ|เลขที่โครงการ|โทร|โทรสาร",
    )
)
# Papers of a bank that bear a number of their own.
_OTHER_PAPER = compile_late(
    any_of(
        "ค้ำประกัน|หลักประกัน(?!สุขภาพ|สังคม)|แคชเชียร์|เช็ค|ใบนำฝาก|สินเชื่อ|ใบเสร็จ|อ้างอิง|พันธบัตร|ทะเบียนเลขที่|สัญญาเลขที่|เลขที่สัญญา|ดราฟต์|ตั๋ว",
        r"(?<![a-z])(?:ref|biller|l/?g|isbn)(?![a-z])",
    ),
    re.IGNORECASE,
)
_ACCOUNT_NAMED = compile_late(rf"{_ACCOUNT_WORD}|บัญชี|โอน(?:เงิน)?(?:ไป|คืน|ให้)|เข้า", re.IGNORECASE)
_OFFICE_HOLDER = compile_late(
    '(?:ชื่อบัญชี|ของ|บัญชี(?:เงินฝาก(?:ธนาคาร)?)?(?:ของ)?)[ :“"]{0,3}'
    + any_of(
        "เทศบาล|อบต|อบจ|องค์การ|กองทุน|สำนัก|กรม|จังหวัด|อำเภอ|กลุ่ม|โรงเรียน|วัด|มูลนิธิ|ศูนย์|หน่วยงาน|สมาคม|สหกรณ์",
        "บริษัท|หจก|ห้าง|ร้าน",
    )
)


def find_bank_accounts(text: str) -> Iterator[Span]:
    """Yield the start and end of each number that money of a person goes to."""
    for pattern in (_NEAR, _BEFORE_BANK, _NAMED, _PASSBOOK, _PROMPTPAY, _CARD):
        for match in pattern.finditer(text):
            if _is_account(text, pattern, match) and not _is_office(text, match):
                yield match.span("datum")


def _is_account(text: str, pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    """Tell a number of a bank from a ledger's code, and a card from any sixteen digits."""
    start = match.start("datum")
    if pattern in {_NEAR, _BEFORE_BANK}:
        if _YEARS.match(match["datum"]):
            return False
        return not (_LEDGER.search(text[max(match.start() - 14, 0) : start]) or _is_other_paper(text, start))
    if pattern is _NAMED:  # บัญชี 1234567890 alone may be a list
        around = text[max(match.start() - 40, 0) : match.end() + 40]
        return bool(find_persons(around)) and not _LEDGER.search(around)
    if pattern is _CARD:
        return _passes_luhn(keep_digits(match[0])) and _CARD_BEFORE.search(text[max(start - 60, 0) : start]) is not None
    return True


def _is_other_paper(text: str, start: int) -> bool:
    """Tell whether the nearest word before a number is that of a guarantee or a cheque, not of an account."""
    before = text[max(start - 60, 0) : start]
    paper = max((found.end() for found in _OTHER_PAPER.finditer(before)), default=-1)
    return paper >= 0 and _ACCOUNT_NAMED.search(before, paper) is None


def _is_office(text: str, match: re.Match[str]) -> bool:
    around = text[max(match.start() - 80, 0) : match.end() + 50]
    return _OFFICE_HOLDER.search(around) is not None and not find_persons(around)


def _passes_luhn(digits: str) -> bool:
    doubled = [sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2]]
    return (sum(doubled) + sum(map(int, digits[-1::-2]))) % 10 == 0


DETECTORS = (Detector("bank-account", "เลขที่บัญชีธนาคาร", find_bank_accounts, Needs.MANY_DIGITS, spell=keep_digits),)
