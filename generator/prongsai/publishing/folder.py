"""A folder of this machine, a network drive or a share as the place of a site."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from prongsai.exceptions import PublishingError
from prongsai.publishing.server import RefusedError
from prongsai.thai.system_errors import describe_os_error


class FolderServer:
    """A folder, reached by the operating system."""

    def __init__(self, folder: Path, site: Path) -> None:
        """Take the folder.

        Args:
            folder: The folder that readers see.
            site: The built site, which must lie elsewhere.

        Raises:
            PublishingError: One lies in the other, or there is no folder above.
        """
        place, built = folder.resolve(), site.resolve()
        if place.is_relative_to(built) or built.is_relative_to(place):
            raise PublishingError(f"ปลายทาง “{folder}” กับเว็บไซต์ที่สร้าง “{site}” ซ้อนกัน วิธีแก้: ระบุโฟลเดอร์ของเครื่องแม่ข่ายเว็บ")
        if place.exists() and not place.is_dir():
            raise PublishingError(f"ปลายทาง “{folder}” เป็นไฟล์ วิธีแก้: ระบุโฟลเดอร์")
        if not place.parent.is_dir():
            raise PublishingError(f"ไม่พบโฟลเดอร์ “{place.parent}” วิธีแก้: ตรวจว่าต่อไดรฟ์เครือข่ายแล้ว และพิมพ์ชื่อถูก")
        self.live = place.as_posix()
        self.may_swap = place.parent != place

    def connect(self) -> None:
        """Do nothing: a folder is there or not."""

    def close(self) -> None:
        """Do nothing."""

    def read(self, path: str) -> bytes | None:
        """Return a file; ``None`` where there is none."""
        with _telling(path):
            try:
                return Path(path).read_bytes()
            except (FileNotFoundError, NotADirectoryError):
                return None

    def write(self, path: str, file: BinaryIO) -> None:
        """Write a file into a folder that is there; one that could not be written is removed, which makes room."""
        with _telling(path):
            try:
                with Path(path).open("wb") as target:
                    shutil.copyfileobj(file, target)
            except OSError:
                with suppress(OSError):
                    Path(path).unlink(missing_ok=True)
                raise

    def move(self, old: str, new: str) -> None:
        """Give a file another name, in place of the file that has it, or a folder one that is free."""
        with _telling(old):
            Path(old).replace(new)

    def remove(self, path: str) -> None:
        """Remove a file; nothing happens where there is none."""
        with _telling(path):
            Path(path).unlink(missing_ok=True)

    def remove_folder(self, path: str) -> None:
        """Remove a folder if it is empty."""
        with _telling(path), suppress(FileNotFoundError):
            Path(path).rmdir()

    def make_folder(self, path: str) -> None:
        """Make a folder where there is none."""
        with _telling(path):
            Path(path).mkdir(exist_ok=True)

    def exists(self, path: str) -> bool:
        """Tell whether a file or folder is there."""
        return os.path.lexists(path)

    def list_names(self, path: str) -> set[str]:
        """Return the names of what lies in a folder; empty where there is none."""
        with _telling(path):
            return {entry.name for entry in Path(path).iterdir()} if Path(path).is_dir() else set()

    def list_tree(self, path: str) -> set[str]:
        """Return all that lies below a folder, folders with a slash at the end; what links lead to is not looked at."""
        found = set()
        with _telling(path):
            for place, folders, files in os.walk(path):
                below = Path(place).relative_to(path)
                links = {name for name in folders if (Path(place) / name).is_symlink()}
                found |= {(below / name).as_posix() for name in (*files, *links)}
                found |= {f"{(below / name).as_posix()}/" for name in set(folders) - links}
        return found


@contextmanager
def _telling(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise RefusedError(f"{path}: {describe_os_error(error)}") from None
