"""What was worked out before, kept inside the repository's own folder: a commit never changes, so neither do its changes.

The file is nobody's but ours and is never published. One that is damaged, or was written by another version of the
program, is as good as none.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from prongsai import load, papers, records, thai
from prongsai.history.changes import Action, Change
from prongsai.history.values import Form

Unread = dict[str, str]


class Worked(Struct, frozen=True):
    """What one commit did to one LAO.

    Attributes:
        changes: Its changes.
        unread: The files that cannot be read after it, with their last content that could be; empty for none.
    """

    changes: tuple[Change, ...] = ()
    unread: Unread = field(default_factory=dict)


def read_cache(path: Path) -> dict[str, Worked]:
    """Return what is kept, by commit and folders; nothing where it cannot be used."""
    try:
        data = json.loads(path.read_bytes())
        if data["made_by"] != _hash_tools() or data["check"] != _compute_check(data["worked"]):
            return {}
        return {key: _from_json(value) for key, value in data["worked"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def write_cache(path: Path, worked: Mapping[str, Worked]) -> None:
    """Keep what was worked out, where the repository may be written to."""
    values = {key: _to_json(value) for key, value in worked.items()}
    data = {"made_by": _hash_tools(), "check": _compute_check(values), "worked": values}
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with suppress(OSError):  # a repository that is only read has no cache
        path.parent.mkdir(exist_ok=True)
        temporary.write_bytes(json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"))
        temporary.replace(path)
    with suppress(OSError):
        temporary.unlink(missing_ok=True)


def _to_json(worked: Worked) -> list[Any]:
    return [[[*change] for change in worked.changes], worked.unread]


def _from_json(data: Any) -> Worked:
    changes, unread = data
    return Worked(tuple(map(_read_change, changes)), dict(unread))


def _read_change(data: list[Any]) -> Change:
    action, key, name, path, field_, old, new, form, former = data
    return Change(Action(action), tuple(key), name, path, field_, old, new, Form(form), tuple(former))


def _compute_check(worked: Any) -> str:
    """Return a sum by which damage is noticed."""
    return hashlib.sha256(json.dumps(worked, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()


@cache
def _hash_tools() -> str:
    """Return the state of what reads records and compares them: the code, and the library that it stands on."""
    digest = hashlib.sha256(version("pydantic").encode())
    for path in _list_code():
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _list_code() -> Iterator[Path]:
    for package in (load, papers, records, thai):
        yield from sorted(Path(package.__path__[0]).rglob("*.py"))
    yield from sorted(Path(__file__).parent.glob("*.py"))
