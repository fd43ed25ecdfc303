"""A site in two versions, and how it is published in the tests."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from ftp_host import PASSWORD, USER, FtpHost
from prongsai.publishing.ftp import FtpAddress, FtpServer
from prongsai.publishing.publish import Publication, publish
from prongsai.publishing.server import Server

OLD = {
    "index.html": b"old front",
    "404.html": b"gone",
    "a/index.html": b"old page",
    "a/withdrawn/index.html": b"withdrawn",
    "assets/style.css": b"old style",
    "assets/font.woff2": b"\0\1\2" * 9000,
}
NEW = {name: data for name, data in OLD.items() if "withdrawn" not in name} | {
    "index.html": b"new front",
    "a/index.html": b"new page",
    "b/c/index.html": b"another page",
    "assets/style.css": b"new style",
    "b/แผน ปี 2566.pdf": b"%PDF" * 40000,
}
OURS = (".prongsai-published.json", ".prongsai-sending.json")


def write_site(folder: Path, files: dict[str, bytes]) -> Path:
    """Write a built site."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def read_site(folder: Path) -> dict[str, bytes]:
    """Return what readers see in a folder, without our lists and what still waits."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".part" and path.name not in OURS
    }


def connect(host: FtpHost, path: str = "web") -> FtpServer:
    """Log in."""
    return FtpServer(FtpAddress("127.0.0.1", host.port, USER, path, is_encrypted=False), PASSWORD)


def put(server: Server, site: Path, **options: Any) -> tuple[Publication, list[str]]:
    """Publish; return what was done and what was told."""
    told: list[str] = []
    with contextlib.closing(server):
        return publish(server, site, tell=told.append, follow=contextlib.nullcontext, **options), told
