"""What a place for a site can do, whether it is a folder or an FTP server. Every path is one of that place."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import BinaryIO, Protocol

from prongsai.exceptions import PublishingError


class RefusedError(PublishingError):
    """Raised when the place does not allow something, or has no room for it; what was there is there."""


class LostError(PublishingError):
    """Raised when the connection was lost; whether the last command was carried out is not known."""


class BetweenNamesError(LostError):
    """Raised when the connection was lost between two renames: the site may be there under another name only."""


class Server(Protocol):
    """A place for a site.

    Attributes:
        live: The folder that readers see.
        may_swap: Whether the folder may have others beside it; a login's own folder may not.
    """

    live: str
    may_swap: bool

    def connect(self) -> None:
        """Connect, also anew after the connection was lost."""

    def close(self) -> None:
        """Let go of the place."""

    def read(self, path: str) -> bytes | None:
        """Return a file; ``None`` where there is none."""

    def write(self, path: str, file: BinaryIO) -> None:
        """Write a file into a folder that is there; no half of one stays where there is no room for it."""

    def move(self, old: str, new: str) -> None:
        """Give a file another name, in place of the file that has it, or a folder one that is free."""

    def remove(self, path: str) -> None:
        """Remove a file; nothing happens where there is none."""

    def remove_folder(self, path: str) -> None:
        """Remove a folder if it is empty."""

    def make_folder(self, path: str) -> None:
        """Make a folder where there is none; the one above it is there."""

    def exists(self, path: str) -> bool:
        """Tell whether a file or folder is there."""

    def list_names(self, path: str) -> set[str]:
        """Return the names of what lies in a folder, without those that the place hides; empty where there is none."""

    def list_tree(self, path: str) -> set[str] | None:
        """Return all that lies below a folder, as paths below it, folders with a slash at the end.

        ``None`` where the place cannot tell.
        """


def make_folders(server: Server, top: str, name: str, made: set[str]) -> None:
    """Make the folders of a file below a folder that is there.

    Args:
        server: The place.
        top: The folder that is there.
        name: The file, as a path below it.
        made: The folders that were made before; added to.
    """
    folder = top
    for part in name.split("/")[:-1]:
        folder = f"{folder}/{part}"
        if folder not in made:
            server.make_folder(folder)
            made.add(folder)


def remove_files(server: Server, top: str, names: list[str]) -> None:
    """Remove files below a folder, and then the folders that became empty."""
    for name in names:
        server.remove(f"{top}/{name}")
    for folder in sorted(list_folders(names), key=lambda path: -path.count("/")):
        with suppress(RefusedError):  # somebody's own file lies in it
            server.remove_folder(f"{top}/{folder}")


def list_folders(names: Iterable[str]) -> set[str]:
    """Return the folders that files lie in, those above them too."""
    return {name.rsplit("/", depth)[0] for name in names for depth in range(1, name.count("/") + 1)}
