"""The folders of a site: none lies in one that is published or emptied."""

from __future__ import annotations

from pathlib import Path

import pytest
from prongsai.settings.folders import find_folder_refusals

APART = {"docs_dir": "content", "site_dir": "site", "plans": "plans", "theme": "theme"}


def refuse(home: Path, **moved: str) -> list[str]:
    """Return the messages about folders of a site; those that are not named stand beside ``mkdocs.yml``."""
    folders = {name: home / folder for name, folder in (APART | moved).items()}
    return [refusal.message for refusal in find_folder_refusals(folders, home)]


def test_folders_side_by_side_are_accepted(tmp_path: Path) -> None:
    """Each folder beside the others, or anywhere else, is right."""
    assert refuse(tmp_path) == []
    assert refuse(tmp_path, plans="../data", site_dir="../public/site") == []


@pytest.mark.parametrize(
    ("moved", "harm"),
    [
        ({"plans": "content/plans"}, "ทุกไฟล์ในนั้นจะถูกเผยแพร่"),
        ({"plans": "content"}, "ทุกไฟล์ในนั้นจะถูกเผยแพร่"),
        ({"docs_dir": "."}, "ทุกไฟล์ในนั้นจะถูกเผยแพร่"),
        ({"site_dir": "plans"}, "MkDocs ลบทุกอย่างในนั้น"),
        ({"site_dir": "theme"}, "MkDocs ลบทุกอย่างในนั้น"),
        ({"site_dir": ".."}, "MkDocs ลบทุกอย่างในนั้น"),
        ({"site_dir": "content/site"}, "ทุกไฟล์ในนั้นจะถูกเผยแพร่"),
        ({"docs_dir": "site/content"}, "MkDocs ลบทุกอย่างในนั้น"),
    ],
    ids=[
        "data published",
        "same folder",
        "settings published",
        "data emptied",
        "theme emptied",
        "all emptied",
        "site in pages",
        "pages in site",
    ],
)
def test_folder_in_another_is_refused(tmp_path: Path, moved: dict[str, str], harm: str) -> None:
    """What would happen to the folder inside is told."""
    messages = refuse(tmp_path, **moved)

    assert messages
    assert any(harm in message for message in messages)


def test_link_is_followed(tmp_path: Path) -> None:
    """A folder that is a link into another one lies in it."""
    (tmp_path / "content").mkdir()
    (tmp_path / "plans").symlink_to(tmp_path / "content")

    assert refuse(tmp_path)
