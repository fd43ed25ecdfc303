"""Where the pages of one LAO stand, and its navigation."""

from __future__ import annotations

from typing import NamedTuple

from generator.records.dossier import Dossier, RoundKey
from generator.records.lao import Numerals
from generator.records.papers import Memo, Paper
from generator.records.progress import Round
from generator.thai.digits import to_thai


class NavItem(NamedTuple):
    """One line of an LAO's navigation: title (plain text), page in ``content/``, lines below it."""

    title: str
    path: str
    children: tuple[NavItem, ...] = ()


class LaoPaths(NamedTuple):
    """Paths in ``content/`` of one LAO's pages; they are the site's addresses and stay as they are."""

    slug: str

    @property
    def front(self) -> str:
        """The LAO's front page."""
        return f"{self.slug}/index.md"

    @property
    def plan(self) -> str:
        """The plan."""
        return f"{self.slug}/plan/index.md"

    @property
    def projects(self) -> str:
        """The project index."""
        return f"{self.slug}/projects/index.md"

    @property
    def reports(self) -> str:
        """The list of reports."""
        return f"{self.slug}/reports/index.md"

    @property
    def measures_index(self) -> str:
        """The list of integrity measures."""
        return f"{self.slug}/measures/index.md"

    @property
    def announcements(self) -> str:
        """The list of papers."""
        return f"{self.slug}/announcements/index.md"

    @property
    def notes(self) -> str:
        """What the checker found in the documents and the LAO explains."""
        return f"{self.slug}/notes/index.md"

    @property
    def search(self) -> str:
        """The search."""
        return f"{self.slug}/search/index.md"

    def project(self, project_id: str) -> str:
        """Return the page of one project."""
        return f"{self.slug}/projects/{project_id}.md"

    def report(self, key: RoundKey) -> str:
        """Return the page of one round's report."""
        return f"{self.slug}/reports/{key.slug}.md"

    def measures(self, fiscal_year: int) -> str:
        """Return the page of one year's measures."""
        return f"{self.slug}/measures/{fiscal_year}.md"

    def paper(self, paper_id: str) -> str:
        """Return the page of one paper."""
        return f"{self.slug}/announcements/{paper_id}.md"

    def file(self, name: str) -> str:
        """Return the published copy of a file of the LAO's ``files/`` folder."""
        return f"{self.slug}/{name}"


def list_published_papers(dossier: Dossier) -> list[tuple[str, Paper]]:
    """Return the papers with a page of their own, newest first."""
    papers = [(name, paper) for name, paper in dossier.papers.items() if not isinstance(paper, Memo) or paper.public]
    return sorted(papers, key=lambda item: (item[1].sort_key, item[0]), reverse=True)


def list_unreported_rounds(dossier: Dossier) -> list[RoundKey]:
    """Return the rounds without a report before the newest one, from the plan's first year; no clock is asked."""
    if not dossier.plan or not dossier.rounds:
        return []
    newest = max(dossier.rounds)
    keys = (RoundKey(year, round_) for year in dossier.plan.years.span for round_ in Round)
    return [key for key in keys if key < newest and key not in dossier.rounds]


def compute_nav(dossier: Dossier) -> tuple[NavItem, ...]:
    """Return the sections of one LAO; it grows with its rounds and years, never with its projects."""
    paths = LaoPaths(dossier.slug)
    digits = to_thai if dossier.lao.numerals is Numerals.THAI else str
    rounds = tuple(
        NavItem(digits(f"ปีงบประมาณ {key.fiscal_year} {key.round.label}"), paths.report(key))
        for key in sorted(dossier.rounds, reverse=True)
    )
    years = tuple(
        NavItem(digits(f"ปีงบประมาณ {year}"), paths.measures(year)) for year in sorted(dossier.measures, reverse=True)
    )
    return (
        NavItem("ภาพรวม", paths.front),
        NavItem("แผนปฏิบัติการ", paths.plan),
        NavItem("โครงการ", paths.projects),
        NavItem("รายงานผล", paths.reports, rounds),
        NavItem("มาตรการส่งเสริมคุณธรรม", paths.measures_index, years),
        NavItem("ประกาศและคำสั่ง", paths.announcements),
        NavItem("ข้อสังเกตในเอกสาร", paths.notes),
    )
