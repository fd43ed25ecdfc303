"""Style sheets of the theme as they are published: without their notes, which every reader would have to load."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from prongsai.places import THEME

if TYPE_CHECKING:
    from mkdocs.structure.files import Files

_NOTE = re.compile(rb"/\*(?![^*]*[Ll]icence).*?\*/\n?", re.DOTALL)


def drop_notes(files: Files) -> None:
    """Publish the package's own style sheets without their notes, but for those of their licences."""
    for file in files.css_files():
        if file.abs_src_path and Path(file.abs_src_path).is_relative_to(THEME):
            file.content_bytes = _NOTE.sub(b"", file.content_bytes)
