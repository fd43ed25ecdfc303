"""Amounts of money, and whole numbers, in Thai words."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

_DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
_SMALL = {word: digit for digit, word in enumerate(_DIGITS) if word} | {"เอ็ด": 1, "ยี่": 2, "ศูนย์": 0}
_POWERS = {word: 10**place for place, word in enumerate(_PLACES) if word}
_MILLION = "ล้าน"
NUMBER_WORD = "(?:" + "|".join((*_SMALL, *_POWERS, _MILLION)) + ")"
_WORD = re.compile(NUMBER_WORD)
_MAX_WORDS = 200  # characters; a number that anybody writes is far shorter


def format_number_words(number: int) -> str:
    """Return a whole number in Thai words; 0 is ศูนย์. Above a million, ล้าน repeats."""
    if number < 0:
        return "ลบ" + format_number_words(-number)
    if number == 0:
        return "ศูนย์"
    millions, rest = divmod(number, 1_000_000)
    head = format_number_words(millions) + "ล้าน" if millions else ""
    return head + _format_below_million(rest, follows=bool(millions))


def _format_below_million(number: int, *, follows: bool) -> str:
    words: list[str] = []
    digits = str(number)
    for index, character in enumerate(digits):
        digit, place = int(character), len(digits) - 1 - index
        if not digit:
            continue
        if place == 1 and digit == 1:
            words.append("สิบ")
        elif place == 1 and digit == 2:
            words.append("ยี่สิบ")
        elif place == 0 and digit == 1 and (words or follows):
            words.append("เอ็ด")
        else:
            words.append(_DIGITS[digit] + _PLACES[place])
    return "".join(words)


def format_baht_words(amount: Decimal) -> str:
    """Return an amount of baht in words: 180000 → หนึ่งแสนแปดหมื่นบาทถ้วน, 0.25 → ยี่สิบห้าสตางค์.

    Args:
        amount: Baht, 0 or more; satang are rounded half up.
    """
    total = int((amount * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    baht, satang = divmod(total, 100)
    if not satang:
        return format_number_words(baht) + "บาทถ้วน"
    head = format_number_words(baht) + "บาท" if baht else ""
    return head + format_number_words(satang) + "สตางค์"


def parse_number_words(text: str) -> int | None:
    """Return the whole number that Thai words without spaces spell, None where they spell none: สิบหก → 16.

    The 1 at the end may be หนึ่ง or เอ็ด; any other spelling is not accepted.
    """
    if len(text) > _MAX_WORDS:
        return None
    total = part = digit = 0
    for word in _WORD.findall(text):
        if word in _SMALL:
            digit = _SMALL[word]
        elif word in _POWERS:
            part += (digit or 1) * _POWERS[word]
            digit = 0
        else:
            total = (total + part + digit) * 1_000_000
            part = digit = 0
    number = total + part + digit
    return number if _loosen(format_number_words(number)) == _loosen(text) else None


def parse_baht_words(text: str) -> Decimal | None:
    """Return the amount that Thai words without spaces spell, None where they spell none: สองแสนบาทถ้วน → 200000."""
    baht, separator, rest = text.removesuffix("ถ้วน").partition("บาท")
    number = parse_number_words(baht)
    satang = parse_number_words(rest.removesuffix("สตางค์")) if rest else 0
    if not separator or number is None or satang is None or satang > 99 or (rest and not rest.endswith("สตางค์")):
        return None
    return Decimal(number) + Decimal(satang) / 100


def _loosen(words: str) -> str:
    return words.replace("เอ็ด", "หนึ่ง")
