"""A new file: its place and its text; nothing that is there is ever written over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from prongsai.editing.files import write_files
from prongsai.editing.rendering import STEP, render_entry
from prongsai.exceptions import EditError


class Blank(NamedTuple):
    """A key that waits for its value."""

    about: str


def write_new_files(texts: Mapping[Path, str], *, inside: Path) -> None:
    """Write new files, all or none.

    Args:
        texts: What each file shall say.
        inside: The folder that no file must lead out of.

    Raises:
        EditError: One of them is there already, or cannot be written.
    """
    check_new(texts)
    write_files(texts, inside=inside)


def check_new(paths: Iterable[Path]) -> None:
    """Make sure that none of these files is there.

    Raises:
        EditError: One of them is there already.
    """
    taken = next((path for path in paths if path.exists() or path.is_symlink()), None)
    if taken:
        raise EditError(f"มี {taken.as_posix()} อยู่แล้ว จึงไม่เขียนทับ วิธีแก้: แก้ในไฟล์นั้น หรือย้ายออกก่อน")


def render_draft(head: Iterable[str], pairs: Mapping[str, Any], items: str = "", notes: Iterable[str] = ()) -> str:
    """Return the text of a new file.

    Args:
        head: Comments at its top.
        pairs: Its keys; a ``Blank`` stands without a value, behind it what belongs there.
        items: The key whose items, a mapping each, are set apart by blank lines.
        notes: A comment behind the first key of each of these items, which goes when the item goes.
    """
    lines = [f"# {line}" for line in head]
    for key, value in pairs.items():
        if isinstance(value, Blank):
            lines.append(f"{key}:  # {value.about}")
        elif key == items and value:
            lines += [f"{key}:", *_render_items(value, list(notes))]
        else:
            lines += render_entry(key, value, 0)
    return "\n".join([*lines, ""])


def _render_items(items: list[Mapping[str, Any]], notes: list[str]) -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(items):
        lines += [""] if number else []
        note = f"  # {notes[number]}" if number < len(notes) else ""
        sign = "- "
        for key, value in item.items():
            indent = " " * STEP + sign
            if isinstance(value, Blank):
                lines.append(f"{indent}{key}:  # {value.about}")
            else:
                first, *rest = render_entry(key, value, 2 * STEP)
                lines += [indent + first + note, *rest]
            sign, note = "  ", ""
    return lines
