"""สถานะของโครงการต้องไม่ขัดกับถ้อยคำในผลการดำเนินงานและหมายเหตุ

ตรวจเฉพาะถ้อยคำที่บอกว่าโครงการเองยังไม่เสร็จหรือเสร็จแล้ว ไม่รวมเรื่องร้องเรียน การนับจำนวน การเบิกจ่าย และผลลัพธ์ที่คาดหวัง
เหตุที่สำคัญ: ตารางสถานะกับคำบรรยายที่ขัดกันทำให้ผู้อ่านไม่รู้ว่าโครงการเกิดขึ้นจริงหรือไม่

ไม่ผ่าน: status: ดำเนินการแล้วเสร็จ แต่ผลการดำเนินงานเขียนว่า อยู่ระหว่างดำเนินการจัดทำคู่มือ
ไม่ผ่าน: status: รอรายงาน แต่ผลการดำเนินงานเขียนว่า จัดอบรมแล้ว 1 รุ่น
ผ่าน: status: ดำเนินการแล้วเสร็จ และผลการดำเนินงานเขียนว่า จัดทำคู่มือระหว่างวันที่ 1 - 30 มิถุนายน 2566
ผ่าน: status: ดำเนินการแล้วเสร็จ และหมายเหตุเขียนว่า อยู่ระหว่างดำเนินการเบิกจ่าย
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from prongsai.checks.subjects.round_records import RoundRecord, iter_round_records
from prongsai.load.data_file import DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.progress import Progress, Status
from prongsai.records.project import Step

ID = "status-narrative"
SEVERITY = Severity.WARNING

_FIELDS = {
    "steps": "การดำเนินงาน",
    "results": "ผลการดำเนินงาน",
    "remark": "หมายเหตุ",
    "eplan_remark": "หมายเหตุในระบบ e-PlanNACC ",
}

_WORK = "(?:ดำเนินการ|ดำเนินงาน|จัดทำ)"
# What follows may be something else: money to be paid, an inquiry, the written report, or how many of many.
_WHOLE = (
    r"(?! ?(?:การ)?(?:เบิก|จ่าย|โอน|ทางวินัย|ทางกฎหมาย|สอบ|สืบ|ตรวจสอบข้อเท็จจริง|พิจารณา|แก้ไข|รายงาน|สรุป|เอกสาร|ประเมิน|ติดตาม)"
    r"|[ (:=]*(?:จำนวน|คิดเป็น|ร้อยละ|\d))"
)
_UNFINISHED = re.compile(
    rf"(?:อยู่(?:ใน)?ระหว่าง ?(?:การ)?|กำลัง){_WORK}{_WHOLE}"
    rf"|ยัง(?:ไม่ได้|มิได้|ไม่){_WORK}{_WHOLE}|ยัง(?:ดำเนินการ)?ไม่(?:แล้ว)?เสร็จ{_WHOLE}"
    r"|^ไม่(?:ได้|สามารถ)ดำเนินการ(?:ได้)?(?=$|[ (]|โครงการ|กิจกรรม|ตามแผน|เนื่องจาก|เพราะ|ใน)"
)
_FUTURE = re.compile(
    r"จะดำเนินการ(?! ?(?:อย่าง)?ต่อ)(?:\S{0,20}(?:ที่ ?\d+)? ?(?:ใน|ภายใน) ?(?:เดือน|ปี|ไตรมาส|รอบ|ช่วง|ห้วง|วันที่)|(?<=^จะดำเนินการ))"
)
# What stands before may be about something else: “เรื่องที่อยู่ระหว่างดำเนินการ”, “1 โครงการอยู่ระหว่างดำเนินการ”.
_ABOUT_OTHER = re.compile(
    r"(?:(?<!หน้า)ที่|ซึ่ง|ว่า|ก่อน|ควร|หาก|เพื่อ|ไม่|ไม่ได้|สถานะ|[“\"/] ?)(?:ยัง)?(?:คง)?$"
    r"|\d ?(?:โครงการ|กิจกรรม|เรื่อง|ราย|งาน|คดี|กรณี) ?$|ว่า(?!ง)\S*$"
)
_COMPLAINT = re.compile("เรื่องร้อง|เรื่องราวร้อง|ข้อร้องเรียน|คำร้อง|คดี")

_FINISHED = re.compile(
    r"(?:(?:ดำเนินการ|ดำเนินงาน) ?(?:แล้วเสร็จ|เสร็จสิ้น|เสร็จ)? ?เรียบร้อย ?แล้ว|แล้วเสร็จ ?เรียบร้อย(?: ?แล้ว)?"
    rf"|(?:ดำเนินการ|ดำเนินงาน) ?เสร็จสิ้น ?แล้ว){_WHOLE}"
)
_NOT_YET = re.compile("ไม่|มิ|ให้|เมื่อ|หลัง|หาก|ก่อน|คาด|จะ|ที่|ซึ่ง")
_PARTLY = re.compile(
    "อยู่ระหว่าง|ยัง|คงเหลือ|ที่เหลือ|จะ|กำลัง|ขั้นตอนที่|ระยะที่|รุ่นที่|ครั้งที่|งวด|ไตรมาส|บางส่วน|จากทั้งหมด|ต่อไป|ต่อเนื่อง|แต่(?!ง|ละ)|รอการ|รอผล"
)
_NOTHING_TOLD = re.compile("[-–]$|(?:อยู่ระหว่าง)?(?:การ)?(?:รอ|รวบรวม)|จะ|ไม่|มีแผน|มีกำหนด|กำหนดจัด|.*ยังไม่", re.DOTALL)
_LABELS = {status.label: status for status in Status}


class _Told(NamedTuple):
    """A text of a record."""

    field: str
    text: str
    path: DataPath


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield records whose words tell of another status, one problem a record."""
    for record in iter_round_records(loaded):
        progress = record.progress
        texts = list(_list_texts(record))
        found = [(told, words) for told in texts if (words := _find_contradiction(progress, told, texts))]
        if found:
            (told, words), *others = found
            yield Problem(
                record.where(*told.path),
                ID,
                SEVERITY,
                f"โครงการ {progress.project} มีสถานะ “{progress.status.label}” แต่{_FIELDS[told.field]}{words}",
                "แก้สถานะหรือถ้อยคำให้ตรงกับที่เกิดขึ้นจริง",
                (record.where("status"), *(record.where(*other.path) for other, _ in others)),
            )


def _list_texts(record: RoundRecord) -> Iterator[_Told]:
    progress = record.progress
    yield from _list_steps(progress.steps, ("steps",))
    for index, text in enumerate(progress.results):
        yield _Told("results", " ".join(text.split()), ("results", index))
    for field, remark in (("remark", progress.remark), ("eplan_remark", progress.eplan_remark)):
        if remark:
            yield _Told(field, " ".join(remark.split()), (field,))


def _list_steps(steps: Sequence[Step], path: DataPath) -> Iterator[_Told]:
    for index, step in enumerate(steps):
        yield _Told("steps", " ".join(step.text.split()), (*path, index))
        yield from _list_steps(step.steps, (*path, index, "steps"))


def _find_contradiction(progress: Progress, told: _Told, texts: list[_Told]) -> str:
    """Return what a text says against the status, in Thai; nothing where it agrees."""
    if _LABELS.get(told.text, progress.status) is not progress.status:
        return f"เขียนว่า “{told.text}”"
    if progress.status is Status.WAITING:
        return "มีเนื้อหาแล้ว" if told.field == "results" and not _NOTHING_TOLD.match(told.text) else ""
    words = _find_unfinished(told.text) if progress.status is Status.DONE else _find_finished(told, texts)
    return words and f"เขียนว่า “{words}”"


def _find_unfinished(text: str) -> str:
    for match in (*_UNFINISHED.finditer(text), *_FUTURE.finditer(text)):
        before = text[: match.start()]
        if not (_ABOUT_OTHER.search(before[-40:]) or _COMPLAINT.search(before)):
            return match.group()
    return ""


def _find_finished(told: _Told, texts: list[_Told]) -> str:
    """A step may be finished, and a part of the work, while the project is not."""
    if told.field == "steps" or any(_PARTLY.search(each.text) for each in texts):
        return ""
    for match in _FINISHED.finditer(told.text):
        if not _NOT_YET.search(told.text[: match.start()].rpartition(" ")[2]):
            return match.group()
    return ""
