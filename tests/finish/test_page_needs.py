"""The front matter of a page: what it may ask the theme for."""

from __future__ import annotations

import pytest
from prongsai.exceptions import PageSettingsError
from prongsai.finish.page_needs import check_excluded, check_front_matter

ASSETS = {"scripts": frozenset({"search", "copy"}), "styles": frozenset({"charts"})}


def test_what_there_is_may_be_asked_for() -> None:
    """Every key with a right value is accepted, others are not looked at."""
    meta = {
        "title": "แผน",
        "scripts": ["search"],
        "styles": ["charts"],
        "search_box": False,
        "in_search": False,
        "canonical": "maesai/",
        "breadcrumbs": [["หน้าแรก", "../"]],
        "sample": True,
        "hide": ["toc"],
        "author": 5,
    }

    check_front_matter(meta, "about.md", ASSETS, {"maesai"})


@pytest.mark.parametrize(
    ("meta", "example"),
    [
        ({"title": 2567}, 'title: "แผนปี 2567"'),
        ({"lao": ["maesai"]}, "lao: maesai"),
        ({"scripts": "search"}, "scripts: [search]"),
        ({"scripts": [1]}, "scripts: [search]"),
        ({"search_box": "no"}, "search_box: false"),
        ({"in_search": 0}, "in_search: false"),
        ({"breadcrumbs": [["หน้าแรก"]]}, 'breadcrumbs: [["หน้าแรก", "../"]]'),
        ({"canonical": None}, "canonical: maesai/"),
    ],
    ids=["title", "lao", "scripts", "script", "search_box", "in_search", "breadcrumbs", "empty"],
)
def test_value_of_another_kind_is_refused(meta: dict[str, object], example: str) -> None:
    """The page, the key, the value and an example are told."""
    [(key, value)] = meta.items()

    with pytest.raises(PageSettingsError) as caught:
        check_front_matter(meta, "about.md", ASSETS, {"maesai"})

    text = str(caught.value)
    assert text.startswith(f"about.md: หัวข้อ {key} ")
    assert f"“{value}”" in text
    assert text.endswith(example)


@pytest.mark.parametrize("name", ["projects", "../../evil", "search.js"], ids=["unknown", "path", "ending"])
def test_script_that_there_is_not_is_refused(name: str) -> None:
    """A page asks for the theme's scripts only, by name; those that there are are told."""
    with pytest.raises(PageSettingsError, match=r"about\.md: ไม่มีสคริปต์ .* เลือกจาก copy search"):
        check_front_matter({"scripts": [name]}, "about.md", ASSETS, {"maesai"})


def test_style_that_there_is_not_is_refused() -> None:
    """A style is asked for as a script is."""
    with pytest.raises(PageSettingsError, match=r"about\.md: ไม่มีสไตล์ “chart” ใน theme/assets/stylesheets/ .* charts"):
        check_front_matter({"styles": ["chart"]}, "about.md", ASSETS, {"maesai"})


def test_lao_that_is_not_there_is_told() -> None:
    """The words of such a page would be in no search."""
    with pytest.raises(PageSettingsError, match=r"ไม่มีหน่วยงาน “maesia”.*maesai"):
        check_front_matter({"lao": "maesia"}, "about.md", ASSETS, {"maesai"})


def test_pages_of_an_lao_cannot_be_left_out() -> None:
    """Others lead to them; a person's own pages can."""
    check_excluded(["drafts/x.md"], {"maesai"})
    with pytest.raises(PageSettingsError, match=r"maesai/index\.md"):
        check_excluded(["drafts/x.md", "maesai/index.md"], {"maesai"})
