"""What letters have in common: the head, and the signature."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prongsai.blocks.blocks import Block, Signature, paragraph
from prongsai.records.papers import Paper, Signer


class Context(NamedTuple):
    """What a paper says that its own record does not tell.

    Attributes:
        lao_name: Full name of the LAO, which issues the paper unless its file names another.
        tables: The tables of the round that the paper reports; empty where it reports none.
    """

    lao_name: str
    tables: tuple[Block, ...] = ()


def list_head(paper: Paper, context: Context) -> Iterator[Block]:
    """Yield kind and issuer, number and subject, a line each."""
    yield paragraph(f"{paper.kind.label}{paper.issuer or context.lao_name}", kind="title")
    if paper.number:
        yield paragraph(f"ที่ {paper.number}", kind="title")
    yield paragraph(f"เรื่อง {paper.subject}", kind="title")


def sign(signer: Signer | None) -> Iterator[Block]:
    """Yield the room for a signature, where somebody signs."""
    if signer and signer.position:
        yield Signature(signer.position, signer.name or "")
