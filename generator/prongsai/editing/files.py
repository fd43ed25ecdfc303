"""Changing a file on disk: whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from prongsai.editing.changes import Change
from prongsai.editing.edit import edit
from prongsai.exceptions import EditError
from prongsai.load.source import UnreadableFileError, read_text
from prongsai.thai.system_errors import describe_os_error


class Edited(NamedTuple):
    """The text of a file before and after changes."""

    old: str
    new: str


def edit_text(path: Path, changes: Sequence[Change], *, inside: Path, shown: str) -> Edited:
    """Return what a YAML file says and what it would say with changes; nothing is written.

    Args:
        path: The file.
        changes: What to change; paths are those of the file as it is.
        inside: The folder that the file must not lead out of.
        shown: How messages name the file.

    Raises:
        EditError: The file cannot be read, or changed as wanted.
    """
    try:
        text = read_text(path, inside=inside, shown=shown, keep_mark=True)
        return Edited(text, edit(text, changes))
    except UnreadableFileError as error:
        raise EditError(f"แก้ {shown} ไม่ได้: {error.problem.message} วิธีแก้: {error.problem.fix}") from None
    except EditError as error:
        raise EditError(f"แก้ {shown} ไม่ได้: {error}") from None


def edit_file(path: Path, changes: Sequence[Change], *, inside: Path, shown: str) -> bool:
    """Make changes in a YAML file and tell whether it is another now; the arguments are those of ``edit_text``.

    Raises:
        EditError: The file cannot be read, changed as wanted, or written; it is as it was.
    """
    edited = edit_text(path, changes, inside=inside, shown=shown)
    try:
        if edited.new != edited.old:
            _replace(path.resolve(), edited.new.encode())
    except OSError as error:
        raise EditError(f"เขียน {shown} ไม่ได้: {describe_os_error(error)}") from None
    return edited.new != edited.old


def _replace(target: Path, data: bytes) -> None:
    """Write beside the file, then put it into its place in one step; who may read and write it stays."""
    temporary = _name_beside(target)
    try:
        _write_beside(target, data)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _name_beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.tmp")


def _write_beside(target: Path, data: bytes) -> None:
    temporary = _name_beside(target)
    temporary.write_bytes(data)
    if target.exists():
        shutil.copymode(target, temporary)


def write_files(texts: Mapping[Path, str | None], *, inside: Path) -> None:
    """Write several files, all or none: all are written beside their places first, where a full disk does no harm.

    Args:
        texts: What each file shall say; None for a file that goes.
        inside: The folder that no file must lead out of.

    Raises:
        EditError: A file leads elsewhere, or cannot be written or removed; all are as they were.
    """
    for path in texts:
        if not path.resolve().is_relative_to(inside.resolve()):
            raise EditError(f"เขียน {path.name} ไม่ได้: เป็นลิงก์ที่ชี้ออกนอกโฟลเดอร์ วิธีแก้: คัดลอกไฟล์หรือโฟลเดอร์จริงมาวางแทนลิงก์")
    made: list[Path] = []
    now = inside
    before: dict[Path, bytes | None] = {}
    targets = {path.resolve(): text for path, text in texts.items()}
    given = {path.resolve(): path for path in texts}
    try:
        for target, text in targets.items():
            now = target
            if text is not None:
                _make_folder(target.parent, made)
                _write_beside(target, text.encode())
        for target, text in targets.items():
            now = target
            old = target.read_bytes() if target.exists() else None
            if text is None:
                target.unlink()
            else:
                _name_beside(target).replace(target)
            before[target] = old
    except BaseException as error:
        for target in targets:
            with suppress(OSError):  # a file stands where its folder should be
                _name_beside(target).unlink(missing_ok=True)
        for target, old in before.items():
            if old is None:
                target.unlink(missing_ok=True)
            else:
                target.write_bytes(old)
        for folder in reversed(made):
            with suppress(OSError):  # somebody put something there meanwhile
                folder.rmdir()
        if not isinstance(error, OSError):
            raise
        reason = describe_os_error(error)
        raise EditError(f"เขียน {given.get(now, now)} ไม่ได้: {reason} ไฟล์ทั้งหมดคงเดิม") from None


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it; the new ones are added to ``made``, the outermost first."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir()
        made.append(place)
