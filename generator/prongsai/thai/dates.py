"""Thai dates: Buddhist Era years, Thai month names, fiscal years."""

from __future__ import annotations

import datetime as dt
import re

from prongsai.thai.digits import has_mixed_digits, to_arabic

BE_OFFSET = 543
MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
SHORT_MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
_MONTH_NUMBERS = {name: number for names in (MONTHS, SHORT_MONTHS) for number, name in enumerate(names, 1)}

_WORDS = re.compile(
    r"(?:วัน\S+\s+)?(?:ที่|วันที่)?\s*(?P<day>[0-9]{1,2})\s*(?:เดือน)?\s*(?P<month>[฀-๛.]+?)\s*(?:พ\.\s?ศ\.|พศ\.?)?\s*(?P<year>[0-9]{4})"
)
_NUMBERS = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_SLASHES = re.compile(r"(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4})")
# A year of two digits could be of either era: 66 is 2566, and also 1966.
_SHORT_YEAR = re.compile(
    r"(?:วัน\S+\s+)?(?:ที่|วันที่)?\s*[0-9]{1,2}(?:\s*(?:เดือน)?\s*[฀-๛.]+?\s*(?:พ\.\s?ศ\.|พศ\.?)?\s*|[/.-][0-9]{1,2}[/.-])'?(?P<year>[0-9]{2})"
)
# Years from here on are Buddhist Era; below, Common Era. Nothing published on the web predates 1900 or follows 2400 C.E.
_FIRST_BE_YEAR = 2400


class ThaiDateError(ValueError):
    """Raised when a text is not a date that exists; the message is Thai."""


def parse_thai_date(text: str) -> dt.date:
    """Read a date as Thai offices write it.

    Accepts ``19 ตุลาคม 2566``, ``๑๙ ต.ค. ๒๕๖๖``, ``5 เดือนสิงหาคม พ.ศ. 2565``, ``19/10/2566``, ``2566-10-19`` and
    ``2023-10-19``. A year of 2400 and above is Buddhist Era, below is Common Era.

    Raises:
        ThaiDateError: The text is no such date, or the day does not exist.
    """
    stripped = " ".join(text.split())
    if has_mixed_digits(stripped):
        raise ThaiDateError("มีเลขไทยปนกับเลขอารบิกในจำนวนเดียวกัน")
    arabic = to_arabic(stripped)
    match = _NUMBERS.fullmatch(arabic) or _SLASHES.fullmatch(arabic) or _WORDS.fullmatch(arabic)
    if not match:
        short = _SHORT_YEAR.fullmatch(arabic)
        raise ThaiDateError(
            f"ปีต้องเขียนสี่หลัก แต่พบ {short['year']} (หากหมายถึง พ.ศ. 25{short['year']} ให้เขียน 25{short['year']})"
            if short
            else "อ่านเป็นวันที่ไม่ได้"
        )
    month_text = match["month"]
    month = int(month_text) if month_text.isdigit() else _MONTH_NUMBERS.get(month_text, 0)
    if not month:
        raise ThaiDateError(f"ไม่รู้จักเดือน “{month_text}”")
    year = int(match["year"])
    if year >= _FIRST_BE_YEAR:
        year -= BE_OFFSET
    try:
        return dt.date(year, month, int(match["day"]))
    except ValueError:
        raise ThaiDateError("ไม่มีวันนี้ในปฏิทิน") from None


def format_thai_date(date: dt.date) -> str:
    """Return the date in full, as in an announcement: 19 ตุลาคม 2566."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year + BE_OFFSET}"


def format_formal_date(date: dt.date) -> str:
    """Return the date with its era, as at the foot of an announcement: 19 ตุลาคม พ.ศ. 2566."""
    return f"{date.day} {MONTHS[date.month - 1]} พ.ศ. {date.year + BE_OFFSET}"


def compute_fiscal_year(date: dt.date) -> int:
    """Return the Thai fiscal year (B.E.) of a date: FY 2566 is 1 Oct 2565 to 30 Sep 2566."""
    return date.year + BE_OFFSET + (1 if date.month >= 10 else 0)
