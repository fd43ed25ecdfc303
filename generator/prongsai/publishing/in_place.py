"""Files are sent beside those that they replace, as ``….part``; when all are there they take their places, pages last."""

from __future__ import annotations

from pathlib import Path

from prongsai.exceptions import PublishingError
from prongsai.publishing.files import LIST, PART, SENDING, Files, list_changed, list_unwanted, read_list, write_list
from prongsai.publishing.server import Server, remove_files
from prongsai.publishing.way import Changes, Follow, Stage, insist, move_once


class InPlace:
    """Publishing file by file into the live folder; other people's files in it stay."""

    label = "ส่งเป็นไฟล์ .part แล้วเปลี่ยนชื่อทีละไฟล์ หน้าเว็บเป็นลำดับสุดท้าย"

    def __init__(self, server: Server, site: Path, wanted: Files) -> None:
        """Look at nothing yet.

        Args:
            server: The place.
            site: The built site.
            wanted: Its files.
        """
        self._server, self._wanted, self._live = server, wanted, server.live
        self._stage = Stage(server, site, wanted, self._live, f"{self._live}/{SENDING}", PART)

    def is_done(self) -> bool:
        """Tell whether the live folder has the site, all of it."""
        is_sending = self._server.read(self._stage.list_path) is not None
        return self._read_live() == self._wanted and not is_sending

    def check_conflicts(self) -> None:
        """Make sure that nobody else's file would be overwritten.

        Raises:
            PublishingError: The folder has no list of ours, but files or folders with the names of ours.
        """
        if self._read_live() is not None:
            return
        names = sorted({name.partition("/")[0] for name in self._wanted} & self._server.list_names(self._live))
        if names:
            shown = ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
            raise PublishingError(
                f"ใน “{self._live}” มี {shown} ซึ่งโปรแกรมนี้ไม่ได้ส่ง วิธีแก้: ใช้โฟลเดอร์อื่น หรือหากจะเขียนทับจริง สั่งซ้ำพร้อม --overwrite"
            )

    def find_changes(self) -> Changes:
        """Return what there is to do; nothing is written."""
        there = self._read_live() or {}
        waiting = self._read_waiting()
        send = [name for name in list_changed(self._wanted, there) if waiting.get(name) != self._wanted[name]]
        return Changes(send, list_unwanted(self._wanted, there))

    def carry_out(self, follow: Follow) -> None:
        """Send what changed beside the old files, then put everything in place.

        Raises:
            RefusedError: The server refuses to write.
            LostError: The connection was lost: before all was sent the live site is as it was; after that each of its
                files is whole, some of them old.
        """
        if not self._server.exists(self._live):
            self._server.make_folder(self._live)
        there, waiting = self._read_live() or {}, self._read_waiting()
        changed = list_changed(self._wanted, there)
        missing = [name for name in changed if waiting.get(name) != self._wanted[name]]
        waiting = self._stage.send(missing, waiting, follow)
        self._stage.drop(waiting.keys() - set(changed), waiting)
        insist(self._server, lambda: self._put_in_place(there, changed))

    def _put_in_place(self, there: Files, changed: list[str]) -> None:
        # What is on its way into place is in the list first, so that a file is never published and forgotten.
        write_list(self._server, f"{self._live}/{LIST}", there | dict.fromkeys(changed, ""))
        for name in sorted(changed, key=_rank):
            move_once(self._server, f"{self._live}/{name}{PART}", f"{self._live}/{name}")
        unwanted = list_unwanted(self._wanted, there)
        write_list(self._server, f"{self._live}/{LIST}", self._wanted | dict.fromkeys(unwanted, ""))
        if unwanted:
            remove_files(self._server, self._live, unwanted)
            write_list(self._server, f"{self._live}/{LIST}", self._wanted)
        self._server.remove(f"{self._live}/{SENDING}")

    def _read_live(self) -> Files | None:
        return read_list(self._server, f"{self._live}/{LIST}")

    def _read_waiting(self) -> Files:
        return read_list(self._server, f"{self._live}/{SENDING}") or {}


def _rank(name: str) -> tuple[bool, bool, str]:
    """Order files so that a page finds what it loads, and the front page comes last."""
    return name.endswith(".html"), name == "index.html", name
