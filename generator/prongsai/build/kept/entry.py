"""What is kept of a unit of the site (an LAO, or the package's own pages): the list of its files, and what others need."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.json import Decoder, Encoder

from prongsai.checks.subjects.lao_facts import LaoFacts
from prongsai.outputs.pages.summary import Summary
from prongsai.outputs.record import Entry
from prongsai.problem import Problem

NAME = "entry.json"


class KeptFile(Struct, frozen=True):
    """A file of the built site, or one that only ``content/`` has.

    Attributes:
        path: Where it stands, relative to the site; empty where it is not there.
        stored: Where it is kept, relative to the entry.
        page: The file in ``content/`` that it was built from; empty where there is none.
        sitemap: Its address in the sitemap; empty where it has none there.
        source: The key of all that an LAO's page was built from; empty for other files.
        size: Bytes.
        modified: Time of modification in nanoseconds, a shortcut for comparing bytes.
        digest: SHA-256 of its bytes.
    """

    path: str
    stored: str
    page: str = ""
    sitemap: str = ""
    source: str = ""
    size: int = 0
    modified: int = 0
    digest: str = ""


class KeptLao(Struct, frozen=True):
    """What the rest of the site needs of an LAO.

    Attributes:
        facts: What rules between LAOs look at.
        problems: What is wrong with it and stops nothing.
        summary: What site-wide pages show of it.
        front: Its front page for the address of a site that has no other LAO.
        moved: The pages at its former addresses, by their paths in ``content/``.
        outputs: The writer's record of its files in ``content/``.
    """

    facts: LaoFacts
    problems: tuple[Problem, ...]
    summary: Summary
    front: str
    moved: dict[str, str]
    outputs: dict[str, dict[str, Entry]]


class Kept(Struct, frozen=True):
    """An entry: a unit as it was built.

    Attributes:
        unit: The LAO's slug, or another name.
        key: What it depends on.
        files: Its files.
        lao: What the rest of the site needs of it; None where the unit is no LAO.
        program: The key of program and settings that built it.
    """

    unit: str
    key: str
    files: tuple[KeptFile, ...]
    lao: KeptLao | None = None
    program: str = ""


_DECODER: Final = Decoder(Kept)
_ENCODER: Final = Encoder()


def render_kept(kept: Kept) -> bytes:
    """Return the bytes of an entry, which begin with a sum by which damage is noticed, and the bytes of its files."""
    data = _ENCODER.encode(kept)
    size = sum(file.size for file in kept.files) + len(data)
    return f"{hashlib.sha256(data).hexdigest()} {size}\n".encode() + data


def read_kept(folder: Path) -> Kept | None:
    """Return what an entry holds; None where it is not there, was damaged, is another version's or another unit's."""
    try:
        head, _, data = (folder / NAME).read_bytes().partition(b"\n")
        is_right = hashlib.sha256(data).hexdigest().encode() == head.partition(b" ")[0]
        kept = _DECODER.decode(data) if is_right else None
    except (OSError, ValueError, RecursionError):
        return None
    return kept if kept and (kept.unit, kept.key) == (folder.parent.name, folder.name) else None


def read_size(folder: Path) -> int:
    """Return the bytes that an entry takes; 0 where it does not say, and is not used either."""
    try:
        with (folder / NAME).open("rb") as file:
            size = file.readline(100).partition(b" ")[2]
        return int(size)
    except (OSError, ValueError):
        return 0
