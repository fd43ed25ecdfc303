"""โครงการที่รอรายงานหรือไม่สามารถดำเนินการได้ ต้องไม่มีเงินเบิกจ่าย

เหตุที่สำคัญ: เงินที่จ่ายไปแล้วแปลว่ามีการดำเนินงาน สถานะหรือจำนวนเงินอย่างใดอย่างหนึ่งจึงน่าจะผิด

ไม่ผ่าน: status: ไม่สามารถดำเนินการได้ และ disbursed: 20000
ผ่าน: status: ไม่สามารถดำเนินการได้ และ disbursed: 0
ผ่าน: status: อยู่ระหว่างดำเนินการ และ disbursed: 20000
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.round_records import describe_money, iter_round_records
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.progress import Status

ID = "spent-without-work"
SEVERITY = Severity.WARNING


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield records with money used whose status tells of no work."""
    for record in iter_round_records(loaded):
        status, used = record.progress.status, record.progress.disbursed
        if status in {Status.WAITING, Status.CANNOT} and used and used.amount:
            yield Problem(
                record.where("disbursed"),
                ID,
                SEVERITY,
                f"โครงการ {record.progress.project} มีสถานะ “{status.label}” แต่เบิกจ่ายแล้ว {describe_money(used)}",
                "แก้สถานะหรือยอดเบิกจ่ายให้ตรงกับที่เกิดขึ้นจริง",
                (record.where("status"),),
            )
