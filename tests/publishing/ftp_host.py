"""An FTP server on this machine that can lose the connection, or refuse what some servers refuse."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import FTPHandler
from pyftpdlib.ioloop import IOLoop
from pyftpdlib.servers import FTPServer

USER, PASSWORD = "webmaster", "correct horse"


class FtpHost:
    """Serves a folder; counts the commands, and cuts every connection at one of them."""

    def __init__(self, folder: Path) -> None:
        """Listen on a free port, without serving yet."""
        self.commands: list[str] = []
        self.cut_at: int | None = None  # the number of the command that is not carried out
        self.cut_after: int | None = None  # the number of the command whose answer is lost
        self.cut_bytes: int | None = None  # bytes of files after which the line is cut in the middle of one
        self.stays_dead = False  # after the cut nobody can connect again
        self.refused: set[str] = set()  # commands that the server does not know
        self.refuses_folder_moves = self.refuses_overwriting = False
        self.received = 0
        self._is_dead = False
        authorizer = DummyAuthorizer()
        authorizer.add_user(USER, PASSWORD, str(folder), perm="elradfmwMT")
        read = _make_reader(self)
        data = type("Data", (FTPHandler.dtp_handler,), {"handle_read": read, "handle_read_event": read})
        handler = type("Handler", (_Handler,), {"authorizer": authorizer, "host": self, "dtp_handler": data})
        self._loop = IOLoop()
        self._server = FTPServer(("127.0.0.1", 0), handler, ioloop=self._loop)
        self.port = self._server.address[1]
        self._is_open = True
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def start(self) -> None:
        """Serve in a thread."""
        self._thread.start()

    def stop(self) -> None:
        """Stop serving."""
        self._is_open = False
        self._thread.join()
        self._server.close_all()
        self._loop.close()

    def revive(self) -> None:
        """Serve again, and count anew."""
        self.cut_at = self.cut_after = self.cut_bytes = None
        self.received = 0
        self.commands.clear()
        self._is_dead = self.stays_dead = False

    def is_dead(self) -> bool:
        """Tell whether the line is cut for good."""
        return self._is_dead

    def cut(self) -> None:
        """Remember that the line was cut."""
        self.cut_at = self.cut_after = self.cut_bytes = None
        self._is_dead = self.stays_dead

    def _serve(self) -> None:
        while self._is_open:
            self._loop.loop(timeout=0.005, blocking=False)


class _Handler(FTPHandler):
    host: FtpHost
    use_sendfile = False
    auth_failed_timeout = 0

    def on_connect(self) -> None:
        if self.host.is_dead():
            self.close()

    def pre_process_command(self, line: str, cmd: str, arg: str) -> None:
        number = len(self.host.commands)
        self.host.commands.append(line)
        if number == self.host.cut_at:
            self.host.cut()
            self.close()
            return
        if cmd in self.host.refused:
            self.respond(f"502 Command {cmd} not implemented.")
            return
        if number == self.host.cut_after:
            self.respond = lambda *_, **__: None
            super().pre_process_command(line, cmd, arg)
            self.host.cut()
            self.close()
            return
        super().pre_process_command(line, cmd, arg)

    def ftp_RNTO(self, path: str) -> Any:  # noqa: N802 - pyftpdlib's name
        old = Path(self._rnfr or "")
        is_refused = old.is_dir() if self.host.refuses_folder_moves else False
        if is_refused or (self.host.refuses_overwriting and Path(path).exists()):
            self._rnfr = None
            self.respond("550 Not allowed.")
            return None
        return super().ftp_RNTO(path)

    def log(self, *_: Any, **__: Any) -> None:
        pass

    logline = logerror = log_cmd = log


def _make_reader(host: FtpHost) -> Any:
    def handle_read(self: Any) -> None:
        before = self.tot_bytes_received
        FTPHandler.dtp_handler.handle_read(self)
        host.received += self.tot_bytes_received - before
        if host.cut_bytes is not None and host.received >= host.cut_bytes:
            host.cut()
            self.cmd_channel.close()

    return handle_read
