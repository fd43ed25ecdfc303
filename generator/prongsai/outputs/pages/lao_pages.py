"""What every page of one LAO shares: digits, breadcrumbs, the names that templates use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markupsafe import Markup
from msgspec import Struct, field

from prongsai.addresses import LaoPaths, PlanPaths, has_comparison, page_address
from prongsai.blocks.blocks import Section
from prongsai.documents.shelf import Shelf
from prongsai.documents.wording import name_paper
from prongsai.figures.late import MissingRound, Unfinished
from prongsai.figures.ledger import Ledger
from prongsai.history.history import History
from prongsai.outputs.pages.environment import get_writer, render
from prongsai.outputs.pages.page import Page
from prongsai.outputs.pages.table_data import find_table_data
from prongsai.outputs.photos import ShownPhoto
from prongsai.outputs.printed import Download, PrintedFile
from prongsai.problem import Problem, Silenced
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.lao import Numerals
from prongsai.records.papers import Paper
from prongsai.records.plan import Plan
from prongsai.settings.cards import Cards
from prongsai.thai.dates import compute_fiscal_year, format_thai_date


class LaoPages(Struct, frozen=True, dict=True):
    """One LAO with its figures and papers, ready to be put on pages.

    Attributes:
        shelf: The LAO's papers, with its ledger and records.
        folder: Its folder of plans, where its files lie.
        files: Size and kind of each file of the ``files/`` folder, in words (PDF, 120 KB), by its path.
        silenced: What the checker found and the LAO explains instead of mending.
        standing: The warnings of the checker that nobody explained or mended.
        history: What was changed in the records, when and why.
        printed: The PDF and Word files of each page that has some, by the page's path.
        site_name: The site's name.
        site_url: Where the site will stand, ending in ``/``; empty where that is not known.
        cards: Which pages have a picture for link previews of their own; none has where the site's address is not known.
        licence: Id of the licence of the data; empty where the site names none.
        downloads: The files of data, by the name of their table or kind.
        pictures: The pictures of each chart that are there, by the chart's name.
        photos: The photographs that pages show, by the path of their published copy in ``content/``.
        today: The day on which a report that is not there is called late.
    """

    shelf: Shelf
    today: dt.date
    folder: Path = Path()
    files: Mapping[str, str] = field(default_factory=dict)
    silenced: tuple[Silenced, ...] = ()
    standing: tuple[Problem, ...] = ()
    printed: Mapping[str, tuple[PrintedFile, ...]] = field(default_factory=dict)
    site_name: str = ""
    site_url: str = ""
    licence: str = ""
    downloads: Mapping[str, Download] = field(default_factory=dict)
    pictures: Mapping[str, tuple[Download, ...]] = field(default_factory=dict)
    photos: Mapping[str, ShownPhoto] = field(default_factory=dict)
    history: History = field(default_factory=History)
    cards: Cards = Cards.ALL

    @property
    def ledger(self) -> Ledger:
        """The LAO's figures."""
        return self.shelf.ledger

    @property
    def dossier(self) -> Dossier:
        """The LAO's records."""
        return self.shelf.dossier

    @cached_property
    def paths(self) -> LaoPaths:
        """Where the pages stand."""
        return LaoPaths(self.dossier.slug)

    @property
    def plan(self) -> Plan | None:
        """The plan of the newest round; without a round, the current one."""
        return self.ledger.latest.plan if self.ledger.latest else self.current_plan

    @property
    def current_plan(self) -> Plan | None:
        """The plan that the menu leads to: that of the running fiscal year, else the nearest."""
        return self.dossier.find_current_plan(compute_fiscal_year(self.today))

    @property
    def dates(self) -> tuple[dt.date | None, ...]:
        """The dates of the data of all rounds and measures, as far as they are told."""
        rounds, measures = self.dossier.rounds.values(), self.dossier.measures.values()
        return (*(report.as_of for report in rounds), *(report.as_of for report in measures))

    @property
    def has_news(self) -> bool:
        """Tell whether there is anything for a feed to tell: a paper, a report, dated measures, another figure."""
        dated = any(report.as_of or self.get_paper(report.announcement) for report in self.dossier.measures.values())
        return bool(self.shelf.papers or self.ledger.rounds or dated or self.history.has_figures)

    @property
    def has_comparison(self) -> bool:
        """Tell whether there is a page that sets the LAO's years side by side."""
        return has_comparison(self.dossier)

    @property
    def has_cards(self) -> bool:
        """Tell whether pages have pictures for link previews, which are named by their full address."""
        return bool(self.site_url) and self.cards is not Cards.NEVER

    @cached_property
    def missing_rounds(self) -> tuple[MissingRound, ...]:
        """The rounds whose last day has passed and that are not reported."""
        return self.ledger.list_missing_rounds(self.today)

    @cached_property
    def unfinished(self) -> Unfinished | None:
        """The projects that were not done when the newest reported fiscal year ended."""
        return self.ledger.find_unfinished(self.today)

    @cached_property
    def write(self) -> Callable[[str], Markup]:
        """Sets the LAO's digits and escapes a text."""
        return get_writer(self.dossier.lao.numerals)

    def plan_paths(self, plan: Plan) -> PlanPaths:
        """Return where the pages of one plan stand."""
        return self.paths.plan(plan.period)

    def plan_front(self, plan: Plan | None) -> str:
        """Return the page that leads into a plan: its own, its projects where only a report tells of it, or the list."""
        if plan is None:
            return self.paths.plans
        return self.plan_paths(plan).projects if plan.is_reported else self.plan_paths(plan).front

    def render(
        self,
        template: str,
        path: str,
        *,
        title: str,
        description: str,
        above: tuple[tuple[str, str], ...] = (),
        dates: Iterable[dt.date | None] | None = None,
        is_wide: bool = False,
        scripts: tuple[str, ...] = (),
        styles: tuple[str, ...] = (),
        feeds: tuple[tuple[str, str], ...] = (),
        card: str = "",
        has_search_box: bool = True,
        is_searched: bool = True,
        language: str = "",
        translations: tuple[tuple[str, str], ...] = (),
        **values: Any,
    ) -> Page:
        """Return a page.

        Args:
            template: File name in ``templates/``.
            path: The page's path in ``content/``.
            title: Plain text.
            description: Plain text, one sentence.
            above: Title (plain text) and path of the pages between the LAO's front page and this one; in another
                language of all pages on the way.
            dates: Dates of the records that the page shows, those of all rounds and measures by default; the newest is
                the page's date of the data.
            is_wide: The page has few headings and wide tables; one with ``contents`` is wide too.
            scripts: Names of the theme's scripts that the page needs.
            styles: Names of the theme's style sheets that it needs besides the one of all pages.
            feeds: Title (plain text) and path of the feeds of what the page is about, besides the LAO's own.
            card: Path of the page's own picture for link previews; empty for that of the LAO.
            has_search_box: The theme puts the search's box on top.
            is_searched: The page's words are found by the site's search.
            language: The page's language where it is not Thai; its digits are then Arabic ones.
            translations: Language and path of the pages that say the same in other languages, this one included.
            values: What the template shows beside the names that all templates have.
        """
        dossier, lao = self.dossier, self.dossier.lao
        numerals = Numerals.ARABIC if language else lao.numerals
        write = get_writer(numerals)
        body = render(
            template,
            numerals,
            path,
            printed=self.printed.get(path, ()),
            language=language,
            **self.template_values(),
            **values,
        )
        crumbs = above if language else (("หน้าแรก", "index.md"), (lao.full_name, self.paths.front), *above)
        as_of = max(filter(None, self.dates if dates is None else dates), default=None)
        all_feeds = (*feeds, *([(f"ข่าวของ{lao.full_name}", self.paths.feed)] if self.has_news else []))
        is_front = path in {"index.md", self.paths.front}
        return Page(
            path=path,
            title=write(" ".join(title.split())),
            description=write(" ".join(description.split())),
            body=body,
            lao=dossier.slug,
            breadcrumbs=() if is_front else tuple((write(text), target) for text, target in crumbs),
            as_of=self.write(format_thai_date(as_of)) if as_of else "",
            feeds=tuple((self.write(text), target) for text, target in all_feeds),
            origin=self.shelf.origins[path].files if path in self.shelf.origins else (f"{dossier.slug}/",),
            scripts=scripts,
            styles=styles,
            card=card,
            sample=lao.sample,
            has_search_box=has_search_box,
            is_searched=is_searched and path != "index.md",  # which says what the LAO's own front page says
            is_wide=is_wide or "contents" in values,
            language=language,
            translations=translations,
        )

    def render_sections(self, sections: Iterable[Section], path: str) -> list[Markup]:
        """Return the Markdown of some sections for the page at ``path``: a text for each run of equal digits."""
        numerals = self.dossier.lao.numerals
        return [
            render(
                "sections.md.jinja",
                digits,
                path,
                sections=list(run),
                table_file=self.find_table_file,
                pictures=self.pictures,
                photos=self.photos,
            )
            for digits, run in groupby(sections, lambda section: section.numerals or numerals)
        ]

    def template_values(self) -> dict[str, Any]:
        """Return the names that all templates of an LAO know."""
        return {
            "dossier": self.dossier,
            "lao": self.dossier.lao,
            "paths": self.paths,
            "plan_front": self.plan_front,
            "project_page": self.get_project_page,
            "files": self.files,
            "site_url": self.site_url,
            "has_news": self.has_news,
            "has_comparison": self.has_comparison,
            "pictures": self.pictures,
            "table_file": self.find_table_file,
            "paper_title": self.get_paper_title,
        }

    def find_table_file(self, table_id: str) -> Download | None:
        """Return the file of data behind a page's table; None where there is none."""
        return self.downloads.get(find_table_data(table_id) or "")

    def get_address(self, path: str) -> str:
        """Return the full address of a page or file, or the one inside the site where its own is not known."""
        return self.site_url + quote(page_address(path))

    def get_pdf(self, path: str) -> str | None:
        """Return the PDF of a page, None where it has none."""
        return next((file.path for file in self.printed.get(path, ()) if file.kind == "PDF"), None)

    def find_report_card(self, key: RoundKey) -> str:
        """Return the picture of a round's report for link previews; empty where it has none of its own."""
        return self.paths.report_card(key) if self.has_cards else ""

    def find_project_card(self, plan: Plan, project_id: str) -> str:
        """Return the picture of a project for link previews; empty where it has none of its own."""
        is_told = self.has_cards and self.cards is Cards.ALL and (plan.period, project_id) in self.shelf.histories
        return self.plan_paths(plan).project_card(project_id) if is_told else ""

    def get_paper_title(self, paper: Paper) -> str:
        """Return what a paper is called in lists: kind, issuer, number, subject."""
        return name_paper(self.dossier, paper)

    def get_paper(self, paper_id: str | None) -> Paper | None:
        """Return the published paper with this id, None where there is none."""
        return self.shelf.papers.get(paper_id) if paper_id else None

    def get_project_page(self, plan: Plan, project_id: str) -> str:
        """Return the page of a project of a plan."""
        return self.plan_paths(plan).project(project_id)
