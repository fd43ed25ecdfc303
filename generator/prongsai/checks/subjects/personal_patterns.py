"""What personal data look like in a text: one pattern a kind, and how a find is shown without giving it away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from prongsai.checks.subjects.complainant_names import find_complainants, mask_name
from prongsai.thai.citizen_number import find_citizen_numbers
from prongsai.thai.dates import MONTHS, SHORT_MONTHS
from prongsai.thai.digits import THAI_DIGITS


class PersonalDatum(NamedTuple):
    """One find.

    Attributes:
        kind: What sort of datum it is, as ``ignore`` names it.
        value: The datum as it is compared, in one spelling.
        masked: The datum as a message may show it.
    """

    kind: str
    value: str
    masked: str


# Nearly no text passes this; only those that do are cleaned and searched.
_WORTH_A_LOOK = re.compile(
    rf"[0-9{THAI_DIGITS}](?:[^0-9{THAI_DIGITS}ก-ฮa-zA-Z]{{0,6}}[0-9{THAI_DIGITS}]){{7}}"
    r"|@|[Ll][Ii][Nn][Ee]|(?<!ออน)ไลน์|บ้านเลขที่|เกิด|ผู้ร้อง|ร้องเรียน|ร้องทุกข์"
)
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_CLEAN = str.maketrans(
    {digit: str(value) for value, digit in enumerate(THAI_DIGITS)}
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-")
    | dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\t\n\r", " ")
    | dict.fromkeys(_UNSEEN, "")
)
_URL = re.compile(r"(?:https?://|www\.)\S+")
_LINE_URL = re.compile(r"line\.me/ti/p/~(?P<datum>[a-z0-9._-]+)", re.IGNORECASE)

_NOT_MONEY = r"(?![0-9]|\.[0-9]{1,2}(?![0-9])|,[0-9]{3}(?![0-9-])|\s?\.-|\s*(?:ล้าน)?บาท)"
_ACCOUNT = re.compile(
    r"(?:เลขที่\s*บัญชี|บัญชี\s*เลขที่|เลขบัญชี|หมายเลขบัญชี|บัญชี(?:ธนาคาร|เงินฝาก|ออมทรัพย์|กระแสรายวัน)|account\s+(?:no|number))"
    rf"[^0-9]{{0,60}}(?P<datum>[0-9](?:[ -]?[0-9]){{8,14}}){_NOT_MONEY}",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![0-9])(?<![0-9][-.])(?P<datum>"
    r"(?:(?:\+ ?66|0066)[ -]?(?:\(0\)|0)?[ -]?|\(?0-?)[689](?:[ -]{0,3}\)?[ -]?[0-9]){8}"
    r"|0[689][0-9]\.[0-9]{3}\.?[0-9]{4})"
    rf"(?!/[0-9]{{4}}(?![0-9])){_NOT_MONEY}"
)
_SPACED_PHONE = re.compile(
    rf"(?<![0-9])(?<![0-9] )(?P<datum>0 [689][0-9]{{2,3}}[ -][0-9]{{3,4}}[ -]?[0-9]{{1,4}}){_NOT_MONEY}"
)
_EMAIL = re.compile(
    r"(?P<datum>[a-z0-9][a-z0-9._+-]{0,64} ?@ ?(?:gmail|googlemail|hotmail|yahoo|ymail|outlook|icloud|live|msn)\.[a-z]{2,3}(?:\.[a-z]{2})?)(?![a-z])",
    re.IGNORECASE,
)
_NO_LINE_ID = r"(?!facebook|http|www|web|youtube|tiktok|official|open|group|oa\b|notify|e-?mail|card)"
_LINE = re.compile(
    r"(?:(?<!ออน)ไลน์\s*ไอดี|ไอดี\s*(?:ไลน์|line)|(?<![a-z-])(?:line\s*[-_.]?\s*id|id\s*line)(?![a-z])|(?<![a-z0-9._-])@line(?![a-z]))\s*[:=.]?\s*(?:คือ\s*)?"
    rf"(?P<datum>{_NO_LINE_ID}@?[a-z0-9][a-z0-9._-]{{2,40}})"
    r"|(?:(?<!ออน)ไลน์|(?<![a-z-])(?<!hot )line)\s*(?:[:=]\s*"
    rf"(?P<named>{_NO_LINE_ID}(?=[0-9._-]*[a-z])[a-z0-9][a-z0-9._-]{{2,40}}(?!\S*@))|[:=]?\s*(?P<at>@[a-z0-9][a-z0-9._-]{{2,40}}))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"บ้านเลขที่\s*[:.]?\s*(?P<datum>[0-9]+(?:/[0-9]+)?(?:\s*(?:หมู่ที่|หมู่|ม\.)\s*[0-9]+)?)"
    r"(?![0-9]|\s*(?:-|ถึง)\s*[0-9]|\s*(?:หลัง|แห่ง|ครัวเรือน|ราย))"
)
_MONTH = "|".join(re.escape(month) for month in (*MONTHS, *SHORT_MONTHS))
_BIRTH = re.compile(
    r"(?:(?<!เหตุ)(?<!ซึ่ง)(?<!ที่)(?<!ภัย)(?<!ไฟ)(?<!เสียหาย)(?<!ปัญหา)(?<!ทุจริต)(?<!การ)(?<!ได้)เกิด(?:วันที่|เมื่อวันที่|เมื่อ)|วันเกิด|ปี\s*เกิด)"
    r"\s*[:=]?\s*(?:คือ\s*)?(?:วัน(?:ที่|[ก-๎]+\s*ที่)?\s*)?"
    rf"(?P<datum>[0-9]{{1,2}}\s*(?:เดือน\s*)?(?:{_MONTH})\s*(?:พ\.\s?ศ\.\s*)?[0-9]{{2,4}}"
    r"|[0-9]{1,2}([-/.])[0-9]{1,2}\2[0-9]{2,4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?![0-9])"
)


def find_personal_data(text: str) -> Iterator[PersonalDatum]:
    """Yield the personal data in a text, kind by kind; what one kind has claimed is not offered to the next."""
    if not _WORTH_A_LOOK.search(text):
        return
    cleaned = text.translate(_CLEAN)
    for match in _LINE_URL.finditer(cleaned):
        yield PersonalDatum("line", match["datum"].lower(), mask(match["datum"]))
    cleaned = _URL.sub(" | ", cleaned)  # numbers in an address are no data of a person
    for kind, needed, find in _FINDERS:
        if not needed.search(cleaned):
            continue
        spans = list(find(cleaned))
        for start, end in spans:
            datum = cleaned[start:end]
            yield PersonalDatum(kind, make_value(kind, datum), _MASKS.get(kind, mask)(datum))
        for start, end in spans:
            cleaned = cleaned[:start] + "|" * (end - start) + cleaned[end:]


def make_value(kind: str, datum: str) -> str:
    """Return a datum in the spelling in which two of its kind are compared."""
    if kind in {"citizen-id", "bank-account", "phone"}:
        digits = re.sub("[^0-9]", "", datum)
        return re.sub("^(?:00)?660?(?=[689][0-9]{8}$)", "0", digits) if kind == "phone" else digits
    value = re.sub(r"\s", "", datum).lower()
    return re.sub(r"หมู่ที่|ม\.", "หมู่", value) if kind == "address" else value.removeprefix("@")


def clean_contact(text: str) -> str:
    """Return a text of the LAO's contacts as data are compared with it."""
    return make_value("address", text.translate(_CLEAN))


def mask(datum: str) -> str:
    """Return a datum with the middle of its letters and digits hidden: 09x-xxx-xx12."""
    places = [index for index, character in enumerate(datum) if character.isalnum()]
    kept = 2 if len(places) >= 8 else 1 if len(places) >= 5 else 0
    hidden = set(places[kept : len(places) - kept])
    return "".join("x" if index in hidden else character for index, character in enumerate(datum))


def _mask_email(datum: str) -> str:
    local, _, domain = datum.partition("@")
    return f"{local[0]}xxx@{domain.strip()}"


def _mask_digits(datum: str) -> str:
    return re.sub("[0-9]", "x", datum)


def _find_with(*patterns: re.Pattern[str]) -> Callable[[str], Iterator[tuple[int, int]]]:
    def find(text: str) -> Iterator[tuple[int, int]]:
        for pattern in patterns:
            for match in pattern.finditer(text):
                name = next(name for name in pattern.groupindex if match[name] is not None)
                yield match.span(name)

    return find


def _find_phones(text: str) -> Iterator[tuple[int, int]]:
    for start, end in _find_with(_PHONE, _SPACED_PHONE)(text):
        groups = re.findall("[0-9]+", text[start:end])
        sizes = [len(group) for group in groups]
        is_date = sizes[:2] in ([1, 2], [2, 1], [2, 2]) and set(sizes) != {2}  # 06-10-2566 08
        are_years = len(groups) > 1 and all(
            re.fullmatch("2[45][0-9]{2}", group) for group in groups[1:]
        )  # 06 2566 2567
        if text[start] in "+(" or (sum(sizes) >= 10 and not is_date and not are_years):
            yield start, end


# What a text needs for a kind to be looked for at all: the patterns themselves are slow to fail.
_MANY_DIGITS = re.compile("[0-9](?:[ ().-]{0,4}[0-9]){8}")
_FINDERS: tuple[tuple[str, re.Pattern[str], Callable[[str], Iterator[tuple[int, int]]]], ...] = (
    ("bank-account", _MANY_DIGITS, _find_with(_ACCOUNT)),
    ("citizen-id", _MANY_DIGITS, find_citizen_numbers),
    ("phone", _MANY_DIGITS, _find_phones),
    ("email", re.compile("@"), _find_with(_EMAIL)),
    ("line", re.compile("[Ll][Ii][Nn][Ee]|(?<!ออน)ไลน์"), _find_with(_LINE)),
    ("address", re.compile("บ้านเลขที่"), _find_with(_ADDRESS)),
    ("birth-date", re.compile("เกิด[^0-9]{0,40}[0-9]"), _find_with(_BIRTH)),
    ("complainant", re.compile("ร้อง"), find_complainants),
)
_MASKS = {"email": _mask_email, "birth-date": _mask_digits, "complainant": mask_name, "address": _mask_digits}
