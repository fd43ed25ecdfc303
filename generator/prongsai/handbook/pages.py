"""Pages with generated parts: ``<!-- generated: keys plan -->``, what the code says, ``<!-- /generated -->``."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from prongsai.handbook.commands import render_commands
from prongsai.handbook.facts import (
    render_file_types,
    render_frameworks,
    render_history_columns,
    render_measure_sections,
    render_oit_years,
    render_reserved_names,
)
from prongsai.handbook.keys import render_keys
from prongsai.handbook.settings import render_settings

FOLDER = Path(__file__).parents[3] / "content" / "handbook"
PART = re.compile(
    r"(?P<start><!-- generated: (?P<name>[a-z-]+)(?: (?P<of>[a-z]+))? -->\n).*?(?P<end><!-- /generated -->)", re.DOTALL
)

# A part's name → what writes it; some parts are of something, as keys are of a kind of file.
PARTS: dict[str, Callable[..., str]] = {
    "commands": render_commands,
    "file-types": render_file_types,
    "frameworks": render_frameworks,
    "history-columns": render_history_columns,
    "keys": render_keys,
    "measure-sections": render_measure_sections,
    "oit-years": render_oit_years,
    "reserved-names": render_reserved_names,
    "settings": render_settings,
}


def list_pages(folder: Path) -> list[Path]:
    """Return the handbook's pages in alphabetical order."""
    return sorted(folder.glob("*.md"))


def renew_page(text: str) -> str:
    """Return a page with its generated parts as the code says now.

    Raises:
        KeyError: A part has a name that nothing writes.
    """
    return PART.sub(lambda part: f"{part['start']}\n{_render(part).strip()}\n\n{part['end']}", text)


def _render(part: re.Match[str]) -> str:
    return PARTS[part["name"]](*([part["of"]] if part["of"] else []))
