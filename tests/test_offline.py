"""The copy of the site that opens from a folder."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from conftest import MADE_UP_PLANS, Site, Tab
from lxml import html

pytestmark = pytest.mark.slow

# Those that wait until they are scrolled to are fetched now.
PICTURES = """() => Promise.all([...document.images].map(async (picture) => {
  picture.loading = "eager";
  await picture.decode();
  return picture.naturalWidth > 0;
})).then((found) => found.every(Boolean))"""
LAO = "nongsaeng"


@pytest.fixture(scope="module")
def offline_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the made-up site as ``make offline`` does."""
    site = Site(tmp_path_factory.mktemp("offline") / "project")
    site.add(*sorted(folder for folder in MADE_UP_PLANS.iterdir() if folder.is_dir()))
    result = site.build(OFFLINE="true")
    assert result.returncode == 0, result.stderr
    return site


def test_search_and_what_servers_need_are_left_out(offline_site: Site) -> None:
    """There is no search page, form or data, no 404 page, no sitemap, no robots.txt."""
    names = {path.relative_to(offline_site.built).as_posix() for path in offline_site.built.rglob("*")}

    assert not {name for name in names if "search" in name and not name.startswith("assets/")}
    assert not names & {"404.html", "sitemap.xml", "robots.txt"}
    assert 'role="search"' not in offline_site.read(LAO)


def test_every_link_names_a_file(offline_site: Site) -> None:
    """Every link of every page leads to a file that is there, without a server that would look for index.html."""
    for path in offline_site.built.rglob("*.html"):
        for address in html.document_fromstring(path.read_text(encoding="utf-8")).xpath("//a/@href | //link/@href"):
            parts = urlsplit(address)
            if not parts.scheme and parts.path:
                assert (path.parent / unquote(parts.path)).is_file(), (path, address)


@pytest.mark.parametrize(
    "path", ["", LAO, f"{LAO}/2566-2570/projects", f"{LAO}/2566-2570/projects/p01", f"{LAO}/reports/2566-12", "rules"]
)
def test_page_opens_from_the_folder(offline_site: Site, tab: Tab, path: str) -> None:
    """A page opened by its file: address has its style, font, seal and colour switch, and nothing to complain about."""
    page = tab.open((offline_site.built / path / "index.html").as_uri())

    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px Sarabun'))")
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
    assert page.evaluate(PICTURES)
    page.click(".palette-button")
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"
    page.evaluate("localStorage.clear()")  # a folder's pages share it
    assert tab.messages == tab.list_elsewhere("file:") == []


def test_menu_leads_to_files(offline_site: Site, tab: Tab) -> None:
    """From a page deep in the folder the menu opens and leads on."""
    page = tab.open((offline_site.built / LAO / "2566-2570" / "projects" / "p01" / "index.html").as_uri())
    page.click(".menu-button")
    page.click(".md-sidebar--primary a >> nth=-1")
    page.wait_for_load_state()

    assert page.url == (offline_site.built / "accessibility" / "index.html").as_uri()
    assert tab.messages == tab.list_elsewhere("file:") == []
