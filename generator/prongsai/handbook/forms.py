"""The form of a key's value in the words of a clerk, read off the type of the record's field."""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from prongsai.records.address_book import Address
from prongsai.records.base import (
    Colour,
    Count,
    FilePath,
    LabelledEnum,
    Number,
    Period,
    RoundId,
    Slug,
    ThaiDate,
    Url,
    Year,
    YesNo,
)
from prongsai.records.money import Budget, MoneyField
from prongsai.records.oit_list import OitCode
from prongsai.records.plan import PlanYears
from prongsai.records.project import Mission

_WORDS = (
    (Number, "ตัวเลข"),
    (Count, "จำนวน"),
    (Year, "ปี พ.ศ."),
    (ThaiDate, "วันที่"),
    (YesNo, "ใช่/ไม่ใช่"),
    (Slug, "รหัส"),
    (Period, "ช่วงปี"),
    (RoundId, "ปีและรอบ"),
    (Url, "ที่อยู่เว็บ"),
    (Colour, "รหัสสี"),
    (FilePath, "ไฟล์"),
    (Address, "ที่อยู่หน้า"),
    (MoneyField, "เงิน"),
    (Mission, "เลขภารกิจ"),
    (OitCode, "เลขข้อ"),
    # Records to the program, but nobody writes their keys.
    (Budget, "เงิน หรือเงินรายปี"),
    (PlanYears, "ช่วงปี"),
    (str, ""),  # a text, as most keys have: nothing needs to be said
)


def describe_form(hint: Any, links: Mapping[type[BaseModel], str]) -> str:
    """Return what to write for a value, as Markdown.

    Args:
        hint: Type of the field, with its annotations.
        links: Where the keys of a record inside are told.

    Raises:
        TypeError: The type has no words here.
    """
    if get_origin(hint) in {Union, types.UnionType}:
        (hint,) = (option for option in get_args(hint) if option is not type(None))
    for known, word in _WORDS:
        if hint == known:
            return word
    inner = find_record(hint)
    if get_origin(hint) is Annotated:
        return describe_form(get_args(hint)[0], links)
    if get_origin(hint) is tuple:
        return f"[รายการ]({links[inner]})" if inner else f"รายการ{describe_form(get_args(hint)[0], links)}"
    if get_origin(hint) is dict:
        return " → ".join(describe_form(part, links) or "ข้อความ" for part in get_args(hint))
    if isinstance(hint, type) and issubclass(hint, LabelledEnum):
        return "เลือก " + ", ".join(
            f"{member.label} ({', '.join((*member.aliases, f'`{member.value}`'))})" for member in hint
        )
    if inner:
        return f"[ชุดข้อมูล]({links[inner]})"
    raise TypeError(hint)


def find_record(hint: Any) -> type[BaseModel] | None:
    """Return the record inside a type whose keys are told in a table of their own."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return None if any(hint is known for known, _ in _WORDS) else hint
    return next((found for part in get_args(hint) if (found := find_record(part))), None)
