"""A paper of the past that exists as a file only (เอกสาร)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from prongsai.blocks.blocks import Block
from prongsai.papers.letter import Context
from prongsai.records.base import FilePath, Line
from prongsai.records.papers import Paper


class FilePaper(Paper, title="เอกสารที่มีเพียงไฟล์"):
    """A paper that exists as a file only."""

    subject: Line = Field(description="เรื่อง: ไม่ต้องมีคำว่า “เรื่อง”")
    signed: FilePath = Field(description="ไฟล์เอกสาร")

    has_text: ClassVar[bool] = False


RECORD = FilePaper


def list_blocks(_paper: FilePaper, _context: Context) -> Iterator[Block]:
    """Yield nothing: its words stand in its file."""
    yield from ()
