"""Folders that lie in each other, which MkDocs would refuse in English once the plugins are set up.

What it finds before that (no name, no theme, no folder of pages) no plugin can tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from prongsai.settings.folders import find_folder_refusals
from prongsai.settings.refusal import Refusal

_DEFAULTS = {"docs_dir": "docs", "site_dir": "site"}  # MkDocs' own


def find_first_refusals(settings_file: Path) -> Iterator[Refusal]:
    """Yield what ``mkdocs.yml`` says of the folders of pages and of the built site that cannot be.

    Args:
        settings_file: The ``mkdocs.yml``.
    """
    settings = _read(settings_file)
    home = settings_file.parent
    folders = {name: home / str(settings.get(name, default)) for name, default in _DEFAULTS.items()}
    yield from find_folder_refusals(folders, home)


def _read(settings_file: Path) -> dict[str, Any]:
    # A tag for extensions only, which needs the settings that are still being read.
    loader = get_yaml_loader()
    loader.add_constructor("!relative", lambda *_: None)
    try:
        with settings_file.open("rb") as file:
            return yaml_load(file, loader)
    except (OSError, ConfigurationError):
        return {}  # MkDocs has read the file already, from a place that is not there any more
