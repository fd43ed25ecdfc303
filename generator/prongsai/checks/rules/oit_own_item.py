"""เลขข้อ OIT ของแผน รายงาน และมาตรการต้องตรงกับรายการของหน่วยงาน

ตรวจปีที่มีรายการข้อ OIT ทั้งหมด (oit/) โปรแกรมเติมที่อยู่ให้ข้อที่เลขตรงกับตารางของโปรแกรมหรือ oit ใน lao.yml และชื่อเป็นเรื่องเดียวกัน
เหตุที่สำคัญ: เลขข้อเปลี่ยนทุกปี เลขที่ไม่ตรงกันทำให้ข้อนั้นไม่มีที่อยู่ หรือผู้ประเมินเห็นสองเลขของเรื่องเดียวกัน

ไม่ผ่าน: ตารางปี 2568 บอกว่าแผนคือ O25 แต่ใน oit/2568.yml ข้อ O25 คือการเปิดโอกาสให้เกิดการมีส่วนร่วม
ไม่ผ่าน: เว็บไซต์นี้มีแผน ซึ่งเป็น O25 แต่ oit/2568.yml ไม่มีข้อ O25
ผ่าน: oit: {2568: {plan: O24}} ใน lao.yml และ oit/2568.yml มีข้อ O24 แผนปฏิบัติการป้องกันการทุจริต
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.figures.oit import OitItem
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.oit_list import OitList, find_code

ID = "oit-own-item"
SEVERITY = Severity.WARNING


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield the items of this site that the office's list has under another number, or not at all."""
    for year, record in loaded.dossier.oit_lists.items():
        if not record.items:
            continue
        lines = loaded.ledger.oit_lists[year]
        joined = {line.own.kind for line in lines if line.own and line.entry}
        for item in loaded.ledger.oit_items[year]:
            if item.kind not in joined:
                yield from _check_item(loaded, year, record, item)


def _check_item(loaded: LoadedDossier, year: int, record: OitList, item: OitItem) -> Iterator[Problem]:
    name = f"oit/{year}"
    setting = f"oit: {{{year}: {{{item.kind.value}: …}}}}"
    code = find_code(item.code or "")
    same = next((index for index, entry in enumerate(record.items) if code and entry.code == code), None)
    if same is not None:
        yield Problem(
            loaded.sources.where(name, "items", same, "title"),
            ID,
            SEVERITY,
            f"ข้อ {code} ของปี {year} คือ {item.kind.label} แต่รายการนี้ชื่อ “{record.items[same].title}” จึงไม่ได้เติมที่อยู่ให้",
            f"ตรวจกับคู่มือการประเมิน หากเลขในรายการถูก เขียน {setting} ใน lao.yml หากไม่ถูก แก้เลขหรือชื่อในรายการ",
        )
    elif item.is_published:
        missing = f"ไม่มีข้อ {code}" if code else "ยังไม่รู้ว่าเป็นข้อใด"
        fix = f"เพิ่มข้อ {code} หรือหากเลขเป็นอย่างอื่น" if code else "หากปีนี้มีข้อนี้"
        yield Problem(
            loaded.sources.where(name, "items"),
            ID,
            SEVERITY,
            f"เว็บไซต์นี้มี{item.title} แต่รายการของปี {year} {missing}",
            f"{fix} เขียน {setting} ใน lao.yml",
        )
