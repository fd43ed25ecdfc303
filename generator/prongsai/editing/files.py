"""Changing a file on disk: whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from prongsai.editing.changes import Change
from prongsai.editing.edit import edit
from prongsai.exceptions import EditError
from prongsai.load.source import UnreadableFileError, read_text
from prongsai.thai.system_errors import describe_os_error


def edit_file(path: Path, changes: Sequence[Change], *, inside: Path, shown: str) -> bool:
    """Make changes in a YAML file and tell whether it is another now.

    Args:
        path: The file.
        changes: What to change; paths are those of the file as it is.
        inside: The folder that the file must not lead out of.
        shown: How messages name the file.

    Raises:
        EditError: The file cannot be read, changed as wanted, or written; it is as it was.
    """
    try:
        text = read_text(path, inside=inside, shown=shown, keep_mark=True)
        changed = edit(text, changes)
        if changed != text:
            _replace(path.resolve(), changed.encode())
    except UnreadableFileError as error:
        raise EditError(f"แก้ {shown} ไม่ได้: {error.problem.message} วิธีแก้: {error.problem.fix}") from None
    except EditError as error:
        raise EditError(f"แก้ {shown} ไม่ได้: {error}") from None
    except OSError as error:
        raise EditError(f"เขียน {shown} ไม่ได้: {describe_os_error(error)}") from None
    return changed != text


def _replace(target: Path, data: bytes) -> None:
    """Write beside the file, then put it into its place in one step; who may read and write it stays."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        shutil.copymode(target, temporary)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
