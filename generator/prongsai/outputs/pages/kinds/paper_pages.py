"""The list of papers and one page per paper, in the official wording and order."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.blocks.blocks import Row, Section, Span, Table, cell, line
from prongsai.documents.letters import list_letter_blocks
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.list_table import make_list_table
from prongsai.outputs.pages.page import Page
from prongsai.records.papers import Paper
from prongsai.thai.dates import format_thai_date

_TITLE = "ประกาศ คำสั่ง และบันทึกข้อความ"


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield the list of papers and the page of each."""
    yield _render_index(lao)
    yield from _render_papers(lao)


def _render_index(lao: LaoPages) -> Page:
    """Return the list of papers, newest first; without any, a page that says so."""
    name = lao.dossier.lao.full_name
    papers = lao.shelf.papers.values()
    return lao.render(
        "papers.md.jinja",
        lao.paths.announcements,
        title=f"{_TITLE} {name}",
        description=f"ประกาศ คำสั่ง และเอกสารทางการเกี่ยวกับแผนป้องกันการทุจริตของ{name}",
        above=((_TITLE, lao.paths.announcements),),
        dates=[paper.date for paper in papers],
        is_wide=True,
        paper_table=_make_table(lao) if papers else None,
    )


def _make_table(lao: LaoPages) -> Table:
    return make_list_table(
        "paper-table",
        "เอกสารทั้งหมด",
        ("วันที่", "ชนิด", "เรื่อง", "ฉบับลงนาม"),
        (_make_row(lao, name, paper) for name, paper in lao.shelf.papers.items()),
    )


def _make_row(lao: LaoPages, name: str, paper: Paper) -> Row:
    signed = line("ไม่มีไฟล์")
    if paper.signed:
        about = Span(f"({lao.files[paper.signed]})", kind="meta")
        signed = line(Span("ดาวน์โหลด", lao.paths.file(paper.signed)), " ", about)
    return Row(
        (
            cell(format_thai_date(paper.date)),
            cell(paper.kind.label + (f" ที่ {paper.number}" if paper.number else "")),
            cell(Span(paper.subject or "", lao.paths.paper(name)), scope="row"),
            cell(signed),
        )
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
            above=((_TITLE, lao.paths.announcements), (paper.kind.label, path)),
            dates=(paper.date,),
            is_wide=reported is not None,  # its tables
            paper=paper,
            body=lao.render_sections([Section("", "", blocks)], path)[0],
        )
