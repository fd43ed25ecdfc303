"""A file on disk changes whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from prongsai.editing.changes import SetValue
from prongsai.editing.files import edit_file, write_files
from prongsai.exceptions import EditError

CHANGES = [SetValue(("name",), "แม่จัน")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a record written on Windows."""
    path = tmp_path / "lao.yml"
    path.write_bytes("\ufeffname: แม่สาย # ชื่อ\r\n".encode())
    return path


def change(path: Path) -> bool:
    """Change the name in the record."""
    return edit_file(path, CHANGES, inside=path.parent, shown="plans/maesai/lao.yml")


def test_bytes_around_the_change_stay(path: Path) -> None:
    """Byte order mark and line ends included, and nothing lies beside the file."""
    assert change(path)
    assert path.read_bytes() == "\ufeffname: แม่จัน # ชื่อ\r\n".encode()
    assert list(path.parent.iterdir()) == [path]


def test_no_change_writes_nothing(path: Path) -> None:
    """The file keeps its time of change."""
    change(path)
    os.utime(path, ns=(1, 1))

    assert not change(path)
    assert path.stat().st_mtime_ns == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such permissions")
def test_permissions_stay(path: Path) -> None:
    """Who may read the file may read it afterwards."""
    path.chmod(0o640)

    change(path)

    assert path.stat().st_mode & 0o777 == 0o640


def test_refused_change_leaves_the_file(path: Path) -> None:
    """The message names the file."""
    before = path.read_bytes()

    with pytest.raises(EditError, match=r"^แก้ plans/maesai/lao.yml ไม่ได้: ไฟล์นี้ ไม่มีคีย์ “district”$"):
        edit_file(path, [SetValue(("district",), "x")], inside=path.parent, shown="plans/maesai/lao.yml")
    assert path.read_bytes() == before


def test_file_that_cannot_be_read(path: Path) -> None:
    """What is wrong with it is told as when plans are checked."""
    path.write_bytes("name: แม่สาย\n".encode("cp874"))

    with pytest.raises(EditError, match=r"^แก้ plans/maesai/lao.yml ไม่ได้: ไฟล์บันทึกเป็นรหัสไทยแบบเก่า .* วิธีแก้: "):
        change(path)


def test_link_out_of_the_folder_is_not_followed(path: Path) -> None:
    """A file elsewhere is nobody's record."""
    inside = path.parent / "maesai"
    inside.mkdir()
    (inside / "lao.yml").symlink_to(path)

    with pytest.raises(EditError, match="ลิงก์ที่ชี้ออกนอกโฟลเดอร์"):
        change(inside / "lao.yml")


def test_full_disk_leaves_the_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the old file nor half a new one is touched."""
    before = path.read_bytes()

    def write_half(target: Path, data: bytes) -> int:
        with target.open("wb") as file:
            file.write(data[:5])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", write_half)

    with pytest.raises(EditError, match=r"^เขียน plans/maesai/lao.yml ไม่ได้: ดิสก์เต็ม$"):
        change(path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_several_files_are_written_or_none(path: Path) -> None:
    """What was written, made and removed before one that cannot be is put back."""
    gone, new, blocked = (path.with_name(name) for name in ("a.yml", "new.yml", "z.yml"))
    gone.write_text("a: ก\n", encoding="utf-8")
    (blocked / "ลูก").mkdir(parents=True)
    before = path.read_bytes()

    with pytest.raises(EditError, match=r"เป็นโฟลเดอร์.*ไฟล์ทั้งหมดคงเดิม"):
        write_files({path: "a: ใหม่\n", gone: None, new: "b: ข\n", blocked: "c: ค\n"}, inside=path.parent)

    assert path.read_bytes() == before
    assert gone.read_text(encoding="utf-8") == "a: ก\n"
    assert sorted(item.name for item in path.parent.iterdir()) == sorted({"a.yml", path.name, "z.yml"})


def test_full_disk_stops_before_anything_is_changed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Room is needed for writing only, never for putting back; new folders go too."""
    before, write, left = path.read_bytes(), Path.write_bytes, [2]

    def write_while_there_is_room(target: Path, data: bytes) -> int:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device")
        return write(target, data)

    monkeypatch.setattr(Path, "write_bytes", write_while_there_is_room)
    new = path.parent / "papers" / "a" / "b.yml"

    with pytest.raises(EditError, match="ดิสก์เต็ม"):
        write_files({path: "a: ใหม่\n", new: "b: ข\n", path.with_name("c.yml"): "c: ค\n"}, inside=path.parent)

    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_no_file_is_written_elsewhere(path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A folder that is a link leads nowhere."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (path.parent / "projects").symlink_to(elsewhere)

    with pytest.raises(EditError, match="ลิงก์ที่ชี้ออกนอกโฟลเดอร์"):
        write_files({path: "a: ใหม่\n", path.parent / "projects" / "p01.yml": "b: ข\n"}, inside=path.parent)

    assert list(elsewhere.iterdir()) == []
    assert path.read_text(encoding="utf-8") != "a: ใหม่\n"
