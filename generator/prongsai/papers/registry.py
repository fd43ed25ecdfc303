"""The kinds of paper, found by their code words in ``kinds/``."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any, Protocol, cast

import prongsai.papers.kinds
from prongsai.blocks.blocks import Block
from prongsai.papers.letter import Context
from prongsai.records.papers import Paper, PaperKind


class KindModule(Protocol):
    """What the module of a kind of paper offers."""

    RECORD: type[Paper]

    def list_blocks(self, paper: Any, context: Context) -> Iterator[Block]:
        """Yield the parts of a paper of this kind whose texts are complete."""


_MODULES = {
    kind: cast(KindModule, importlib.import_module(f"{prongsai.papers.kinds.__name__}.{kind.value}"))
    for kind in PaperKind
}
PAPER_RECORDS: dict[PaperKind, type[Paper]] = {kind: module.RECORD for kind, module in _MODULES.items()}


def list_paper_blocks(paper: Paper, context: Context) -> tuple[Block, ...]:
    """Return the parts of a paper whose texts are complete; none for a paper that is only a file."""
    return tuple(_MODULES[paper.kind].list_blocks(paper, context))
