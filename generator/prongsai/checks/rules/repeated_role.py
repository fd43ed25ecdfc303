"""หน้าที่ที่มีได้คนเดียวในคณะกรรมการต้องไม่ซ้ำ และคนเดียวกันต้องไม่อยู่สองที่

ตรวจประธาน หัวหน้าคณะทำงาน เลขานุการ และตำแหน่งที่มีคนเดียว (นายก ปลัด ผู้อำนวยการกอง) ในรายชื่อของคำสั่ง คำสั่งที่ตั้งสองคณะในฉบับเดียว (มีทั้งประธานและเลขานุการครบสองชุด) ไม่ถือว่าซ้ำ
เหตุที่สำคัญ: คณะกรรมการที่มีประธานสองคนประชุมและลงมติไม่ได้ และมักเกิดจากการคัดลอกบรรทัดแล้วลืมแก้

ไม่ผ่าน: สองคนมี role: ประธานกรรมการ
ไม่ผ่าน: ชื่อเดียวกันอยู่สองบรรทัด
ผ่าน: ประธานกรรมการหนึ่งคน กรรมการสามคน กรรมการและเลขานุการหนึ่งคน ผู้ช่วยเลขานุการสองคน
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.load.sources import LoadedDossier
from prongsai.papers.kinds.order import Member, Order
from prongsai.problem import Problem, Severity
from prongsai.thai.patterns import compile_late
from prongsai.thai.text import compact

ID = "repeated-role"
SEVERITY = Severity.WARNING

_CHAIR = "ประธาน"
_SECRETARY = "เลขานุการ"
_NOT_FIRST = compile_late("รอง|ผู้ช่วย|ที่ปรึกษา|แทน|ร่วม")
_ONE_HOLDER = compile_late(
    "(?:นายก(?!ฯ)|ปลัด|ประธานสภา|เลขานุการนายก|ผู้อำนวยการ(?:กอง|สำนัก)|หัวหน้า(?:สำนัก|ฝ่าย|กอง)|กำนันตำบล)[ก-๎]*$"
)
_ROLES = (
    (_CHAIR, compile_late("^ประธาน")),
    ("หัวหน้าคณะทำงาน", compile_late("^หัวหน้า(?:คณะทำงาน|ชุด|คณะ)|^หัวหน้า$")),
    (_SECRETARY, compile_late("เลขานุการ|^เลขา")),
)


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield the second holder of a role that one person has, and the second mention of a person."""
    for paper_id, paper in loaded.dossier.papers.items():
        if isinstance(paper, Order):
            yield from _check_roles(loaded, paper_id, paper.members)
            yield from _check_names(loaded, paper_id, paper.members)


def _check_roles(loaded: LoadedDossier, paper_id: str, members: tuple[Member, ...]) -> Iterator[Problem]:
    holders: dict[str, list[int]] = {}
    for index, member in enumerate(members):
        role = compact(member.role)
        name = next((name for name, pattern in _ROLES if pattern.search(role) and not _NOT_FIRST.search(role)), None)
        if name:
            holders.setdefault(name, []).append(index)
    if _has_several_committees(holders):
        return
    yield from _check_posts(loaded, paper_id, members)
    for name, (first, *others) in holders.items():
        for index in others:
            yield Problem(
                loaded.sources.where(f"papers/{paper_id}", "members", index, "role"),
                ID,
                SEVERITY,
                f"มี{name}สองคน คือ “{_name(members[first])}” และ “{_name(members[index])}”",
                f"แก้หน้าที่ของคนที่ไม่ใช่{name} เช่น กรรมการ",
                (loaded.sources.where(f"papers/{paper_id}", "members", first, "role"),),
            )


def _check_posts(loaded: LoadedDossier, paper_id: str, members: tuple[Member, ...]) -> Iterator[Problem]:
    """Yield the second line of a post that one person holds."""
    first: dict[str, int] = {}
    for index, member in enumerate(members):
        position = compact(member.position or "")
        if not _ONE_HOLDER.match(position):
            continue
        earlier = first.setdefault(position, index)
        if earlier != index:
            yield Problem(
                loaded.sources.where(f"papers/{paper_id}", "members", index, "position"),
                ID,
                SEVERITY,
                f"กรรมการลำดับที่ {index + 1} ซ้ำกับลำดับที่ {earlier + 1}: “{member.position}” ซึ่งมีได้คนเดียว",
                "แก้ตำแหน่งที่คัดลอกมา หรือลบบรรทัดที่ซ้ำ",
                (loaded.sources.where(f"papers/{paper_id}", "members", earlier, "position"),),
            )


def _has_several_committees(holders: dict[str, list[int]]) -> bool:
    """Each committee begins with its head and ends with its secretary: head, secretary, head, secretary."""
    heads = sorted(index for name, places in holders.items() if name != _SECRETARY for index in places)
    secretaries = holders.get(_SECRETARY, [])
    return len(heads) > 1 and all(
        any(before < place < after for place in secretaries)
        for before, after in zip(heads, [*heads[1:], 10**9], strict=True)
    )


def _check_names(loaded: LoadedDossier, paper_id: str, members: tuple[Member, ...]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, member in enumerate(members):
        if not member.name or not re.search("[ก-ฮ]", member.name):
            continue
        earlier = first.setdefault(f"{compact(member.name)}|{compact(member.role)}", index)
        if earlier != index:
            yield Problem(
                loaded.sources.where(f"papers/{paper_id}", "members", index, "name"),
                ID,
                SEVERITY,
                f"กรรมการลำดับที่ {index + 1} ซ้ำกับลำดับที่ {earlier + 1}: “{member.name}”",
                "แก้ชื่อที่คัดลอกมา หรือลบบรรทัดที่ซ้ำ",
                (loaded.sources.where(f"papers/{paper_id}", "members", earlier, "name"),),
            )


def _name(member: Member) -> str:
    return member.position or member.name or member.role
