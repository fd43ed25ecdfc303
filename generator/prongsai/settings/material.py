"""The files of mkdocs-material that our pages are made from, or that ours stand in for.

Another release may rename a block that we fill or a class that we colour: pages would lose their policy or their looks
without a word. So these files are known by their content; a release with other ones must be tried first.
"""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

TESTED = "9.8.2"  # pyproject.toml allows no later one

# In the page of every build, and not depended on: the release, the names of scripts that our pages do not load.
_VARYING = re.compile(rb"mkdocs-material-[0-9.]+|assets/javascripts/[\w./]+")

_DIGESTS = {
    "404.html": "80c93494b5432b1b",
    "base.html": "4c24a8886d6405b3",
    "main.html": "9948b55a7bc979c3",
    ".icons/material/menu.svg": "b5cde42b37442aa5",
    ".icons/material/theme-light-dark.svg": "ab6465e52add607e",
    "assets/stylesheets/main.57a0d79d.min.css": "57a0d79d880c51fe",
    "assets/stylesheets/palette.fb2fffe2.min.css": "fb2fffe2c525a359",
    "partials/actions.html": "1bcd66d6f428194e",
    "partials/comments.html": "bacd2a2e0dbfb6d2",
    "partials/content.html": "ce33929c85af129f",
    "partials/feedback.html": "d47879b262c1d49f",
    "partials/footer.html": "50c2a75f013b7b03",
    "partials/header.html": "8cf3fb15bcf969ff",
    "partials/icons.html": "461a02930eb982ef",
    "partials/integrations/analytics.html": "3dba249b95699a16",
    "partials/javascripts/base.html": "d6113712bc4deb30",
    "partials/javascripts/content.html": "3722e156f0f6339d",
    "partials/javascripts/palette.html": "8790389765ea6036",
    "partials/language.html": "3a44516f305006ac",
    "partials/languages/en.html": "902e36bb5ec5cb46",
    "partials/languages/th.html": "30e4f3cf6add2c44",
    "partials/logo.html": "e0925ef6c190174a",
    "partials/nav.html": "af33f6e032f632eb",
    "partials/source-file.html": "ce5277decac9a8cf",
    "partials/tags.html": "166225609857c853",
    "partials/toc-item.html": "418f31ce2e6d5599",
    "partials/toc.html": "fde48f583563364b",
}


def list_depended_files() -> list[str]:
    """Return the names of the files, relative to mkdocs-material's folder of templates."""
    return list(_DIGESTS)


def list_styles(material: Path) -> list[Path]:
    """Return its style sheets, in the order in which pages load them.

    Args:
        material: Its folder of templates.
    """
    return [material / name for name in _DIGESTS if name.endswith(".css")]


def digest_file(path: Path) -> str:
    """Return the start of a file's SHA-256; empty where there is no such file."""
    if not path.is_file():
        return ""
    return sha256(_VARYING.sub(b"", path.read_bytes())).hexdigest()[:16]


def list_changed_files(material: Path) -> list[str]:
    """Return which files of mkdocs-material are not those that our theme was made for.

    Args:
        material: Its folder of templates.
    """
    return [name for name, digest in _DIGESTS.items() if digest_file(material / name) != digest]
