"""What the checker found in an LAO's documents and the LAO explains instead of mending."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.addresses import RULES_PATH
from prongsai.blocks.blocks import Cell, Row, Span, Table, cell, line
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.list_table import make_list_table
from prongsai.outputs.pages.page import Page
from prongsai.problem import Problem, Silenced
from prongsai.records.dossier import Dossier
from prongsai.records.plan import Plan
from prongsai.records.project import Project


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield the list of silenced findings with their reasons; without any, a page that says so."""
    name = lao.dossier.lao.full_name
    yield lao.render(
        "notes.md.jinja",
        lao.paths.notes,
        title=f"ข้อสังเกตเกี่ยวกับข้อมูล {name}",
        description=f"ข้อขัดแย้งที่ระบบตรวจพบในเอกสารต้นฉบับของ{name} และคำอธิบายของผู้บันทึกข้อมูล",
        above=(("ข้อสังเกตเกี่ยวกับข้อมูล", lao.paths.notes),),
        standing_table=_make_standing_table(lao) if lao.standing else None,
        note_table=_make_note_table(lao) if lao.silenced else None,
        is_wide=True,
        is_searched=False,
    )


def _make_standing_table(lao: LaoPages) -> Table:
    return make_list_table(
        "standing-table",
        "คำเตือนที่ยังไม่ได้แก้",
        ("สิ่งที่ตรวจพบ", "ที่พบ", "กฎ"),
        (Row((cell(problem.message, scope="row"), *_tell_place(problem, lao))) for problem in lao.standing),
    )


def _make_note_table(lao: LaoPages) -> Table:
    return make_list_table(
        "note-table",
        "สิ่งที่ตรวจพบและคงไว้ตามเอกสาร",
        ("สิ่งที่ตรวจพบ", "เหตุผลที่คงไว้", "ที่พบ", "กฎ"),
        (_make_note_row(entry, lao) for entry in lao.silenced),
    )


def _make_note_row(entry: Silenced, lao: LaoPages) -> Row:
    named = (
        line(f"{project.id} คือ ", Span(project.name, lao.get_project_page(plan, project.id)))
        for plan, project in find_named_projects(entry, lao.dossier)
    )
    found = cell(entry.problem.message, *named, scope="row")
    return Row((found, cell(entry.reason), *_tell_place(entry.problem, lao)))


def _tell_place(problem: Problem, lao: LaoPages) -> tuple[Cell, Cell]:
    rule = Span(problem.rule, RULES_PATH, anchor=problem.rule)
    return cell(format_place(problem, lao.dossier.slug), kind="folded"), cell(rule)


def find_named_projects(entry: Silenced, dossier: Dossier) -> list[tuple[Plan, Project]]:
    """Return the projects whose ids stand in a finding or its reason; readers know projects by their names.

    The file in which something was found tells the plan: its own folder, or the fiscal year of the round.
    """
    words = set(re.findall(r"[a-z0-9-]+", f"{entry.problem.message} {entry.reason}", re.ASCII))
    place = entry.problem.where.path
    plans = [plan for period, plan in dossier.plans.items() if f"/{period}/" in place]
    if not plans and (round_ := re.search(r"/progress/(\d{4})-", place)):
        plans = [plan for plan in dossier.plans.values() if int(round_[1]) in plan.years.span]
    return [
        (plan, project) for plan in plans or dossier.plans.values() for project in plan.projects if project.id in words
    ]


def format_place(problem: Problem, slug: str) -> str:
    """Return where a finding is, without the folders above the LAO's: progress/2566-12.yml บรรทัด 14."""
    name = problem.where.path.partition(f"/{slug}/")[2]
    return f"{name} บรรทัด {problem.where.line}" if problem.where.line else name
