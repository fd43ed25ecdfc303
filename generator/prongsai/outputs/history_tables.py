"""The changes to an LAO's records as a table for spreadsheets and as data for programs, values in full."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import StringIO

from prongsai.history.history import PublicChange
from prongsai.outputs.artifact import Artifact, hold
from prongsai.outputs.exports.csv_file import neutralise
from prongsai.outputs.pages.changes import describe_subject, find_page
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.thai.dates import BE_OFFSET

NAME = "history-tables"
# What each column of the table, and each name in the data, is.
COLUMNS = {
    "date": "วันที่บันทึกการแก้ไข (ค.ศ.)",
    "date_be": "วันเดียวกัน วัน/เดือน/ปี พ.ศ.",
    "action": "เพิ่ม added แก้ changed ลบ removed เปลี่ยนรหัส renamed",
    "kind": "สิ่งที่แก้: หน่วยงาน lao แผน plan โครงการ project รายงาน round ผลของโครงการ progress มาตรการ measures เอกสาร paper ไฟล์ file",
    "id": "รหัสของสิ่งนั้นในปัจจุบัน",
    "subject": "ชื่อของสิ่งนั้น",
    "field_key": "คีย์ในไฟล์ข้อมูล รายการนับจาก 1",
    "field": "ชื่อช่อง",
    "old": "ค่าเดิม ว่างคือไม่มี หรือไม่แสดง",
    "new": "ค่าใหม่ ว่างคือไม่มี หรือไม่แสดง",
    "form": "แบบของค่า: ข้อความ text เงินบาท money ตัวเลข number วันที่ date ไฟล์ file ชื่อบุคคล person",
    "withheld": "ไม่แสดงค่าหรือไม่ yes หรือ no",
    "reason": "เหตุผล ว่างคือไม่ได้ระบุ",
    "commit": "รหัส commit ใน git ว่างคือเขียนไว้ในข้อมูลเอง",
    "page_address": "ที่อยู่หน้าของสิ่งนั้นในปัจจุบัน",
}


def list_artifacts(lao: LaoPages) -> Iterator[Artifact]:
    """Yield both files; none where no change is known."""
    if lao.history.changes:
        rows = [describe_change(lao, change) for change in lao.history.changes]
        yield hold(lao.paths.history_table, _render_csv(rows))
        yield hold(lao.paths.history_data, _render_json(lao, rows))


def describe_change(lao: LaoPages, change: PublicChange) -> dict[str, str]:
    """Return a change by the names of the columns; an unknown or withheld value is empty."""
    page = find_page(lao, change)
    values = (
        change.date.isoformat(),
        f"{change.date.day}/{change.date.month}/{change.date.year + BE_OFFSET}",
        change.action.value,
        change.key[0],
        "/".join(change.key[1:]),
        describe_subject(change),
        change.path,
        change.field,
        change.old,
        change.new,
        change.form.value,
        "yes" if change.is_withheld else "no",
        change.reason,
        change.commit,
        lao.get_address(page) if page else "",
    )
    return dict(zip(COLUMNS, values, strict=True))


def _render_csv(rows: list[dict[str, str]]) -> bytes:
    """Return the rows: UTF-8 with byte order mark, for spreadsheets."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([neutralise(cell) for cell in row.values()] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _render_json(lao: LaoPages, rows: list[dict[str, str]]) -> bytes:
    history = lao.history
    data = {
        "lao": lao.dossier.slug,
        "source": history.source.value,
        "begin": history.begin.isoformat() if history.begin else None,
        "changes": [{**row, "withheld": row["withheld"] == "yes"} for row in rows],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
