"""An attachment is what its name ends in; what it is instead, and what to do, is told beside the record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from attached_files import DOCX, HTML, PDF, POINTER, PROGRAM, XLSX, make_compound, make_picture, make_zip
from prongsai.load.attachments.check import Attachments
from prongsai.load.attachments.contents import ALLOWED
from prongsai.load.data_file import DataFile
from prongsai.problem import Problem

DOC = make_compound("WordDocument")
XLS = make_compound("Workbook")
CSV = "\ufeffปี,โครงการ\r\n2566,20\r\n".encode()
WHOLE = {
    "a.pdf": PDF,
    "a.PDF": PDF,
    "junk.pdf": b"\r\n" + PDF + b"\n\n" + bytes(60_000),
    "a.docx": DOCX,
    "a.xlsx": XLSX,
    "a.zip": make_zip("ประกาศ.pdf"),
    "a.doc": DOC,
    "a.xls": XLS,
    "a.csv": CSV,
    "old.csv": "ปี,โครงการ\r\n".encode("cp874"),
    "formula.csv": b"MZ,PK,BM\r\n1,2,3\r\n",
    "a.jpg": make_picture("JPEG"),
    "a.jpeg": make_picture("JPEG"),
    "a.png": make_picture("PNG"),
    "a.webp": make_picture("WEBP"),
}
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"
WRONG = {
    "page.pdf": (HTML, "หน้าเว็บ (HTML)", "ดาวน์โหลดไฟล์จริงอีกครั้ง"),
    "table.xls": (b"\xef\xbb\xbf<table><tr><td>1", "หน้าเว็บ (HTML)", "ดาวน์โหลดไฟล์จริงอีกครั้ง"),
    "lfs.pdf": (POINTER, "ตัวชี้ของ Git LFS", "git lfs pull"),
    "link.pdf": (b"[InternetShortcut]\r\nURL=https://example.go.th/a.pdf", "ทางลัด", "ดาวน์โหลดไฟล์จริง"),
    "text.pdf": ("ประกาศ".encode(), "ข้อความธรรมดา", "เปิดไฟล์ดูก่อน"),
    "zeros.pdf": (bytes(5000), "ไฟล์ที่มีแต่ไบต์ว่าง", "คัดลอกไฟล์มาใหม่"),
    "docx.pdf": (DOCX, "เอกสาร Word (.docx)", "เปลี่ยนชื่อไฟล์เป็น files/docx.docx"),
    "word.doc": (DOCX, "เอกสาร Word (.docx)", "เปลี่ยนชื่อไฟล์เป็น files/word.docx"),
    "doc.docx": (DOC, "เอกสาร Word แบบเก่า (.doc)", "เปลี่ยนชื่อไฟล์เป็น files/doc.doc"),
    "sheet.doc": (XLS, "เอกสาร Excel แบบเก่า (.xls)", "เปลี่ยนชื่อไฟล์เป็น files/sheet.xls"),
    "rich.doc": (b"{\\rtf1\\ansi}", "เอกสาร RTF", "บันทึกใหม่เป็น .docx"),
    "sheet.docx": (XLSX, "เอกสาร Excel (.xlsx)", "เปลี่ยนชื่อไฟล์เป็น files/sheet.xlsx"),
    "word.zip": (DOCX, "เอกสาร Word (.docx)", "เปลี่ยนชื่อไฟล์เป็น files/word.docx"),
    "plain.docx": (make_zip("a.txt"), "ไฟล์ zip", "เปลี่ยนชื่อไฟล์เป็น files/plain.zip"),
    "slides.docx": (make_zip("ppt/presentation.xml"), "เอกสาร PowerPoint", "บันทึกใหม่เป็น PDF"),
    "open.docx": (make_zip("mimetype", "content.xml"), "เอกสาร OpenDocument", "บันทึกใหม่เป็น .docx"),
    "binary.xlsx": (make_zip("xl/workbook.bin"), "เอกสาร Excel แบบ .xlsb", "บันทึกใหม่เป็น .xlsx"),
    "setup.zip": (PROGRAM, "โปรแกรม", "ลบออก"),
    "elf.zip": (b"\x7fELF\x02\x01\x01\0", "โปรแกรม", "ลบออก"),
    "script.csv": (b"#!/bin/sh\n", "โปรแกรม", "ลบออก"),
    "program.pdf": (PROGRAM + b"%PDF-1.4", "โปรแกรม", "ลบออก"),
    "rar.zip": (b"Rar!\x1a\x07\x01\0", "ไฟล์บีบอัด RAR", "บีบอัดใหม่เป็น .zip"),
    "seven.zip": (b"7z\xbc\xaf\x27\x1c\0\x04", "ไฟล์บีบอัด 7z", "บีบอัดใหม่เป็น .zip"),
    "gzip.zip": (b"\x1f\x8b\x08\0", "ไฟล์บีบอัดแบบอื่น", "บีบอัดใหม่เป็น .zip"),
    "pdf.zip": (PDF, "PDF", "เปลี่ยนชื่อไฟล์เป็น files/pdf.pdf"),
    "jpeg.png": (make_picture("JPEG"), "ภาพ JPEG", "เปลี่ยนชื่อไฟล์เป็น files/jpeg.jpg"),
    "png.jpg": (make_picture("PNG"), "ภาพ PNG", "เปลี่ยนชื่อไฟล์เป็น files/png.png"),
    "webp.jpg": (make_picture("WEBP"), "ภาพ WebP", "เปลี่ยนชื่อไฟล์เป็น files/webp.webp"),
    "gif.png": (make_picture("GIF"), "ภาพ GIF", "บันทึกใหม่เป็น JPEG หรือ PNG"),
    "bmp.png": (make_picture("BMP"), "ภาพ BMP", "บันทึกใหม่เป็น JPEG หรือ PNG"),
    "tiff.jpg": (make_picture("TIFF"), "ภาพ TIFF", "บันทึกใหม่เป็น JPEG หรือ PNG"),
    "phone.jpg": (HEIC, "ภาพ HEIC", "บันทึกใหม่เป็น JPEG หรือ PNG"),
    "video.jpg": (b"\0\0\0\x18ftypisom", "วิดีโอ", "ลบออก"),
    "page.jpg": (HTML, "หน้าเว็บ (HTML)", "ดาวน์โหลดไฟล์จริงอีกครั้ง"),
    "utf16.csv": ("ปี,โครงการ".encode("utf-16"), "ข้อความ UTF-16", "บันทึกใหม่เป็น CSV UTF-8"),
    "sheet.csv": (XLSX, "เอกสาร Excel (.xlsx)", "เปลี่ยนชื่อไฟล์เป็น files/sheet.xlsx"),
    "noise.pdf": (b"\x13\x07\xff\x00noise", "ข้อมูลที่ไม่รู้จัก", "เปิดไฟล์ดูก่อน"),
}
BROKEN = {
    "half.pdf": PDF[: len(PDF) // 2],
    "no-end.pdf": PDF.replace(b"%%EOF", b""),
    "no-place.pdf": PDF.replace(b"startxref\n9", b""),
    "middle.pdf": PDF.replace(b"startxref\n9", b"startxref\n99999"),
    "half.docx": DOCX[: len(DOCX) // 2],
    "half.zip": make_zip("a.txt", "b.txt")[:-30],
    "middle.zip": (whole := make_zip("a.txt", "b.txt"))[:20] + bytes(80) + whole[100:],
    "half.doc": DOC[:700],
    "short.xls": XLS[:100],
    "half.jpg": make_picture("JPEG", (300, 300))[:-40],
    "half.png": make_picture("PNG", (300, 300))[:-60],
    "half.webp": make_picture("WEBP", (300, 300))[:-20],
}

Check = Callable[[str, bytes | None], list[Problem]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Return a function that writes a file of an LAO, names it as an old paper and returns what is wrong with it."""
    (tmp_path / "files").mkdir()

    def check_one(name: str, data: bytes | None = None) -> list[Problem]:
        if data is not None:
            (tmp_path / "files" / name).write_bytes(data)
        return Attachments(tmp_path).check(f"files/{name}", DataFile("papers/old.yml"), ("signed",))[1]

    return check_one


@pytest.mark.parametrize("name", WHOLE)
def test_whole_file_is_accepted(check: Check, name: str) -> None:
    """Files of every published kind, as programs write them."""
    assert check(name, WHOLE[name]) == []


def test_every_published_kind_is_looked_into() -> None:
    """No ending is published without a look at what stands behind it."""
    assert {Path(name).suffix for name in WHOLE} >= ALLOWED


@pytest.mark.parametrize("name", WRONG)
def test_other_content_is_told(check: Check, name: str) -> None:
    """The message says what the file is in truth, the fix what to do with such a file."""
    data, found, fix = WRONG[name]

    [problem] = check(name, data)

    assert problem.rule == "file-content"
    assert problem.message.startswith(f"ไฟล์ “files/{name}” ลงท้ายด้วย {Path(name).suffix} แต่ข้างในเป็น{found}")
    assert fix in problem.fix


@pytest.mark.parametrize("name", BROKEN)
def test_broken_file_is_told(check: Check, name: str) -> None:
    """A file of which a part is missing is not published."""
    [problem] = check(name, BROKEN[name])

    assert problem.rule == "file-broken"
    assert f"“files/{name}”" in problem.message


@pytest.mark.parametrize("ending", sorted(ALLOWED))
@pytest.mark.parametrize("data", [b"", b"\r\n  \n"], ids=["empty", "blank"])
def test_empty_file_is_told(check: Check, ending: str, data: bytes) -> None:
    """A copy that failed leaves a file with nothing in it."""
    [problem] = check(f"a{ending}", data)

    assert (problem.rule, problem.message) == ("file-empty", f"ไฟล์ “files/a{ending}” ว่าง")


def test_empty_archive_is_told(check: Check) -> None:
    """An archive of nothing tells nothing."""
    assert [problem.rule for problem in check("a.zip", make_zip())] == ["file-empty"]


def test_archive_of_many_files_is_refused(check: Check) -> None:
    """What would take long to list is told at once."""
    data = bytearray(make_zip("a.txt"))
    data[-12:-10] = (60_000).to_bytes(2, "little")

    [problem] = check("a.zip", bytes(data))

    assert (problem.rule, "60,000" in problem.message) == ("file-broken", True)


def test_linked_folder_of_files_is_refused(tmp_path: Path) -> None:
    """``files/`` itself may not lead out of the LAO's folder; nothing outside is named."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.pdf").write_bytes(PDF)
    (tmp_path / "lao").mkdir()
    (tmp_path / "lao" / "files").symlink_to(tmp_path / "outside")
    attachments = Attachments(tmp_path / "lao")

    for name in ("files/secret.pdf", "files/secret2.pdf"):
        _, [problem] = attachments.check(name, DataFile("papers/old.yml"), ("signed",))
        assert problem.rule == "file-outside"
        assert problem.message == "โฟลเดอร์ files/ เป็นลิงก์ที่ชี้ออกนอกโฟลเดอร์ของหน่วยงาน"


@pytest.mark.parametrize("refused", ["open", "stat"], ids=["file", "folder"])
def test_unreadable_file_is_told(check: Check, monkeypatch: pytest.MonkeyPatch, refused: str) -> None:
    """A file without the right to read it, or in a folder without, is told while checking and not called missing."""
    original = getattr(Path, refused)

    def refuse(path: Path, *arguments: object, **settings: object) -> object:
        if path.suffix == ".pdf":
            raise PermissionError(13, "Permission denied")
        return original(path, *arguments, **settings)

    check("b.pdf", PDF)
    monkeypatch.setattr(Path, refused, refuse)

    [problem] = check("b.pdf", None)

    assert (problem.rule, problem.message) == ("file-unreadable", "เปิดไฟล์ “files/b.pdf” ไม่ได้ (ไม่มีสิทธิ์)")


def test_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Evidence that thirty records name is opened once, and told at each place."""
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "a.pdf").write_bytes(PDF[:50])
    opened: list[Path] = []
    open_file = Path.open
    monkeypatch.setattr(Path, "open", lambda path, *mode: (opened.append(path), open_file(path, *mode))[1])
    attachments = Attachments(tmp_path)

    problems = [attachments.check("files/a.pdf", DataFile("a.yml"), ("file", index))[1] for index in range(3)]

    assert [[problem.rule] for [problem] in problems] == [["file-broken"]] * 3
    assert len(opened) == 1
