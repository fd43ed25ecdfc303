"""What readers should not have to open: scripts, macros, programs, passwords; and what only looks like it."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pikepdf
import pytest
from attached_files import make_compound, make_packed_pdf, make_pdf, make_zip
from prongsai.load.attachments.contents import read_dangers
from prongsai.load.attachments.findings import Danger

SCRIPT = "2 0 obj\n<< /S /JavaScript /JS (app.alert\\(1\\)) >>\nendobj"


def lock_pdf(user: str) -> bytes:
    """Return a PDF locked by a library: with a password for reading, or for printing only."""
    output = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(output, encryption=pikepdf.Encryption(owner="o", user=user))
    return output.getvalue()


def write_pdf(**catalog: object) -> bytes:
    """Return a PDF as a library writes it, its objects packed."""
    output = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        for name, value in catalog.items():
            pdf.Root[f"/{name}"] = pdf.make_indirect(value)
        pdf.save(output, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return output.getvalue()


def lock_zip() -> bytes:
    """Return an archive whose file asks for a password."""
    data = bytearray(make_zip("a.txt"))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + place] |= 1
    return bytes(data)


WORD_LOCKED = struct.pack("<H8xH", 0xA5EC, 0x0100)
WORD_OPEN = struct.pack("<H8xH", 0xA5EC, 0x0012)
BOOK_LOCKED = struct.pack("<HH6xHH54x", 0x0809, 6, 0x002F, 54)
BOOK_OPEN = struct.pack("<HH6xHH2xHH4x", 0x0809, 6, 0x0042, 2, 0x003D, 4)
SCRIPT_ACTION = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
CASES: dict[str, tuple[bytes, set[Danger]]] = {
    "script.pdf": (make_pdf(SCRIPT), {Danger.SCRIPT}),
    "launch.pdf": (make_pdf("2 0 obj\n<</S/Launch/F(cmd.exe)>>\nendobj"), {Danger.SCRIPT}),
    "escaped.pdf": (make_pdf(SCRIPT.replace("/JavaScript /JS", "/J#61vaScript /J#53")), {Danger.SCRIPT}),
    "packed.pdf": (make_packed_pdf(b"<</S/JavaScript/JS(1)>>"), {Danger.SCRIPT}),
    "library.pdf": (write_pdf(OpenAction=SCRIPT_ACTION), {Danger.SCRIPT}),
    "plain.pdf": (write_pdf(), set()),
    "goto.pdf": (write_pdf(OpenAction=pikepdf.Dictionary(S=pikepdf.Name.GoTo, D=pikepdf.Array([0]))), set()),
    "password.pdf": (lock_pdf("u"), {Danger.LOCKED}),
    "rights.pdf": (lock_pdf(""), {Danger.LOCKED}),
    "picture.pdf": (make_pdf("2 0 obj\n<< /Length 20 >>\nstream\n\x01/JS (1) /Launch /Encrypt 1 0 R\nendstream\nendobj"), set()),
    "words.pdf": (make_pdf("2 0 obj\n<< /Title (JS) /JSType 1 /LaunchPad 2 /EncryptMetadata true >>\nendobj"), set()),
    "macro.docx": (make_zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), {Danger.MACRO}),
    "macro.xlsx": (make_zip("[Content_Types].xml", "xl/workbook.xml", "xl/VBAProject.bin"), {Danger.MACRO}),
    "script.docx": (make_zip("[Content_Types].xml", "word/document.xml", "docProps/custom.xml"), set()),
    "password.docx": (make_compound("EncryptedPackage", "EncryptionInfo"), {Danger.LOCKED}),
    "password.xlsx": (make_compound("EncryptedPackage", "EncryptionInfo"), {Danger.LOCKED}),
    "macro.doc": (make_compound("WordDocument", "Macros", "VBA", "_VBA_PROJECT"), {Danger.MACRO}),
    "macro.xls": (make_compound("Workbook", "_VBA_PROJECT_CUR"), {Danger.MACRO}),
    "password.doc": (make_compound("WordDocument", first=WORD_LOCKED), {Danger.LOCKED}),
    "plain.doc": (make_compound("WordDocument", first=WORD_OPEN), set()),
    "password.xls": (make_compound("Workbook", first=BOOK_LOCKED), {Danger.LOCKED}),
    "plain.xls": (make_compound("Workbook", first=BOOK_OPEN), set()),
    "password.zip": (lock_zip(), {Danger.LOCKED}),
    "program.zip": (make_zip("ประกาศ.pdf", "แบบ/ติดตั้ง.EXE"), {Danger.PROGRAM}),
    "plain.zip": (make_zip("ประกาศ.pdf", "execution.txt"), set()),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_dangers_are_seen(tmp_path: Path, name: str) -> None:
    """Each kind of danger in each kind of file, and files that only speak of one."""
    data, dangers = CASES[name]
    (tmp_path / name).write_bytes(data)

    assert read_dangers(tmp_path / name) == dangers


def test_list_of_an_archive_is_that_of_the_library(tmp_path: Path) -> None:
    """Archives with a comment, compression, and places told in 64 bits are read as zipfile writes them."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = "หมายเหตุ".encode()
        for name in ("ก.pdf", "setup.exe"):
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(bytes(5000))

    assert read_dangers(path) == {Danger.PROGRAM}


def test_packed_objects_are_unpacked_in_bounds(tmp_path: Path) -> None:
    """A small PDF whose objects would fill the memory is read, and what is behind the bound is not."""
    (tmp_path / "bomb.pdf").write_bytes(make_packed_pdf(bytes(100_000_000) + b"/JS (1)"))

    assert read_dangers(tmp_path / "bomb.pdf") == frozenset()
