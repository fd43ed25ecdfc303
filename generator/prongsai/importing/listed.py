"""Passages taken as paragraphs, as a flat list, or as a tree of steps."""

from __future__ import annotations

import re

from prongsai.importing.ledger import Ledger, Path, RecordRef
from prongsai.importing.lists import Item, join_paragraphs, read_items
from prongsai.importing.source import Passage
from prongsai.reading.marks import find_mark


def take_paragraphs(passages: list[Passage], ledger: Ledger, record: RecordRef, path: Path) -> None:
    """Take passages as the paragraphs of a text field."""
    for index, paragraph in enumerate(join_paragraphs(passages)):
        ledger.take(record, (*path, index), paragraph)


def take_list(
    passages: list[Passage], ledger: Ledger, record: RecordRef, path: Path, *, is_cell: bool = False, doubt: str = ""
) -> None:
    """Take passages as the items of a flat list; what stands below an item is part of it."""
    for index, item in enumerate(read_items(passages, is_cell=is_cell)):
        ledger.take(record, (*path, index), flatten(item, ledger), doubt=doubt)


_UNIT = "(?:สำนัก|กอง|หน่วย|ศูนย์|ทุก|โรงเรียน)"
_UNITS = re.compile(rf"(?<=\S)\s*[,，]?\s+(?:และ\s*)?(?={_UNIT})")


def take_units(passages: list[Passage], ledger: Ledger, record: RecordRef, path: Path) -> None:
    """Take the units that are responsible; several of one rank may stand on one line."""
    parts: list[Passage] = []
    for passage in passages:
        cuts = [match.span() for match in _UNITS.finditer(passage.text)] if re.match(_UNIT, passage.text) else []
        ends = [0, *(index for cut in cuts for index in cut), len(passage.text)]
        parts += [passage.cut(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True)]
        for start, end in cuts:
            ledger.set_label(passage.cut(start, end))
    take_list(parts, ledger, record, path)


def flatten(item: Item, ledger: Ledger, *, with_mark: bool = False) -> list[Passage]:
    """Return an item's passages with those below it, whose numbers stay in the text."""
    passages = []
    if item.mark_passage:
        if with_mark:
            passages.append(item.mark_passage)
        else:
            ledger.set_label(item.mark_passage)
    passages += item.passages
    for child in item.children:
        passages += flatten(child, ledger, with_mark=True)
    return [passage for passage in passages if passage.text]


def take_steps(items: list[Item], ledger: Ledger, record: RecordRef, path: Path) -> None:
    """Take items as a tree of steps; a number is kept where counting would not give it."""
    for index, item in enumerate(items):
        here = (*path, index)
        if item.mark and item.mark_passage:
            expected = (index + 1,)
            if item.mark.is_bullet or (item.mark.parts and item.mark.parts[-1:] != expected):
                ledger.take(
                    record,
                    (*here, "number"),
                    item.mark_passage.cut(item.mark_passage.text.rindex(item.mark.text)),
                    item.mark.text,
                )
            ledger.set_label(item.mark_passage)
        ledger.take(record, (*here, "text"), item.passages)
        take_steps(item.children, ledger, record, (*here, "steps"))


def drop_mark(passage: Passage, ledger: Ledger) -> Passage:
    """Return a passage without its number, which becomes a label."""
    mark = find_mark(passage.text)
    if mark is None:
        return passage
    ledger.set_label(passage.cut(0, mark.end))
    return passage.cut(mark.end)
