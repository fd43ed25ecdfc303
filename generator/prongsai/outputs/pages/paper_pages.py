"""The list of papers and one page per paper, in the official wording and order."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.lao_pages import LaoPages
from generator.pages.page import Page
from generator.pages.site import list_published_papers
from generator.papers.blocks import Section
from generator.papers.letters import list_letter_blocks


def render_paper_index(lao: LaoPages) -> Page:
    """Return the list of papers, newest first; without any, a page that says so."""
    name = lao.dossier.lao.full_name
    papers = list_published_papers(lao.dossier)
    return lao.render(
        "papers.md.jinja",
        lao.paths.announcements,
        title=f"ประกาศและคำสั่ง {name}",
        description=f"ประกาศ คำสั่ง และเอกสารทางการเกี่ยวกับแผนป้องกันการทุจริตของ{name}",
        above=(("ประกาศและคำสั่ง", lao.paths.announcements),),
        dates=[paper.date for _, paper in papers],
        is_wide=True,
        papers=papers,
    )


def render_papers(lao: LaoPages) -> Iterator[Page]:
    """Yield the page of every published paper."""
    for name, paper in list_published_papers(lao.dossier):
        path = lao.paths.paper(name)
        title = lao.get_paper_title(paper)
        reported = next((round_ for round_ in lao.rounds if round_.report.memo == name), None)
        blocks = list_letter_blocks(lao.dossier, paper, reported)
        yield lao.render(
            "paper.md.jinja",
            path,
            title=title,
            description=title,
            above=(("ประกาศและคำสั่ง", lao.paths.announcements), (paper.kind.label, path)),
            dates=(paper.date,),
            is_wide=reported is not None,  # its tables
            paper=paper,
            body=lao.render_sections([Section("", "", blocks)], path)[0],
        )
