"""What both ways of publishing share: what they send, and how they go on after the line was cut."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol, TypeVar

from msgspec import Struct

from prongsai.publishing.files import Files, overwrite_list, write_list
from prongsai.publishing.server import LostError, RefusedError, Server, make_folders, remove_files

Follow = Callable[[Sequence[str]], AbstractContextManager[Iterable[str]]]
"""Given the names of the files to send, yields them while it shows how far it got."""

KEPT = 100  # files after which the list of what was sent is renewed, so that a cut line costs no more than these
_PAUSES = (0.5, 2.0, 8.0)  # seconds before trying again to connect

_Result = TypeVar("_Result")


class Changes(Struct, frozen=True):
    """What there is to do.

    Attributes:
        send: Files to send.
        remove: Files that were sent before and are in the site no more.
        is_current: Readers see this site already.
    """

    send: list[str]
    remove: list[str]
    is_current: bool = False


class Way(Protocol):
    """A way to put the new site in the old one's place."""

    label: str

    def find_changes(self) -> Changes:
        """Return what there is to do; nothing is written."""

    def carry_out(self, follow: Follow) -> None:
        """Send what changed, then put it in place."""


class Stage(Struct, frozen=True):
    """Where files wait until all of them are there.

    Attributes:
        server: The place.
        site: The built site, on this machine.
        wanted: Its files.
        folder: The folder on the server.
        list_path: The list of what waits there.
        ending: What is added to the name of a file that waits.
    """

    server: Server
    site: Path
    wanted: Files
    folder: str
    list_path: str
    ending: str = ""

    def send(self, names: Sequence[str], waiting: Files, follow: Follow) -> Files:
        """Send files; each is in the list before its first byte is on its way, so that none is ever forgotten.

        Args:
            names: The files.
            waiting: What the list says now.
            follow: Shows how far it got.

        Returns:
            What the list says then.
        """
        if not names:
            return waiting
        waiting = waiting | dict.fromkeys(names, "")
        write_list(self.server, self.list_path, waiting)
        made: set[str] = set()
        with follow(names) as followed:
            for count, name in enumerate(followed, 1):
                make_folders(self.server, self.folder, name, made)
                with (self.site / name).open("rb") as file:
                    self.server.write(f"{self.folder}/{name}{self.ending}", file)
                waiting[name] = self.wanted[name]
                if count % KEPT == 0:
                    write_list(self.server, self.list_path, waiting)
        write_list(self.server, self.list_path, waiting)
        return waiting

    def drop(self, names: Collection[str], waiting: Files) -> Files:
        """Remove files; each is marked in the list first, so that none is taken for there that is gone.

        Args:
            names: The files.
            waiting: What the list says now.

        Returns:
            What the list says then.
        """
        if not names:
            return waiting
        marked = waiting | dict.fromkeys(names, "")
        try:
            write_list(self.server, self.list_path, marked)
        except RefusedError:  # no room for two lists; the marked one is no longer than the one that is there
            overwrite_list(self.server, self.list_path, marked)
        remove_files(self.server, self.folder, [f"{name}{self.ending}" for name in names])
        kept = {name: waiting[name] for name in waiting.keys() - set(names)}
        write_list(self.server, self.list_path, kept)
        return kept


def insist(server: Server, act: Callable[[], _Result]) -> _Result:
    """Do something that must not be left half done: where the connection is lost, connect again and repeat it.

    Args:
        server: The place.
        act: What is done; repeating it does no harm.

    Raises:
        LostError: The server could not be reached again.
    """
    pauses = iter(_PAUSES)
    is_lost = False
    while True:
        try:
            if is_lost:
                server.connect()
            return act()
        except LostError:
            pause = next(pauses, None)
            if pause is None:
                raise
            is_lost = True
            time.sleep(pause)


def move_once(server: Server, old: str, new: str) -> None:
    """Move a file or folder, unless a lost reply hid that it has been moved already."""
    try:
        server.move(old, new)
    except RefusedError:
        if server.exists(old) or not server.exists(new):
            raise
