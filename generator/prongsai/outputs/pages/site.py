"""Where the pages of one LAO stand, and its navigation."""

from __future__ import annotations

from typing import NamedTuple

from generator.papers.paths import LaoPaths
from generator.papers.wording import complete_paper
from generator.records.dossier import Dossier
from generator.records.lao import Numerals
from generator.records.papers import Memo, Paper
from generator.thai.digits import to_thai


class NavItem(NamedTuple):
    """One line of an LAO's navigation: title (plain text), page in ``content/``, lines below it."""

    title: str
    path: str
    children: tuple[NavItem, ...] = ()


def list_published_papers(dossier: Dossier) -> list[tuple[str, Paper]]:
    """Return the papers with a page of their own, newest first, with the standard text where they have none."""
    names = (name for name, paper in dossier.papers.items() if not isinstance(paper, Memo) or paper.public)
    papers = [(name, complete_paper(dossier, name)) for name in names]
    return sorted(papers, key=lambda item: (item[1].sort_key, item[0]), reverse=True)


def compute_nav(dossier: Dossier) -> tuple[NavItem, ...]:
    """Return the sections of one LAO; it grows with its rounds and years, never with its projects."""
    paths = LaoPaths(dossier.slug)
    digits = to_thai if dossier.lao.numerals is Numerals.THAI else str
    rounds = tuple(
        NavItem(digits(f"ปี {key.fiscal_year} {key.round.label}"), paths.report(key))
        for key in sorted(dossier.rounds, reverse=True)
    )
    years = tuple(NavItem(digits(f"ปี {year}"), paths.measures(year)) for year in sorted(dossier.measures, reverse=True))
    return (
        NavItem("ภาพรวม", paths.front),
        NavItem("แผนปฏิบัติการ", paths.plan),
        NavItem("โครงการ", paths.projects),
        NavItem("รายงานผล", paths.reports, rounds),
        NavItem("มาตรการส่งเสริมคุณธรรม", paths.measures_index, years),
        NavItem("ประกาศและคำสั่ง", paths.announcements),
        NavItem("ข้อ OIT", paths.oit_index),
        NavItem("ข้อสังเกตในเอกสาร", paths.notes),
        NavItem("ติดต่อและแจ้งข้อมูลผิด", paths.contact),
    )
