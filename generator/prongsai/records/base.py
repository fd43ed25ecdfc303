"""What all records share: strict keys and one converter per kind of field.

YAML reaches the records as text, lists and mappings only; every converter here turns text into a value and
raises a ``PydanticCustomError`` with a Thai message and, in its context, the Thai ``fix``. There are no union
types: they double the errors and put tags into the error's path.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Self, TypeVar
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from prongsai.thai.dates import ThaiDateError, parse_thai_date
from prongsai.thai.digits import has_mixed_digits, to_arabic
from prongsai.thai.text import normalise

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
# At most 15 digits: more is a slip of the keyboard, and more than Decimal's 28 cannot be computed with.
_NUMBER = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]+)?")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
PERIOD = re.compile(r"2[56][0-9]{2}-2[56][0-9]{2}")
_ROUND_ID = re.compile(r"2[56][0-9]{2}-(06|12)")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NOT_IN_URL = frozenset(" <>\"'`\\^{|}")  # beside the invisible, which would show another address
_PORT = re.compile(r"https?://[^\s/?#\[\]@:]+:([^\s/?#\]:@]{1,20})(?=[/?#]|$)")
YEAR_MIN, YEAR_MAX = 2500, 2699
MAX_TEXT, MAX_LINE, MAX_SLUG = 20_000, 1_000, 60
MAX_NAME_BYTES, MAX_PATH_BYTES = 240, 1_000  # file systems take 255; a copy's name is longer by a few
MAX_URL = 2_048  # what browsers and servers agree on
INDEX = "index"
# Names of devices, which Windows takes for no file or folder, whatever stands behind their dot.
DEVICES = frozenset(
    {"aux", "con", "nul", "prn", *(f"{name}{number}" for name in ("com", "lpt") for number in range(10))}
)
_ANSWERS = {"yes": True, "true": True, "ใช่": True, "บรรจุ": True}
_ANSWERS |= {"no": False, "false": False, "ไม่ใช่": False, "ไม่": False, "ไม่บรรจุ": False}


def data_error(kind: str, message: str, fix: str) -> PydanticCustomError:
    """Return the error that a converter raises; the braces of pydantic's templates are kept out of user text."""
    return PydanticCustomError(kind, "{message}", {"message": message, "fix": fix})


class LabelledEnum(StrEnum):
    """A choice written in YAML as its code word or as its Thai label."""

    label: str
    aliases: tuple[str, ...]

    def __new__(cls, code: str, label: str, *aliases: str) -> Self:
        """Keep the Thai label and other accepted spellings beside the code word."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.aliases = aliases
        return member


Choice = TypeVar("Choice", bound=LabelledEnum)


def choice_converter(choices: type[Choice]) -> Any:
    """Return the annotation that reads one of the choices by code word, label or alias."""
    names = {name: member for member in choices for name in (member.label, member.value, *member.aliases)}

    def convert(value: object) -> Choice:
        if isinstance(value, choices):
            return value
        text = normalise(_require_text(value)).strip()
        if text not in names:
            raise PydanticCustomError(
                "choice",
                "{message}",
                {
                    "message": f"ไม่รู้จักค่า “{text}”",
                    "fix": "เลือกค่าหนึ่งจาก: " + ", ".join(member.label for member in choices),
                    "given": text,
                    "expected": {name: member.label for name, member in names.items()},
                },
            )
        return names[text]

    schema = {
        "type": "string",
        "enum": sorted(names, key=[member.label for member in choices].__contains__, reverse=True),
    }
    return Annotated[choices, PlainValidator(convert), WithJsonSchema(schema)]


def _require_text(value: object) -> str:
    if not isinstance(value, str):
        raise data_error("text", f"ต้องเป็นข้อความ แต่พบ{_describe(value)}", _explain_text_fix(value))
    return value


def _explain_text_fix(value: object) -> str:
    if isinstance(value, list | tuple):
        return "เขียนเป็นข้อความเดียว ไม่มี - นำหน้า"
    if isinstance(value, dict):
        return 'เขียนเป็นข้อความเดียว หากข้อความมี “: ” หรือขึ้นต้นด้วย { ให้ครอบทั้งข้อความด้วยเครื่องหมายคำพูด "…"'
    return "เขียนค่าเป็นข้อความบรรทัดเดียวหรือหลายบรรทัด"


def _describe(value: object) -> str:
    if isinstance(value, list | tuple):
        return "รายการ (ขีด -)"
    if isinstance(value, dict):
        return "ชุดข้อมูล (คีย์: ค่า)"
    return "ค่าชนิดอื่น"


def _convert_text(value: object) -> str:
    text = normalise(_require_text(value)).strip()
    if not text:
        raise data_error("empty", "ไม่มีข้อความ", "เติมข้อความ หรือลบคีย์นี้ทิ้งหากยังไม่มีข้อมูล")
    if len(text) > MAX_TEXT:
        raise data_error("too-long", f"ข้อความยาว {len(text):,} ตัวอักษร เกิน {MAX_TEXT:,}", "แบ่งเป็นหลายย่อหน้าหรือหลายข้อ")
    found = _CONTROL.search(text)
    if found:
        raise data_error(
            "control-character",
            f"มีอักขระควบคุมที่มองไม่เห็น U+{ord(found[0]):04X}",
            "ลบอักขระนั้น (มักติดมาจากการคัดลอก) แล้วพิมพ์ใหม่",
        )
    return text


def _convert_line(value: object) -> str:
    text = _convert_text(value)
    if len(text) > MAX_LINE:
        message = f"ข้อความบรรทัดเดียวยาว {len(text):,} ตัวอักษร เกิน {MAX_LINE:,}"
        raise data_error("too-long", message, "เขียนเฉพาะข้อความของช่องนี้ ส่วนรายละเอียดเขียนในช่องอื่น")
    if "\n" in text:
        first = text.partition("\n")[0]
        raise data_error(
            "line-break", f"ข้อความนี้ต้องอยู่ในบรรทัดเดียว แต่ขึ้นบรรทัดใหม่หลัง “{first}”", "เขียนต่อกันในบรรทัดเดียว หรือใช้ >- แทน |"
        )
    return text


def _read_number(value: object, what: str) -> Decimal:
    text = _require_text(value).strip()
    if has_mixed_digits(text):
        raise data_error("mixed-digits", f"“{text}” มีเลขไทยปนกับเลขอารบิก", "เขียนทั้งจำนวนด้วยเลขชุดเดียวกัน")
    arabic = to_arabic(text)
    if not _NUMBER.fullmatch(arabic):
        raise data_error("number", f"“{text}” ไม่ใช่{what}", "เขียนเฉพาะตัวเลข ไม่มีหน่วย เช่น 60 หรือ 1,200 หรือ ๘๗.๕")
    return Decimal(arabic.replace(",", ""))


def _convert_decimal(value: object) -> Decimal:
    return value if isinstance(value, Decimal) else _read_number(value, "จำนวน")


def _convert_count(value: object) -> int:
    if isinstance(value, int):
        return value
    number = _read_number(value, "จำนวนนับ")
    if number != number.to_integral_value():
        raise data_error("count", f"“{value}” ไม่ใช่จำนวนเต็ม", "เขียนเป็นจำนวนเต็ม เช่น 60")
    return int(number)


def _convert_year(value: object) -> int:
    if isinstance(value, int):
        return value
    text = _require_text(value).strip()
    if has_mixed_digits(text):
        raise data_error("mixed-digits", f"“{text}” มีเลขไทยปนกับเลขอารบิก", "เขียนทั้งปีด้วยเลขชุดเดียวกัน เช่น 2566")
    arabic = to_arabic(text).removeprefix("พ.ศ.").strip()
    if not re.fullmatch(r"[0-9]{4}", arabic) or not YEAR_MIN <= int(arabic) <= YEAR_MAX:
        hint = f" (หากหมายถึง ค.ศ. ให้เขียน {int(arabic) + 543})" if re.fullmatch(r"(19|20)[0-9]{2}", arabic) else ""
        raise data_error("year", f"“{text}” ไม่ใช่ปี พ.ศ.{hint}", "เขียนปี พ.ศ. สี่หลัก เช่น 2566")
    return int(arabic)


def _convert_date(value: object) -> dt.date:
    if isinstance(value, dt.date):
        return value
    text = _require_text(value)
    try:
        return parse_thai_date(text)
    except ThaiDateError as error:
        raise data_error("date", f"วันที่ “{text}” ใช้ไม่ได้: {error}", "เขียนวันที่แบบ 19 ตุลาคม 2566 หรือ 2566-10-19") from None


def _convert_yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = _require_text(value).strip()
    if text.lower() not in _ANSWERS:
        raise data_error("yes-no", f"“{text}” ไม่ใช่คำตอบ ใช่/ไม่ใช่", "เขียน ใช่ หรือ ไม่ใช่ (หรือลบคีย์หากไม่ทราบ)")
    return _ANSWERS[text.lower()]


def _convert_period(value: object) -> str:
    text = to_arabic(_require_text(value).strip().replace("–", "-").replace(" ", ""))
    if not PERIOD.fullmatch(text):
        raise data_error("period", f"“{value}” ไม่ใช่ช่วงปีของแผน", "เขียนปีแรกและปีสุดท้ายของแผน เช่น 2566-2570")
    return text


def _convert_round_id(value: object) -> str:
    text = to_arabic(_require_text(value).strip().replace("–", "-").replace(" ", ""))
    if not _ROUND_ID.fullmatch(text):
        raise data_error("round", f"“{value}” ไม่ใช่รอบของรายงาน", "เขียนปีงบประมาณและรอบ 06 หรือ 12 เช่น 2566-12")
    return text


def _convert_slug(value: object) -> str:
    text = _require_text(value).strip()
    if not _SLUG.fullmatch(text):
        name = text.rpartition("/")[2].removesuffix(".yml")
        if name != text and _SLUG.fullmatch(name):
            message = f"รหัส “{text}” มีชื่อโฟลเดอร์หรือ .yml อยู่ด้วย"
            raise data_error("slug", message, f"เขียนเพียง {name}")
        raise data_error(
            "slug",
            f"รหัส “{text}” ใช้เป็นที่อยู่หน้าเว็บไม่ได้",
            "ใช้ตัวอังกฤษพิมพ์เล็ก ตัวเลข และขีดกลางเท่านั้น เช่น p01 หรือ adopt-2565",
        )
    if len(text) > MAX_SLUG:
        raise data_error("slug", f"รหัสยาว {len(text)} ตัวอักษร เกิน {MAX_SLUG}", "ตั้งรหัสให้สั้นลง เช่น p01 หรือ adopt-2565")
    if text == INDEX:
        raise data_error("slug", f"รหัส “{text}” เป็นชื่อของหน้ารายการ", "ตั้งรหัสอื่น เช่น p01 หรือ adopt-2565")
    if text in DEVICES:
        raise data_error("slug", f"Windows ใช้ “{text}” เป็นชื่อไฟล์หรือโฟลเดอร์ไม่ได้", "ตั้งรหัสอื่น เช่น p01 หรือ adopt-2565")
    return text


def _convert_url(value: object) -> str:
    text = _require_text(value).strip()
    if len(text) > MAX_URL:
        raise data_error(
            "url", f"ที่อยู่เว็บยาว {len(text):,} ตัวอักษร เกิน {MAX_URL:,}", "คัดลอกที่อยู่จากช่องที่อยู่ของเบราว์เซอร์มาวางใหม่"
        )
    port = _PORT.match(text)
    if port and not 0 < int(port[1] if re.fullmatch("[0-9]{1,6}", port[1]) else 0) < 65_536:
        raise data_error("url", f"ที่อยู่เว็บมีพอร์ต “:{port[1]}” ซึ่งไม่มีจริง", f"ลบ :{port[1]} หลังชื่อเว็บไซต์")
    try:
        parts = urlsplit(text)
        valid = text.startswith(("https://", "http://")) and bool(parts.hostname) and "@" not in parts.netloc
        valid = valid and (parts.port is None or parts.port > 0)
    except ValueError:
        valid = False
    if not valid:
        raise data_error("url", f"“{text}” ไม่ใช่ที่อยู่เว็บที่รับได้", "เขียนที่อยู่เต็มที่ขึ้นต้นด้วย https:// หรือ http://")
    if wrong := next((sign for sign in text if sign in _NOT_IN_URL or not sign.isprintable()), ""):
        told = f"“{wrong}”" if wrong.isprintable() and wrong != " " else f"U+{ord(wrong):04X}"
        raise data_error("url", f"ที่อยู่ “{text}” มีอักขระที่ใช้ในที่อยู่ไม่ได้ ({told})", "คัดลอกที่อยู่จากเบราว์เซอร์มาวางใหม่")
    return text


def _convert_facebook(value: object) -> str:
    """A page is known by its name or its address; an address without https:// is an address."""
    text = _convert_line(value)
    if re.match(r"(?:[a-z]+\.)?facebook\.com/", text, re.IGNORECASE):
        text = f"https://{text}"
    return _convert_url(text) if "://" in text or text.startswith(("http:", "https:")) else text


def _convert_colour(value: object) -> str:
    text = _require_text(value).strip()
    if not _COLOUR.fullmatch(text):
        raise data_error("colour", f"“{text}” ไม่ใช่รหัสสี", 'เขียนรหัสสีหกหลักในเครื่องหมายคำพูด เช่น "#1a5fb4"')
    return text.lower()


def _convert_path(value: object) -> str:
    text = _require_text(value).strip()
    parts = text.split("/")
    # MkDocs leaves out names that begin with a dot.
    inside = parts[0] == "files" and len(parts) > 1 and not any(not part or part.startswith(".") for part in parts)
    if not inside or re.search(r"[\\\t\n]", text) or _CONTROL.search(text):
        raise data_error(
            "path",
            f"ที่อยู่ไฟล์ “{text}” ใช้ไม่ได้",
            "วางไฟล์ในโฟลเดอร์ files/ ของหน่วยงาน แล้วเขียน เช่น files/ประกาศ.pdf",
        )
    longest = max(len(part.encode()) for part in parts)
    if longest > MAX_NAME_BYTES or len(text.encode()) > MAX_PATH_BYTES:
        message = f"ชื่อไฟล์หรือโฟลเดอร์ยาว {longest} ไบต์ เกิน {MAX_NAME_BYTES} (อักษรไทย {MAX_NAME_BYTES // 3} ตัว)"
        if longest <= MAX_NAME_BYTES:
            message = f"ที่อยู่ไฟล์ยาว {len(text.encode()):,} ไบต์ เกิน {MAX_PATH_BYTES:,}"
        raise data_error("path", message, "เปลี่ยนชื่อให้สั้นลง ทั้งที่ไฟล์และที่นี่")
    return text


def one_or_many(value: object) -> object:
    """Accept one text where a list of texts is expected."""
    if isinstance(value, str) and re.match(r"\s*-[^\s-]", value):
        raise data_error("text", "ขาดเว้นวรรคหลังเครื่องหมาย -", "เว้นวรรคหลัง - ทุกข้อ เช่น - ข้อความ")
    return [value] if isinstance(value, str) else value


def text_as(key: str) -> Callable[[object], object]:
    """Return a converter that accepts a bare text where a mapping is expected and puts it under the key."""

    def convert(value: object) -> object:
        return {key: value} if isinstance(value, str) else value

    return convert


def _list_spellings(*words: str) -> str:
    """Return the pattern that matches the words in capital and small letters, as JSON Schema knows no flag for it."""
    either = [
        "".join(f"[{letter.upper()}{letter}]" if letter.isascii() else letter for letter in word) for word in words
    ]
    return rf"^\s*({'|'.join(either)})\s*$"


# What an editor sees: its YAML reads bare numbers and true as such, where ours reads text. The patterns refuse nothing
# that the converters accept; they need not refuse all that the converters do.
DIGIT = "[0-9๐-๙]"
_AMOUNT = rf"({DIGIT}{{1,3}}(,{DIGIT}{{3}}){{1,4}}|{DIGIT}{{1,15}})(\.{DIGIT}+)?"
YEAR_PATTERN = rf"\s*(พ\.ศ\.)?\s*{DIGIT}{{4}}\s*"
_TEXT_SCHEMA = {"type": ["string", "number"]}
_LINE_SCHEMA = {"type": ["string", "number"], "pattern": r"^\s*[^\n]*\s*$"}
_NUMBER_SCHEMA = {"type": ["string", "number"], "pattern": rf"^\s*{_AMOUNT}\s*$", "minimum": 0}
_COUNT_SCHEMA = {"type": ["string", "integer"], "pattern": rf"^\s*{_AMOUNT}\s*$", "minimum": 0}
_YEAR_SCHEMA = {
    "type": ["string", "integer"],
    "pattern": f"^{YEAR_PATTERN}$",
    "minimum": YEAR_MIN,
    "maximum": YEAR_MAX,
    "examples": [2566],
}
_DATE_SCHEMA = {"type": "string", "examples": ["19 ตุลาคม 2566", "2566-10-19"]}
_YES_NO_SCHEMA = {"type": ["string", "boolean"], "pattern": _list_spellings(*_ANSWERS), "examples": ["ใช่", "ไม่ใช่"]}
_SLUG_SCHEMA = {"type": ["string", "integer"], "pattern": rf"^\s*{_SLUG.pattern}\s*$", "minimum": 0}
_PERIOD_SCHEMA = {"type": "string", "pattern": f"^{YEAR_PATTERN}[-–]{YEAR_PATTERN}$", "examples": ["2566-2570"]}
_ROUND_ID_SCHEMA = {"type": "string", "pattern": f"^{YEAR_PATTERN}[-–](06|12|๐๖|๑๒)$", "examples": ["2566-12"]}
_URL_SCHEMA = {"type": "string", "pattern": r"^\s*https?://", "examples": ["https://www.example.go.th"]}
_COLOUR_SCHEMA = {"type": "string", "pattern": rf"^\s*{_COLOUR.pattern}\s*$", "examples": ["#1a5fb4"]}
_PATH_SCHEMA = {"type": "string", "pattern": r"^\s*files/", "examples": ["files/ประกาศ.pdf"]}

Text = Annotated[str, PlainValidator(_convert_text), WithJsonSchema(_TEXT_SCHEMA)]
Line = Annotated[str, PlainValidator(_convert_line), WithJsonSchema(_LINE_SCHEMA)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(one_or_many, json_schema_input_type=Text | tuple[Text, ...])]
Number = Annotated[Decimal, PlainValidator(_convert_decimal), WithJsonSchema(_NUMBER_SCHEMA)]
Count = Annotated[int, PlainValidator(_convert_count), WithJsonSchema(_COUNT_SCHEMA)]
Year = Annotated[int, PlainValidator(_convert_year), WithJsonSchema(_YEAR_SCHEMA)]
ThaiDate = Annotated[dt.date, PlainValidator(_convert_date), WithJsonSchema(_DATE_SCHEMA)]
YesNo = Annotated[bool, PlainValidator(_convert_yes_no), WithJsonSchema(_YES_NO_SCHEMA)]
Slug = Annotated[str, PlainValidator(_convert_slug), WithJsonSchema(_SLUG_SCHEMA)]
Period = Annotated[str, PlainValidator(_convert_period), WithJsonSchema(_PERIOD_SCHEMA)]
RoundId = Annotated[str, PlainValidator(_convert_round_id), WithJsonSchema(_ROUND_ID_SCHEMA)]
Url = Annotated[str, PlainValidator(_convert_url), WithJsonSchema(_URL_SCHEMA)]
Facebook = Annotated[str, PlainValidator(_convert_facebook), WithJsonSchema(_LINE_SCHEMA)]
Colour = Annotated[str, PlainValidator(_convert_colour), WithJsonSchema(_COLOUR_SCHEMA)]
FilePath = Annotated[str, PlainValidator(_convert_path), WithJsonSchema(_PATH_SCHEMA)]
Slugs = Annotated[tuple[Slug, ...], BeforeValidator(one_or_many, json_schema_input_type=Slug | tuple[Slug, ...])]
Periods = Annotated[
    tuple[Period, ...], BeforeValidator(one_or_many, json_schema_input_type=Period | tuple[Period, ...])
]


# A record that no file of an LAO has is never built.
_FROZEN = ConfigDict(defer_build=True, frozen=True, extra="forbid", populate_by_name=True, hide_input_in_errors=True)


class Ignore(BaseModel, title="ข้อยกเว้นการตรวจ"):
    """A finding of the checker that is known and left as it is, because the document itself says so."""

    model_config = _FROZEN

    rule: Slug = Field(description="รหัสกฎที่ไม่ต้องเตือน: ดูทั้งหมดด้วยคำสั่ง prongsai explain")
    reason: Text = Field(description="เหตุผล: จะแสดงบนเว็บไซต์")
    at: Text | None = Field(None, description="เฉพาะในคีย์นี้: เช่น goals หรือ goals.2 (ข้อที่ 2)")
    kind: Text | None = Field(None, description="ชนิดของสิ่งที่พบ: สำหรับกฎที่ยกเว้นทีละชนิด เช่น personal-data และต้องเขียนทุกครั้ง")


class Revision(BaseModel, title="การแก้ไขที่เผยแพร่แล้ว"):
    """A change of what was published, told by hand where no git remembers it."""

    model_config = _FROZEN

    date: ThaiDate = Field(description="วันที่แก้")
    what: Line = Field(description="สิ่งที่แก้: ชื่อช่องหรือเรื่อง")
    old: Text | None = Field(None, description="ค่าเดิม")
    new: Text | None = Field(None, description="ค่าใหม่")
    reason: Text | None = Field(None, description="เหตุผลของการแก้")


class Record(BaseModel):
    """A mapping in the YAML: keys are fixed, values do not change after reading."""

    model_config = _FROZEN

    ignore: tuple[Ignore, ...] = Field((), description="สิ่งที่ตรวจพบและทราบแล้ว: กฎที่ไม่ต้องเตือนในส่วนนี้ พร้อมเหตุผล")
