"""A file on disk changes whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from prongsai.editing.changes import SetValue
from prongsai.editing.files import edit_file
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
