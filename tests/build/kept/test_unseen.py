"""What a kept LAO depends on without anybody saying so."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from conftest import Site
from jinja2 import DictLoader, Environment
from mkdocs.config import load_config
from prongsai.build.kept.built import Templates
from prongsai.build.kept.cache import Cache
from prongsai.build.kept.entry import KeptFile
from prongsai.build.kept.fingerprints import Fingerprints
from prongsai.build.kept.parcel import _pack, take_in
from prongsai.build.kept.program import describe_settings, needs_all_pages


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return a site without data."""
    return Site(tmp_path / "lao")


def test_link_to_a_folder_has_no_key(tmp_path: Path) -> None:
    """What it leads to changes unseen; a folder that has become a link is not the same."""
    folder, other = tmp_path / "folder", tmp_path / "other"
    for path in (folder, other):
        path.mkdir()
    keys = Fingerprints(tmp_path / "memory")
    before = keys.compute(folder)
    folder.rename(tmp_path / "moved")
    folder.symlink_to(tmp_path / "moved")

    assert keys.compute(folder) != before
    (other / "pictures").symlink_to(folder)
    with pytest.raises(OSError, match="pictures"):
        keys.compute(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% for slug in config.extra.laos %}{{ slug }}{% endfor %}", True),
        ("{{ nav.homepage.url }}", True),
        ("<nav>{{ config.site_name }}</nav>", False),
        ("{{ config.extra.navy }} all pages", False),
    ],
)
def test_template_that_shows_the_whole_site_is_noticed(site: Site, text: str, *, expected: bool) -> None:
    """Then no LAO is kept, whose pages would not follow the others."""
    partial = site.folder / "theme" / "partials" / "footer.html"
    partial.parent.mkdir(parents=True)
    partial.write_text(text, encoding="utf-8")

    assert needs_all_pages(load_config(config_file=str(site.folder / "mkdocs.yml"))) is expected


def test_headings_are_known_where_mkdocs_warns_of_them(site: Site) -> None:
    """Else a link to one that is gone would stop the first build under ``--strict``, and no other."""
    settings = site.folder / "mkdocs.yml"
    with settings.open("a", encoding="utf-8") as file:
        file.write("validation:\n  anchors: warn\n")

    assert needs_all_pages(load_config(config_file=str(settings)))


def test_own_templates_are_settings(site: Site) -> None:
    """A page that the theme is asked for is missing until the site is built again."""
    settings = site.folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    before = describe_settings(load_config(config_file=str(settings)))
    more = text.replace("theme: prongsai", "theme:\n  name: prongsai\n  static_templates: [more.html]")
    assert more != text
    settings.write_text(more, encoding="utf-8")

    assert describe_settings(load_config(config_file=str(settings))) != before


def test_damaged_template_is_compiled_again(tmp_path: Path) -> None:
    """Python would run whatever a kept one has become."""

    def render() -> str:
        templates = DictLoader({"page": "{% for word in words %}{{ word }}{% endfor %}"})
        page = Environment(loader=templates, bytecode_cache=Templates(tmp_path), autoescape=True).get_template("page")
        return page.render(words="กข")

    expected = render()
    [kept] = tmp_path.iterdir()
    whole = kept.read_bytes()
    for place in range(0, len(whole), 20):
        kept.write_bytes(whole[:place] + bytes([whole[place] ^ 255]) + whole[place + 1 :])

        assert render() == expected
        assert kept.read_bytes() == whole


def test_what_a_cluster_built_is_of_the_same_program(tmp_path: Path) -> None:
    """So that it can stay as the last good version of an LAO."""
    page = tmp_path / "page.html"
    page.write_text("หน้า", encoding="utf-8")
    there, here = Cache(tmp_path / "there"), Cache(tmp_path / "here")
    there.store("bandin", "key", [(KeptFile("bandin/page.html", "page.html"), page)], program="program")

    take_in(io.BytesIO(_pack(there.folder, (there.folder / "bandin").rglob("*"))), here, {"bandin"})

    kept = here.find("bandin", "key")
    assert kept
    assert kept.program == "program"
