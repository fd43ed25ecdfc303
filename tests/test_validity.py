"""The HTML of every built page, read as strictly as the HTML standard's own parser allows."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest
from conftest import Site
from lxml import html

# Attributes that HTML once had for looks; the checker of the W3C calls each an error.
_OBSOLETE = frozenset({"align", "bgcolor", "border", "cellpadding", "cellspacing", "frameborder", "valign"})
_REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list")


def list_pages(site: Site) -> list[Path]:
    """Return every built page."""
    return sorted(site.built.rglob("*.html"))


def find_faults(text: str) -> list[str]:
    """Return what is wrong with a page's HTML, in words."""
    parser = html5lib.HTMLParser()
    parser.parse(text)
    faults = [f"line {place[0]}: {code} {data}" for place, code, data in parser.errors]
    tree = html.document_fromstring(text)
    ids = Counter(tree.xpath("//@id"))
    faults += [f"id {name} {times} times" for name, times in ids.items() if times > 1]
    faults += [
        f"{attribute}={value} leads nowhere"
        for attribute in _REFERENCES
        for value in tree.xpath(f"//@{attribute}")
        if not set(value.split()) <= set(ids)
    ]
    for element in tree.iter(html.etree.Element):
        faults += [f"obsolete {name} on {element.tag}" for name in _OBSOLETE & set(element.attrib)]
        if element.tag == "img" and "alt" not in element.attrib:
            faults.append(f"no alt on {element.get('src')}")
    levels = [int(heading.tag[1]) for heading in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    faults += [f"h{here} under h{above}" for above, here in pairwise(levels) if here > above + 1]
    nested = tree.xpath("//a//a | //a//button | //button//a | //button//button | //label//label | //form//form")
    faults += [f"{element.tag} inside its like" for element in nested]
    return faults


def test_every_page_is_valid(made_up_site: Site) -> None:
    """No page has an error of syntax, a doubled id, a reference to nothing, or a heading out of order."""
    pages = list_pages(made_up_site)

    assert len(pages) > 40
    assert {page.relative_to(made_up_site.built).as_posix(): faults for page in pages if (faults := check(page))} == {}


def check(page: Path) -> list[str]:
    """Return a built page's faults."""
    return find_faults(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p><div>x</div></p>", "unexpected-end-tag"),
        ("<table><p>x</p></table>", "unexpected-start-tag-implies-table-voodoo"),
        ("<p id=a>x</p><p id=a>y</p>", "id a 2 times"),
        ("<label for=x>y</label>", "for=x leads nowhere"),
        ("<p align=right>x</p>", "obsolete align"),
        ("<h1>x</h1><h3>y</h3>", "h3 under h1"),
        ("<img src=x>", "no alt"),
    ],
    ids=["block in paragraph", "text in table", "id", "label", "align", "heading", "picture"],
)
def test_faults_are_found(body: str, fault: str) -> None:
    """Each kind of fault that the test above promises not to be there is found where it is."""
    text = f"<!doctype html><html lang=th><head><title>x</title></head><body>{body}</body></html>"

    assert any(fault in found for found in find_faults(text)), find_faults(text)
