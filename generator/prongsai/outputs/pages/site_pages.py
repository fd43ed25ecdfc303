"""The pages outside any LAO's address: the site's front page, its search, the rules."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence

from prongsai.checks.registry import get_explanations
from prongsai.outputs.pages.environment import get_writer, render
from prongsai.outputs.pages.page import Page
from prongsai.outputs.pages.summary import Summary
from prongsai.records.lao import Numerals
from prongsai.thai.text import dictionary_key

SITE_SEARCH = "search/index.md"
RULES_PATH = "rules/index.md"
SITE_PATHS = ("index.md", SITE_SEARCH, RULES_PATH)
_HOME = ("หน้าแรก", "index.md")


def render_site_pages(summaries: Sequence[Summary], today: dt.date, front: Page | None) -> Iterator[Page]:
    """Yield the pages outside any LAO's address.

    Args:
        summaries: The LAOs.
        today: The day on which a report that is not there is called late.
        front: The only LAO's front page at the site's own address; None where there are several, or none.
    """
    yield front or _render_front(summaries, today)
    yield _render_search(summaries)
    yield render_rules()


def _render_front(summaries: Sequence[Summary], today: dt.date) -> Page:
    """Return the LAOs of the site, or how to start."""
    write = get_writer(Numerals.ARABIC)
    ordered = sorted(summaries, key=lambda summary: dictionary_key(summary.name))
    return Page(
        path="index.md",
        title=write("แผนป้องกันการทุจริตของท้องถิ่น" if summaries else "เริ่มใช้งาน"),
        description=write("แผนและผลการป้องกันการทุจริตขององค์กรปกครองส่วนท้องถิ่น ที่ประชาชนตรวจสอบได้"),
        body=render("index.md.jinja", Numerals.ARABIC, "index.md", laos=ordered, today=today),
        is_wide=True,
        sample=any(summary.is_sample for summary in summaries),
    )


def _render_search(summaries: Sequence[Summary]) -> Page:
    """Return the page that searches all LAOs of the site, and the site's own pages."""
    sources = [["../search.json", ""], *([f"../{summary.slug}/search.json", summary.name] for summary in summaries)]
    write = get_writer(Numerals.ARABIC)
    scope = "ทุกหน่วยงานในเว็บไซต์นี้"
    return Page(
        path=SITE_SEARCH,
        title=write("ค้นหา"),
        description=write(f"ค้นหาแผน โครงการ ผลการดำเนินงาน และประกาศของ{scope}"),
        body=render(
            "search.md.jinja",
            Numerals.ARABIC,
            SITE_SEARCH,
            sources=json.dumps(sources, ensure_ascii=False),
            scope=scope,
        ),
        breadcrumbs=((write(_HOME[0]), _HOME[1]), (write("ค้นหา"), SITE_SEARCH)),
        scripts=("search",),
        has_search_box=False,
        is_searched=False,
    )


def render_rules() -> Page:
    """Return the catalogue of all rules."""
    write = get_writer(Numerals.ARABIC)
    return Page(
        path=RULES_PATH,
        title=write("กฎการตรวจข้อมูล"),
        description=write("ระบบตรวจอะไรบ้างก่อนเผยแพร่แผนและผลการป้องกันการทุจริต เพราะอะไร และแก้อย่างไร"),
        body=render("rules.md.jinja", Numerals.ARABIC, RULES_PATH, rules=list(get_explanations().values())),
        breadcrumbs=((write(_HOME[0]), _HOME[1]), (write("กฎการตรวจข้อมูล"), RULES_PATH)),
        is_searched=False,
    )
