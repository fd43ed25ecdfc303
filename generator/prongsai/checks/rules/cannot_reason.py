"""โครงการที่ไม่สามารถดำเนินการได้ต้องบอกเหตุ และสถานะอื่นต้องไม่มีเหตุนั้น

เหตุที่สำคัญ: ผู้อ่านต้องรู้ว่าทำไมสิ่งที่ประกาศไว้ในแผนจึงไม่เกิดขึ้น และระบบ e-PlanNACC ให้เลือกเหตุทุกครั้ง

ไม่ผ่าน: status: ไม่สามารถดำเนินการได้ โดยไม่มี reason:
ไม่ผ่าน: reason: อื่น ๆ โดยไม่มี reason_text:
ไม่ผ่าน: status: ดำเนินการแล้วเสร็จ แต่มี reason: ไม่ได้รับงบประมาณ
ผ่าน: status: ไม่สามารถดำเนินการได้ และ reason: ไม่ได้รับงบประมาณ
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.round_records import RoundRecord, iter_round_records
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.progress import CannotReason, Status

ID = "cannot-reason"
SEVERITY = Severity.WARNING


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield projects that could not be done without a reason, and reasons of projects that could."""
    for record in iter_round_records(loaded):
        if record.progress.status is Status.CANNOT:
            yield from _find_missing(record)
        else:
            yield from _find_needless(record)


def _find_missing(record: RoundRecord) -> Iterator[Problem]:
    progress = record.progress
    if progress.reason is None:
        yield Problem(
            record.where("status"),
            ID,
            SEVERITY,
            f"โครงการ {progress.project} มีสถานะ “{progress.status.label}” แต่ไม่ได้เลือกเหตุ",
            "เติม reason: เป็นคำหนึ่งจาก: " + ", ".join(reason.label for reason in CannotReason),
        )
    elif progress.reason is CannotReason.OTHER and not progress.reason_text:
        yield Problem(
            record.where("reason"),
            ID,
            SEVERITY,
            f"โครงการ {progress.project} บอกเหตุที่ไม่สามารถดำเนินการได้ว่า “{progress.reason.label}” โดยไม่มีคำอธิบาย",
            "เติม reason_text: ว่าเกิดอะไรขึ้น",
        )


def _find_needless(record: RoundRecord) -> Iterator[Problem]:
    progress = record.progress
    reason = progress.reason.label if progress.reason else progress.reason_text
    if reason:
        key = "reason" if progress.reason else "reason_text"
        yield Problem(
            record.where(key),
            ID,
            SEVERITY,
            f"โครงการ {progress.project} มีสถานะ “{progress.status.label}” แต่บอกเหตุที่ไม่สามารถดำเนินการได้ว่า “{reason}”",
            f"ลบ {key}: หรือแก้สถานะเป็น {Status.CANNOT.label}",
            (record.where("status"),),
        )
