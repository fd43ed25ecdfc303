"""The addresses that an LAO has published, which its office has given to others."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, WithJsonSchema

from prongsai.records.base import Slug, data_error

_ADDRESS = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/){1,5}")
_LONGEST = 300


def _convert_address(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if len(text) > _LONGEST or not _ADDRESS.fullmatch(text):
        raise data_error(
            "address",
            f"“{str(value)[:_LONGEST]}” ไม่ใช่ที่อยู่หน้าของหน่วยงาน",
            "ไฟล์นี้เขียนด้วยคำสั่ง prongsai addresses ลบบรรทัดนี้แล้วสั่งใหม่",
        )
    return text


_CONFIG = ConfigDict(defer_build=True, frozen=True, extra="forbid", hide_input_in_errors=True)
Address = Annotated[
    str,
    PlainValidator(_convert_address),
    WithJsonSchema({"type": "string", "pattern": f"^{_ADDRESS.pattern}$", "examples": ["2566-2570/projects/p01/"]}),
]


class AddressBook(BaseModel, title="ที่อยู่ที่เผยแพร่แล้ว"):
    """The addresses of an LAO's pages, from its own on; written by a command."""

    model_config = _CONFIG

    lao: Slug = Field(description="ชื่อโฟลเดอร์ของหน่วยงาน: ในวันที่บันทึก")
    addresses: tuple[Address, ...] = Field((), description="ที่อยู่ของหน้า: ต่อจากที่อยู่ของหน่วยงาน")


class LaoList(BaseModel, title="หน่วยงานที่เผยแพร่แล้ว"):
    """The LAOs that a site has published; written by a command."""

    model_config = _CONFIG

    laos: tuple[Slug, ...] = Field((), description="ชื่อโฟลเดอร์ของหน่วยงาน")
