"""Files of all kinds, small and whole, for the tests of attachments."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from PIL import Image

PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"
HTML = b"<!DOCTYPE html>\n<html><body>login</body></html>"
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
PROGRAM = b"MZ\x90\0\x03\0\0\0" + bytes(60) + b"PE\0\0"


def make_pdf(objects: str = "", trailer: str = "") -> bytes:
    """Return a PDF with some objects and something in its trailer."""
    body = f"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n{objects}\ntrailer << /Root 1 0 R {trailer} >>\n"
    return f"{body}startxref\n9\n%%EOF\n".encode("latin-1")


def make_packed_pdf(inner: bytes) -> bytes:
    """Return a PDF that holds some objects in a compressed stream, as most programs write them."""
    packed = zlib.compress(inner)
    stream = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (
        len(packed),
        packed,
    )
    return b"%PDF-1.5\n2 0 obj\n" + stream + b"\nendobj\nstartxref\n9\n%%EOF\n"


def make_zip(*names: str) -> bytes:
    """Return an archive of files with a few letters in each."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name in names:
            archive.writestr(name, "ก" * 20)
    return output.getvalue()


DOCX = make_zip("[Content_Types].xml", "_rels/.rels", "word/document.xml")
XLSX = make_zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")


def make_compound(*names: str, first: bytes = b"") -> bytes:
    """Return an old Office file whose list has some names; the stream of the first one begins with ``first``."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<II", header, 44, 1, 1)  # one table of sectors; the list begins in sector 1
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    entries = bytearray()
    for number, name in enumerate(("Root Entry", *names)):
        entry = bytearray(128)
        written = name.encode("utf-16-le")
        entry[: len(written)] = written
        struct.pack_into("<H", entry, 64, len(written) + 2)
        struct.pack_into("<I", entry, 116, 1 + number)
        entries += entry
    entries += bytes(-len(entries) % 512)
    table = bytes(512)
    # The first name's stream begins right behind the list where that takes one sector.
    return bytes(header) + table + bytes(entries) + first.ljust(512, b"\0") + bytes(512)


def make_picture(format_: str, size: tuple[int, int] = (30, 20), **options: object) -> bytes:
    """Return a picture."""
    output = io.BytesIO()
    Image.new("RGB", size, "red").save(output, format_, **options)
    return output.getvalue()


def add_chunk(png: bytes, kind: bytes, data: bytes) -> bytes:
    """Return a PNG with one more chunk behind its head."""
    chunk = struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return png[:33] + chunk + png[33:]
