"""Entries of the cache: what is no entry of this unit is made anew."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from prongsai.build.kept.entry import NAME, Kept, KeptFile, read_kept, render_kept

KEPT = Kept("bandin", "key", (KeptFile("bandin/index.html", "site/bandin/index.html", size=5),))
DATA = render_kept(KEPT).partition(b"\n")[2]


def read(folder: Path, data: bytes) -> Kept | None:
    """Read what was written with a right sum."""
    entry = folder / "bandin" / "key"
    entry.mkdir(parents=True)
    (entry / NAME).write_bytes(hashlib.sha256(data).hexdigest().encode() + b" 5\n" + data)
    return read_kept(entry)


def test_entry_is_read_as_it_was_written(tmp_path: Path) -> None:
    """With nothing lost."""
    assert read(tmp_path, DATA) == KEPT


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(DATA[:-1], id="cut off"),
        pytest.param(DATA.replace(b"bandin", b"\xff", 1), id="no UTF-8"),
        pytest.param(DATA.replace(b"5", b'"5"', 1), id="a text for a number"),
        pytest.param(DATA.replace(b'"bandin"', b'"bannam"', 1), id="another LAO's"),
        pytest.param(DATA[:-1] + b',"more":' + b"[" * 100_000 + b"]" * 100_000 + b"}", id="deeper than Python reads"),
        pytest.param(b"[]", id="no mapping"),
    ],
)
def test_what_is_no_entry_is_made_anew(tmp_path: Path, data: bytes) -> None:
    """Whoever can write into an archive can write a right sum, too."""
    assert read(tmp_path, data) is None
