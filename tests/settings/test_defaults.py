"""What the package sets where ``mkdocs.yml`` says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT, Site
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from prongsai.places import STARTER
from prongsai.settings.defaults import read_site_url, set_defaults, set_nav

SHORT = (STARTER / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a site as an LAO begins one."""
    monkeypatch.delenv("SITE_URL", raising=False)
    return Site(tmp_path / "lao")


def load(site: Site, added: str = "") -> MkDocsConfig:
    """Return the settings as MkDocs reads them, with some lines added."""
    site.set(SHORT + added)
    return load_config(str(site.folder / "mkdocs.yml"))


def complete(site: Site, added: str = "") -> MkDocsConfig:
    """Return the completed settings."""
    config = load(site, added)
    set_defaults(config)
    return config


@pytest.mark.parametrize("path", [ROOT / "mkdocs.yml", STARTER / "mkdocs.yml"], ids=["this site", "a new site"])
def test_settings_are_at_most_ten_lines(path: Path) -> None:
    """Whoever opens the file sees all of it; extensions, menus and styles are not in it."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 10


def test_short_settings_are_completed(site: Site) -> None:
    """Extensions with their settings, style, description and pages without a menu entry come from the package."""
    config = complete(site)

    assert {"admonition", "attr_list", "md_in_html", "tables", "toc"} <= set(config.markdown_extensions)
    assert config.mdx_configs["tables"] == {"use_align_attribute": True}
    assert config.mdx_configs["toc"] == {"toc_depth": 3}
    assert config.extra["generator"] is False
    assert "ที่ประชาชนตรวจสอบได้" in (config.site_description or "")
    assert config.not_in_nav is not None
    assert config.not_in_nav.match_file("maesai/index.md")
    assert not config.not_in_nav.match_file("about.md")


def test_theme_brings_its_own_settings(site: Site) -> None:
    """Language, fonts, colours and robots.txt need no line in the file."""
    theme = load(site).theme

    assert (theme["language"], theme["font"]) == ("th", False)
    assert theme["palette"] == {"scheme": "default", "primary": "custom"}
    assert {"404.html", "robots.txt"} <= theme.static_templates


def test_own_values_win(site: Site) -> None:
    """What the file says of a thing stays, and what it does not say of it comes from the package."""
    own = "site_description: ของเรา\nnot_in_nav: /old/\nextra: {generator: true}\nmarkdown_extensions:\n- toc: {toc_depth: 2}\n"

    config = complete(site, own)

    assert config.site_description == "ของเรา"
    assert config.extra["generator"] is True
    assert config.mdx_configs["toc"] == {"toc_depth": 2}
    assert config.mdx_configs["tables"] == {"use_align_attribute": True}
    assert config.not_in_nav is not None
    assert not config.not_in_nav.match_file("maesai/index.md")


def test_lists_are_added_to(site: Site) -> None:
    """An extension of one's own does not take ours away."""
    config = complete(site, "markdown_extensions: [footnotes]\n")

    assert "footnotes" in config.markdown_extensions
    assert "md_in_html" in config.markdown_extensions


def test_menu_has_the_pages_that_there_are(site: Site) -> None:
    """The site's own pages are listed in one order; one that is not there is left out."""
    for name in ("accessibility.md", "index.md", "other.md"):
        (site.content / name).write_text("# x", encoding="utf-8")
    config = complete(site)

    set_nav(config)

    assert config.nav == [{"หน้าแรก": "index.md"}, {"การเข้าถึงเว็บไซต์": "accessibility.md"}]


def test_own_menu_stays(site: Site) -> None:
    """A menu in the file replaces ours."""
    config = complete(site, "nav: [เกี่ยวกับเรา: about.md]\n")

    set_nav(config)

    assert config.nav == [{"เกี่ยวกับเรา": "about.md"}]


@pytest.mark.parametrize(
    ("written", "expected"),
    [("", "https://from.example/"), ("site_url: https://written.example/a\n", "https://written.example/a/")],
    ids=["open", "written"],
)
def test_address_comes_from_the_file_else_from_the_environment(
    site: Site, monkeypatch: pytest.MonkeyPatch, written: str, expected: str
) -> None:
    """SITE_URL tells the address where the file says none; it ends in a slash."""
    monkeypatch.setenv("SITE_URL", "https://from.example")
    site.set("site_name: ก\ntheme: prongsai\nplugins: [prongsai]\ndocs_dir: content\n" + written)

    assert read_site_url(load_config(str(site.folder / "mkdocs.yml"))) == expected
