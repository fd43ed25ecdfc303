"""Where the parts of the package that are no code lie: beside it in a wheel, else at the top of the checkout."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

_CODE = Path(__file__).parent


def find_part(name: str, code: Path = _CODE) -> Path:
    """Return the folder ``theme`` or ``content`` of this package.

    Args:
        name: The folder's name.
        code: The package's folder; in a checkout it stands in ``generator/`` beside the others.
    """
    beside = code / name
    return beside if beside.is_dir() else code.parents[1] / name


THEME = find_part("theme")
CONTENT = find_part("content")
STARTER = _CODE / "starter"  # a site without data, to be copied

# mkdocs-material advises whoever builds to try the same settings with another program, which would leave out our plugin
# and with it every page's policy. MkDocs loads our theme first, so the notice is not given.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

# MkDocs takes for a theme's folder the one in which the file of its entry point lies.
theme_entry = SimpleNamespace(__file__=str(THEME / "mkdocs_theme.yml"))
