"""Every table of a page offers its data."""

from __future__ import annotations

import datetime as dt
import posixpath
from pathlib import Path

import pytest
from conftest import MADE_UP_PLANS
from lxml import html
from markdown import Markdown
from msgspec.structs import replace
from prongsai.build.checked import check_plans
from prongsai.build.lao import Settings
from prongsai.build.site import write_site
from prongsai.outputs.exports.tables import TABLES
from prongsai.outputs.pages.table_data import _DATA


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the made-up LAOs, and the sample with the provincial table."""
    folder = tmp_path_factory.mktemp("content")
    checked = check_plans(MADE_UP_PLANS)
    write_site(replace(checked, problems=()), folder, Settings(dt.date(2025, 5, 1), "ทดสอบ"))
    return folder


@pytest.mark.slow
def test_every_table_has_its_link(content: Path) -> None:
    """Right after the table, to a file that is there; only tables about the files themselves have none."""
    found = set()
    for page in sorted([*content.glob("nongsaeng/**/*.md"), content / "index.md"]):
        body = page.read_text(encoding="utf-8").partition("\n---\n")[2]
        tree = html.fragment_fromstring(Markdown(extensions=["attr_list", "md_in_html"]).convert(body), "div")
        address = page.relative_to(content).with_suffix("")
        here = address.parent if address.name == "index" else address
        for caption in tree.iter("caption"):
            if page.parent.name == "data":
                continue
            links = caption.xpath("ancestor::div[contains(@class, 'table-box')]/following::a[@download][1]")
            where = f"{address}#{caption.get('id')}"
            assert links, where
            words = "Download this table" if page.parent.name == "en" else "ดาวน์โหลดตารางนี้"
            assert words in links[0].text_content(), where
            assert (content / posixpath.normpath(f"{here}/{links[0].get('href')}")).is_file(), where
            found.add(caption.get("id"))
    assert {"by-dimension", "e6-table", "plan-table", "lao-table", "oit-table"} <= found


def test_data_behind_tables_are_there() -> None:
    """No table leads to data that there are not."""
    assert set(_DATA.values()) <= {table.name for table in TABLES}
