"""Attachments with any name: every link of the built site is fetched, page, table and file agree."""

from __future__ import annotations

import csv
import functools
import shutil
import unicodedata
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from conftest import FIXED_DAY, MADE_UP_PLANS, Site
from lxml import html
from runner import run_commands

pytestmark = pytest.mark.slow

LAO = "nongsaeng"
ADDRESS = "https://a.example/"
SAMPLE = MADE_UP_PLANS / LAO / "files" / "adopt-2565.pdf"
NAMES = [
    "ประกาศ #1.pdf",
    "จริงหรือ?.pdf",
    "100%.pdf",
    "a%20b.pdf",
    "a%2Fb.pdf",
    "ก;ข.pdf",
    "A&B.pdf",
    "A&amp;B.pdf",
    "ก  ข.pdf",
    "คำ.pdf",
    "คํา.pdf",
    unicodedata.normalize("NFC", "résumé.pdf"),
    unicodedata.normalize("NFD", "résumé.pdf"),
    'it\'s "so".pdf',
    "<b>.pdf",
    "a:b|c.pdf",
    "[x](y){z}.pdf",
    "1+1=2,@~$!*.pdf",
    "{{ x }}.pdf",
    "😀.PDF",
    "โฟลเดอร์ #2/แผน?.pdf",
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build a site whose paper has an attachment of each name, every one with its own bytes."""
    site = Site(tmp_path_factory.mktemp("names") / "project")
    lao = site.plans / LAO
    shutil.copytree(
        MADE_UP_PLANS / LAO, lao, ignore=shutil.ignore_patterns("progress", "measures*", "oit", "report-*", "memo-*")
    )
    lines = ["attachments:"]
    for number, name in enumerate(NAMES):
        target = lao / "files" / name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(SAMPLE.read_bytes().replace(b"%PDF-1.4\n", b"%%PDF-1.4\n%% %d\n" % number))
        quoted = name.replace("'", "''")
        lines += [f"  - title: แนบ {number}", f"    file: 'files/{quoted}'"]
    paper = lao / "papers" / "adopt-2565.yml"
    text = paper.read_text(encoding="utf-8")
    assert "attachments:" not in text
    paper.write_text(f"{text.rstrip()}\n{chr(10).join(lines)}\n", encoding="utf-8")
    signed = lao / "files" / "ลงนาม #1 & 100%.pdf"
    shutil.copy(SAMPLE, signed)
    paper.write_text(
        paper.read_text(encoding="utf-8").replace("files/adopt-2565.pdf", f"'files/{signed.name}'"), encoding="utf-8"
    )
    result = site.build(strict=False, SITE_URL=ADDRESS)  # some other records are missed
    assert result.returncode == 0, result.stderr
    assert "files/" not in result.stderr
    return site


@pytest.fixture(scope="module")
def address(site: Site, serve_folder: functools.partial[str]) -> str:
    """Serve the site."""
    return serve_folder(site.built)


def list_links(site: Site, address: str) -> dict[str, set[str]]:
    """Return every link to a page or file of the site, with the pages that have it."""
    links: dict[str, set[str]] = {}
    for page in site.built.rglob("*.html"):
        own = page.relative_to(site.built).as_posix().removesuffix("index.html")
        tree = html.document_fromstring(page.read_text(encoding="utf-8"))
        for target in tree.xpath("//a/@href | //link/@href | //script/@src | //img/@src"):
            whole = urldefrag(urljoin(address + own, target.replace(ADDRESS, address)))[0]
            if whole.startswith(address):
                links.setdefault(whole, set()).add(own)
    return links


def fetch(address: str) -> bytes | int:
    """Return what a browser gets at an address, or the server's refusal."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - a server of the test
            data: bytes = answer.read()
            return data
    except urllib.error.HTTPError as error:
        return error.code


def test_every_link_leads_somewhere(site: Site, address: str) -> None:
    """Pages, files, styles and scripts of the whole site are there."""
    links = list_links(site, address)

    assert len(links) > 60
    assert {link: pages for link, pages in links.items() if isinstance(fetch(link), int)} == {}


def test_attachment_of_any_name_is_the_right_file(site: Site, address: str) -> None:
    """What is fetched at each attachment's link are that attachment's bytes."""
    tree = html.document_fromstring(site.read(f"{LAO}/announcements/adopt-2565"))
    page = f"{address}{LAO}/announcements/adopt-2565/"
    found = {}
    for link in tree.xpath("//a[contains(., 'แนบ')]"):
        number = int(link.text_content().split()[1].rstrip("(,"))
        found[number] = fetch(urljoin(page, link.get("href")))

    wanted = {number: (site.plans / LAO / "files" / name).read_bytes() for number, name in enumerate(NAMES)}
    assert found == wanted


def test_addresses_in_tables_are_those_of_the_pages(site: Site, address: str) -> None:
    """The table of OIT items names the same addresses that the pages link, and each can be fetched."""
    links = {urlsplit(link).path for link in list_links(site, address)}
    seen = set()
    for table in (site.built / LAO / "oit").glob("*.csv"):
        with table.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        cells = {row[key] for row in rows for key in ("page_address", "pdf_address", "signed_address") if row.get(key)}
        for cell in cells:
            assert cell.startswith(ADDRESS)
            own = urljoin(address, cell.removeprefix(ADDRESS))
            assert urlsplit(own).path in links, cell
            assert not isinstance(fetch(own), int), cell
            seen.add(cell)
    assert any("%23" in cell for cell in seen)


def test_copies_are_removed_with_their_names(site: Site, tmp_path: Path) -> None:
    """A file of any name is removed from ``content/`` when no record names it any more."""
    again = Site(tmp_path / "project")
    shutil.copytree(site.folder, again.folder, dirs_exist_ok=True)
    shutil.copy(MADE_UP_PLANS / LAO / "papers" / "adopt-2565.yml", again.plans / LAO / "papers")

    [generated] = run_commands(again.folder, [["prongsai", "generate"]], FIXED_DAY)
    assert generated.returncode == 0
    left = {path.name for path in (again.content / LAO / "files").rglob("*") if path.is_file()}
    assert left.isdisjoint({Path(name).name for name in NAMES})
