"""Where the pages of one LAO stand; papers link to them."""

from __future__ import annotations

from typing import NamedTuple

from prongsai.records.dossier import RoundKey


class PlanPaths(NamedTuple):
    """Paths in ``content/`` of the pages of one plan: ``maesai/2566-2570/`` and below."""

    slug: str
    period: str

    @property
    def front(self) -> str:
        """The plan itself."""
        return f"{self.slug}/{self.period}/index.md"

    @property
    def projects(self) -> str:
        """The project index."""
        return f"{self.slug}/{self.period}/projects/index.md"

    def project(self, project_id: str) -> str:
        """Return the page of one project."""
        return f"{self.slug}/{self.period}/projects/{project_id}.md"


class LaoPaths(NamedTuple):
    """Paths in ``content/`` of one LAO's pages; they are the site's addresses and stay as they are."""

    slug: str

    @property
    def front(self) -> str:
        """The LAO's front page."""
        return f"{self.slug}/index.md"

    @property
    def plans(self) -> str:
        """The list of plans."""
        return f"{self.slug}/plans/index.md"

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
    def oit_index(self) -> str:
        """The list of ITA years."""
        return f"{self.slug}/oit/index.md"

    @property
    def notes(self) -> str:
        """What the checker found in the documents and the LAO explains."""
        return f"{self.slug}/notes/index.md"

    @property
    def contact(self) -> str:
        """How to reach the office, and to report a wrong figure."""
        return f"{self.slug}/contact/index.md"

    @property
    def search(self) -> str:
        """The search."""
        return f"{self.slug}/search/index.md"

    def plan(self, period: str) -> PlanPaths:
        """Return where the pages of one plan stand."""
        return PlanPaths(self.slug, period)

    def report(self, key: RoundKey) -> str:
        """Return the page of one round's report."""
        return f"{self.slug}/reports/{key.slug}.md"

    def measures(self, fiscal_year: int) -> str:
        """Return the page of one year's measures."""
        return f"{self.slug}/measures/{fiscal_year}.md"

    def oit(self, year: int) -> str:
        """Return the page of one ITA year's OIT items."""
        return f"{self.slug}/oit/{year}.md"

    def oit_table(self, year: int) -> str:
        """Return the CSV file of one ITA year's OIT items."""
        return f"{self.slug}/oit/{year}.csv"

    def paper(self, paper_id: str) -> str:
        """Return the page of one paper."""
        return f"{self.slug}/announcements/{paper_id}.md"

    def file(self, name: str) -> str:
        """Return the published copy of a file of the LAO's ``files/`` folder."""
        return f"{self.slug}/{name}"
