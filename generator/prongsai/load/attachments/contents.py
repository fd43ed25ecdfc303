"""Opening an attachment and reading as much of it as tells what it is."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from prongsai.load.attachments.archives import read_archive
from prongsai.load.attachments.compound import read_compound
from prongsai.load.attachments.findings import Danger, EmptyFileError, Found, WrongContentError
from prongsai.load.attachments.pdf import read_pdf
from prongsai.load.attachments.signatures import HEAD_BYTES, OFFICE, TEXT, ZIP, recognise
from prongsai.pictures import ENDINGS, check_picture

ALLOWED = ENDINGS | {".pdf", ".doc", ".docx", ".xls", ".xlsx", ".csv", ".zip"}


def read_dangers(path: Path, *, is_seal: bool = False) -> frozenset[Danger]:
    """Return what is dangerous in a file that is what its name says.

    Args:
        path: The file; its name ends in one of ``ALLOWED``.
        is_seal: It is shown as a seal or emblem.

    Raises:
        OSError: It cannot be opened.
        EmptyFileError: Nothing is in it.
        WrongContentError: It is something else.
        BrokenFileError: A part of it is missing.
        PictureError: It is a picture that cannot be published.
    """
    ending = PurePosixPath(path.name).suffix.lower()
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
        if not head.strip():
            raise EmptyFileError
        found = recognise(head)
        if found in {ZIP, OFFICE}:
            try:
                found, dangers = read_archive(file) if found is ZIP else read_compound(head + file.read())
            finally:
                _require(found, ending)
            return dangers
        _require(found, ending)
        if ending == ".pdf":
            return read_pdf(head + file.read())
    if found is not TEXT:
        check_picture(path, is_seal=is_seal)
    return frozenset()


def _require(found: Found, ending: str) -> None:
    if ending not in found.endings:
        raise WrongContentError(found)
