"""Publishing into a folder and by FTP: what is sent, what stays, what is never overwritten."""

from __future__ import annotations

import errno
import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest
from ftp_host import FtpHost
from prongsai.exceptions import PublishingError
from prongsai.publishing.folder import FolderServer
from prongsai.publishing.server import Server
from published import NEW, OLD, connect, put, read_site, write_site

Connect = Callable[[], Server]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return a built site."""
    return write_site(tmp_path / "old", OLD)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Return the site a while later: two pages changed, one more, one withdrawn."""
    return write_site(tmp_path / "new", NEW)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return the folder in which a server keeps the site's."""
    folder = tmp_path / "server"
    folder.mkdir()
    return folder


@pytest.fixture(params=["folder", "ftp"])
def reach(request: pytest.FixtureRequest, home: Path, old: Path) -> Iterator[Connect]:
    """Return a function that connects to the place of a site, as a folder and as an FTP server."""
    if request.param == "folder":
        yield lambda: FolderServer(home / "web", old)
        return
    host = FtpHost(home)
    host.start()
    yield lambda: connect(host)
    host.stop()


@pytest.mark.parametrize("is_in_place", [False, True], ids=["swap", "in-place"])
def test_second_time_sends_what_changed(reach: Connect, home: Path, old: Path, new: Path, *, is_in_place: bool) -> None:
    """After the second time the site is the new one, and a third time has nothing to do."""
    first, _ = put(reach(), old, is_in_place=is_in_place)
    put(reach(), old, is_in_place=is_in_place)
    assert sorted(first.changes.send) == sorted(OLD)
    assert read_site(home / "web") == OLD

    second, told = put(reach(), new, is_in_place=is_in_place)
    third, _ = put(reach(), new, is_in_place=is_in_place)

    assert told == []
    assert second.changes.remove == ["a/withdrawn/index.html"]
    assert read_site(home / "web") == NEW
    assert not (home / "web" / "a" / "withdrawn").exists()
    assert third.changes.is_current


def test_third_time_sends_only_what_differs(reach: Connect, home: Path, old: Path, new: Path) -> None:
    """The folder beside is used again: what both sites have alike is not sent once more."""
    put(reach(), old)
    put(reach(), new)

    back, _ = put(reach(), old)

    assert read_site(home / "web") == OLD
    assert "404.html" not in back.changes.send
    assert "assets/font.woff2" not in back.changes.send


def test_nothing_withdrawn_stays_beside(reach: Connect, home: Path, old: Path, new: Path) -> None:
    """The folder beside, which readers could guess, has no file that the site does not have."""
    put(reach(), old)
    put(reach(), new)

    beside = read_site(home / "web.new")

    assert beside
    assert beside.items() <= NEW.items()
    assert sorted(path.name for path in home.iterdir()) == ["web", "web.new"]


def test_nothing_withdrawn_stays_beside_when_the_way_changes(reach: Connect, home: Path, old: Path, new: Path) -> None:
    """Publishing in place clears the folder beside too."""
    put(reach(), old)
    put(reach(), new)

    put(reach(), old, is_in_place=True)

    assert read_site(home / "web.new").items() <= OLD.items()


def test_what_a_cut_run_left_beside_is_cleared(reach: Connect, home: Path, old: Path, new: Path) -> None:
    """A run that was cut after the swap left the old site beside; the next one clears it, though nothing changed."""
    put(reach(), old)
    put(reach(), new)
    write_site(home / "web.old", OLD)
    listed = {name: hashlib.sha256(data).hexdigest() for name, data in OLD.items()}
    (home / "web.old" / ".prongsai-published.json").write_text(json.dumps({"files": listed}), encoding="utf-8")
    shutil.rmtree(home / "web.new")

    again, _ = put(reach(), new)

    assert again.changes.is_current
    assert sorted(path.name for path in home.iterdir()) == ["web", "web.new"]
    assert read_site(home / "web.new").items() <= NEW.items()


def test_dry_run_writes_nothing(reach: Connect, home: Path, old: Path, new: Path) -> None:
    """What would be done is told, and nothing on the server changes."""
    put(reach(), old)
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*")}

    done, _ = put(reach(), new, is_dry_run=True)

    assert sorted(done.changes.send) == sorted(NEW)  # the folder beside is empty after the first time
    assert done.changes.remove == ["a/withdrawn/index.html"]
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*")} == before


def test_files_of_others_stay(reach: Connect, home: Path, old: Path, new: Path) -> None:
    """Where somebody's own file lies in the site's folder, no folder is renamed and the file stays."""
    put(reach(), old)
    own = write_site(home / "web", {".htaccess": b"Options -Indexes", "a/withdrawn/map.jpg": b"map"})

    _, told = put(reach(), new)

    assert "ไฟล์หรือโฟลเดอร์อื่นที่ต้องคงไว้ เช่น .htaccess" in told[0]
    assert read_site(own) == NEW | {".htaccess": b"Options -Indexes", "a/withdrawn/map.jpg": b"map"}


def test_folders_and_links_of_others_stay(reach: Connect, home: Path, old: Path, new: Path) -> None:
    """An empty folder and a link that somebody made in the site's folder are theirs too."""
    put(reach(), old)
    (home / "web" / "uploads").mkdir()
    (home / "web" / "photos").symlink_to(home)

    put(reach(), new)

    assert (home / "web" / "uploads").is_dir()
    assert (home / "web" / "photos").is_symlink()
    assert (home / "web" / "index.html").read_bytes() == NEW["index.html"]


def test_site_of_others_is_not_overwritten(reach: Connect, home: Path, old: Path) -> None:
    """A front page that this program did not send stays, until it is said that it may go."""
    write_site(home / "web", {"index.html": b"the office's own"})

    with pytest.raises(PublishingError, match=r"index\.html ซึ่งโปรแกรมนี้ไม่ได้ส่ง.*--overwrite"):
        put(reach(), old)
    assert read_site(home / "web") == {"index.html": b"the office's own"}

    put(reach(), old, may_overwrite=True)
    assert read_site(home / "web") == OLD


def test_folder_beside_of_others_is_left_alone(reach: Connect, home: Path, old: Path, new: Path) -> None:
    """A folder that somebody called ``web.old`` is not ours."""
    put(reach(), old)
    write_site(home / "web.old", {"index.html": b"kept by the office"})

    _, told = put(reach(), new)
    put(reach(), new)

    assert "web.old” ที่โปรแกรมนี้ไม่ได้สร้าง" in told[0]
    assert read_site(home / "web") == NEW
    assert read_site(home / "web.old") == {"index.html": b"kept by the office"}


@pytest.mark.parametrize("room", range(0, 50_000, 5_000))
def test_full_disk_takes_the_way_that_needs_less(
    room: int, home: Path, old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many bytes there are besides those of the old site, it is whole; where what changed fits, it is put in."""
    new = write_site(tmp_path / "new", OLD | {"index.html": b"new front", "b/more.txt": b"more" * 1000})
    put(FolderServer(home / "web", old), old)
    quota = sum(path.stat().st_size for path in home.rglob("*") if path.is_file()) + room

    def copy(source: BinaryIO, target: BinaryIO) -> None:
        left = quota - sum(path.stat().st_size for path in home.rglob("*") if path.is_file())
        data = source.read()
        target.write(data[: max(left, 0)])
        target.flush()
        if len(data) > left:
            raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(shutil, "copyfileobj", copy)
    said = ""
    try:
        put(FolderServer(home / "web", new), new)
    except PublishingError as error:
        said = str(error)

    assert read_site(home / "web") == (OLD if said else read_site(new))
    assert not said or (room < 10_000 and "ดิสก์เต็ม" in said)


@pytest.mark.parametrize(
    "text", ['{"files": {"../../precious": ""}}', '{"files": {"/etc/x": ""}}', '{"files": {"a\\\\b": ""}}', "[", "[1]"]
)
def test_list_that_leads_elsewhere_is_not_followed(home: Path, old: Path, text: str) -> None:
    """A list on the server that somebody changed makes the program remove nothing."""
    web = write_site(home / "web", {".prongsai-published.json": text.encode(), "own.txt": b"own"})
    (home.parent / "precious").write_text("kept", encoding="utf-8")

    put(FolderServer(web, old), old)

    assert read_site(web) == OLD | {"own.txt": b"own"}
    assert (home.parent / "precious").exists()


def test_site_is_not_published_into_itself(tmp_path: Path, old: Path) -> None:
    """The built site and its place must lie apart."""
    for folder in (old, old / "sub", tmp_path):
        with pytest.raises(PublishingError, match="ซ้อนกัน"):
            FolderServer(folder, old)


def test_what_is_no_site_is_not_published(home: Path, tmp_path: Path) -> None:
    """A folder without a front page is not sent."""
    with pytest.raises(PublishingError, match="สั่ง mkdocs build --strict ก่อน"):
        put(FolderServer(home / "web", tmp_path / "nothing"), tmp_path / "nothing")
    assert list(home.iterdir()) == []
