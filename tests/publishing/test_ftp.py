"""FTP servers as there are: lines that break, commands that are refused; the old site stays whole."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ftp_host import PASSWORD, USER, FtpHost
from msgspec.structs import replace
from prongsai.publishing import way
from prongsai.publishing.ftp import FtpAddress, FtpServer
from prongsai.publishing.server import BetweenNamesError, LostError, RefusedError
from published import NEW, OLD, connect, put, read_site, write_site


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(way, "_PAUSES", (0.0, 0.0, 0.0))


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


@pytest.fixture
def host(home: Path) -> Iterator[FtpHost]:
    """Serve that folder by FTP."""
    started = FtpHost(home)
    started.start()
    yield started
    started.stop()


CHANGING = ("MKD", "STOR", "RNFR", "RNTO", "DELE", "RMD")
# Of the commands that change something every second is cut before it is carried out, and every second after it, where
# its answer is lost: so there is a cut between any two of them. Of those that only ask, after which all is as before,
# every tenth.
STEP, ASKING_STEP = 2, 10


def choose_cuts(commands: list[str]) -> list[int]:
    """Return the numbers of the commands that are cut."""
    changing = [number for number, line in enumerate(commands) if line.startswith(CHANGING)]
    asking = sorted(set(range(len(commands))) - set(changing))
    return sorted([*changing[::STEP], *asking[::ASKING_STEP]])


def count_commands(host: FtpHost, home: Path, old: Path, new: Path, **options: Any) -> list[str]:
    """Publish twice without a fault, return the commands of the second time, and leave the old site there."""
    put(connect(host), old, **options)
    shutil.copytree(home, home.parent / "kept")
    host.revive()
    put(connect(host), new, **options)
    commands = list(host.commands)
    restore(host, home)
    return commands


def restore(host: FtpHost, home: Path) -> None:
    """Put back what the server had when the old site was published."""
    for folder in home.iterdir():
        shutil.rmtree(folder)
    shutil.copytree(home.parent / "kept", home, dirs_exist_ok=True)
    host.revive()


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["cut_at", "cut_after"])
def test_old_site_is_whole_wherever_the_line_is_cut(
    host: FtpHost, home: Path, old: Path, new: Path, moment: str
) -> None:
    """Cut for good at any command: the site is the old one or the new one; the next run finishes.

    Only between the two renames, which FTP cannot do at once, is there a moment without a site: its folder waits
    under its other name, and the next run puts it back.
    """
    commands = count_commands(host, home, old, new)
    without = set()
    for number in choose_cuts(commands):
        host.stays_dead = True
        setattr(host, moment, number)
        told = None
        try:
            put(connect(host), new)
        except LostError as error:
            told = error
        seen = read_site(home / "web") if (home / "web").exists() else None
        if seen is None:
            without.add(number)
            assert isinstance(told, BetweenNamesError)
            assert read_site(home / "web.old") == OLD
            assert read_site(home / "web.new") == NEW
        else:
            assert seen in (OLD, NEW), commands[number]
        host.revive()
        if moment == "cut_at":  # the office changes its mind
            put(connect(host), old)
            assert read_site(home / "web") == OLD, commands[number]
        put(connect(host), new)
        assert read_site(home / "web") == NEW, commands[number]
        assert read_site(home / "web.new").items() <= NEW.items(), commands[number]
        restore(host, home)

    assert len(commands) > 40
    first = next(n for n, line in enumerate(commands) if line.startswith("RNTO") and line.endswith("/web.old"))
    second = next(n for n, line in enumerate(commands) if line.startswith("RNTO") and line.endswith("/web"))
    assert without <= set(range(first, second + 1))


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["cut_at", "cut_after"])
def test_line_cut_once_never_leaves_a_gap(host: FtpHost, home: Path, old: Path, new: Path, moment: str) -> None:
    """Where the server can be reached again at once, the swap is brought to its end: there is always a site."""
    commands = count_commands(host, home, old, new)
    renames = [number for number, line in enumerate(commands) if line.startswith(("RNFR", "RNTO"))]
    for number in renames:
        setattr(host, moment, number)
        with contextlib.suppress(LostError):
            put(connect(host), new)
        assert read_site(home / "web") in (OLD, NEW), commands[number]
        restore(host, home)

    assert len(renames) >= 6


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["cut_at", "cut_after"])
def test_in_place_old_site_is_whole_until_all_was_sent(
    host: FtpHost, home: Path, old: Path, new: Path, moment: str
) -> None:
    """In place: until all was sent the site is the old one.

    After that every file is whole, and each page that is new has what it loads; the next run finishes.
    """
    commands = count_commands(host, home, old, new, is_in_place=True)
    begins = next(n for n, line in enumerate(commands) if line.startswith("RNFR") and not line.endswith(".json.part"))
    for number in choose_cuts(commands):
        host.stays_dead = True
        setattr(host, moment, number)
        with contextlib.suppress(LostError, RefusedError):
            put(connect(host), new, is_in_place=True)
        seen = read_site(home / "web")
        if number < begins:
            assert seen == OLD, commands[number]
        assert all(data in {OLD.get(name), NEW.get(name)} for name, data in seen.items())
        if NEW["a/index.html"] in seen.values():
            assert seen["assets/style.css"] == NEW["assets/style.css"]
        host.revive()
        if moment == "cut_at":  # the office changes its mind, and the line is cut again where parts are removed
            host.stays_dead, host.cut_at = True, 40
            with contextlib.suppress(LostError, RefusedError):
                put(connect(host), old, is_in_place=True)
            host.revive()
            put(connect(host), old, is_in_place=True)
            assert read_site(home / "web") == OLD, commands[number]
        put(connect(host), new, is_in_place=True)
        assert read_site(home / "web") == NEW, commands[number]
        assert not [path for path in home.rglob("*") if path.suffix == ".part" or path.name.endswith("sending.json")]
        restore(host, home)


@pytest.mark.parametrize("is_in_place", [False, True], ids=["swap", "in-place"])
@pytest.mark.parametrize("sent", [1, 70_000, 150_000])
def test_line_cut_inside_a_file(
    host: FtpHost, home: Path, old: Path, new: Path, sent: int, *, is_in_place: bool
) -> None:
    """A file of which half arrived is never seen, and is sent again."""
    put(connect(host), old, is_in_place=is_in_place)
    host.revive()
    host.cut_bytes, host.stays_dead = sent, True

    with pytest.raises(LostError):
        put(connect(host), new, is_in_place=is_in_place)

    assert read_site(home / "web") == OLD
    host.revive()
    put(connect(host), new, is_in_place=is_in_place)
    assert read_site(home / "web") == NEW


def test_page_of_a_broken_run_is_removed_when_it_is_withdrawn(host: FtpHost, home: Path, old: Path, new: Path) -> None:
    """What a cut run had put in place is known: withdrawn before the next run, it goes."""
    commands = count_commands(host, home, old, new, is_in_place=True)
    host.stays_dead = True
    host.cut_at = next(n for n, line in enumerate(commands) if line.startswith("DELE"))
    with pytest.raises(LostError):
        put(connect(host), new, is_in_place=True)
    assert "b/c/index.html" in read_site(home / "web")
    host.revive()

    put(connect(host), old, is_in_place=True)

    assert read_site(home / "web") == OLD


def test_site_lost_between_the_renames_leaves_nothing_old(host: FtpHost, home: Path, old: Path, new: Path) -> None:
    """Who then publishes in place has the new site, and the old one is not readable under its other name."""
    commands = count_commands(host, home, old, new)
    host.stays_dead = True
    host.cut_at = next(n for n, line in enumerate(commands) if line.startswith("RNTO") and line.endswith("/web"))
    with pytest.raises(BetweenNamesError, match=r"เปลี่ยนชื่อโฟลเดอร์ “/web\.old” กลับเป็น “/web”"):
        put(connect(host), new)
    assert not (home / "web").exists()
    host.revive()

    put(connect(host), new, is_in_place=True)

    assert read_site(home / "web") == NEW
    assert not (home / "web.old").exists()


def test_server_that_lists_nothing(host: FtpHost, home: Path, old: Path, new: Path) -> None:
    """A server without MLSD cannot tell what else lies in the folder: its files stay where they are."""
    host.refused = {"MLSD"}
    put(connect(host), old)

    _, told = put(connect(host), new)

    assert "บอกรายการไฟล์ไม่ได้" in told[0]
    assert read_site(home / "web") == NEW


def test_server_that_renames_no_folder(host: FtpHost, home: Path, old: Path, new: Path) -> None:
    """Refused the swap, the site is sent file by file; nothing is left beside, and the way to save time is told."""
    put(connect(host), old, is_in_place=True)
    host.refuses_folder_moves = True

    _, told = put(connect(host), new)

    assert "--in-place" in told[-1]
    assert read_site(home / "web") == NEW
    assert [path.name for path in home.iterdir()] == ["web"]


def test_server_that_renames_over_no_file(host: FtpHost, home: Path, old: Path, new: Path) -> None:
    """Windows refuses to rename over a file: the old one is removed first."""
    host.refuses_overwriting = True
    put(connect(host), old, is_in_place=True)

    put(connect(host), new, is_in_place=True)

    assert read_site(home / "web") == NEW


def test_own_folder_of_the_login(host: FtpHost, home: Path, old: Path, new: Path) -> None:
    """The folder that the login leads to cannot be renamed; it is filled in place."""
    put(connect(host, ""), old)

    _, told = put(connect(host, ""), new)

    assert "โฟลเดอร์แรกของผู้ใช้" in told[0]
    assert read_site(home) == NEW


def test_failures_are_told_in_thai(host: FtpHost, home: Path, old: Path) -> None:
    """Wrong password, no server, no such folder."""
    address = FtpAddress("127.0.0.1", host.port, USER, "web", is_encrypted=False)
    with pytest.raises(RefusedError, match="ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง"):
        FtpServer(address, "wrong")
    with pytest.raises(LostError, match="ไม่มีบริการ FTP ที่พอร์ตนี้"):
        FtpServer(FtpAddress("127.0.0.1", 9, USER, "web", is_encrypted=False), PASSWORD)
    with pytest.raises(LostError, match="ไม่พบเครื่องชื่อนี้"):
        FtpServer(FtpAddress("no-such-host.invalid", 21, USER, "web", is_encrypted=False), PASSWORD)
    with pytest.raises(RefusedError, match="ไม่พบโฟลเดอร์ “/no/such” บนเครื่องแม่ข่าย วิธีแก้"):
        put(connect(host, "no/such/folder"), old)
    with pytest.raises(RefusedError, match=r"ไม่รับการเข้ารหัส .* ใช้ ftp://"):
        FtpServer(replace(address, is_encrypted=True), PASSWORD)
    assert list(home.iterdir()) == []
