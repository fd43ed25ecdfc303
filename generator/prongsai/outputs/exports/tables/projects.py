"""The projects of all plans, with the texts of their cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from prongsai.blocks.blocks import Line
from prongsai.documents.steps import number_steps
from prongsai.outputs.exports.columns import (
    TO_PLAN,
    address_column,
    choice_column,
    lao_column,
    plan_column,
    texts_column,
)
from prongsai.outputs.exports.table import Column, Kind, Table
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.records.plan import Plan
from prongsai.records.project import Project, ProjectKind, Result

_NOT_LIMITED = "ไม่จำกัด คือตามช่วงปีของแผน"


class Item(NamedTuple):
    """One project."""

    lao: LaoPages
    plan: Plan
    project: Project


def list_items(lao: LaoPages) -> Iterator[Item]:
    """Yield the projects of every plan, in the plans' order."""
    for plan in lao.dossier.plans.values():
        for project in plan.projects:
            yield Item(lao, plan, project)


def list_lines(lines: Iterable[Line]) -> Iterator[str]:
    """Yield numbered lines of every level as text."""
    for line in lines:
        yield f"{line.number} {line.text}".strip()
        yield from list_lines(line.children)


def list_results(results: Iterable[Result]) -> Iterator[str]:
    """Yield outputs or outcomes, with how they are measured."""
    for result in results:
        yield f"{result.text} (วัดจาก {result.measure})" if result.measure else result.text


TABLE: Table[Item] = Table(
    "projects",
    "โครงการ",
    "โครงการ กิจกรรม หรือมาตรการละแถว",
    "ตารางแผนและแบบรายละเอียดโครงการ",
    ("lao", "plan", "project"),
    (
        lao_column(),
        plan_column(),
        Column("project", "รหัสโครงการ", "รหัสถาวรในที่อยู่หน้าเว็บ", lambda item: item.project.id, empty=""),
        Column("number", "ลำดับที่", "ลำดับที่ในแผน", lambda item: item.project.number, Kind.INTEGER, empty=""),
        Column("name", "ชื่อโครงการ", "ชื่อตามตารางแผน", lambda item: item.project.name, empty=""),
        Column(
            "is_named",
            "เอกสารระบุชื่อ",
            "false คือรายงานนับโครงการนี้โดยไม่ระบุชื่อ",
            lambda item: item.project.is_named,
            Kind.BOOLEAN,
            empty="",
        ),
        Column(
            "card_name",
            "ชื่อในแบบรายละเอียด",
            "ชื่อเมื่อไม่ตรงกับตารางแผน",
            lambda item: item.project.card_name,
            empty="ตรงกับตารางแผน",
        ),
        Column(
            "eplan_number",
            "ลำดับใน e-PlanNACC",
            "ลำดับในระบบ e-PlanNACC",
            lambda item: item.project.eplan_number,
            Kind.INTEGER,
        ),
        Column(
            "eplan_name", "ชื่อใน e-PlanNACC", "ชื่อเมื่อไม่ตรงกับแผน", lambda item: item.project.eplan_name, empty="ตรงกับแผน"
        ),
        choice_column("kind", "ประเภท", "ประเภทโครงการ", lambda item: item.project.kind, ProjectKind),
        Column("dimension", "มิติที่", "เลขมิติ", lambda item: item.project.dimension, Kind.INTEGER, empty=""),
        Column("dimension_title", "ชื่อมิติ", "ชื่อมิติ", lambda item: item.plan.dimension_titles.get(item.project.dimension)),
        Column("mission", "ภารกิจที่", "เลขภารกิจหรือภารกิจย่อย", lambda item: item.project.mission),
        Column(
            "mission_title", "ชื่อภารกิจ", "ชื่อภารกิจ", lambda item: item.plan.mission_titles.get(item.project.main_mission)
        ),
        Column(
            "from_year",
            "อยู่ในแผนตั้งแต่",
            "ปีงบประมาณแรกที่มีผล",
            lambda item: item.project.from_year,
            Kind.INTEGER,
            "พ.ศ.",
            empty=_NOT_LIMITED,
        ),
        Column(
            "until_year",
            "อยู่ในแผนถึง",
            "ปีงบประมาณสุดท้ายที่มีผล",
            lambda item: item.project.until_year,
            Kind.INTEGER,
            "พ.ศ.",
            empty=_NOT_LIMITED,
        ),
        Column("period", "ระยะเวลาดำเนินการ", "ถ้อยคำตามแบบรายละเอียด", lambda item: item.project.period, empty="ทุกปีที่มีผล"),
        texts_column("responsible_units", "ผู้รับผิดชอบ", "ส่วนราชการที่รับผิดชอบ", lambda item: item.project.responsible_units),
        texts_column("rationale", "หลักการและเหตุผล", "หลักการและเหตุผล", lambda item: item.project.rationale),
        texts_column("objectives", "วัตถุประสงค์", "วัตถุประสงค์", lambda item: item.project.objectives),
        texts_column(
            "target_groups",
            "กลุ่มเป้าหมาย",
            "กลุ่มเป้าหมาย",
            lambda item: (
                f"{group.text} {group.count} คน" if group.count is not None else group.text
                for group in item.project.target_groups
            ),
        ),
        texts_column(
            "steps", "วิธีดำเนินการ", "ขั้นตอน พร้อมเลขข้อ", lambda item: list_lines(number_steps(item.project.steps))
        ),
        texts_column("outputs", "ผลผลิต", "ผลผลิตที่คาดไว้", lambda item: list_results(item.project.outputs)),
        texts_column("outcomes", "ผลลัพธ์", "ผลลัพธ์ที่คาดไว้", lambda item: list_results(item.project.outcomes)),
        Column("note", "หมายเหตุ", "หมายเหตุในตารางแผน", lambda item: item.project.note),
        address_column(
            "page_address", "ที่อยู่หน้าโครงการ", lambda item: item.lao.get_project_page(item.plan, item.project.id)
        ),
    ),
    list_items,
    (TO_PLAN,),
)
