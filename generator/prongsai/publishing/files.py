"""The files of a site with their hashes: of the built one, and of what was sent, as a list kept beside it."""

from __future__ import annotations

import io
import json
import re
from hashlib import file_digest
from pathlib import Path, PurePosixPath

from prongsai.exceptions import PublishingError
from prongsai.publishing.server import Server

LIST = ".prongsai-published.json"
SENDING = ".prongsai-sending.json"
PART = ".part"

Files = dict[str, str]
"""Path below the site's folder → SHA-256 in hexadecimal digits; empty where the file may be half sent."""

_HASH = re.compile("[0-9a-f]{64}|")
_OURS, _ADDRESS = "/prongsai.css", 'rel="canonical"'
_STRANGE = re.compile(r"[\x00-\x1f\x7f\\]")


def hash_site(site: Path) -> Files:
    """Return the files of a built site.

    Raises:
        PublishingError: There is no built site.
    """
    if not (site / "index.html").is_file():
        raise PublishingError(
            f"ไม่พบเว็บไซต์ที่สร้างแล้วใน “{site}” (ไม่มี index.html) วิธีแก้: สั่ง mkdocs build --strict ก่อน หรือระบุด้วย --site"
        )
    found: Files = {}
    for path in sorted(site.rglob("*")):
        if path.is_file():
            name = path.relative_to(site).as_posix()
            if _STRANGE.search(name):
                raise PublishingError(
                    f"ชื่อไฟล์ {name!a} ใน “{site}” มีอักขระที่เครื่องแม่ข่ายไม่รับ วิธีแก้: ตั้งชื่อไฟล์ใหม่ แล้วสร้างเว็บไซต์อีกครั้ง"
                )
            with path.open("rb") as file:
                found[name] = file_digest(file, "sha256").hexdigest()
    return found


def knows_address(site: Path) -> bool:
    """Tell whether the pages of a built site know where they stand; those of another program, or none, are not asked."""
    try:
        page = (site / "index.html").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return True
    return _OURS not in page or _ADDRESS in page


def read_list(server: Server, path: str) -> Files | None:
    """Return a list of what was sent; ``None`` where there is none that can be trusted."""
    data = server.read(path)
    if data is None:
        return None
    try:
        files = json.loads(data)["files"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if not isinstance(files, dict) or not all(_is_entry(name, digest) for name, digest in files.items()):
        return None
    return files


def write_list(server: Server, path: str, files: Files) -> None:
    """Keep a list of what was sent; a cut line leaves the list before it."""
    server.write(f"{path}{PART}", _format(files))
    server.move(f"{path}{PART}", path)


def overwrite_list(server: Server, path: str, files: Files) -> None:
    """Keep a list of what was sent where there is no room for two; a cut line may leave none."""
    server.write(path, _format(files))


def _format(files: Files) -> io.BytesIO:
    text = json.dumps({"files": dict(sorted(files.items()))}, ensure_ascii=False, indent=0)
    return io.BytesIO(text.encode())


def _is_entry(name: str, digest: object) -> bool:
    parts = PurePosixPath(name).parts
    is_below = bool(parts) and ".." not in parts and not name.startswith("/") and "/".join(parts) == name
    return is_below and not _STRANGE.search(name) and isinstance(digest, str) and bool(_HASH.fullmatch(digest))


def list_changed(wanted: Files, there: Files) -> list[str]:
    """Return the files that have to be sent."""
    return [name for name, digest in wanted.items() if there.get(name) != digest]


def list_unwanted(wanted: Files, there: Files) -> list[str]:
    """Return the files that were sent before and are in the site no more."""
    return [name for name in there if name not in wanted]
