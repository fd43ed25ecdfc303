"""What every page of one LAO shares: digits, breadcrumbs, the names that templates use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from generator.figures.late import LateRound, Unfinished, compute_late_rounds, compute_unfinished
from generator.figures.round_results import RoundResults, compute_round_results
from generator.pages.environment import get_writer, render
from generator.pages.page import Page, page_address
from generator.pages.site import list_published_papers
from generator.papers.blocks import Section
from generator.papers.documents import name_paper
from generator.papers.paths import LaoPaths
from generator.papers.printed import PrintedFile
from generator.problem import Silenced
from generator.records.dossier import Dossier
from generator.records.papers import Paper
from generator.thai.dates import format_thai_date


@dataclass(frozen=True)
class LaoPages:
    """One LAO with its figures, ready to be put on pages.

    Attributes:
        dossier: The LAO's records.
        files: Size and kind of each file of the ``files/`` folder, in words (PDF, 120 KB), by its path.
        silenced: What the checker found and the LAO explains instead of mending.
        printed: The PDF and Word files of each page that has some, by the page's path.
        site_url: Where the site will stand, ending in ``/``; empty where that is not known.
        today: The day on which a report that is not there is called late.
    """

    dossier: Dossier
    files: Mapping[str, str] = field(default_factory=dict)
    silenced: tuple[Silenced, ...] = ()
    printed: Mapping[str, tuple[PrintedFile, ...]] = field(default_factory=dict)
    site_url: str = ""
    today: dt.date = field(kw_only=True)

    @cached_property
    def paths(self) -> LaoPaths:
        """Where the pages stand."""
        return LaoPaths(self.dossier.slug)

    @cached_property
    def rounds(self) -> tuple[RoundResults, ...]:
        """The figures of all rounds, newest first; computed once for all pages."""
        return tuple(compute_round_results(self.dossier, key) for key in sorted(self.dossier.rounds, reverse=True))

    @property
    def latest(self) -> RoundResults | None:
        """The newest round."""
        return self.rounds[0] if self.rounds else None

    @property
    def dates(self) -> tuple[dt.date | None, ...]:
        """The dates of the data of all rounds and measures, as far as they are told."""
        rounds, measures = self.dossier.rounds.values(), self.dossier.measures.values()
        return (*(report.as_of for report in rounds), *(report.as_of for report in measures))

    @cached_property
    def late_rounds(self) -> tuple[LateRound, ...]:
        """The rounds that should have been reported by today and are not."""
        return compute_late_rounds(self.dossier, self.today)

    @cached_property
    def unfinished(self) -> Unfinished | None:
        """The projects that were not done when the newest reported fiscal year ended."""
        return compute_unfinished(self.rounds, self.today)

    @cached_property
    def write(self) -> Callable[[str], Markup]:
        """Sets the LAO's digits and escapes a text."""
        return get_writer(self.dossier.lao.numerals)

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
        **values: Any,
    ) -> Page:
        """Return a page.

        Args:
            template: File name in ``templates/``.
            path: The page's path in ``content/``.
            title: Plain text.
            description: Plain text, one sentence.
            above: Title (plain text) and path of the pages between the LAO's front page and this one.
            dates: Dates of the records that the page shows, those of all rounds and measures by default; the newest is
                the page's date of the data.
            is_wide: The page has few headings and wide tables; one with ``contents`` is wide too.
            values: What the template shows beside the names that all templates have.
        """
        dossier, lao = self.dossier, self.dossier.lao
        body = render(
            template, lao.numerals, path, printed=self.printed.get(path, ()), **self.template_values(), **values
        )
        crumbs = (("หน้าแรก", "index.md"), (lao.full_name, self.paths.front), *above)
        as_of = max(filter(None, self.dates if dates is None else dates), default=None)
        is_front = path in {"index.md", self.paths.front}
        return Page(
            path=path,
            title=self.write(" ".join(title.split())),
            description=self.write(" ".join(description.split())),
            body=body,
            lao=dossier.slug,
            breadcrumbs=() if is_front else tuple((self.write(text), target) for text, target in crumbs),
            as_of=self.write(format_thai_date(as_of)) if as_of else "",
            sample=lao.sample,
            is_wide=is_wide or "contents" in values,
        )

    def render_sections(self, sections: Iterable[Section], path: str) -> list[Markup]:
        """Return the Markdown of some sections for the page at ``path``: a text for each run of equal digits."""
        numerals = self.dossier.lao.numerals
        return [
            render("sections.md.jinja", digits, path, sections=list(run))
            for digits, run in groupby(sections, lambda section: section.numerals or numerals)
        ]

    def template_values(self) -> dict[str, Any]:
        """Return the names that all templates of an LAO know."""
        return {
            "dossier": self.dossier,
            "lao": self.dossier.lao,
            "plan": self.dossier.plan,
            "paths": self.paths,
            "files": self.files,
            "site_url": self.site_url,
            "get_address": self.get_address,
            "get_paper": self.get_paper,
            "paper_title": self.get_paper_title,
            "attachments": list_attachments,
        }

    def get_address(self, path: str) -> str:
        """Return the full address of a page or file, or the one inside the site where its own is not known."""
        return self.site_url + quote(page_address(path))

    def get_pdf(self, path: str) -> str | None:
        """Return the PDF of a page, None where it has none."""
        return next((file.path for file in self.printed.get(path, ()) if file.kind == "PDF"), None)

    def get_paper_title(self, paper: Paper) -> str:
        """Return what a paper is called in lists: kind, issuer, number, subject."""
        return name_paper(self.dossier, paper)

    def get_paper(self, paper_id: str | None) -> Paper | None:
        """Return the published paper with this id, None where there is none."""
        return dict(list_published_papers(self.dossier)).get(paper_id) if paper_id else None


def list_attachments(paper: Paper) -> list[tuple[str, str]]:
    """Return title and file of the attachments that have a file."""
    return [(attachment.title, attachment.file) for attachment in paper.attachments if attachment.file]
