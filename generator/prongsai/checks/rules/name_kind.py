"""โครงการหนึ่งต้องเป็นประเภทเดียวกันทุกที่: โครงการ กิจกรรม มาตรการ หรือแนวปฏิบัติ

เทียบ kind: และคำแรกของ card_name: กับ eplan_name: กับคำแรกของ name:
เหตุที่สำคัญ: ผู้อ่านที่พบ “โครงการ” ในที่หนึ่งและ “มาตรการ” ในอีกที่หนึ่งจะนับเป็นสองรายการ

ไม่ผ่าน: name: มาตรการจัดให้มีช่องทางร้องเรียน แต่ card_name: โครงการจัดให้มีช่องทางร้องเรียน
ไม่ผ่าน: kind: กิจกรรม แต่ name: โครงการจัดเวทีประชาคม
ผ่าน: kind: โครงการ และ name: จัดเวทีประชาคม (ชื่อไม่ขึ้นต้นด้วยประเภท)
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.plan_projects import iter_plan_projects
from prongsai.checks.subjects.project_names import list_other_names, make_key, split_kind
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.project import Project, ProjectKind

ID = "name-kind"
SEVERITY = Severity.WARNING


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield every place that calls a project another kind than its name in the plan's table does."""
    for card in iter_plan_projects(loaded):
        project = card.project
        in_name = split_kind(make_key(project.name))[0] if project.is_named else None
        first, first_key = (in_name, "name") if in_name else (project.kind, "kind")
        if first is None:
            continue
        for key, place, kind in _list_kinds(project):
            if kind is not first:
                yield Problem(
                    card.where(key),
                    ID,
                    SEVERITY,
                    f"โครงการ {project.id} เป็น “{kind.label}” ตาม{place} แต่เป็น “{first.label}” ตาม {first_key}:",
                    "แก้ให้เป็นประเภทเดียวกันทุกที่",
                    (card.where(first_key),),
                )


def _list_kinds(project: Project) -> Iterator[tuple[str, str, ProjectKind]]:
    if project.kind is not None:
        yield "kind", " kind:", project.kind
    for key, place, name in list_other_names(project):
        kind, _ = split_kind(make_key(name))
        if kind is not None:
            yield key, f"ชื่อใน{place}", kind
