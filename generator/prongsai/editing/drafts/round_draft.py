"""``progress/2567-06.yml`` of a new round: every project in force, with what the last round says of the same year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from prongsai.editing.drafts.draft import Blank, render_draft
from prongsai.exceptions import EditError
from prongsai.load.sources import LoadedDossier
from prongsai.records.dossier import RoundKey
from prongsai.records.progress import ReportOrder, Round, Status

_BLANKS = {
    "as_of": "วันที่ของข้อมูล เช่น {day} (เติมเมื่อรายงานเสร็จ)",
    "reporter": "ตำแหน่งผู้รายงาน",
    "problems": "ปัญหา/อุปสรรค ขึ้นบรรทัดใหม่แล้วเขียน - ข้อความ ข้อละบรรทัด",
    "suggestions": "ข้อเสนอแนะ ข้อละ -",
    "announcement": "รหัสประกาศ สร้างด้วย prongsai new paper --for {slug}",
}
_KEPT = ("reporter", "order", "problems_lead", "suggestions_lead", "supporting_factors_lead")  # from any earlier round


def draft_round(loaded: LoadedDossier, key: RoundKey) -> str:
    """Return the text of a round's file.

    What a project did up to March is a part of the whole year's: round 12 begins with what round 06 says. From another
    year only who reports, and in which order and with which numbers, is kept.

    Raises:
        EditError: No plan covers the year, or its projects or the last round cannot be read in full.
    """
    plan = loaded.dossier.find_plan(key.fiscal_year)
    if plan is None:
        raise EditError(f"ไม่มีแผนของปีงบประมาณ {key.fiscal_year} วิธีแก้: สร้างแผนด้วย prongsai new plan ก่อน")
    if any(name.startswith(f"{plan.period}/") for name in loaded.sources.broken):
        raise EditError(f"แผน {plan.period} อ่านได้ไม่ครบ วิธีแก้: สั่ง prongsai check แล้วแก้ข้อผิดพลาดก่อน")
    projects = plan.projects_in_force(key.fiscal_year)
    before = max((known for known in loaded.dossier.rounds if known < key), default=None)
    if before and f"progress/{before.slug}" in loaded.sources.broken:
        raise EditError(f"progress/{before.slug}.yml อ่านได้ไม่ครบ วิธีแก้: สั่ง prongsai check แล้วแก้ข้อผิดพลาดก่อน")
    written = loaded.sources.documents[f"progress/{before.slug}"].data if before else {}
    is_same_year = before is not None and before.fiscal_year == key.fiscal_year
    known = {item["project"]: item for item in written.get("projects", [])}
    kept = {name: written[name] for name in _KEPT if name in written}
    if (
        before and loaded.dossier.rounds[before].order is ReportOrder.DOCUMENT
    ):  # the document's own, which the list has; who is new comes last
        places = {id_: place for place, id_ in enumerate(known)}
        projects = tuple(sorted(projects, key=lambda item: places.get(item.id, len(places))))
    year = key.fiscal_year
    day = f"5 เมษายน {year}" if key.round is Round.SIX else f"5 ตุลาคม {year}"
    pairs: dict[str, Any] = {
        name: Blank(about.format(day=day, slug=key.slug)) for name, about in _BLANKS.items()
    } | kept
    pairs["projects"] = [
        _draft_record(item.id, known.get(item.id, {}), is_same_year=is_same_year) for item in projects
    ] or Blank("แผนของปีนี้ยังไม่มีโครงการ")
    labels = ", ".join(status.label for status in Status)
    head = [
        f"ผลการดำเนินงานตามแผนปฏิบัติการป้องกันการทุจริต {key.label} {loaded.dossier.lao.full_name}",
        f"status เลือกจาก: {labels}",
        "เงินเขียนเป็นบาทด้วยคีย์ ordinance (ตามข้อบัญญัติ/เทศบัญญัติ) และ disbursed (เบิกจ่าย) ผลเขียนด้วย results และ outcomes",
        f"กรอกใน Excel แทนได้: prongsai sheet export {key.slug}",
    ]
    return render_draft(head, pairs, "projects", [item.name for item in projects])


def _draft_record(project: str, before: Mapping[str, Any], *, is_same_year: bool) -> dict[str, Any]:
    """Return a project's record: what it had in the same year, without its exceptions from the checks."""
    if before and is_same_year:
        return {key: value for key, value in before.items() if key != "ignore"}
    number = {"number": before["number"]} if "number" in before else {}
    return {"project": project, "status": Status.WAITING.label, **number}
