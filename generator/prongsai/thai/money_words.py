"""Amounts of money in Thai words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")


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
