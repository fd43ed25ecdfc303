"""Drafts written into the LAO's folder: every file whole, doubts as comments at their lines, or nothing at all."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from prongsai.editing.edit import edit
from prongsai.editing.rendering import render_entry
from prongsai.editing.tree import compose, find_line_end
from prongsai.exceptions import EditError
from prongsai.importing.filing import Draft
from prongsai.importing.merging import Conflict, Merge, merge, overwrite
from prongsai.load.data_file import DataPath
from prongsai.load.names import IGNORED
from prongsai.load.source import UnreadableFileError, read_text
from prongsai.load.yaml_reader import parse_yaml
from prongsai.thai.system_errors import describe_os_error

_MAX_FILES = 5_000


class Planned(Struct, frozen=True):
    """What shall become of one file.

    Attributes:
        path: The file, inside the LAO's folder.
        text: Its whole new text; None where nothing changes.
        is_new: It is not there yet.
        added: How many values are added.
        conflicts: What the file says otherwise.
        doubts: How many values are uncertain.
    """

    path: str
    text: str | None
    is_new: bool
    added: int
    conflicts: tuple[Conflict, ...]
    doubts: int


def load_existing(folder: Path) -> dict[str, str]:
    """Return the text of every YAML file of an LAO's folder, by its path inside.

    Raises:
        EditError: A file cannot be read, so that nobody knows what is in it.
    """
    texts: dict[str, str] = {}
    for path in sorted(folder.rglob("*.yml"))[:_MAX_FILES]:
        inside = path.relative_to(folder)
        if any(IGNORED.fullmatch(part) for part in inside.parts) or inside.parts[0] == "files":
            continue
        shown = f"{folder.name}/{inside.as_posix()}"
        try:
            texts[inside.as_posix()] = read_text(path, inside=folder, shown=shown, keep_mark=True)
        except UnreadableFileError as error:
            raise EditError(f"{shown}: {error.problem.message} วิธีแก้: {error.problem.fix}") from None
    return texts


def parse_existing(texts: Mapping[str, str]) -> dict[str, Any]:
    """Return the data of files; one that has problems of its own is None."""
    data = {}
    for path, text in texts.items():
        document, problems = parse_yaml(text.removeprefix("\ufeff"), path)
        data[path] = None if problems else document.data
    return data


def plan_file(draft: Draft, text: str | None, *, replace: bool) -> Planned:
    """Return what a draft makes of a file.

    Args:
        draft: What the documents say.
        text: What the file says now; None where there is none.
        replace: Let the documents win where both differ.

    Raises:
        EditError: The file has problems of its own.
    """
    if text is None:
        lines = [line for key, value in draft.data.items() for line in render_entry(str(key), value, 0)]
        new = _add_comments("\n".join(lines) + "\n", draft.doubts)
        return Planned(draft.path, new, True, _count(draft.data), (), len(draft.doubts))
    found: Merge = merge(parse_existing({draft.path: text})[draft.path] or {}, draft.data)
    changes = [*found.changes, *(overwrite(found.conflicts) if replace else [])]
    try:
        new = edit(text, changes) if changes else text
    except EditError as error:
        raise EditError(f"แก้ {draft.path} ไม่ได้: {error}") from None
    touched = [change.path for change in changes]
    doubts = {path: doubt for path, doubt in draft.doubts.items() if _is_below(path, touched)}
    if changes:
        new = _add_comments(new, doubts)
    added = sum(_count(getattr(change, "value", "")) for change in found.changes)
    return Planned(draft.path, new if new != text else None, False, added, tuple(found.conflicts), len(doubts))


def _is_below(path: DataPath, touched: Sequence[DataPath]) -> bool:
    return any(path[: len(other)] == other for other in touched)


def _count(value: Any) -> int:
    if isinstance(value, dict):
        return sum(map(_count, value.values()))
    return sum(map(_count, value)) if isinstance(value, list) else 1


def _add_comments(text: str, doubts: Mapping[DataPath, str]) -> str:
    """Put a comment at the end of the line where each uncertain value begins."""
    tree = compose(text.removeprefix("\ufeff"))
    shift = len(text) - len(text.removeprefix("\ufeff"))
    places: dict[int, str] = {}
    for path, doubt in doubts.items():
        node = tree.entries[0].value
        start = None
        for part in path:
            entry = next((e for at, e in enumerate(node.entries) if part in {e.key, at} or str(part) == e.key), None)
            if entry is None:
                break
            start, node = entry.start, entry.value
        if start is None:
            continue
        end = find_line_end(text, start + shift)
        is_open = node.text is not None and node.style in {"'", '"', ""} and node.end + shift > end
        if not is_open and " #" not in text[start + shift : end]:
            places[end] = doubt
    for end in sorted(places, reverse=True):
        text = f"{text[:end]}  # ไม่แน่ใจ: {places[end]}{text[end:]}"
    return text


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write files, all of them beside their places first, so that a full disk leaves every one as it was.

    Raises:
        EditError: One cannot be written.
    """
    made: list[tuple[Path, Path]] = []
    try:
        for name, text in files.items():
            target = folder / name
            if not target.parent.resolve().is_relative_to(folder.resolve()):
                raise EditError(f"{name} อยู่นอกโฟลเดอร์ของหน่วยงาน")
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
            made.append((temporary, target))
            temporary.write_bytes(text.encode())
        for temporary, target in made:
            temporary.replace(target)
    except OSError as error:
        raise EditError(f"เขียน {error.filename or 'ไฟล์'} ไม่ได้: {describe_os_error(error)}") from None
    finally:
        for temporary, _ in made:
            temporary.unlink(missing_ok=True)
