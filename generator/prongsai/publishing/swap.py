"""The new site is made complete in a folder beside the old one; two renames put it in place.

At rest there is one folder beside the live one, `<folder>.new`: what remains of the site before, without any file
that the live site does not have. The next time only what changed since is sent into it.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from prongsai.publishing.files import LIST, PART, Files, list_changed, list_unwanted, read_list
from prongsai.publishing.server import BetweenNamesError, LostError, RefusedError, Server, list_folders, remove_files
from prongsai.publishing.way import Changes, Follow, Stage, insist, move_once

# Settings of web servers, which some FTP servers leave out of their lists.
_HIDDEN = (".htaccess", ".htpasswd", ".user.ini", ".well-known")


class Swap:
    """Publishing by two renames."""

    label = "เตรียมในโฟลเดอร์ใหม่ แล้วสลับชื่อ"

    def __init__(self, server: Server, site: Path, wanted: Files) -> None:
        """Look at nothing yet.

        Args:
            server: The place.
            site: The built site.
            wanted: Its files.
        """
        self._server, self._wanted = server, wanted
        self._live, self._new, self._old = server.live, f"{server.live}.new", f"{server.live}.old"
        self._stage = Stage(server, site, wanted, self._new, f"{self._new}/{LIST}")

    def find_obstacle(self) -> str:
        """Return, in Thai, why this way cannot be gone; empty where it can."""
        if not self._server.may_swap:
            return "ปลายทางเป็นโฟลเดอร์แรกของผู้ใช้ จึงสลับชื่อไม่ได้"
        for folder in (self._new, self._old):
            if self._server.list_names(folder) - {LIST, f"{LIST}{PART}"} and self._read(folder) is None:
                return f"มีโฟลเดอร์ “{folder}” ที่โปรแกรมนี้ไม่ได้สร้าง"
        if self._server.exists(self._live):
            return self._find_foreign_file()
        return ""

    def _find_foreign_file(self) -> str:
        there = self._server.list_tree(self._live)
        if there is None:
            return "เครื่องแม่ข่ายบอกรายการไฟล์ไม่ได้"
        there |= {name for name in _HIDDEN if self._server.exists(f"{self._live}/{name}")}
        ours = self._read(self._live) or {}
        foreign = sorted(there - ours.keys() - {f"{folder}/" for folder in list_folders(ours)} - {LIST})
        return f"ในปลายทางมีไฟล์หรือโฟลเดอร์อื่นที่ต้องคงไว้ เช่น {foreign[0]}" if foreign else ""

    def find_changes(self) -> Changes:
        """Return what there is to do; nothing is written."""
        waiting = self._read(self._new)
        there = (self._read(self._old) if waiting is None else waiting) or {}
        live = self._read(self._live) or self._read(self._old) or {}
        return Changes(list_changed(self._wanted, there), list_unwanted(self._wanted, live))

    def carry_out(self, follow: Follow) -> None:
        """Send what changed into the folder beside, then swap.

        Raises:
            RefusedError: The server does not let folders be made or renamed here; the live site is as it was.
            LostError: The connection was lost; the live site is as it was, or the new one.
            BetweenNamesError: There may be none, until the next run.
        """
        self._tidy()
        self._prepare(follow)
        self._exchange()
        self.prune()

    def settle(self) -> None:
        """Bring to an end what a run that was cut off left beside a live site that is the new one."""
        if self._read(self._old) is not None:
            self._tidy()
        self.prune()

    def abandon(self) -> None:
        """Remove the folder beside, which is not to be put in place."""
        if (waiting := self._read(self._new)) is not None:
            self._stage.drop(waiting, waiting)
            self._server.remove(self._stage.list_path)
            self._server.remove_folder(self._new)

    def prune(self) -> None:
        """Take out of the folder beside what the live site does not have: nothing withdrawn stays readable there."""
        waiting = self._read(self._new) or {}
        stale = [name for name, digest in waiting.items() if self._wanted.get(name) != digest]
        self._stage.drop(stale, waiting)

    def _tidy(self) -> None:
        """Bring to an end what a run that was cut off left in between."""
        if not self._server.exists(self._old):
            return
        if not self._server.exists(self._live):
            self._server.move(self._old, self._live)
        elif not self._server.exists(self._new):
            self._server.move(self._old, self._new)
        else:
            remove_files(self._server, self._old, [*(self._read(self._old) or {}), LIST])
            self._server.remove_folder(self._old)

    def _prepare(self, follow: Follow) -> None:
        self._server.make_folder(self._new)
        waiting = self._read(self._new) or {}
        waiting = self._stage.send(list_changed(self._wanted, waiting), waiting, follow)
        self._stage.drop(list_unwanted(self._wanted, waiting), waiting)

    def _exchange(self) -> None:
        has_site = self._server.exists(self._live)
        try:
            if has_site:
                insist(self._server, lambda: move_once(self._server, self._live, self._old))
            self._put_new()
        except LostError as error:
            raise BetweenNamesError(
                f"{error}\nขาดระหว่างสลับชื่อ เว็บไซต์อาจเปิดไม่ได้ สั่งคำสั่งเดิมอีกครั้งทันที "
                f"หรือเปลี่ยนชื่อโฟลเดอร์ “{self._old}” กลับเป็น “{self._live}” ด้วยโปรแกรม FTP"
            ) from None
        if self._read(self._old) is None:  # there was no site before, or an empty folder
            with suppress(RefusedError):
                self._server.remove_folder(self._old)
            return
        insist(self._server, lambda: move_once(self._server, self._old, self._new))

    def _put_new(self) -> None:
        try:
            insist(self._server, lambda: move_once(self._server, self._new, self._live))
        except RefusedError:
            insist(self._server, lambda: move_once(self._server, self._old, self._live))
            raise

    def _read(self, folder: str) -> Files | None:
        return read_list(self._server, f"{folder}/{LIST}")
