"""Where the package finds its theme and pages, in a wheel and in a checkout."""

from __future__ import annotations

from pathlib import Path

from mkdocs.utils import get_theme_dir
from prongsai import places


def test_folder_beside_the_code_wins(tmp_path: Path) -> None:
    """In a wheel the folders lie inside the package; another one further up is not ours."""
    code = tmp_path / "generator" / "prongsai"
    (code / "theme").mkdir(parents=True)
    (tmp_path / "theme").mkdir()

    assert places.find_part("theme", code) == code / "theme"


def test_checkout_has_the_folders_at_its_top(tmp_path: Path) -> None:
    """Without a folder beside the code it is that of the checkout."""
    code = tmp_path / "generator" / "prongsai"
    code.mkdir(parents=True)

    assert places.find_part("content", code) == tmp_path / "content"


def test_mkdocs_knows_our_theme() -> None:
    """The installed theme ``prongsai`` is the folder that the package finds."""
    assert Path(get_theme_dir("prongsai")) == places.THEME
