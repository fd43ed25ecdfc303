"""The page that describes the data of the whole site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from prongsai.addresses import SITE_FEED
from prongsai.outputs.exports.publication import Publication
from prongsai.outputs.exports.words import describe_dataset, list_page_values
from prongsai.outputs.pages.environment import get_writer, render
from prongsai.outputs.pages.page import Page, find_address
from prongsai.outputs.pages.site_pages import SITE_DATA, list_site_feeds
from prongsai.outputs.pages.summary import Summary
from prongsai.outputs.printed import Download
from prongsai.records.lao import Numerals
from prongsai.thai.dates import format_thai_date

TITLE = "ข้อมูลเปิด"


def render_site_data(
    summaries: Sequence[Summary], publication: Publication, downloads: Mapping[str, Download], site_url: str
) -> Page:
    """Return the page of the site's data, with the way to those of each LAO."""
    write = get_writer(Numerals.ARABIC)
    as_of = max((summary.as_of for summary in summaries if summary.as_of), default=None)
    return Page(
        path=SITE_DATA,
        title=write(f"{TITLE}ทุกหน่วยงาน"),
        description=write("ดาวน์โหลดแผน โครงการ งบประมาณ และผลของทุกหน่วยงาน พร้อมความหมายของทุกคอลัมน์"),
        body=render(
            "data.md.jinja",
            Numerals.ARABIC,
            SITE_DATA,
            heading=f"{TITLE}ทุกหน่วยงาน",
            as_of=as_of,
            is_sample=any(summary.is_sample for summary in summaries),
            linked_data=describe_dataset(
                publication, as_of, SITE_DATA, downloads, partial(find_address, site_url, SITE_DATA)
            ),
            snippets=(),
            feed=SITE_FEED if any(summary.news for summary in summaries) else None,
            parts=[(summary.name, summary.data) for summary in summaries],
            **list_page_values(SITE_DATA, publication, downloads),
        ),
        breadcrumbs=((write("หน้าแรก"), "index.md"), (write(TITLE), SITE_DATA)),
        as_of=write(format_thai_date(as_of)) if as_of else "",
        feeds=list_site_feeds(summaries),
        is_wide=True,
        is_searched=False,
        sample=any(summary.is_sample for summary in summaries),
    )
