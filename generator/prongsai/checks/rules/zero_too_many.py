"""งบประมาณตามข้อบัญญัติ/เทศบัญญัติต้องไม่เป็นสิบเท่าของงบประมาณตามแผนพอดี

ตรวจเฉพาะที่ทราบทั้งสองจำนวน และต่างกันสิบ ร้อย หรือพันเท่าพอดี
เหตุที่สำคัญ: เลขศูนย์ที่พิมพ์เกินทำให้งบประมาณรวมของทั้งมิติผิดไปด้วย

ไม่ผ่าน: งบประมาณตามแผน 20,000 บาท แต่ ordinance: 200,000
ผ่าน: งบประมาณตามแผน 20,000 บาท ordinance: 25,000
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.round_records import describe_money, iter_round_records
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity

ID = "zero-too-many"
SEVERITY = Severity.WARNING
_TIMES = (10, 100, 1000)


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield records whose ordinance has exactly ten, a hundred or a thousand times the plan's money."""
    name = f"งบประมาณตาม{loaded.dossier.lao.type.vocabulary.ordinance}"
    for record in iter_round_records(loaded):
        ordinance, planned = record.progress.ordinance, record.progress.planned or record.plan_budget
        if ordinance is None or not ordinance.amount or not planned.amount:
            continue
        times = next((times for times in _TIMES if ordinance.amount == planned.amount * times), None)
        if times:
            is_own = record.progress.planned is not None
            card = record.card.where("budget", str(record.key.fiscal_year)) if record.card else record.where("project")
            yield Problem(
                record.where("ordinance"),
                ID,
                SEVERITY,
                f"{name}ของโครงการ {record.progress.project} คือ {describe_money(ordinance)}"
                f" เป็น {times:,} เท่าของงบประมาณตามแผน {describe_money(planned)} พอดี",
                "ตรวจเลขศูนย์ที่พิมพ์เกินหรือขาด แล้วแก้จำนวนที่ผิด",
                (record.where("planned") if is_own else card,),
            )
