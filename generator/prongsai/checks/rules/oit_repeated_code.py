"""เลขข้อ OIT ในรายการของปีเดียวกันต้องไม่ซ้ำ

ตรวจรายการข้อ OIT ทั้งหมดของปี (oit/) เลขที่เขียนต่างกันแต่เป็นข้อเดียวกัน เช่น O5 กับ o๕ นับว่าซ้ำ
เหตุที่สำคัญ: ผู้ประเมินหาข้อจากเลข ข้อที่มีสองแถวไม่มีทางรู้ว่าที่อยู่ใดถูก

ไม่ผ่าน: สองข้อใน oit/2568.yml มี code: O5
ผ่าน: ข้อเดียวมีหลายที่อยู่ เช่น url: [https://www.maesai.go.th/a, https://www.maesai.go.th/b]
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where

ID = "oit-repeated-code"
SEVERITY = Severity.ERROR


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield every item whose code an earlier one has."""
    for year, record in loaded.dossier.oit_lists.items():
        first: dict[str, Where] = {}
        for index, entry in enumerate(record.items):
            where = loaded.sources.where(f"oit/{year}", "items", index, "code")
            if entry.code in first:
                message = f"เลขข้อ {entry.code} “{entry.title}” ซ้ำกับอีกข้อหนึ่ง"
                fix = "แก้เลขข้อ หรือรวมเป็นข้อเดียวแล้วเขียนที่อยู่ทั้งหมดเป็นรายการใต้ url:"
                yield Problem(where, ID, SEVERITY, message, fix, (first[entry.code],))
            first.setdefault(entry.code, where)
