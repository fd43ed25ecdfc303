"""An FTP server as the place of a site, with TLS (``ftps``) or without."""

from __future__ import annotations

import ftplib
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO, TypeVar

from msgspec import Struct

from prongsai.publishing.server import LostError, RefusedError

_TIMEOUT = 60.0  # seconds without an answer
_DEEPEST = 20  # folders in folders; more is a link that leads back
_Answer = TypeVar("_Answer")
_LOST = ("421", "425", "426")  # closing down; no data connection, or one that broke


class FtpAddress(Struct, frozen=True):
    """Where a site lies on an FTP server.

    Attributes:
        host: The server.
        port: Its port.
        user: The login.
        path: The folder, as seen after the login; from the root where it begins with a slash.
        is_encrypted: Whether TLS is asked for (AUTH TLS on the usual port).
    """

    host: str
    port: int
    user: str
    path: str
    is_encrypted: bool


class FtpServer:
    """A folder on an FTP server."""

    def __init__(self, address: FtpAddress, password: str) -> None:
        """Connect.

        Raises:
            LostError: The server cannot be reached.
            RefusedError: It refuses the login, or there is no folder above the site's.
        """
        self._address, self._password = address, password
        self._ftp = ftplib.FTP()  # noqa: S321 - not connected yet
        self.connect()
        try:
            self._home = self._ask(self._ftp.pwd, "/")
        except LostError:
            self.close()
            raise
        path = address.path.rstrip("/")
        self.live = path if path.startswith("/") else f"{self._home.rstrip('/')}/{path}".rstrip("/")
        self.may_swap = bool(path.strip("/"))
        above = self.live.rpartition("/")[0]
        if above and not self._is_folder(above) and not self._is_folder(self.live):
            self.close()
            raise RefusedError(f"ไม่พบโฟลเดอร์ “{above}” บนเครื่องแม่ข่าย วิธีแก้: ตรวจว่าพิมพ์ชื่อถูก หรือสร้างด้วยโปรแกรม FTP ก่อน")

    def connect(self) -> None:
        """Connect, also anew after the connection was lost."""
        address = self._address
        self.close()
        self._ftp = _Encrypted() if address.is_encrypted else ftplib.FTP()  # noqa: S321 - what the office has
        try:
            with _telling(f"{address.host}:{address.port}"):
                self._ftp.connect(address.host, address.port, timeout=_TIMEOUT)
                if isinstance(self._ftp, ftplib.FTP_TLS):
                    _encrypt(self._ftp)
                self._ftp.login(address.user, self._password)
                if isinstance(self._ftp, ftplib.FTP_TLS):
                    self._ftp.prot_p()
                with suppress(ftplib.error_perm, ftplib.error_temp, ftplib.error_reply):
                    self._ftp.sendcmd("OPTS UTF8 ON")  # Windows takes names for Latin letters otherwise
        except (LostError, RefusedError):
            self.close()
            raise

    def close(self) -> None:
        """Close the connection."""
        self._ftp.close()

    def read(self, path: str) -> bytes | None:
        """Return a file; ``None`` where there is none, or none that may be read."""
        parts: list[bytes] = []
        try:
            with _telling(path):
                self._ftp.retrbinary(f"RETR {path}", parts.append)
        except RefusedError:
            return None
        return b"".join(parts)

    def write(self, path: str, file: BinaryIO) -> None:
        """Write a file into a folder that is there; one that could not be written is removed, which makes room."""
        try:
            with _telling(path):
                self._ftp.storbinary(f"STOR {path}", file)
        except RefusedError:
            with suppress(RefusedError):
                self.remove(path)
            raise

    def move(self, old: str, new: str) -> None:
        """Give a file another name, in place of the file that has it, or a folder one that is free."""
        try:
            with _telling(old):
                self._ftp.rename(old, new)
        except RefusedError:  # Windows does not rename over a file
            if not (self._is_file(old) and self._is_file(new)):
                raise
            self.remove(new)
            with _telling(old):
                self._ftp.rename(old, new)

    def remove(self, path: str) -> None:
        """Remove a file; nothing happens where there is none."""
        try:
            with _telling(path):
                self._ftp.delete(path)
        except RefusedError:
            if self._is_file(path):
                raise

    def remove_folder(self, path: str) -> None:
        """Remove a folder if it is empty."""
        with _telling(path):
            self._ftp.rmd(path)

    def make_folder(self, path: str) -> None:
        """Make a folder where there is none."""
        try:
            with _telling(path):
                self._ftp.mkd(path)
        except RefusedError:
            if not self._is_folder(path):
                raise

    def exists(self, path: str) -> bool:
        """Tell whether a file or folder is there."""
        return self._is_folder(path) or self._is_file(path)

    def list_names(self, path: str) -> set[str]:
        """Return the names of what lies in a folder, without those that the server hides."""
        names: list[str] = self._ask(lambda: self._ftp.nlst(path or "/"), [])
        return {name.replace("\\", "/").rsplit("/", 1)[-1] for name in names} - {".", ".."}

    def list_tree(self, path: str) -> set[str] | None:
        """Return all that lies below a folder; ``None`` where the server does not know the command for it (MLSD)."""
        try:
            with _telling(path):
                return set(self._walk(path, ""))
        except RefusedError:
            return None

    def _walk(self, top: str, below: str) -> Iterator[str]:
        if below.count("/") > _DEEPEST:
            raise RefusedError(below)
        entries = list(self._ftp.mlsd(f"{top}/{below}".rstrip("/"), facts=["type"]))
        for name, facts in entries:
            kind = facts.get("type", "").lower()
            if kind == "dir":
                yield f"{below}{name}/"
                yield from self._walk(top, f"{below}{name}/")
            elif kind not in {"cdir", "pdir"}:
                yield f"{below}{name}"

    def _is_folder(self, path: str) -> bool:
        is_there = self._ask(lambda: bool(self._ftp.cwd(path or "/")), otherwise=False)
        self._ask(lambda: self._ftp.cwd(self._home), "")  # Windows does not rename a folder that somebody is in
        return is_there

    def _is_file(self, path: str) -> bool:
        self._ask(lambda: self._ftp.voidcmd("TYPE I"), "")  # some servers tell a size in this mode only
        return self._ask(lambda: self._ftp.size(path) is not None, otherwise=False)

    def _ask(self, question: Callable[[], _Answer], otherwise: _Answer) -> _Answer:
        """Return the answer to a question; what to take for it where the server says no."""
        try:
            with _telling(self._address.host):
                return question()
        except RefusedError:
            return otherwise


class _Encrypted(ftplib.FTP_TLS):
    """FTP over TLS whose data connections go on with the session of the control connection.

    Servers ask for it against stolen data connections; https://github.com/python/cpython/issues/63699.
    """

    def __init__(self) -> None:
        super().__init__(context=ssl.create_default_context())

    def ntransfercmd(self, cmd: str, rest: int | str | None = None) -> tuple[socket.socket, int | None]:
        """Open a data connection."""
        connection, size = ftplib.FTP.ntransfercmd(self, cmd, rest)  # noqa: S321 - encrypted in the next line
        session = self.sock.session if isinstance(self.sock, ssl.SSLSocket) else None
        return self.context.wrap_socket(connection, server_hostname=self.host, session=session), size


def _encrypt(ftp: ftplib.FTP_TLS) -> None:
    """Ask for TLS before the password is sent."""
    try:
        ftp.auth()
    except ftplib.error_perm as error:
        raise RefusedError(
            f"เครื่องแม่ข่ายไม่รับการเข้ารหัส ({_clean(error)}) วิธีแก้: แจ้งผู้ดูแลเครื่องแม่ข่าย หรือหากไม่มีจริง ใช้ ftp:// แทน ftps://"
        ) from None


@contextmanager
def _telling(what: str) -> Iterator[None]:
    """Turn what ftplib raises into what the program says."""
    try:
        yield
    except (ftplib.error_perm, ftplib.error_temp) as error:
        code = str(error)[:3]
        kind = LostError if code in _LOST else RefusedError
        raise kind(f"{what}: {_REASONS.get(code, 'เครื่องแม่ข่ายไม่ยอม')} ({_clean(error)})") from None
    except ssl.SSLCertVerificationError as error:
        raise RefusedError(
            f"{what}: ใบรับรองของเครื่องแม่ข่ายใช้ไม่ได้ ({_clean(error.verify_message)}) "
            "วิธีแก้: ตรวจชื่อเครื่อง หรือแจ้งผู้ดูแลเครื่องแม่ข่ายให้ต่ออายุใบรับรอง"
        ) from None
    except ssl.SSLError as error:
        raise LostError(f"{what}: ต่อแบบเข้ารหัสไม่สำเร็จ ({_clean(error.reason or error)})") from None
    except socket.gaierror:
        raise LostError(f"{what}: ไม่พบเครื่องชื่อนี้ วิธีแก้: ตรวจชื่อเครื่องและอินเทอร์เน็ต") from None
    except ConnectionRefusedError:
        raise LostError(f"{what}: เครื่องนี้ไม่มีบริการ FTP ที่พอร์ตนี้ วิธีแก้: ตรวจชื่อเครื่องและพอร์ต") from None
    except TimeoutError:
        raise LostError(f"{what}: เครื่องแม่ข่ายไม่ตอบภายใน {_TIMEOUT:.0f} วินาที") from None
    except (ftplib.Error, EOFError, OSError) as error:
        raise LostError(f"{what}: การเชื่อมต่อขาด ({_clean(error) or type(error).__name__})") from None


_REASONS = {
    "421": "เครื่องแม่ข่ายปิดการเชื่อมต่อ",
    "425": "เปิดช่องส่งข้อมูลไม่ได้",
    "426": "การส่งข้อมูลขาด",
    "452": "พื้นที่บนเครื่องแม่ข่ายไม่พอ",
    "500": "เครื่องแม่ข่ายไม่รู้จักคำสั่งนี้",
    "502": "เครื่องแม่ข่ายไม่รู้จักคำสั่งนี้",
    "530": "ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง",
    "550": "ไม่พบ หรือไม่มีสิทธิ์",
    "552": "พื้นที่บนเครื่องแม่ข่ายไม่พอ",
    "553": "เครื่องแม่ข่ายไม่รับชื่อนี้",
}


def _clean(words: object) -> str:
    """Return what a server said on one line, without characters that would steer a terminal."""
    return "".join(character if character.isprintable() else " " for character in str(words))[:200].strip()
