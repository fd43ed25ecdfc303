"""Where mkdocs-material's style sheets are needed whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Site
from mkdocs.config import load_config
from prongsai.places import STARTER
from prongsai.settings.defaults import set_defaults
from prongsai.settings.theme_style import ThemeStyle, is_more_used

SHORT = (STARTER / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("settings", "file", "expected"),
    [
        ("", "", False),
        ("extra_css: [assets/own.css]\n", "theme/assets/own.css", False),
        ("", "theme/partials/footer.html", True),
        ("markdown_extensions: [footnotes]\n", "", True),
        ("theme: {name: prongsai, palette: {primary: teal}}\n", "", True),
        ("theme: {name: prongsai, features: [navigation.top]}\n", "", True),
        ("theme: {name: prongsai, direction: rtl}\n", "", True),
    ],
    ids=["short", "style", "template", "extension", "colours", "feature", "direction"],
)
def test_what_is_not_ours_may_need_more(tmp_path: Path, *, settings: str, file: str, expected: bool) -> None:
    """A template, an extension or an option of one's own; a style of one's own only adds to ours."""
    site = Site(tmp_path / "lao")
    site.set(SHORT.replace("theme: prongsai\n", "") + settings if "theme:" in settings else SHORT + settings)
    if file:
        (site.folder / file).parent.mkdir(parents=True)
        (site.folder / file).write_text("", encoding="utf-8")
    config = load_config(str(site.folder / "mkdocs.yml"))
    set_defaults(config)

    assert is_more_used(config) is expected


def test_whole_sheets_are_published_where_a_page_loads_them() -> None:
    """Where none does they are left out; nothing else is."""
    sheet, some = "assets/stylesheets/main.57a0d79d.min.css", ThemeStyle(pages={"about.md"})

    assert [style.is_published(sheet) for style in (ThemeStyle(), some, ThemeStyle(is_whole=True))] == [
        False,
        True,
        True,
    ]
    assert ThemeStyle().is_published("assets/stylesheets/prongsai.css")
    assert [some.is_whole_on(path) for path in ("about.md", "index.md")] == [True, False]
