"""What an import found and would do, as text for a clerk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from prongsai.importing.document import Reading
from prongsai.importing.importer import ImportPlan
from prongsai.importing.ledger import Field
from prongsai.importing.merging import Conflict
from prongsai.importing.writing import Planned

_KINDS = {
    "plan": "แผน",
    "report": "รายงานผล",
    "eplan": "ตารางจากระบบ e-PlanNACC",
    "measures": "มาตรการส่งเสริมคุณธรรมฯ",
    "announcement": "ประกาศ",
    "order": "คำสั่ง",
    "memo": "บันทึกข้อความ",
}
_SHOWN_LEFTOVERS = 12
_SHOWN_CONFLICTS = 20
_WIDTH = 60


def format_reading(reading: Reading) -> str:
    """Return what was found in one document."""
    ledger = reading.ledger
    kinds = [_KINDS[kind] for kind in reading.kinds]
    lines = [f"{ledger.source.name}: {', '.join(kinds) if kinds else 'ไม่พบเอกสารชนิดที่รู้จัก'}"]
    counts = [f"ค่าที่อ่านได้ {len(ledger.fields):,}"]
    if declared := sum(1 for field in ledger.fields if "declared" in field.path):
        counts.append(f"ตัวเลขที่เอกสารพิมพ์ไว้ {declared}")
    lines.append("  พบ " + " · ".join(counts))
    lines += [f"  ไม่ได้อ่าน {place} เพราะเป็นภาพ" for place in ledger.source.unread]
    leftovers = list(ledger.iter_leftovers())
    if leftovers:
        lines.append(f"  ข้อความที่ไม่ได้ลงช่องใด {len(leftovers)} แห่ง")
        lines += [f"    {left.place}: {_cut(left.text)}" for left in leftovers[:_SHOWN_LEFTOVERS]]
        if len(leftovers) > _SHOWN_LEFTOVERS:
            lines.append(
                f"    และอีก {len(leftovers) - _SHOWN_LEFTOVERS} แห่ง (ดูทั้งหมดในไฟล์ README-import หลังสั่งด้วย --write)"
            )
    lines += [
        f"  เอกสารพิมพ์ไว้ไม่ตรงกัน: {'.'.join(map(str, first.path))} เป็น “{_cut(first.value)}” และ “{_cut(second.value)}”"
        for first, second in find_contradictions(ledger.fields)
    ]
    return "\n".join(lines)


def find_contradictions(fields: Sequence[Field]) -> list[tuple[Field, Field]]:
    """Return figures of one place in the records that the document prints in two ways."""
    seen: dict[tuple[Any, ...], Field] = {}
    found = []
    for field in fields:
        if "declared" not in field.path:
            continue
        key = (field.record, field.path)
        first = seen.setdefault(key, field)
        if first.value.removesuffix(".00") != field.value.removesuffix(".00"):
            found.append((first, field))
    return found


def format_plan(plan: ImportPlan, lao: str, *, written: bool) -> str:
    """Return what becomes of each file."""
    counts = [f"{kind} {count}" for kind, count in plan.counts.items() if count]
    lines = [f"รวม {' · '.join(counts)}"] if counts else [] if plan.files else ["ไม่พบข้อมูลที่เขียนได้"]
    lines += [_format_file(item, lao) for item in plan.files]
    conflicts = [(item, conflict) for item in plan.files for conflict in item.conflicts]
    for item, conflict in conflicts[:_SHOWN_CONFLICTS]:
        lines.append(
            f"  {item.path} {_name_place(conflict)}: ในไฟล์ “{_cut(_show(conflict.old))}” ในเอกสาร “{_cut(_show(conflict.new))}”"
        )
    if len(conflicts) > _SHOWN_CONFLICTS:
        lines.append(f"  และอีก {len(conflicts) - _SHOWN_CONFLICTS} แห่ง")
    if conflicts:
        lines.append(f"ค่าเดิม {len(conflicts)} แห่งต่างจากเอกสาร ยังคงค่าเดิมไว้ หากต้องการใช้ค่าจากเอกสาร ให้เพิ่ม --replace")
    lines += [
        f"  {path} {_name_place(clash)}: เอกสารแรกเขียน “{_cut(_show(clash.old))}” เอกสารหลังเขียน “{_cut(_show(clash.new))}”"
        for path, clash in plan.clashes[:_SHOWN_CONFLICTS]
    ]
    if plan.clashes:
        lines.append(f"เอกสารขัดกันเอง {len(plan.clashes)} แห่ง ใช้ค่าของเอกสารที่ระบุก่อน โปรดตรวจว่าค่าใดถูกต้อง")
    lines += [f"ยังเขียนไม่ได้: {reason}" for reason in plan.missing]
    doubts = sum(item.doubts for item in plan.files)
    if doubts:
        lines.append(f"ค่าที่ไม่แน่ใจ {doubts} แห่ง มีหมายเหตุ “# ไม่แน่ใจ” ที่บรรทัดนั้น โปรดตรวจ")
    if not written and any(item.text is not None for item in plan.files):
        lines.append("ยังไม่ได้เขียนไฟล์ใด หากถูกต้องแล้ว สั่งซ้ำโดยเพิ่ม --write")
    return "\n".join(lines)


def _format_file(item: Planned, lao: str) -> str:
    shown = f"{lao}/{item.path}"
    if item.is_new:
        return f"ใหม่       {shown} ({item.added} ค่า)"
    if item.text is None:
        return f"ไม่เปลี่ยน  {shown}"
    return f"เพิ่ม/แก้   {shown} (เพิ่ม {item.added} ค่า)"


def _name_place(conflict: Conflict) -> str:
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in conflict.path)


def _show(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(_show(item) for item in value.values())
    return " · ".join(map(_show, value)) if isinstance(value, list) else str(value)


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _WIDTH else f"{text[:_WIDTH]}…"
