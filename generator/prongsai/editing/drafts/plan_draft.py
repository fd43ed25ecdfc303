"""``plan.yml`` of a new plan: the projects that were picked, and a key for every text that the plan has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from prongsai.editing.drafts.draft import Blank, render_draft
from prongsai.records.frameworks import find_framework
from prongsai.records.lao import Lao
from prongsai.records.usual_projects import UsualProject

_MONEY = "บาทต่อปี เช่น 20000 หรือ ไม่ใช้งบประมาณ หรือรายปี เช่น {{{first}: 20000}}"
_TEXTS = {
    "foreword": "คำนำ ขึ้นบรรทัดใหม่แล้วเขียน - ข้อความ ย่อหน้าละข้อ",
    "principles": "หลักการและเหตุผล ย่อหน้าละข้อ",
    "objectives": "วัตถุประสงค์ ข้อละ -",
    "goals": "เป้าหมาย ข้อละ -",
    "benefits": "ประโยชน์ ข้อละ -",
    "targets": "ค่าเป้าหมาย ดูคู่มือหน้าแผน",
    "risks": "การประเมินความเสี่ยงการทุจริต ดูคู่มือหน้าแผน",
    "announcement": "รหัสประกาศใช้แผน สร้างด้วย prongsai new paper --for {period}",
    "order": "รหัสคำสั่งแต่งตั้ง สร้างด้วย prongsai new paper --for {period} --kind คำสั่ง",
}


def draft_plan(lao: Lao, period: str, picked: Sequence[UsualProject]) -> str:
    """Return the text of ``plan.yml``.

    Args:
        lao: Whose plan it is.
        period: Its years: 2566-2570.
        picked: The projects to begin with.
    """
    first, last = period.split("-")
    pairs: dict[str, Any] = {}
    if find_framework(period) is None:
        pairs["dimensions"] = Blank("ต้องเติม: ชื่อมิติตามแผน เช่น {1: ชื่อมิติที่ 1, 2: ชื่อมิติที่ 2}")
        pairs["missions"] = Blank("ต้องเติม: ชื่อภารกิจตามแผน เช่น {1.1: ชื่อภารกิจ}")
    pairs |= {key: Blank(about.format(period=period)) for key, about in _TEXTS.items()}
    pairs["projects"] = [
        _draft_project(number, project, lao, first) for number, project in enumerate(picked, 1)
    ] or Blank("ขึ้นบรรทัดใหม่แล้วเขียนโครงการละชุด ดูคู่มือหน้าโครงการ หรือกรอกใน Excel ด้วย prongsai sheet export")
    head = [
        f"แผนปฏิบัติการป้องกันการทุจริตเพื่อยกระดับคุณธรรมและความโปร่งใส (พ.ศ. {first} - {last}) {lao.full_name}",
        "คีย์ที่ยังว่างถือว่ายังไม่มีข้อมูล เติมข้อความหลังเครื่องหมาย : แล้วลบคำอธิบายหลัง # ได้",
    ]
    return render_draft(head, pairs, "projects")


def _draft_project(number: int, project: UsualProject, lao: Lao, first: str) -> dict[str, Any]:
    return {
        "id": f"p{number:02}",
        "number": str(number),
        **({"kind": project.kind.label} if project.kind else {}),
        "name": project.name_for(lao.full_name),
        "mission": project.mission,
        "budget": Blank(_MONEY.format(first=first)),
        "responsible_units": Blank("เช่น สำนักปลัด"),
    }
