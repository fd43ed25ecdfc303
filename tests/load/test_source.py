"""Reading a text file that may be anything."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prongsai.load.source import MAX_BYTES, UnreadableFileError, read_text
from prongsai.problem import Problem, Severity, Where

SHOWN = "plans/maesai/plan.yml"
OLD_THAI = "ไฟล์บันทึกเป็นรหัสไทยแบบเก่า (TIS-620 / Windows-874) ไม่ใช่ UTF-8"
NO_TEXT = "ไฟล์นี้ไม่ใช่ข้อความ UTF-8"


def refuse(path: Path, inside: Path) -> Problem:
    """Return the problem of a file that cannot be read."""
    with pytest.raises(UnreadableFileError) as caught:
        read_text(path, inside=inside, shown=SHOWN)
    assert caught.value.problem.severity is Severity.ERROR
    return caught.value.problem


def write(folder: Path, raw: bytes) -> Path:
    """Write a file of any bytes."""
    path = folder / "plan.yml"
    path.write_bytes(raw)
    return path


def test_utf8(tmp_path: Path) -> None:
    """Thai text in UTF-8 is returned as it is."""
    assert read_text(write(tmp_path, "ชื่อ: น้ำ\n".encode()), inside=tmp_path, shown=SHOWN) == "ชื่อ: น้ำ\n"


def test_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    """Notepad puts one before the first key."""
    path = write(tmp_path, "\ufeffname: แม่สาย\r\n".encode())

    assert read_text(path, inside=tmp_path, shown=SHOWN) == "name: แม่สาย\r\n"


def test_old_thai_encoding_is_named(tmp_path: Path) -> None:
    """CP874 text is recognised, with the command that converts it."""
    problem = refuse(write(tmp_path, "name: x\nforeword: เทศบาลตำบลแม่สาย\n".encode("cp874")), tmp_path)

    assert (problem.where, problem.rule, problem.message) == (Where(SHOWN, 2, 1), "file-encoding", OLD_THAI)
    assert problem.fix == f"เปิดด้วยโปรแกรมแก้ไขข้อความแล้วบันทึกเป็น UTF-8 หรือสั่ง iconv -f CP874 -t UTF-8 {SHOWN}"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named(tmp_path: Path, encoding: str) -> None:
    """Windows calls it Unicode."""
    text = "name: แม่สาย\n" if encoding == "utf-16" else "\ufeffname: แม่สาย\n"

    problem = refuse(write(tmp_path, text.encode(encoding)), tmp_path)

    assert (problem.where, problem.rule) == (Where(SHOWN), "file-encoding")
    assert problem.message == "ไฟล์บันทึกเป็น UTF-16 ไม่ใช่ UTF-8"
    assert problem.fix == "บันทึกใหม่โดยเลือกการเข้ารหัส UTF-8"


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 1),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"1 0 obj\n" * 9, 2),
        (b"name: a\nfoot: caf\xe9\n", 2),
    ],
    ids=["png", "pdf", "latin-1"],
)
def test_other_bytes_are_no_text(tmp_path: Path, raw: bytes, line: int) -> None:
    """The line of the first byte that is no UTF-8 is told."""
    problem = refuse(write(tmp_path, raw), tmp_path)

    assert (problem.where, problem.rule, problem.message) == (Where(SHOWN, line, 1), "file-encoding", NO_TEXT)
    assert problem.fix == "ตรวจว่าวางไฟล์ถูกชนิด แล้วบันทึกใหม่เป็น UTF-8"


def test_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    """A folder named plan.yml is told as such."""
    (tmp_path / "plan.yml").mkdir()

    problem = refuse(tmp_path / "plan.yml", tmp_path)

    assert (problem.where, problem.rule, problem.message) == (Where(SHOWN), "file-unreadable", "ตำแหน่งนี้ไม่ใช่ไฟล์ธรรมดา")
    assert problem.fix == "ลบหรือย้ายออก แล้ววางไฟล์ .yml แทน"


def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Reading a named pipe would never end."""
    os.mkfifo(tmp_path / "plan.yml")

    assert refuse(tmp_path / "plan.yml", tmp_path).rule == "file-unreadable"


def test_missing_file(tmp_path: Path) -> None:
    """A file that went away since the listing."""
    problem = refuse(tmp_path / "plan.yml", tmp_path)

    assert (problem.rule, problem.fix) == ("file-unreadable", "ตรวจว่าไฟล์มีอยู่และมีสิทธิ์อ่าน")
    assert problem.message == "เปิดไฟล์ไม่ได้ (ไม่พบไฟล์หรือโฟลเดอร์)"


def test_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's refusal becomes a problem."""

    def refuse_reading(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = write(tmp_path, b"name: a\n")
    monkeypatch.setattr(Path, "read_bytes", refuse_reading)

    problem = refuse(path, tmp_path)

    assert (problem.rule, problem.message) == ("file-unreadable", "เปิดไฟล์ไม่ได้ (ไม่มีสิทธิ์)")


def test_too_big_file_is_not_read(tmp_path: Path) -> None:
    """One byte above the limit."""
    problem = refuse(write(tmp_path, b"#" * (MAX_BYTES + 1)), tmp_path)

    assert (problem.where, problem.rule, problem.message) == (Where(SHOWN), "file-too-big", "ไฟล์ใหญ่ 2.0 MB เกิน 2 MB")
    assert problem.fix == "แบ่งไฟล์ หรือตรวจว่าวางไฟล์ผิดชนิด"


def test_biggest_accepted_file(tmp_path: Path) -> None:
    """The limit itself is accepted."""
    path = write(tmp_path, b"#" * MAX_BYTES)

    assert len(read_text(path, inside=tmp_path, shown=SHOWN)) == MAX_BYTES


def test_link_out_of_the_folder(tmp_path: Path) -> None:
    """A link must not publish what lies elsewhere."""
    folder = tmp_path / "maesai"
    folder.mkdir()
    (tmp_path / "secret.yml").write_text("name: a\n", encoding="utf-8")
    (folder / "plan.yml").symlink_to("../secret.yml")

    problem = refuse(folder / "plan.yml", folder)

    assert (problem.where, problem.rule) == (Where(SHOWN), "file-outside")
    assert problem.message == "ไฟล์นี้เป็นลิงก์ที่ชี้ออกนอกโฟลเดอร์ของหน่วยงาน"
    assert problem.fix == "คัดลอกไฟล์จริงมาวางแทนลิงก์"


def test_link_inside_the_folder(tmp_path: Path) -> None:
    """A link to a file beside it is read."""
    (tmp_path / "real.yml").write_text("name: a\n", encoding="utf-8")
    (tmp_path / "plan.yml").symlink_to("real.yml")

    assert read_text(tmp_path / "plan.yml", inside=tmp_path, shown=SHOWN) == "name: a\n"


def test_link_to_itself(tmp_path: Path) -> None:
    """A loop of links becomes a problem."""
    (tmp_path / "plan.yml").symlink_to("plan.yml")

    problem = refuse(tmp_path / "plan.yml", tmp_path)

    assert problem.rule == "file-unreadable"
    assert re.fullmatch(r"เปิดไฟล์ไม่ได้ \([ก-๙]+\)", problem.message)


@settings(deadline=None)
@given(raw=st.binary(max_size=200) | st.text().map(lambda text: text.encode("cp874", "ignore")))
def test_any_bytes_give_text_or_a_problem(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    """Nothing but the announced exception is raised."""
    folder = tmp_path_factory.getbasetemp()
    path = write(folder, raw)

    try:
        raw.decode()
    except UnicodeDecodeError:
        assert refuse(path, folder).rule == "file-encoding"
    else:
        assert read_text(path, inside=folder, shown=SHOWN).encode() == raw.removeprefix(b"\xef\xbb\xbf")
