"""The site of the handbook's examples: it can be built, and stands and says what the handbook tells."""

from __future__ import annotations

import functools
import re
from typing import Any

import pytest
import yaml
from conftest import Site, Tab, find_faults
from handbook_pages import (
    PAGES,
    Example,
    list_all_data,
    list_code,
    list_examples,
    list_used_keys,
    read_page,
    write_examples,
)
from lxml import html
from prongsai.build.checked import check_plans
from prongsai.documents.shelf import Shelf
from prongsai.finish.search_data import SEARCH_DATA
from prongsai.handbook.keys import is_shown
from prongsai.thai.digits import to_arabic

pytestmark = pytest.mark.slow

WIDE = "[...document.querySelectorAll('html, article table, article pre')].filter(e => e.scrollWidth > e.clientWidth + 1).length"
FORMS = {"plan", "values", "settings"}  # tables, lists, examples, generated parts: no page has another form
# A memo that is not public, the name that e-Plan gives a project of later years, what is read aloud for a picture.
NOT_ON_A_PAGE = {"memo-2565.yml", "eplan_name", "alt"}


@pytest.fixture(scope="module")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the site of all examples once, at an address, which some files need; without PDF and Word files."""
    site = Site(tmp_path_factory.mktemp("handbook") / "project")
    write_examples(site.folder, list_all_data())
    site.set(read_settings((site.folder / "mkdocs.yml").read_text(encoding="utf-8")))
    result = site.build(SITE_URL="https://www.example.go.th/")
    assert result.returncode == 0, result.stderr
    return site


def read_settings(starter: str) -> str:
    """Return the settings that a site begins with, and what the handbook adds to them."""
    added: dict[str, Any] = {}
    options: dict[str, Any] = {}
    for example in list_examples(read_page("settings")):
        if example.path == "mkdocs.yml":
            added |= example.data
            options |= example.data.get("plugins", [{"prongsai": {}}])[0]["prongsai"]
    kept = [line for line in starter.splitlines() if line.partition(":")[0] not in added]
    return "\n".join([*kept, yaml.safe_dump(added | {"plugins": [{"prongsai": options}]}, allow_unicode=True)])


def list_addresses(site: Site) -> set[str]:
    """Return the addresses of the built pages; small pages for other sites are files."""
    built = (path.parent for path in site.built.rglob("index.html") if path.parent.name != "embed")
    pages = {folder.relative_to(site.built).as_posix() for folder in built}
    return {f"/{page}/" if page != "." else "/" for page in pages}


def shape(address: str) -> tuple[str, ...]:
    """Return an address without its names: what is an LAO's, a year's or a project's is a star."""
    return tuple("*" if re.search(r"[0-9]|nongdee|bansuk|chiang-rai", part) else part for part in address.split("/"))


def test_addresses_of_the_handbook_are_there(example_site: Site) -> None:
    """Each address that the page about folders tells is that of a page or file."""
    told = {code for code in list_code(read_page("folders")) if code.startswith("/")}
    there = list_addresses(example_site)
    portal = {shape(address) for address in there}  # the example's province is none that has a word for addresses

    assert len(told) > 20
    assert [
        address
        for address in told
        if address not in there
        and not (address.startswith("/portal/") and shape(address) in portal)
        and not (example_site.built / address[1:]).is_file()
    ] == ["/schemas/"]


def test_addresses_of_papers_are_there(example_site: Site) -> None:
    """Each PDF and Word file that the handbook names is made for the page that it says."""
    told = {code[1:] for code in list_code(read_page("pdf-word")) if re.search(r"^/.*\.(pdf|docx)$", code)}
    (loaded,) = check_plans(example_site.plans, only="nongdee").laos
    papers = {path for document in Shelf(loaded.ledger).documents for path in (document.pdf, document.word)}

    assert len(told) > 2
    assert told - papers == set()


def test_every_page_has_its_address_in_the_handbook(example_site: Site) -> None:
    """No kind of page is left out of the table of addresses."""
    told = {shape(code) for code in list_code(read_page("folders")) if code.startswith("/")}
    pages = {address for address in list_addresses(example_site) if not address.startswith("/handbook/")}

    assert sorted(page for page in pages if shape(page) not in told) == []


def test_handbook_is_published_and_out_of_the_search(example_site: Site) -> None:
    """Every page of the handbook is on the site; citizens do not find it in the search."""
    assert "/handbook/new-period/" in list_addresses(example_site)
    assert '"handbook/' not in (example_site.built / SEARCH_DATA).read_text(encoding="cp874")


def test_what_is_shown_is_told_right(example_site: Site) -> None:
    """A text of an example is on a page, unless the tables mark its key as not shown."""
    words = read_words(example_site)
    wrong = [
        f"{file}: {key}: {text}"
        for file, record, key, text in list_texts(example_site)
        if (text in words) != is_shown(record, key) and not {file, key} & NOT_ON_A_PAGE
    ]

    assert wrong == []


def read_words(site: Site) -> str:
    """Return the words of all pages but the handbook's, digits and spaces of one kind."""
    pages = [path for path in site.built.rglob("*.html") if "handbook" not in path.parts]
    bodies = [html.fromstring(path.read_text(encoding="utf-8")).xpath("//body")[0].text_content() for path in pages]
    return normalise(" ".join(bodies))


def normalise(text: str) -> str:
    """Return a text with one kind of digits and spaces."""
    return " ".join(to_arabic(text).split())


def list_texts(site: Site) -> list[tuple[str, Any, str, str]]:
    """Return the texts of the examples' files with Thai words in them: file, record, key, text."""
    found = []
    for path in sorted(site.plans.rglob("*.yml")):
        text = path.read_text(encoding="utf-8")
        example = Example(path.relative_to(site.folder).as_posix(), text, is_addition=False)
        for record, key, value in list_used_keys(example):
            texts = value if isinstance(value, list) else [value]
            thai = [normalise(item) for item in texts if isinstance(item, str) and re.search("[ก-ฮ]{4}", item)]
            found += [(path.name, record, key, item) for item in thai]
    return found


def test_pages_fit_a_phone(example_site: Site, tab: Tab, serve_folder: functools.partial[str]) -> None:
    """Nothing on the handbook's pages must be scrolled sideways, and each form that they use is accessible."""
    address = serve_folder(example_site.built)
    faults = []
    for path in PAGES:
        page = tab.open(f"{address}handbook/{'' if path.stem == 'index' else f'{path.stem}/'}")
        found = find_faults(page) if path.stem in FORMS else []
        wide = page.evaluate(WIDE)
        faults += [(path.stem, found, wide)] if found or wide else []

    assert faults == []
