"""The handbook's pictures: all that the script makes are used, told in words, and light."""

from __future__ import annotations

import re

from handbook_pages import DOCUMENTS, read
from screenshots import PICTURES, SHOTS

_PICTURE = re.compile(r"!\[(?P<words>[^\]]*)\]\([^)]*images/(?P<name>[\w-]+\.\w+)\)")
USED = [match for path in DOCUMENTS for match in _PICTURE.finditer(read(path))]


def test_every_picture_is_on_a_page() -> None:
    """No picture travels in the wheel for nothing, and none is missing."""
    there = {path.name for path in PICTURES.iterdir()}

    assert there == {match["name"] for match in USED}
    assert {f"{shot.name}.png" for shot in SHOTS} <= there


def test_pictures_are_told_in_words() -> None:
    """Who does not see a picture reads what it shows."""
    assert [match["name"] for match in USED if not re.search("[ก-ฮ]", match["words"]) or len(match["words"]) < 30] == []


def test_pictures_are_light() -> None:
    """All pictures together leave the wheel small."""
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) <= 300_000
