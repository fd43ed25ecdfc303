"""What the checker found in an LAO's documents and the LAO explains instead of mending."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.outputs.pages.lao_pages import LaoPages
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
        title=f"ข้อสังเกตในเอกสาร {name}",
        description=f"ข้อขัดแย้งที่ระบบตรวจพบในเอกสารต้นฉบับของ{name} และคำอธิบายของผู้บันทึกข้อมูล",
        above=(("ข้อสังเกตในเอกสาร", lao.paths.notes),),
        silenced=lao.silenced,
        standing=lao.standing,
        place=format_place,
        find_projects=lambda entry: find_named_projects(entry, lao.dossier),
        is_wide=True,
        is_searched=False,
    )


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
