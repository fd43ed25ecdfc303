"""Which files of the theme are left out of the site."""

from __future__ import annotations

import re

import pytest
from conftest import Site
from prongsai.finish.unused_files import is_unused


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("assets/javascripts/bundle.a5f9d56c.min.js", True),
        ("assets/javascripts/bundle.a5f9d56c.min.js.map", True),
        ("assets/javascripts/lunr/min/lunr.th.min.js", True),
        ("assets/javascripts/workers/search.7a47a382.min.js", True),
        ("assets/stylesheets/main.57a0d79d.min.css.map", True),
        ("assets/stylesheets/main.57a0d79d.min.css", False),
        ("assets/javascripts/shell.js", False),
        ("assets/javascripts/own.js", False),
        ("maesai/files/plan.map", False),
    ],
)
def test_what_is_left_out(path: str, *, expected: bool) -> None:
    """Scripts of Material and maps are; styles, our own and an LAO's files are not."""
    assert is_unused(path) is expected


def test_every_file_that_pages_load_is_there(made_up_site: Site) -> None:
    """Nothing of what is left out is asked for, and no map or script of Material is published."""
    published = {path.relative_to(made_up_site.built).as_posix() for path in made_up_site.built.rglob("*.*")}
    assert not [path for path in published if is_unused(path)]
    for page in made_up_site.built.rglob("*.html"):
        for address in re.findall(r'(?:src|href)="([^":#?]+\.(?:js|css))"', page.read_text(encoding="utf-8")):
            target = (page.parent / address) if not address.startswith("/") else made_up_site.built / address[1:]
            assert target.is_file(), (page, address)
