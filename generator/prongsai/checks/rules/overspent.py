"""เงินที่เบิกจ่ายต้องไม่มากกว่างบประมาณตามแผน และไม่มากกว่างบประมาณตามข้อบัญญัติ/เทศบัญญัติ

เหตุที่สำคัญ: ผู้อ่านจะเห็นร้อยละการเบิกจ่ายเกิน 100 ซึ่งมักเกิดจากกรอกยอดผิด หรือไม่ได้บอกว่ามีการโอนงบประมาณ

ไม่ผ่าน: งบประมาณตามแผน 50,000 บาท เบิกจ่าย 55,000 บาท
ไม่ผ่าน: budget: ไม่ใช้งบประมาณ แต่ disbursed: 3000
ผ่าน: งบประมาณตามแผน 50,000 บาท เบิกจ่าย 50,000 บาท
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.round_records import RoundRecord, describe_money, iter_round_records
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.money import Money

ID = "overspent"
SEVERITY = Severity.WARNING


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield records that use more money than the plan or the ordinance gives."""
    ordinance = loaded.dossier.lao.type.vocabulary.ordinance
    for record in iter_round_records(loaded):
        used = record.progress.disbursed
        if used is None:
            continue
        exceeded = [limit for limit in _list_limits(record, ordinance) if _is_more(used, limit[1])]
        if exceeded:
            limits = " และ".join(f"{name} ({describe_money(money)})" for name, money, _ in exceeded)
            yield Problem(
                record.where("disbursed"),
                ID,
                SEVERITY,
                f"โครงการ {record.progress.project} เบิกจ่าย {describe_money(used)} มากกว่า{limits}",
                "แก้จำนวนเงินที่ผิด หากโอนงบประมาณเพิ่มจริง ให้ยกเว้นด้วย ignore: พร้อมเหตุผล",
                tuple(where for _, _, where in exceeded),
            )


def _list_limits(record: RoundRecord, ordinance: str) -> Iterator[tuple[str, Money, Where]]:
    if record.progress.planned:
        yield "งบประมาณตามแผน", record.progress.planned, record.where("planned")
    elif record.card:
        where = record.card.where("budget", str(record.key.fiscal_year))
        yield "งบประมาณตามแผน", record.plan_budget, where
    if record.progress.ordinance:
        yield f"งบประมาณตาม{ordinance}", record.progress.ordinance, record.where("ordinance")


def _is_more(used: Money, limit: Money) -> bool:
    return used.amount is not None and limit.amount is not None and used.amount > limit.amount
