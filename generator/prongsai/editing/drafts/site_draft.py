"""A new site's folder: the starter of the package with an LAO in it."""

from __future__ import annotations

import re
from pathlib import Path

from prongsai.editing.rendering import render_text
from prongsai.places import STARTER

_SITE_NAME = "site_name: "
_WORKFLOW = re.compile(r"(?<=uses: )OWNER/prongsai(/\.github/workflows/[\w-]+\.yml)@COMMIT")
_KEEP = ".gitkeep"  # holds an empty folder; there is an LAO in it now


def draft_site(folder: Path, name: str, workflow: str = "") -> dict[Path, str]:
    """Return the files of a new site, without those of the LAO.

    Args:
        folder: Where it shall stand.
        name: The LAO's full name.
        workflow: Where the reusable workflows stand: owner/name@commit; empty leaves the places to fill in.
    """
    texts = {}
    for path in sorted(STARTER.rglob("*")):
        if path.is_file() and path.name != _KEEP:
            text = path.read_text(encoding="utf-8")
            if path.name == "mkdocs.yml":
                first, _, rest = text.partition("\n")
                text = f"{_SITE_NAME}{render_text(f'{first.removeprefix(_SITE_NAME)} {name}')}\n{rest}"
            elif workflow and path.suffix == ".yml":
                owner, _, commit = workflow.partition("@")
                text = _WORKFLOW.sub(rf"{owner}\1@{commit}", text)
            texts[folder / path.relative_to(STARTER)] = text
    return texts
