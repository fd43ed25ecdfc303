"""The place of a value that is there, and of one that is not."""

from __future__ import annotations

import pytest
from prongsai.load.data_file import DataFile, DataPath
from prongsai.load.yaml_reader import parse_yaml
from prongsai.problem import Where

FILE = "plans/maesai/plan.yml"
TEXT = "years: 2566-2570\nprojects:\n  - id: p01\n    budget:\n      2566: 1\n    steps:\n      - ประชุม\n"
DOCUMENT, _ = parse_yaml(TEXT, FILE)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("years",), (1, 8)),
        (("years", "first"), (1, 8)),
        (("missing",), (1, 1)),
        (("projects", 0, "name"), (3, 5)),
        (("projects", 7), (3, 3)),
        (("projects", 0, "budget", "by_year", "2566"), (5, 13)),
        (("projects", 0, "steps", 0, "text"), (7, 9)),
    ],
    ids=[
        "value", "part-of-value", "missing-key", "missing-key-of-item", "missing-item", "key-put-in", "text-put-in",
    ],
)  # fmt: skip
def test_where(path: DataPath, place: tuple[int, int]) -> None:
    """The place is the value's own, else that of the nearest value around it."""
    assert DOCUMENT.where(*path) == Where(FILE, *place)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("projects",), (2, 1)),
        (("projects", 0, "budget", "2566"), (5, 7)),
        (("projects", 0, "budget", "by_year", "2566"), (5, 7)),
        (("projects", 0, "missing"), (3, 5)),
    ],
    ids=["key", "nested-key", "key-below-one-put-in", "missing-key"],
)
def test_where_key(path: DataPath, place: tuple[int, int]) -> None:
    """The place is the key's own, else that of the nearest value around it."""
    assert DOCUMENT.where_key(*path) == Where(FILE, *place)


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ((1, 8), ("years",)),
        ((1, 12), ("years",)),
        ((3, 7), ("projects", 0, "id")),
        ((7, 14), ("projects", 0, "steps", 0)),
        ((7, 2), ()),
        ((0, 0), ()),
        ((9, 1), ()),
    ],
    ids=["value", "inside-value", "key-beats-list", "inside-item", "before-item", "file", "line-without-values"],
)
def test_find_path(place: tuple[int, int], path: DataPath) -> None:
    """A place leads back to what stands there, or to the text that it is inside of."""
    assert DOCUMENT.find_path(Where(FILE, *place)) == path


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ((2, 5), ("foreword", 0)),
        ((4, 7), ("foreword", 0)),
        ((5, 5), ("foreword", 1)),
        ((6, 3), ("foreword", 1)),
        ((7, 1), ()),
    ],
    ids=["mark", "folded-line", "next-item", "later-line-of-plain-text", "comment-after"],
)
def test_find_path_in_a_text_of_several_lines(place: tuple[int, int], path: DataPath) -> None:
    """A place on a later line of a text belongs to that text, so that it can be silenced there; a comment does not."""
    document, _ = parse_yaml("foreword:\n  - >-\n    ก\n    ขคงจ\n  - ฉ\n    ชซ\n# ญ\n", FILE)

    assert document.find_path(Where(FILE, *place)) == path


def test_unread_file_has_no_lines() -> None:
    """Where nothing could be read, the file as a whole is the place."""
    assert DataFile(FILE).where("years") == Where(FILE)
    assert DataFile(FILE).where_key("years") == Where(FILE)
    assert DataFile(FILE).find_path(Where(FILE, 1, 1)) == ()
