"""Numbers, money, dates and years out of running text, with the places of their characters."""

from __future__ import annotations

import re
from decimal import Decimal

from prongsai.importing.source import Passage
from prongsai.thai.dates import MONTHS, SHORT_MONTHS, ThaiDateError, format_thai_date, parse_thai_date
from prongsai.thai.digits import to_arabic

DIGIT = "[0-9๐-๙]"
AMOUNT = rf"{DIGIT}{{1,3}}(?:,{DIGIT}{{3}})+(?:\.{DIGIT}{{1,2}}|\.-|\.(?!{DIGIT}))?|{DIGIT}+(?:\.{DIGIT}{{1,2}}|\.-)?"
_AMOUNT = re.compile(AMOUNT)
NO_BUDGET = re.compile(
    r"ไม่\s?(?:ได้\s?)?ใช้\s?งบประมาณ(?:\s?(?:ใน(?:การ)?)?\s?ดำเนิน(?:การ|งาน))?|ไม่มีงบประมาณ|ไม่มีค่าใช้จ่าย|(?<![^\s])[-–](?![^\s.])"
)
_MONTH = "|".join(re.escape(month) for month in (*MONTHS, *SHORT_MONTHS))
DATE = re.compile(
    rf"{DIGIT}{{1,2}}\s*(?:เดือน\s*)?(?:{_MONTH})\s*(?:พ\s?\.?\s?ศ\s?\.?|พุทธศักราช)?\s*{DIGIT}{{4}}|{DIGIT}{{1,2}}/{DIGIT}{{1,2}}/{DIGIT}{{4}}"
)
YEARS = re.compile(
    rf"(?P<first>2[56]{DIGIT}{{2}}|๒[๕๖]{DIGIT}{{2}})\s*[-–—]\s*(?:พ\.?\s?ศ\.?\s?)?(?P<last>2[56]{DIGIT}{{2}}|๒[๕๖]{DIGIT}{{2}})"
)
YEAR = re.compile(rf"(?<!{DIGIT})(?:2[56]|๒[๕๖]){DIGIT}{{2}}(?!{DIGIT})")


def find_amount(passage: Passage) -> Passage | None:
    """Return the first amount of money or count in a passage."""
    match = _AMOUNT.search(passage.text)
    return passage.cut(*match.span()) if match else None


def find_amounts(passage: Passage) -> list[Passage]:
    """Return every amount in a passage, and every statement that no budget is used, in order."""
    matches = re.finditer(rf"{NO_BUDGET.pattern}|{AMOUNT}", passage.text)
    return [passage.cut(*match.span()) for match in matches]


def read_number(text: str) -> str:
    """Return a number or amount as plain digits: ๒๐๐,๐๐๐.- is 200000; a statement of no budget as the standard words."""
    if NO_BUDGET.fullmatch(text.strip()):
        return "ไม่ใช้งบประมาณ"
    arabic = to_arabic(text).replace(",", "").replace(" ", "").removesuffix(".-").rstrip(".")
    if not re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", arabic):
        return ""
    number = Decimal(arabic)
    return (
        str(int(number)) if number == number.to_integral_value() and not re.search(r"\.[0-9]*[1-9]", arabic) else arabic
    )


def find_date(passage: Passage) -> tuple[Passage, str] | None:
    """Return the first date in a passage, and how records write it; None where there is none that exists."""
    for match in DATE.finditer(passage.text):
        text = re.sub(r"พุทธศักราช|พ\s?\.?\s?ศ\s?\.?", "พ.ศ.", to_arabic(match[0]))
        try:
            return passage.cut(*match.span()), format_thai_date(parse_thai_date(text))
        except ThaiDateError:
            continue
    return None
