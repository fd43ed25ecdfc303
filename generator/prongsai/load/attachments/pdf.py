"""PDF attachments: whole, and without script or password.

Read as bytes: a library that understands PDF costs more time than all other checks together.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from prongsai.load.attachments.findings import BrokenFileError, Danger

# Readers look for the end of a PDF in its last 1,024 bytes.
_TAIL = 1024
_END = re.compile(rb"startxref\s+(\d{1,10})\s+%%EOF")
_STREAM = re.compile(rb">>\s*stream\r?\n")
_OBJECTS = re.compile(rb"/Type\s*/ObjStm")
_NAME_END = rb"(?=[\s()<>\[\]{}/%]|$)"
_SCRIPT = re.compile(rb"/(?:JavaScript|JS|Launch)" + _NAME_END)
_LOCK = re.compile(rb"/Encrypt\s*(?:<<|\d+\s+\d+\s+R)")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_MAX_UNPACKED = 64_000_000


def read_pdf(data: bytes) -> frozenset[Danger]:
    """Return what is dangerous in a PDF.

    Raises:
        BrokenFileError: Its end is missing, or what the end points at.
    """
    end = data.rstrip(b"\0\t\r\n ")[-_TAIL:]  # some programs fill a file up
    found = [*_END.finditer(end)]
    if not found:
        raise BrokenFileError("PDF ไม่ครบ ส่วนท้ายหายไป")
    if int(found[-1][1]) >= len(data):
        raise BrokenFileError("PDF ไม่ครบ ส่วนกลางหายไป")
    dangers = set()
    for text in _iter_texts(data):
        plain = _ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), text) if b"#" in text else text
        if _SCRIPT.search(plain):
            dangers.add(Danger.SCRIPT)
        if _LOCK.search(plain):
            dangers.add(Danger.LOCKED)
    return frozenset(dangers)


def _iter_texts(data: bytes) -> Iterator[bytes]:
    """Yield what stands between the streams, and the objects that are packed in streams.

    Other streams are pictures, fonts and pages: no action is told there, and by chance any name stands in them.
    """
    start = 0
    unpacked = 0
    while match := _STREAM.search(data, start):
        text = data[start : match.start() + 2]
        yield text
        end = data.find(b"endstream", match.end())
        end = len(data) if end < 0 else end
        if _OBJECTS.search(text, text.rfind(b" obj") + 1) and unpacked < _MAX_UNPACKED:
            objects = _unpack(data[match.end() : end], _MAX_UNPACKED - unpacked)
            unpacked += len(objects)
            yield objects
        start = end
    yield data[start:]


def _unpack(packed: bytes, limit: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, limit)
    except zlib.error:
        return b""  # packed in another way, or encrypted
