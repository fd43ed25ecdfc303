"""Settings that would publish an unsafe or broken site."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import Site
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from prongsai import places
from prongsai.settings.first_look import find_first_refusals
from prongsai.settings.material import list_depended_files
from prongsai.settings.own_theme import add_own_theme, list_assets
from prongsai.settings.refusal import Refusal
from prongsai.settings.refusals import find_refusals

SHORT = (places.STARTER / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a site as an LAO begins one."""
    monkeypatch.delenv("SITE_URL", raising=False)
    return Site(tmp_path / "lao")


def load(site: Site, added: str = "", *, theme: str = "prongsai", **options: Any) -> MkDocsConfig:
    """Return the settings as MkDocs reads them, with some lines added, another theme or options of the command."""
    short = re.sub("^site_name: .*\n", "", SHORT, flags=re.MULTILINE) if "site_name:" in added else SHORT
    site.set(short.replace("theme: prongsai", f"theme: {theme}") + added)
    return load_config(str(site.folder / "mkdocs.yml"), **options)


def refuse(config: MkDocsConfig, *, plans: str = "plans", **options: Any) -> list[Refusal]:
    """Return what is refused."""
    folder = Path(config.config_file_path).parent / plans
    return list(find_refusals(config, plans=folder, **({"site_url": "", "is_dirty": False} | options)))


def test_new_site_is_accepted(site: Site) -> None:
    """The settings that the package starts a site with are right."""
    assert refuse(load(site)) == []


@pytest.mark.parametrize(
    ("theme", "found"),
    [("material", "“material”"), ("mkdocs", "“mkdocs”"), ("{name: null, custom_dir: theme}", "“None”")],
    ids=["material", "mkdocs", "none"],
)
def test_another_theme_is_refused(site: Site, theme: str, found: str) -> None:
    """Pages of any other theme have no policy; the name found and the line to write are told."""
    (site.folder / "theme").mkdir()

    [refusal] = refuse(load(site, theme=theme))

    assert refusal.setting == "theme"
    assert found in refusal.message
    assert refusal.fix == "เขียน theme: prongsai"


@pytest.mark.parametrize(
    ("added", "setting"),
    [
        ('site_name: "ศูนย์\\nข้อมูล"\n', "site_name"),
        ('site_name: "ศูนย์\\x01ข้อมูล"\n', "site_name"),
        (f"site_name: {'ก' * 301}\n", "site_name"),
        ("use_directory_urls: false\n", "use_directory_urls"),
        ("extra: {analytics: {provider: google}}\n", "extra.analytics"),
        ("extra_css: [assets/own.css, https://elsewhere.example/a.css]\n", "extra_css"),
        ("extra_javascript: [//elsewhere.example/a.js]\n", "extra_javascript"),
        ("extra_javascript: [{path: https://elsewhere.example/a.mjs, type: module}]\n", "extra_javascript"),
    ],
    ids=[
        "two lines",
        "control letter",
        "long name",
        "addresses",
        "analytics",
        "style elsewhere",
        "script elsewhere",
        "module elsewhere",
    ],
)
def test_setting_that_breaks_pages_is_refused(site: Site, added: str, setting: str) -> None:
    """Links that break, and files that the pages' policy would refuse, are told with the key."""
    assert [refusal.setting for refusal in refuse(load(site, added))] == [setting]


def test_fonts_from_elsewhere_are_refused(site: Site) -> None:
    """Pages come with their font; no reader's browser is sent to another host."""
    assert [refusal.setting for refusal in refuse(load(site, theme="{name: prongsai, font: {text: Roboto}}"))] == [
        "theme.font"
    ]


def test_partial_build_is_refused(site: Site) -> None:
    """``--dirty`` would publish a search that knows only what changed."""
    assert [refusal.setting for refusal in refuse(load(site), is_dirty=True)] == ["--dirty"]


def test_wrong_address_is_refused(site: Site) -> None:
    """The site's address is checked wherever it came from."""
    assert [refusal.setting for refusal in refuse(load(site), site_url="ftp://example.go.th/")] == ["site_url"]


def test_folders_of_the_command_count(site: Site) -> None:
    """``--site-dir`` may not lead into the plans, which MkDocs would empty; nor may the plans lie in the pages."""
    assert [refusal.setting for refusal in refuse(load(site, site_dir=str(site.plans)))] == ["site_dir"]
    assert [refusal.setting for refusal in refuse(load(site), plans="content/plans")] == ["docs_dir"]


def test_several_refusals_are_told_at_once(site: Site) -> None:
    """Nobody has to build again to learn of the next one."""
    assert len(refuse(load(site, "use_directory_urls: false\n"), is_dirty=True, site_url="x")) == 3


@pytest.mark.parametrize("theme", ["prongsai", "{name: prongsai, custom_dir: theme}"], ids=["found", "named"])
def test_replaced_frame_is_refused(site: Site, theme: str) -> None:
    """An LAO's own ``main.html`` takes the policy from every page; parts of pages may be replaced."""
    own = site.folder / "theme"
    (own / "partials").mkdir(parents=True)
    (own / "partials" / "footer.html").write_text("<footer></footer>", encoding="utf-8")
    assert refuse(load(site, theme=theme)) == []

    (own / "main.html").write_text('{% extends "base.html" %}', encoding="utf-8")

    [refusal] = refuse(load(site, theme=theme))
    assert "theme/main.html" in refusal.message


def test_missing_templates_are_refused(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where our theme's folder holds no frame, or is not the one that MkDocs uses, nothing is built."""
    config = load(site)
    monkeypatch.setattr(places, "THEME", tmp_path)

    [refusal] = refuse(config)

    assert "ไม่พบแม่แบบของธีม prongsai" in refusal.message


def test_changed_material_is_refused(site: Site, tmp_path: Path) -> None:
    """A file of mkdocs-material that is not the tested one is named, with the release to install."""
    config = load(site)
    material = tmp_path / "material"
    installed = Path(config.theme.dirs[1])
    for name in list_depended_files():
        (material / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(installed / name, material / name)
    config.theme.dirs[1] = str(material)
    assert refuse(config) == []

    (material / "base.html").write_text("<html></html>", encoding="utf-8")

    [refusal] = refuse(config)
    assert "base.html" in refusal.message
    assert "mkdocs-material==" in refusal.fix


def test_own_theme_comes_first(site: Site) -> None:
    """``theme/`` beside ``mkdocs.yml`` is found by itself, and its scripts may be asked for by pages."""
    scripts = site.folder / "theme" / "assets" / "javascripts"
    scripts.mkdir(parents=True)
    (scripts / "map.js").write_text("", encoding="utf-8")
    config = load(site)

    add_own_theme(config)

    assert config.theme.dirs[:2] == [str(site.folder / "theme"), str(places.THEME)]
    assert {"map", "search"} <= list_assets(config)["scripts"]


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("", []),
        ("site_dir: content/site\n", ["site_dir"]),
        ("site_dir: .\n", ["docs_dir", "site_dir"]),
        ("markdown_extensions: [{x: {base: !relative $docs_dir}}]\n", []),
    ],
    ids=["right", "site in pages", "all in site", "tag of MkDocs"],
)
def test_folders_are_checked_before_mkdocs_does(site: Site, added: str, expected: list[str]) -> None:
    """What MkDocs would refuse in English after the plugins are set up is found from the file itself."""
    site.set(SHORT + added)

    assert [refusal.setting for refusal in find_first_refusals(site.folder / "mkdocs.yml")] == expected
