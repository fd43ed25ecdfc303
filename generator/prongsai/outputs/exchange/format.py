"""The exchange format, version 1: what a site tells others of its LAOs, and how others' are read.

A later version may add keys; whoever reads version 1 passes over those that it does not know. What changes the meaning of
a key gets a new number.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from prongsai.addresses import page_address
from prongsai.exceptions import ProngsaiError
from prongsai.figures.money_sum import MoneySum
from prongsai.outputs.pages.summary import LatestRound, Summary

FORMAT, VERSION = "prongsai-exchange", 1
NAME = "exchange"
PATH = "data/exchange.json"
MAX_BYTES = 20_000_000
_LONGEST = 1_000  # letters of a text

_Text = Annotated[str, StringConstraints(min_length=1, max_length=_LONGEST, pattern=r"^[^\x00-\x1f\x7f]*$")]
_Address = Annotated[
    str, StringConstraints(max_length=2_048, pattern=r"""^https?://[^\s/?#@"'<>\\^`{|}]+(?:/[^\s"'<>\\^`{|}]*)?$""")
]
_Count = Annotated[int, Field(ge=0, le=1_000_000_000)]
_Amount = Annotated[Decimal, Field(ge=0, max_digits=20, decimal_places=2)]


class _Part(BaseModel):
    model_config = ConfigDict(defer_build=True, frozen=True, extra="ignore")


class ExchangedSum(_Part):
    """A sum of money: baht that are known, how many parts are unknown, how many have an amount, whether it is none."""

    baht: _Amount = Field(description="ผลรวมที่ทราบ (บาท)")
    unknown: _Count = Field(description="จำนวนรายการที่ไม่ทราบ")
    budgeted: _Count = Field(description="จำนวนรายการที่มีจำนวนเงิน รายการอื่นไม่ใช้งบประมาณ")
    is_empty: bool = Field(description="ไม่มีรายการให้รวม")

    def to_sum(self) -> MoneySum:
        """Return the sum as figures have it."""
        return MoneySum(self.baht, self.unknown, self.budgeted, is_empty=self.is_empty)


class ExchangedRound(_Part):
    """The newest round of an LAO."""

    label: _Text = Field(description="ปีงบประมาณและรอบ")
    done: _Count = Field(description="โครงการที่แล้วเสร็จ")
    projects: _Count = Field(description="โครงการทั้งหมด")
    planned: ExchangedSum = Field(description="งบประมาณตามแผน")
    disbursed: ExchangedSum = Field(description="เบิกจ่าย")
    level: Literal["high", "medium", "low"] | None = Field(description="ระดับการนำแผนไปปฏิบัติ")
    level_percent: Annotated[Decimal, Field(ge=0, le=100, decimal_places=2)] | None = Field(description="ร้อยละของระดับ")


class ExchangedLao(_Part):
    """One LAO."""

    name: _Text = Field(description="ชื่อเต็ม")
    location: _Text = Field(description="อำเภอและจังหวัด")
    address: _Address = Field(description="ที่อยู่หน้าแรกของหน่วยงาน")
    data: _Address = Field(description="ที่อยู่หน้าข้อมูลเปิดของหน่วยงาน")
    is_sample: bool = Field(description="เป็นข้อมูลตัวอย่าง")
    as_of: dt.date | None = Field(description="ข้อมูล ณ วันที่")
    planned_projects: _Count | None = Field(description="โครงการในแผนปัจจุบัน null คือยังไม่มีแผน")
    late_rounds: _Count = Field(description="รายงานที่เลยกำหนดในวันที่สร้างเว็บไซต์")
    latest: ExchangedRound | None = Field(description="รอบล่าสุด null คือยังไม่มีรายงาน")


class Exchange(_Part):
    """The LAOs of a site."""

    format: Literal["prongsai-exchange"] = Field(description="ชื่อรูปแบบ")
    version: Literal[1] = Field(description="รุ่นของรูปแบบ")
    site: _Text = Field(description="ชื่อเว็บไซต์")
    address: _Address = Field(description="ที่อยู่เว็บไซต์")
    licence: Annotated[str, StringConstraints(max_length=100)] = Field(description="สัญญาอนุญาตของข้อมูล ว่างคือไม่ได้ระบุ")
    built: dt.date = Field(description="วันที่สร้างเว็บไซต์")
    laos: Annotated[tuple[ExchangedLao, ...], Field(max_length=10_000)] = Field(description="หน่วยงาน")


def render_exchange(summaries: Iterable[Summary], site_name: str, site_url: str, licence: str, today: dt.date) -> bytes:
    """Return the exchange file of a site whose address is known."""
    exchange = Exchange(
        format=FORMAT,
        version=VERSION,
        site=site_name or site_url,
        address=site_url,
        licence=licence,
        built=today,
        laos=tuple(_tell(summary, site_url) for summary in summaries),
    )
    return exchange.model_dump_json(indent=1).encode() + b"\n"


def parse_exchange(text: bytes, shown: str) -> Exchange:
    """Return an exchange file that somebody else wrote.

    Args:
        text: Its bytes.
        shown: What messages call it.

    Raises:
        ProngsaiError: It is none; the message names every place that is wrong.
    """
    fix = "วิธีแก้: ขอไฟล์ data/exchange.json รุ่นใหม่จากเว็บไซต์นั้น หรือลบบรรทัดนี้จาก sources"
    if len(text) > MAX_BYTES:
        raise ProngsaiError(f"{shown} ใหญ่เกิน {MAX_BYTES // 1_000_000} MB จึงไม่ใช่ไฟล์แลกเปลี่ยน {fix}")
    try:
        return Exchange.model_validate_json(text)
    except ValidationError as error:
        places = [".".join(map(str, item["loc"])) for item in error.errors(include_url=False, include_input=False)]
        where = ", ".join(places[:10]) if any(places) else "ไม่ใช่ JSON"
        more = f" และอีก {len(places) - 10} แห่ง" if len(places) > 10 else ""
        raise ProngsaiError(f"{shown} ไม่ใช่ไฟล์แลกเปลี่ยนรุ่น {VERSION} ที่ผิดคือ {where}{more} {fix}") from None


def build_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the file."""
    schema = Exchange.model_json_schema(mode="serialization")
    for part in (schema, *schema["$defs"].values()):
        part.pop("description", None)  # an English docstring
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "ไฟล์แลกเปลี่ยนระหว่างเว็บไซต์"}


def _tell(summary: Summary, site_url: str) -> ExchangedLao:
    return ExchangedLao(
        name=_shorten(summary.name),
        location=_shorten(summary.location),
        address=site_url + page_address(summary.front),
        data=site_url + page_address(summary.data),
        is_sample=summary.is_sample,
        as_of=summary.as_of,
        planned_projects=summary.planned_projects,
        late_rounds=summary.late_rounds,
        latest=_tell_round(summary.latest) if summary.latest else None,
    )


def _shorten(text: str) -> str:
    """Return a text as the format takes it: records may have longer ones."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _tell_round(latest: LatestRound) -> ExchangedRound:
    level = latest.level
    return ExchangedRound(
        label=latest.label,
        done=latest.total.counts.done,
        projects=latest.total.counts.total,
        planned=_tell_sum(latest.total.planned),
        disbursed=_tell_sum(latest.total.disbursed),
        level=level.name.value if level else None,
        level_percent=level.percent if level else None,
    )


def _tell_sum(total: MoneySum) -> ExchangedSum:
    return ExchangedSum(baht=total.amount, unknown=total.unknown, budgeted=total.budgeted, is_empty=total.is_empty)
