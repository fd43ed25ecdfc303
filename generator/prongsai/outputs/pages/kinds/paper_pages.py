"""The list of papers and one page per paper, in the official wording and order."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.blocks.blocks import Section
from prongsai.documents.letters import list_letter_blocks
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield the list of papers and the page of each."""
    yield _render_index(lao)
    yield from _render_papers(lao)


def _render_index(lao: LaoPages) -> Page:
    """Return the list of papers, newest first; without any, a page that says so."""
    name = lao.dossier.lao.full_name
    papers = list(lao.shelf.papers.items())
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


def _render_papers(lao: LaoPages) -> Iterator[Page]:
    """Yield the page of every published paper."""
    for name, paper in lao.shelf.papers.items():
        path = lao.paths.paper(name)
        title = lao.get_paper_title(paper)
        reported = lao.shelf.find_reported(name)
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
