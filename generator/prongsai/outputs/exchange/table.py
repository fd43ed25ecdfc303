"""The LAOs of other sites as a table of the front page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai.blocks.blocks import Cell, Row, Span, Table, cell
from prongsai.documents.formats import format_percent, format_sum, format_sum_baht
from prongsai.outputs.exchange.format import Exchange, ExchangedLao
from prongsai.outputs.pages.list_table import make_list_table
from prongsai.records.progress import LevelName
from prongsai.thai.dates import format_thai_date
from prongsai.thai.text import dictionary_key

_LEVELS = {level.value: level.label for level in LevelName}


def make_exchange_table(exchanges: Iterable[Exchange]) -> Table:
    """Return the LAOs of other sites in dictionary order, each with the site that tells of it and the day."""
    laos = [(exchange, lao) for exchange in exchanges for lao in exchange.laos]
    laos.sort(key=lambda item: (dictionary_key(item[1].name), item[1].address))
    return make_list_table(
        "exchange-table",
        "หน่วยงานในเว็บไซต์อื่น",
        ("หน่วยงาน", "โครงการ", "เงิน", "ระดับ", "ที่มา"),
        (Row(tuple(_make_cells(exchange, lao))) for exchange, lao in laos),
    )


def _make_cells(exchange: Exchange, lao: ExchangedLao) -> Iterator[Cell]:
    sample = Span("ข้อมูลตัวอย่าง", kind="meta") if lao.is_sample else ""
    yield cell(Span(lao.name, lao.address), Span(lao.location, kind="meta"), sample, scope="row")
    latest = lao.latest
    if lao.planned_projects is None:
        yield from (cell("ยังไม่เผยแพร่แผน"), cell(), cell())
    elif latest is None:
        yield from (cell(f"{lao.planned_projects} โครงการในแผน", Span("ยังไม่มีรายงานผล", kind="meta")), cell(), cell())
    else:
        planned, disbursed = latest.planned.to_sum(), latest.disbursed.to_sum()
        is_amount = not (planned.is_without_budget or planned.is_empty)
        yield cell(f"เสร็จ {latest.done} จาก {latest.projects} โครงการ", Span(latest.label, kind="meta"))
        spent = f"เบิกจ่าย {format_sum_baht(disbursed)} จากที่ตั้งไว้ {format_sum_baht(planned)}"
        yield cell(spent if is_amount else format_sum(planned))
        name = _LEVELS[latest.level] if latest.level else ""
        yield cell(f"{name} (ร้อยละ {format_percent(latest.level_percent)})" if name else "ไม่แสดง")
    told = f"ข้อมูล ณ วันที่ {format_thai_date(lao.as_of)}" if lao.as_of else f"สร้างเมื่อ {format_thai_date(exchange.built)}"
    yield cell(Span(exchange.site, exchange.address), Span(told, kind="meta"))
