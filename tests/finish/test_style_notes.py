"""The theme's style sheets lose their notes on the way to the reader, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.structure.files import File, Files
from prongsai.finish.style_notes import drop_notes
from prongsai.places import THEME


def publish(name: str, folder: Path) -> str:
    """Return a style sheet as it is published."""
    file = File(name, str(folder), "site", use_directory_urls=True)
    drop_notes(Files([file]))
    return file.content_string


def test_notes_are_dropped_and_rules_and_licences_stay() -> None:
    """What is left is what stood between the notes."""
    for path in (THEME / "assets" / "stylesheets").glob("*.css"):
        published = publish(f"assets/stylesheets/{path.name}", THEME)
        notes = re.findall(r"/\*.*?\*/", published, re.DOTALL)

        assert all("licence" in note.lower() for note in notes)
        assert published.count("{") == path.read_text(encoding="utf-8").count("{")
    assert "MIT licence" in publish("assets/stylesheets/material.css", THEME)


def test_style_of_an_office_stays_as_it_is(tmp_path: Path) -> None:
    """Whoever wrote it decides."""
    (tmp_path / "own.css").write_text("/* ของเรา */ p { color: red }", encoding="utf-8")

    assert publish("own.css", tmp_path) == "/* ของเรา */ p { color: red }"
