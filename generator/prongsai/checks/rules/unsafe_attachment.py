"""ไฟล์แนบไม่ควรมีสคริปต์ มาโคร โปรแกรม หรือรหัสผ่าน

ตรวจ PDF ที่มี JavaScript หรือคำสั่งเปิดโปรแกรม เอกสาร Word และ Excel ที่มีมาโคร ไฟล์ zip ที่มีโปรแกรม และไฟล์ที่เข้ารหัสไว้
เหตุที่สำคัญ: ประชาชนเปิดไฟล์เหล่านี้บนเครื่องของตน โปรแกรมป้องกันไวรัสจะกันไว้ และไฟล์ที่เข้ารหัสเปิดอ่านหรือฟังด้วยโปรแกรมอ่านหน้าจอไม่ได้

ไม่ผ่าน: signed: files/ประกาศ.pdf ที่ต้องใส่รหัสผ่าน
ผ่าน: signed: files/ประกาศ.pdf ที่พิมพ์เป็น PDF ใหม่
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.load.attachments.findings import Danger
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity

ID = "unsafe-attachment"
SEVERITY = Severity.WARNING


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield what readers should not have to open."""
    for attached in loaded.sources.attached:
        for danger in Danger:
            if danger in attached.dangers:
                yield Problem(attached.where, ID, SEVERITY, f"ไฟล์ “{attached.name}” {danger.what}", danger.fix)
