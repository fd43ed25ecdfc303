"""The OIT items of one ITA year as the office itself has them: all of them, by its own numbers and titles."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema

from prongsai.records.base import FilePath, Line, Record, Text, Texts, ThaiDate, Url, data_error, one_or_many
from prongsai.thai.digits import has_mixed_digits, to_arabic

# The letter O is often typed as the digit 0, or left out; numbers may have a part of their own (O14.1).
_CODE = re.compile(
    r"(?:ข้อ)?\s*(?P<letter>[A-Za-z]{0,2}|0(?=[0-9]{2}))[\s.-]*0*(?P<number>[1-9][0-9]?)(?P<part>\.[1-9][0-9]?)?"
)


def find_code(text: str) -> str | None:
    """Return the code that a text means in its one spelling (O25 for o25, 25, 025 and O๒๕), None where it is no code."""
    match = _CODE.fullmatch(to_arabic(text).strip())
    if match is None:
        return None
    letter = match["letter"].upper()
    return f"{'O' if letter in {'', '0'} else letter}{match['number']}{match['part'] or ''}"


def _convert_code(value: object) -> str:
    if not isinstance(value, str):
        raise data_error("oit-code", "เลขข้อ OIT ต้องเป็นข้อความเดียว", "เขียนเลขข้อตามคู่มือการประเมิน เช่น O12")
    code = None if has_mixed_digits(value) else find_code(value)
    if code is None:
        raise data_error("oit-code", f"“{value.strip()}” ไม่ใช่เลขข้อ OIT", "เขียนเลขข้อตามคู่มือการประเมิน เช่น O12")
    return code


_CODE_SCHEMA = {"type": ["string", "integer"], "minimum": 1, "examples": ["O12"]}
OitCode = Annotated[str, PlainValidator(_convert_code), WithJsonSchema(_CODE_SCHEMA)]
Urls = Annotated[tuple[Url, ...], BeforeValidator(one_or_many, json_schema_input_type=Url | tuple[Url, ...])]


class OitEntry(Record, title="ข้อ OIT"):
    """One item of the list."""

    code: OitCode = Field(description="เลขข้อ: เขียนตามคู่มือการประเมินของปีนั้น เช่น O12")
    title: Line = Field(description="ชื่อข้อ: เขียนตามคู่มือการประเมินของปีนั้น")
    group: Line | None = Field(None, description="หัวข้อกลุ่ม: เขียนที่ข้อแรกของกลุ่ม ข้อถัดไปตามเลขอยู่กลุ่มเดียวกันจนถึงข้อที่เขียนกลุ่มใหม่")
    url: Urls = Field((), description="ที่อยู่เว็บของข้อมูล: หลายที่อยู่เขียนเป็นรายการ ข้อที่เว็บไซต์นี้แสดงเองไม่ต้องเขียน")
    file: FilePath | None = Field(None, description="ไฟล์: ที่วางไว้ใน files/")
    note: Text | None = Field(None, description="หมายเหตุ: เช่น ดูหัวข้อใดในหน้านั้น")

    @property
    def has_address(self) -> bool:
        """Tell whether the office gives an address or a file of its own."""
        return bool(self.url or self.file)

    @property
    def order(self) -> tuple[str, float]:
        """What items are sorted by: their number, as the handbook of the assessment has them."""
        return sort_code(self.code)


def sort_code(code: str) -> tuple[str, float]:
    """Return what a code in its one spelling is sorted by: letters, then number."""
    letters = code.rstrip("0123456789.")
    number, _, part = code[len(letters) :].partition(".")
    return letters, int(number) + int(part or 0) / 100


class OitList(Record, title="ข้อ OIT ทั้งหมดของปี"):
    """All OIT items of one ITA year; the year comes from the file's name."""

    based_on: Line | None = Field(None, description="เลขและชื่อข้อมาจากเอกสารใด: เช่น ชื่อคู่มือการประเมินของปีนั้น")
    as_of: ThaiDate | None = Field(None, description="ข้อมูล ณ วันที่")
    introduction: Texts = Field((), description="ข้อความก่อนตาราง")
    items: tuple[OitEntry, ...] = Field((), description="ข้อ OIT ทุกข้อ: หน้าเว็บเรียงตามเลขข้อ")
