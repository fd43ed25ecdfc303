"""Where the pages of one LAO stand, stood in former times, and are looked for; papers link to them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.progress import Progress, ReportOrder
from prongsai.records.project import Project
from prongsai.records.provinces import PROVINCE_SLUGS

SITE_FEED = "data/feed.xml"  # news of all LAOs
SITE_COMPARISON = "compare/index.md"  # the rounds in which LAOs of the site are compared
RULES_PATH = "rules/index.md"  # the catalogue of rules, an id a rule
SITE_SEARCH = "search/index.md"
SITE_PORTAL = "portal/index.md"  # all LAOs of the site, and the way to those of a province
SITE_MISSIONS = "portal/missions/index.md"  # the same project in all LAOs


def search_titles(province: str) -> str:
    """Return the file of the titles of all pages of one province's LAOs, for the site's search; ASCII, whatever the name."""
    return f"search/titles-{_shorten(province)}.json"


def portal_province(province: str) -> str:
    """Return the page of one province's LAOs; an unknown name has an address of its own, too."""
    return f"portal/{PROVINCE_SLUGS.get(province) or _shorten(province)}/index.md"


def portal_ranking(province: str) -> str:
    """Return the page that ranks one province's LAOs."""
    return portal_province(province).replace("/index.md", "/ranking.md")


def portal_district(province: str, district: str) -> str:
    """Return the page of one district's LAOs; ASCII, whatever the name."""
    return portal_province(province).replace("/index.md", f"/{_shorten(district)}.md")


def portal_mission(period: str, mission: str) -> str:
    """Return the page of all LAOs' projects under one mission of a framework."""
    return f"portal/missions/{period}-{mission.replace('.', '-')}.md"


def number_page(path: str, number: int) -> str:
    """Return where the second and later pages of a long list stand, of which ``path`` is the first."""
    if number == 1:
        return path
    stem = path.removesuffix("/index.md").removesuffix(".md")
    return f"{stem}/page-{number}.md"


def _shorten(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:8]


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

    def embed(self, project_id: str) -> str:
        """Return the small page of one project for other sites."""
        return f"{self.slug}/embed/{self.period}/{project_id}.html"

    def project_card(self, project_id: str) -> str:
        """Return the picture of one project for link previews."""
        return f"{self.slug}/{self.period}/projects/{project_id}.png"

    def project_feed(self, project_id: str) -> str:
        """Return the feed of one project."""
        return f"{self.slug}/{self.period}/projects/{project_id}.xml"


class LaoPaths(NamedTuple):
    """Paths in ``content/`` of one LAO's pages; they are the site's addresses and stay as they are."""

    slug: str

    @property
    def front(self) -> str:
        """The LAO's front page."""
        return f"{self.slug}/index.md"

    @property
    def english(self) -> str:
        """The page in English."""
        return f"{self.slug}/en/index.md"

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
    def history(self) -> str:
        """What was changed in the records, the newest first."""
        return f"{self.slug}/history/index.md"

    @property
    def history_table(self) -> str:
        """The CSV file of all changes."""
        return f"{self.slug}/history/{self.slug}-changes.csv"

    @property
    def history_data(self) -> str:
        """The JSON file of all changes."""
        return f"{self.slug}/history/{self.slug}-changes.json"

    @property
    def contact(self) -> str:
        """How to reach the office, and to report a wrong figure."""
        return f"{self.slug}/contact/index.md"

    @property
    def compare(self) -> str:
        """The years side by side."""
        return f"{self.slug}/compare/index.md"

    @property
    def data(self) -> str:
        """The page that describes the LAO's data and leads to the downloads."""
        return f"{self.slug}/data/index.md"

    @property
    def feed(self) -> str:
        """The feed."""
        return f"{self.slug}/feed.xml"

    @property
    def search(self) -> str:
        """The search."""
        return f"{self.slug}/search/index.md"

    @property
    def card(self) -> str:
        """The picture of the LAO for link previews."""
        return f"{self.slug}/assets/card.png"

    def plan(self, period: str) -> PlanPaths:
        """Return where the pages of one plan stand."""
        return PlanPaths(self.slug, period)

    def report(self, key: RoundKey) -> str:
        """Return the page that opens one round's report."""
        return f"{self.slug}/reports/{key.slug}.md"

    def report_card(self, key: RoundKey) -> str:
        """Return the picture of one round's report for link previews."""
        return f"{self.slug}/reports/{key.slug}.png"

    def report_results(self, key: RoundKey, dimension: int | None = None) -> str:
        """Return the page of a round's results table, or of one dimension of it."""
        return f"{self.slug}/reports/{key.slug}/results{_below(dimension)}.md"

    def report_narrative(self, key: RoundKey, dimension: int | None = None) -> str:
        """Return the page where a round is told in prose, or one dimension of it."""
        return f"{self.slug}/reports/{key.slug}/narrative{_below(dimension)}.md"

    def report_eplan(self, key: RoundKey) -> str:
        """Return the page of a round's e-PlanNACC tables."""
        return f"{self.slug}/reports/{key.slug}/eplan.md"

    def report_photos(self, key: RoundKey) -> str:
        """Return the page of a round's photographs."""
        return f"{self.slug}/reports/{key.slug}/photos.md"

    def photo(self, name: str) -> str:
        """Return a photograph of the evidence in one of its sizes: maesai/photos/0123456789abcdef-640.webp."""
        return f"{self.slug}/photos/{name}"

    def measures(self, fiscal_year: int) -> str:
        """Return the page of one year's measures."""
        return f"{self.slug}/measures/{fiscal_year}.md"

    def history_year(self, fiscal_year: int) -> str:
        """Return the page of one fiscal year's changes."""
        return f"{self.slug}/history/{fiscal_year}.md"

    def oit(self, year: int) -> str:
        """Return the page of one ITA year's OIT items."""
        return f"{self.slug}/oit/{year}.md"

    def oit_table(self, year: int) -> str:
        """Return the CSV file of one ITA year's OIT items."""
        return f"{self.slug}/oit/{self.slug}-oit-{year}.csv"

    def oit_list_table(self, year: int) -> str:
        """Return the CSV file of all OIT items of one ITA year, as the office has them."""
        return f"{self.slug}/oit/{self.slug}-oit-{year}-list.csv"

    def paper(self, paper_id: str) -> str:
        """Return the page of one paper."""
        return f"{self.slug}/announcements/{paper_id}.md"

    def embed(self, name: str) -> str:
        """Return a small page for other sites: ``index``, or a chart by its id."""
        return f"{self.slug}/embed/{name}.html"

    def chart_file(self, name: str, ending: str) -> str:
        """Return a picture of a chart: maesai/data/maesai-chart-progress.svg."""
        return f"{self.slug}/data/{self.slug}-chart-{name}.{ending}"

    def data_file(self, name: str) -> str:
        """Return a download by its name, which begins with the LAO's: maesai-projects.csv."""
        return f"{self.slug}/data/{name}"

    def file(self, name: str) -> str:
        """Return the published copy of a file of the LAO's ``files/`` folder."""
        return f"{self.slug}/{name}"


def _below(dimension: int | None) -> str:
    return "" if dimension is None else f"/{dimension}"


def compare_round(round_: str) -> str:
    """Return the page that sets the site's LAOs side by side in one round: 2566-12."""
    return f"compare/{round_}.md"


def page_address(path: str) -> str:
    """Return the address that MkDocs gives a page: ``maesai/plan/`` for ``maesai/plan/index.md``."""
    if not path.endswith(".md"):
        return path
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else stem + "/"


_SAID = {"reports": "report", "announcements": "paper", "projects": ""}  # folder → word in a name


def name_printed(page: str, ending: str) -> str:
    """Return where the PDF or Word file of a page stands; its name tells whose it is, wherever it is saved.

    Args:
        page: Path of the page in ``content/``: ``maesai/reports/2566-12.md``.
        ending: ``pdf`` or ``docx``, as in ``maesai/reports/maesai-report-2566-12.pdf``.
    """
    *folders, name = page.removesuffix("/index.md").removesuffix(".md").split("/")
    if page.endswith("/index.md"):  # a plan, in the folder of its own period
        words, place = [*folders, "plan", name], [*folders, name]
    else:
        words, place = [*(_SAID.get(folder, folder) for folder in folders), name], folders
    return f"{'/'.join(place)}/{'-'.join(filter(None, words))}.{ending}"


def list_record_pages(dossier: Dossier, ita_years: Iterable[int]) -> list[str]:
    """Return the pages that are there because of a record, and go with it: of plans, projects, reports, papers, years.

    Args:
        dossier: The LAO's records.
        ita_years: The ITA years that its records answer.
    """
    paths = LaoPaths(dossier.slug)
    pages = [page for key in dossier.rounds for page in _list_report_pages(dossier, key)]
    pages += [paths.measures(year) for year in dossier.measures]
    pages += [paths.compare] if has_comparison(dossier) else []
    pages += [paths.oit(year) for year in ita_years]
    pages += [paths.english] if dossier.lao.english else []
    pages += [paths.paper(name) for name, paper in dossier.papers.items() if paper.is_public]
    for plan in dossier.plans.values():
        own = paths.plan(plan.period)
        pages += [own.projects, *(own.project(project.id) for project in plan.projects)]
        pages += [] if plan.is_reported else [own.front]
    return pages


def has_comparison(dossier: Dossier) -> bool:
    """Tell whether an LAO has a figure to compare years by: a report of a plan, or an ITA score."""
    is_reported = any(dossier.find_plan(key.fiscal_year) for key in dossier.rounds)
    return is_reported or any(measures.scores for measures in dossier.measures.values())


def _list_report_pages(dossier: Dossier, key: RoundKey) -> Iterator[str]:
    """Yield the page that opens a report, and its parts where the round counts a project."""
    plan, paths = dossier.find_plan(key.fiscal_year), LaoPaths(dossier.slug)
    if plan is None:
        return
    yield paths.report(key)
    dimensions = sorted({project.dimension for project in plan.projects_in_force(key.fiscal_year)})
    if not dimensions:
        return
    yield from (paths.report_results(key), paths.report_narrative(key), paths.report_eplan(key))
    if list_photo_records(dossier, key):
        yield paths.report_photos(key)
    for number in dimensions:
        yield paths.report_results(key, number)
        if dossier.rounds[key].order is not ReportOrder.DOCUMENT:
            yield paths.report_narrative(key, number)


def list_photo_records(dossier: Dossier, key: RoundKey) -> list[tuple[Project, Progress]]:
    """Return the projects of a round whose evidence has pictures with their records, in the plan's order."""
    plan = dossier.find_plan(key.fiscal_year)
    records = {progress.project: progress for progress in dossier.rounds[key].projects if progress.photos}
    projects = plan.projects_in_force(key.fiscal_year) if plan and records else ()
    return [(project, records[project.id]) for project in projects if project.id in records]


def list_redirects(dossier: Dossier, pages: Iterable[str]) -> dict[str, str]:
    """Return where readers of former addresses below the LAO's own are led: former page → page.

    Every target is a page that is there, so that no redirect leads to another.

    Args:
        dossier: The LAO's records, with their ``aliases``.
        pages: The pages that are there; none of them is taken for a former one.
    """
    there = frozenset(pages)
    return {old: new for old, new in _iter_former(dossier) if old not in there and new in there}


def _iter_former(dossier: Dossier) -> Iterator[tuple[str, str]]:
    paths = LaoPaths(dossier.slug)
    for name, paper in dossier.papers.items():
        yield from ((paths.paper(alias), paths.paper(name)) for alias in paper.aliases)
    for plan in dossier.plans.values():
        new = paths.plan(plan.period)
        for period in (plan.period, *plan.aliases):
            old = paths.plan(period)
            yield from ((old.front, new.front), (old.projects, new.projects))
            for project in plan.projects:
                yield from ((old.project(id_), new.project(project.id)) for id_ in (project.id, *project.aliases))


def list_fixed_pages(slug: str) -> list[str]:
    """Return the pages that every LAO has."""
    paths = LaoPaths(slug)
    return [
        paths.front, paths.plans, paths.reports, paths.measures_index, paths.announcements, paths.oit_index, paths.notes,
        paths.data, paths.history, paths.contact, paths.search,
    ]  # fmt: skip


def move_page(path: str, slug: str) -> str:
    """Return where a page of an LAO would stand if the LAO had another name."""
    return f"{slug}/{path.partition('/')[2]}"
