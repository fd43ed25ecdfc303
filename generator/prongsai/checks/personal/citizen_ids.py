"""Citizen numbers (เลขประจำตัวประชาชน) however they are typed.

Thirteen digits whose last one checks out count wherever they stand, in one run, in any groups of spaces and hyphens, or
in the groups of the card with any mark between them (3:5701:00112:21:8). After the words for the number, and with the card's four hyphens, they
count without that: a slip of one digit hides nobody. Numbers that begin with 0 belong to companies and offices (the same
thirteen digits, the same check digit), save those of persons without a civil status, which stand with the card's words.

Source: the numbering under the Civil Registration Act (first digit 1 to 8, 0 for persons without status); the juristic
numbers of the Department of Business Development (first digit 0); ISBN (first digit 9).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.checks.personal.detector import Detector, Needs, Span, any_of, keep_digits
from prongsai.thai.citizen_number import LENGTH, is_citizen_number
from prongsai.thai.patterns import compile_late

_CARD_GROUPS = [1, 4, 5, 2, 1]  # as printed on the card: 1-2345-67890-12-1
_RUN = compile_late("[0-9](?:[ ._/-]{0,3}[0-9]){12,}")
# The card's groups with any mark between them, and digit by digit as a form's boxes give them.
_MARK = "[^0-9A-Za-zก-๎;]{1,3}"
_MARKED = compile_late(
    f"(?<![0-9])(?:[0-9]{_MARK}[0-9]{{4}}{_MARK}[0-9]{{5}}{_MARK}[0-9]{{2}}{_MARK}[0-9]|[0-9](?:, ?[0-9]){{12}})(?![0-9])"
)
_GROUP = compile_late("[0-9]+")
_YEAR = compile_late("2[45][0-9]{2}")
_MONEY_AFTER = compile_late(r"\.[0-9]{1,2}(?![0-9])|,[0-9]{3}(?![0-9])| ?\.-| *(?:ล้าน)?บาท")
_WORDS_BEFORE = compile_late(
    any_of(
        r"(?:เลข|รหัส|หมายเลข)[ก-๎ ]{0,3}(?:ประจำตัว|บัตร|ประชาชน|ปชช|ปปช|(?:13|สิบสาม) ?หลัก)",
        r"บัตร(?:ประจำตัว)?(?:ประชาชน| ?ปชช)|ถือบัตร|บัตรชมพู|ประจำตัวประชาชน",
        "citizen|national id|id ?card|card no",
    )
    + "[^0-9|]{0,40}$",
    re.IGNORECASE,
)
_CODE_BEFORE = compile_late(
    any_of(
        "รหัส(?!ประจำตัว|บัตร|ประชาชน)|เลขที่(?:โครงการ|สัญญา|ฎีกา|ใบสั่ง|หนังสือ|เอกสาร|อ้างอิง|คุม)|นิติบุคคล",
        "ผู้เสียภาษีของ(?:เทศบาล|อบต|องค์การ|หน่วยงาน|บริษัท|ห้าง)",
        "isbn|barcode|บาร์โค้ด",
    )
    + "[^0-9|]{0,20}$",
    re.IGNORECASE,
)
_JURISTIC_BEFORE = compile_late("ผู้เสียภาษี|นิติบุคคล|พาณิชย์")
_EXAMPLE = compile_late(r"1234567890123|([0-9])\1{12}")


def find_citizen_ids(text: str) -> Iterator[Span]:
    """Yield the start and end of each citizen number; amounts, years side by side and codes do not count."""
    for run in _RUN.finditer(text):
        groups = [(run.start() + group.start(), run.start() + group.end()) for group in _GROUP.finditer(run[0])]
        for first, last in _list_spans(groups):
            start, end = groups[first][0], groups[last][1]
            parts = [text[slice(*group)] for group in groups[first : last + 1]]
            if _is_person(text, start, end, parts):
                yield start, end
    for match in _MARKED.finditer(text):
        is_named = _WORDS_BEFORE.search(text[max(match.start() - 60, 0) : match.start()]) is not None
        is_real = is_named or is_citizen_number(keep_digits(match[0]))
        if is_real and match[0][0] not in "09" and not _RUN.fullmatch(match[0]):
            yield match.span()


def _list_spans(groups: list[Span]) -> Iterator[Span]:
    """Yield first and last index of the groups that may make up a number."""
    sizes = [end - start for start, end in groups]
    if sum(sizes) == LENGTH:
        yield 0, len(groups) - 1
        return
    for index, size in enumerate(sizes):
        if size == LENGTH:
            yield index, index
        elif sizes[index : index + len(_CARD_GROUPS)] == _CARD_GROUPS:
            yield index, index + len(_CARD_GROUPS) - 1


def _is_person(text: str, start: int, end: int, parts: list[str]) -> bool:
    digits = "".join(parts)
    before = text[max(start - 60, 0) : start]
    if _EXAMPLE.fullmatch(digits) or _MONEY_AFTER.match(text, end) or _CODE_BEFORE.search(before):
        return False
    if _WORDS_BEFORE.search(before) and not (digits[0] == "0" and _JURISTIC_BEFORE.search(before)):
        return True
    if digits[0] in "09" or sum(_YEAR.fullmatch(part) is not None for part in parts) > 1:  # 2566 - 2570 12345
        return False
    is_grouped = [len(part) for part in parts] == _CARD_GROUPS
    if is_grouped and text[start:end].count("-") == 4:
        return True
    return is_citizen_number(digits) and (is_grouped or not re.search("[._/]", text[start:end]))


DETECTORS = (Detector("citizen-id", "เลขประจำตัวประชาชน", find_citizen_ids, Needs.MANY_DIGITS, spell=keep_digits),)
