"""ข้อ OIT แต่ละข้อควรมีที่อยู่ของตัวเอง

ตรวจรายการข้อ OIT ทั้งหมดของปี (oit/) ว่าที่อยู่เดียวกันตอบหลายข้อ หรือซ้ำในข้อเดียวกันหรือไม่
เหตุที่สำคัญ: ที่อยู่ที่วางผิดข้อมักเป็นที่อยู่ของข้อก่อนหน้าที่คัดลอกมา และผู้ประเมินต้องหาข้อมูลของข้อนั้นเองในหน้าเดียวกัน

ไม่ผ่าน: ข้อ O1 และ O2 มี url: https://www.maesai.go.th/about
ผ่าน: O1 มี url: https://www.maesai.go.th/structure และ O2 มี url: https://www.maesai.go.th/executives
ผ่าน: ignore: [{rule: oit-repeated-address, reason: ทั้งสองข้ออยู่ในหน้าเดียวกัน คนละหัวข้อ}] ในข้อหลัง
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where

ID = "oit-repeated-address"
SEVERITY = Severity.ADVICE


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield every address that an earlier item of the same year has."""
    for year, record in loaded.dossier.oit_lists.items():
        first: dict[str, tuple[str, Where]] = {}
        for index, entry in enumerate(record.items):
            for number, target in enumerate((*entry.url, *([entry.file] if entry.file else []))):
                key = ("url", number) if number < len(entry.url) else ("file",)
                where = loaded.sources.where(f"oit/{year}", "items", index, *key)
                if target in first:
                    code, before = first[target]
                    message, fix = (
                        ("เขียนที่อยู่เดียวกันสองครั้ง", "ลบที่อยู่ที่ซ้ำ")
                        if code == entry.code
                        else (
                            f"มีที่อยู่เดียวกับข้อ {code}",
                            "เขียนที่อยู่ของข้อนี้เอง หากอยู่หน้าเดียวกันจริง ใช้ที่อยู่ที่มี # พาไปถึงหัวข้อ หรือเขียน ignore พร้อมเหตุผล",
                        )
                    )
                    yield Problem(where, ID, SEVERITY, f"ข้อ {entry.code} {message}: {_shorten(target)}", fix, (before,))
                first.setdefault(target, (entry.code, where))


def _shorten(target: str) -> str:
    return target if len(target) <= 80 else f"{target[:80]}…"
