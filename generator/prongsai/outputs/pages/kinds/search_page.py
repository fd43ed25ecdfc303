"""The search page of an LAO; the search itself runs in the browser (``search.js``)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from prongsai.addresses import SITE_SEARCH
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page

_TITLE = "ค้นหา"
_DATA = "../search.json"


def _list_links(lao: LaoPages) -> Iterator[tuple[str, str]]:
    """Yield title and path of where to look for what the search does not find."""
    plan, paths = lao.current_plan, lao.paths
    if plan:
        yield "โครงการทั้งหมด", lao.plan_paths(plan).projects
    yield "รายงานผลการดำเนินงาน", paths.reports
    yield "ข้อมูลตาม OIT (การประเมิน ITA)", paths.oit_index
    yield "ประกาศ คำสั่ง และบันทึกข้อความ", paths.announcements
    yield "ติดต่อหน่วยงาน", paths.contact
    yield "รายชื่อหน่วยงานทั้งหมด", "index.md"
    yield "ค้นหาในทุกหน่วยงาน", SITE_SEARCH


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield the page that searches one LAO's pages."""
    name = lao.dossier.lao.full_name
    yield lao.render(
        "search.md.jinja",
        lao.paths.search,
        title=f"{_TITLE} {name}",
        description=f"ค้นหาโครงการ ผลการดำเนินงาน และประกาศของ{name}",
        above=((_TITLE, lao.paths.search),),
        texts=json.dumps([_DATA]),
        titles=json.dumps([]),
        provinces=(),
        must_choose=False,
        lao_name=name,
        scope=name,
        links=tuple(_list_links(lao)),
        scripts=("words", "search"),
        has_search_box=False,
        is_searched=False,
    )
