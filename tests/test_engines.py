"""``make engines``: what it takes for a difference."""

from __future__ import annotations

from pathlib import Path

import pytest
from engines import compare, is_known, read_site

ARTICLE = (
    '<article><h1 id="top">แผน<a class="headerlink" href="#top">¶</a></h1> <p>๕  โครงการ</p>'
    '<a href="../b/">ต่อไป</a><a href="https://example.go.th/">เว็บไซต์</a></article>'
)


def write_page(folder: Path, article: str) -> Path:
    """Write a site of one page."""
    (folder / "a" / "p").mkdir(parents=True)
    (folder / "a" / "p" / "index.html").write_text(f"<html><body><nav>เมนู</nav>{article}", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("๕  โครงการ", "๕\nโครงการ", []),
        ('href="../b/"', 'href="/a/b/index.html"', []),
        ("¶", "#", []),
        ("๕", "๔", ["words"]),
        ('href="../b/"', 'href="../../b/"', ["links"]),
        ('id="top"', 'id="_1"', ["ids"]),
        ("</article>", '<img src="x.png"></article>', ["links"]),
    ],
)
def test_difference_is_what_a_reader_would_miss(tmp_path: Path, old: str, new: str, what: list[str]) -> None:
    """Words, targets and ids count; spaces, the way in which a link is written, and marks of a theme do not."""
    pages = read_site(write_page(tmp_path / "one", ARTICLE))
    others = read_site(write_page(tmp_path / "two", ARTICLE.replace(old, new)))

    assert list(compare(pages, others)) == [("a/p/", each) for each in what]


def test_missing_page_is_a_difference(tmp_path: Path) -> None:
    """A page that one engine leaves out is told."""
    assert list(compare(read_site(write_page(tmp_path, ARTICLE)), {})) == [("a/p/", "page")]


def test_only_shifted_links_are_known(tmp_path: Path) -> None:
    """Known are Zensical's links on pages that are no index.md, and nothing else."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "p.md").touch()

    assert is_known("zensical", "a/p/", "links", tmp_path)
    assert not is_known("zensical", "a/p/", "words", tmp_path)
    assert not is_known("zensical", "a/", "links", tmp_path)
    assert not is_known("properdocs", "a/p/", "links", tmp_path)
