"""All pages of an LAO and of the site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.pages.contact_page import render_contact
from generator.pages.front import render_front, render_site_front
from generator.pages.lao_pages import LaoPages
from generator.pages.measures_pages import render_measures, render_measures_index
from generator.pages.notes_page import render_notes
from generator.pages.oit_pages import render_oit_index, render_oit_years
from generator.pages.page import Page
from generator.pages.paper_pages import render_paper_index, render_papers
from generator.pages.plan_page import render_plan
from generator.pages.project_pages import render_project_index, render_projects
from generator.pages.report_pages import render_report_index, render_reports
from generator.pages.search_page import render_lao_search, render_site_search


def render_lao_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield every page under the LAO's address; they depend on this LAO's records alone."""
    yield render_front(lao)
    yield render_plan(lao)
    yield render_project_index(lao)
    yield from render_projects(lao)
    yield render_report_index(lao)
    yield from render_reports(lao)
    yield render_measures_index(lao)
    yield from render_measures(lao)
    yield render_paper_index(lao)
    yield from render_papers(lao)
    yield render_oit_index(lao)
    yield from render_oit_years(lao)
    yield render_notes(lao)
    yield render_contact(lao)
    yield render_lao_search(lao)


def render_site_pages(laos: Sequence[LaoPages]) -> Iterator[Page]:
    """Yield the pages outside any LAO's address."""
    yield render_site_front(laos)
    yield render_site_search(laos)
