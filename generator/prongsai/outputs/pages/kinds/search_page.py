"""The search page of an LAO; the search itself runs in the browser (``search.js``)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page

_TITLE = "ค้นหา"
_DATA = "../search.json"


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield the page that searches one LAO's pages."""
    name = lao.dossier.lao.full_name
    yield lao.render(
        "search.md.jinja",
        lao.paths.search,
        title=f"{_TITLE} {name}",
        description=f"ค้นหาโครงการ ผลการดำเนินงาน และประกาศของ{name}",
        above=((_TITLE, lao.paths.search),),
        sources=json.dumps([[_DATA, ""]]),
        scope=name,
        scripts=("search",),
        has_search_box=False,
        is_searched=False,
    )
