"""Linked data in pages: JSON that search engines read, and nothing that a browser runs."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urljoin

import pytest
from export_readers import get_data, get_made_up
from lxml import html
from markdown import Markdown
from msgspec.structs import replace
from prongsai.outputs.exports.output import describe_lao_files
from prongsai.outputs.pages.kinds.data_page import render_pages
from prongsai.outputs.pages.kinds.front import render_front
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.linked_data import render_linked_data
from prongsai.outputs.pages.page import Page
from prongsai.outputs.printed import Download

SITE = "https://plans.example.go.th/"


def read(page: Page) -> Any:
    """Return the linked data of a page as it is built."""
    built = Markdown(extensions=["attr_list", "md_in_html", "tables"]).convert(page.body)
    [block] = html.document_fromstring(built).xpath("//script")
    assert block.get("type") == "application/ld+json"
    return json.loads(block.text)


def make_pages() -> LaoPages:
    """Return an LAO with its files of data, under a licence, at an address."""
    lao = replace(get_made_up(), site_url=SITE, licence="CC-BY-4.0")
    files = describe_lao_files(lao)
    downloads = {
        kind: Download(files.folder + name, 10, files.counts.get(kind, 0)) for kind, name in files.list_names().items()
    }
    return replace(lao, downloads=downloads)


def test_data_page_is_a_data_set() -> None:
    """What schema.org and Google ask of one: name, description, licence, publisher, every file with its address."""
    [page] = render_pages(make_pages())
    facts = read(page)

    assert (facts["@context"], facts["@type"]) == ("https://schema.org", "Dataset")
    assert facts["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert facts["dateModified"] == str(get_data().as_of)
    assert facts["creator"] == {"@type": "GovernmentOrganization", "name": "องค์การบริหารส่วนตำบลหนองแสงทอง"}
    assert 50 <= len(facts["description"]) <= 5000
    addresses = {file["contentUrl"]: file["encodingFormat"] for file in facts["distribution"]}
    assert addresses[f"{SITE}nongsaeng/data/nongsaeng-projects.csv"] == "text/csv"
    assert addresses[f"{SITE}nongsaeng/data/nongsaeng.xlsx"].endswith("spreadsheetml.sheet")
    assert all(file["@type"] == "DataDownload" and file["name"] for file in facts["distribution"])


def test_front_page_is_an_office() -> None:
    """Name, place and contacts as the office published them; what it did not is left out."""
    facts = read(render_front(make_pages()))

    assert (facts["@type"], facts["name"]) == ("GovernmentOrganization", "องค์การบริหารส่วนตำบลหนองแสงทอง")
    assert facts["url"] == f"{SITE}nongsaeng/"
    assert "สมมติ" in facts["areaServed"]
    assert None not in facts.values()


def test_addresses_lead_from_the_page_where_the_site_has_none() -> None:
    """Whoever reads the data of a page takes an address that is not a full one from that page on."""
    lao = replace(make_pages(), site_url="")
    [page] = render_pages(lao)
    facts, base = read(page), "https://somewhere.example/x/nongsaeng/data/"

    assert urljoin(base, facts["url"]) == base
    assert urljoin(base, facts["distribution"][0]["contentUrl"]) == f"{base}nongsaeng-laos.csv"
    for front, base in (
        (render_front(lao), "https://x.example/nongsaeng/"),
        (render_front(lao, path="index.md"), "https://x.example/"),
    ):
        facts = read(front)
        assert urljoin(base, facts["url"]) == "https://x.example/nongsaeng/"
        assert urljoin(base, facts["logo"]) == "https://x.example/nongsaeng/files/seal.png"


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--<script>", "&lt;", "*a* _b_ `c` \u2028 \\u003c"]
)
def test_no_text_leaves_the_block(text: str) -> None:
    """Whatever a record says, a browser sees one block of data, and a reader of JSON the text."""
    block = render_linked_data({"name": text})
    page = Markdown(extensions=["attr_list", "md_in_html"]).convert(f"# ก\n\n{block}\n\nข")
    [found] = html.document_fromstring(page).xpath("//script")

    assert json.loads(found.text)["name"] == text
    assert "<" not in str(block)[len('<script type="application/ld+json">') : -len("</script>")]
    assert page.count("<script") == 1
