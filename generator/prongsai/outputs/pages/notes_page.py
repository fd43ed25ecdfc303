"""What the checker found in an LAO's documents and the LAO explains instead of mending."""

from __future__ import annotations

import re

from generator.pages.lao_pages import LaoPages
from generator.pages.page import Page
from generator.problem import Problem, Silenced
from generator.records.plan import Plan, Project


def render_notes(lao: LaoPages) -> Page:
    """Return the list of silenced findings with their reasons; without any, a page that says so."""
    name = lao.dossier.lao.full_name
    plan = lao.dossier.plan
    return lao.render(
        "notes.md.jinja",
        lao.paths.notes,
        title=f"ข้อสังเกตในเอกสาร {name}",
        description=f"ข้อขัดแย้งที่ระบบตรวจพบในเอกสารต้นฉบับของ{name} และคำอธิบายของผู้บันทึกข้อมูล",
        above=(("ข้อสังเกตในเอกสาร", lao.paths.notes),),
        silenced=lao.silenced,
        place=format_place,
        find_projects=lambda entry: find_named_projects(entry, plan) if plan else [],
        is_wide=True,
    )


def find_named_projects(entry: Silenced, plan: Plan) -> list[Project]:
    """Return the projects whose ids stand in a finding or its reason; readers know projects by their names."""
    words = set(re.findall(r"[a-z0-9-]+", f"{entry.problem.message} {entry.reason}", re.ASCII))
    return [project for project in plan.projects if project.id in words]


def format_place(problem: Problem, slug: str) -> str:
    """Return where a finding is, without the folders above the LAO's: progress/2566-12.yml บรรทัด 14."""
    name = problem.where.path.partition(f"/{slug}/")[2]
    return f"{name} บรรทัด {problem.where.line}" if problem.where.line else name
