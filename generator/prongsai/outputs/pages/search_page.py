"""The search page of an LAO, and of the site; the search itself runs in the browser (``search.js``)."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.pages.environment import get_writer, render
from generator.pages.lao_pages import LaoPages
from generator.pages.page import Page
from generator.records.lao import Numerals

SITE_SEARCH = "search/index.md"
_TITLE = "ค้นหา"
_DATA = "../search.json"


def render_lao_search(lao: LaoPages) -> Page:
    """Return the page that searches one LAO's pages."""
    name = lao.dossier.lao.full_name
    return lao.render(
        "search.md.jinja",
        lao.paths.search,
        title=f"{_TITLE} {name}",
        description=f"ค้นหาโครงการ ผลการดำเนินงาน และประกาศของ{name}",
        above=((_TITLE, lao.paths.search),),
        sources=json.dumps([[_DATA, ""]]),
        scope=name,
    )


def render_site_search(laos: Sequence[LaoPages]) -> Page:
    """Return the page that searches all LAOs of the site, and the site's own pages."""
    sources = [[_DATA, ""], *([f"../{lao.dossier.slug}/search.json", lao.dossier.lao.full_name] for lao in laos)]
    write = get_writer(Numerals.ARABIC)
    scope = "ทุกหน่วยงานในเว็บไซต์นี้"
    return Page(
        path=SITE_SEARCH,
        title=write(_TITLE),
        description=write(f"ค้นหาแผน โครงการ ผลการดำเนินงาน และประกาศของ{scope}"),
        body=render(
            "search.md.jinja",
            Numerals.ARABIC,
            SITE_SEARCH,
            sources=json.dumps(sources, ensure_ascii=False),
            scope=scope,
        ),
        breadcrumbs=((write("หน้าแรก"), "index.md"), (write(_TITLE), SITE_SEARCH)),
    )
