"""ข้อ OIT ทุกข้อในรายการต้องมีที่อยู่ให้ผู้ประเมินเปิด

ตรวจรายการข้อ OIT ทั้งหมดของปี (oit/) ข้อที่เว็บไซต์นี้แสดงเองและเผยแพร่แล้วไม่ต้องเขียนที่อยู่
เหตุที่สำคัญ: ผู้ประเมินเปิดดูทีละข้อ ข้อที่ไม่มีที่อยู่ไม่ได้คะแนน

ไม่ผ่าน: ข้อ O1 ใน oit/2568.yml ไม่มี url และ file
ผ่าน: ข้อ O1 มี url: https://www.maesai.go.th/structure
ผ่าน: ข้อของแผนป้องกันการทุจริตที่ไม่มี url เมื่อแผนอยู่ในเว็บไซต์นี้แล้ว
ผ่าน: ignore: [{rule: oit-without-address, reason: หน่วยงานไม่มีภารกิจนี้}] ในข้อนั้น
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity

ID = "oit-without-address"
SEVERITY = Severity.WARNING


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield every item that nobody can open."""
    for year, lines in loaded.ledger.oit_lists.items():
        missing = {id(line.entry) for line in lines if not line.has_address}  # two items may say the same
        for index, entry in enumerate(loaded.dossier.oit_lists[year].items):
            if id(entry) in missing:
                yield Problem(
                    loaded.sources.where(f"oit/{year}", "items", index, "title"),
                    ID,
                    SEVERITY,
                    f"ข้อ {entry.code} “{entry.title}” ของปี {year} ยังไม่มีที่อยู่ให้เปิด",
                    "เขียนที่อยู่ที่ url: หรือวางไฟล์ใน files/ แล้วเขียน file: หากไม่ต้องตอบข้อนี้ เขียน ignore พร้อมเหตุผล",
                )
