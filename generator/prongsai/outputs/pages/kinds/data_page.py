"""The data of an LAO: what can be downloaded, and what every column means."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from prongsai.outputs.embeds.charts import list_charts
from prongsai.outputs.embeds.snippet import render_snippet
from prongsai.outputs.exports.publication import describe_lao
from prongsai.outputs.exports.words import describe_dataset, list_page_values
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page, find_address

_TITLE = "ข้อมูลเปิด"


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield the page of the LAO's data."""
    name = lao.dossier.lao.full_name
    publication = describe_lao(lao)
    as_of = max(filter(None, lao.dates), default=None)
    yield lao.render(
        "data.md.jinja",
        lao.paths.data,
        title=f"{_TITLE} {name}",
        description=f"ดาวน์โหลดแผน โครงการ งบประมาณ และผลของ{name} พร้อมความหมายของทุกคอลัมน์",
        above=((_TITLE, lao.paths.data),),
        is_wide=True,
        is_searched=False,
        heading=_TITLE,
        as_of=as_of,
        is_sample=lao.dossier.lao.sample,
        linked_data=describe_dataset(
            publication, as_of, lao.paths.data, lao.downloads, partial(find_address, lao.site_url, lao.paths.data)
        ),
        parts=(),
        snippets=_list_snippets(lao) if lao.site_url else (),
        feed=lao.paths.feed if lao.has_news else None,
        **list_page_values(lao.paths.data, publication, lao.downloads),
    )


def _list_snippets(lao: LaoPages) -> Iterator[tuple[str, str]]:
    name = lao.dossier.lao.full_name
    yield "สรุปของหน่วยงาน", render_snippet(lao.get_address(lao.paths.embed("index")), f"แผนป้องกันการทุจริต {name}", "lao")
    for chart in list_charts(lao):
        title = f"{chart.title} {name}"
        yield chart.title, render_snippet(lao.get_address(lao.paths.embed(chart.id)), title, "chart")
