"""What is kept of a unit of the site (an LAO, or the package's own pages): the list of its files, and what others need."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from prongsai.checks.subjects.lao_facts import LaoFacts
from prongsai.outputs.pages.summary import Summary
from prongsai.outputs.record import Entry
from prongsai.problem import Problem

NAME = "entry.json"


@dataclass(frozen=True)
class KeptFile:
    """A file of the built site, or one that only ``content/`` has.

    Attributes:
        path: Where it stands, relative to the site; empty where it is not there.
        stored: Where it is kept, relative to the entry.
        page: The file in ``content/`` that it was built from; empty where there is none.
        sitemap: Its address in the sitemap; empty where it has none there.
        size: Bytes.
        modified: Time of modification in nanoseconds, a shortcut for comparing bytes.
        digest: SHA-256 of its bytes.
    """

    path: str
    stored: str
    page: str = ""
    sitemap: str = ""
    size: int = 0
    modified: int = 0
    digest: str = ""


@dataclass(frozen=True)
class KeptLao:
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


@dataclass(frozen=True)
class Kept:
    """An entry: a unit as it was built.

    Attributes:
        unit: The LAO's slug, or another name.
        key: What it depends on.
        files: Its files.
        lao: What the rest of the site needs of it; None where the unit is no LAO.
    """

    unit: str
    key: str
    files: tuple[KeptFile, ...]
    lao: KeptLao | None = None


_ADAPTER: Final = TypeAdapter(Kept)


def render_kept(kept: Kept) -> bytes:
    """Return the bytes of an entry, with a sum by which damage is noticed."""
    data = _ADAPTER.dump_json(kept)
    return hashlib.sha256(data).hexdigest().encode() + b"\n" + data


def read_kept(folder: Path) -> Kept | None:
    """Return what an entry holds; None where it is not there, was damaged, is another version's or another unit's."""
    try:
        check, _, data = (folder / NAME).read_bytes().partition(b"\n")
        kept = _ADAPTER.validate_json(data) if hashlib.sha256(data).hexdigest().encode() == check else None
    except (OSError, ValidationError):
        return None
    return kept if kept and (kept.unit, kept.key) == (folder.parent.name, folder.name) else None
