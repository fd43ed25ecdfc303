"""What the checker found in an LAO's documents and the LAO explains instead of mending."""

from __future__ import annotations

from generator.pages.lao_pages import LaoPages
from generator.pages.page import Page
from generator.problem import Problem


def render_notes(lao: LaoPages) -> Page:
    """Return the list of silenced findings with their reasons; without any, a page that says so."""
    name = lao.dossier.lao.full_name
    return lao.render(
        "notes.md.jinja",
        lao.paths.notes,
        title=f"ข้อสังเกตในเอกสาร {name}",
        description=f"ข้อขัดแย้งที่ระบบตรวจพบในเอกสารต้นฉบับของ{name} และคำอธิบายของผู้บันทึกข้อมูล",
        above=(("ข้อสังเกตในเอกสาร", lao.paths.notes),),
        silenced=lao.silenced,
        place=format_place,
    )


def format_place(problem: Problem, slug: str) -> str:
    """Return where a finding is, without the folders above the LAO's: progress/2566-12.yml บรรทัด 14."""
    name = problem.where.path.partition(f"/{slug}/")[2]
    return f"{name} บรรทัด {problem.where.line}" if problem.where.line else name
