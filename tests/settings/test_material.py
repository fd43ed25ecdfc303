"""The files of mkdocs-material that our theme was made for."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT
from mkdocs.utils import get_theme_dir
from prongsai import places
from prongsai.settings.material import TESTED, digest_file, list_changed_files, list_depended_files

MATERIAL = Path(get_theme_dir("material"))
_NAMED = re.compile(r"""(?:include|import|extends) "([^"~]+)"|'(assets/stylesheets/[^']+)'""")


@pytest.fixture
def material(tmp_path: Path) -> Path:
    """Return a copy of the files that are depended on."""
    for name in list_depended_files():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(MATERIAL / name, tmp_path / name)
    return tmp_path


def test_installed_release_is_the_tested_one() -> None:
    """No file of the installed release differs; where one does, the theme must be tried with it first."""
    assert {name: digest_file(MATERIAL / name) for name in list_changed_files(MATERIAL)} == {}


def test_changed_and_missing_files_are_found(material: Path) -> None:
    """A file with other content, and one that is gone, are named."""
    with (material / "partials" / "content.html").open("a", encoding="utf-8") as file:
        file.write("<script>go()</script>")
    (material / "partials" / "toc-item.html").unlink()

    assert list_changed_files(material) == ["partials/content.html", "partials/toc-item.html"]


def test_number_of_the_release_is_no_change(material: Path) -> None:
    """Two releases that differ in their number and in scripts that our pages do not load are one to us."""
    base = material / "base.html"
    text = base.read_text(encoding="utf-8")
    changed = re.sub(r"mkdocs-material-[0-9.]+", "mkdocs-material-9.8.99", text)
    base.write_text(re.sub(r"bundle\.\w+\.min", "bundle.0123abcd.min", changed), encoding="utf-8")

    assert base.read_text(encoding="utf-8") != text
    assert list_changed_files(material) == []


def test_every_file_that_pages_are_made_from_is_known() -> None:
    """What our templates and the known ones name, where ours do not stand in for it, is known; so is what ours replace."""
    known = set(list_depended_files())
    ours = {path.relative_to(places.THEME).as_posix() for path in places.THEME.rglob("*.html")}
    assert {name for name in ours if (MATERIAL / name).is_file()} <= known

    # Only with features of mkdocs-material that our settings leave off, or in blocks that ours fill.
    unused = {"announce", "outdated", "consent", "tabs", "path", "top", "progress"}
    for name in sorted(ours | {name for name in known if name.endswith(".html")}):
        path = places.THEME / name if name in ours else MATERIAL / name
        named = {first or second for first, second in _NAMED.findall(path.read_text(encoding="utf-8"))}
        files = {file for file in named if Path(file).stem not in unused and (MATERIAL / file).is_file()}
        icons_of_others = {file for file in files if file.startswith(".icons/") and name not in ours}
        assert files - icons_of_others <= known | ours, name


def test_requirement_allows_no_untested_release() -> None:
    """An update of mkdocs-material alone cannot bring files that were not tried."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    [required] = [line for line in project["dependencies"] if line.startswith("mkdocs-material")]

    assert required.endswith(f"<={TESTED}")
