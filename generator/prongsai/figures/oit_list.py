"""All OIT items of one ITA year: the office's own list, joined with the items that this site answers itself."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from prongsai.figures.oit import OitItem
from prongsai.records.oit import OitKind
from prongsai.records.oit_list import OitEntry, OitList, find_code

# Words of which an item's title has every one, however an office shortens it.
_TITLE_WORDS = {
    OitKind.PLAN: ("แผน", "ทุจริต"),
    OitKind.HALF_YEAR: ("รายงาน", "ทุจริต"),
    OitKind.ANNUAL: ("รายงาน", "ทุจริต"),
    OitKind.MEASURES: ("คุณธรรม",),
    OitKind.MEASURES_RESULT: ("คุณธรรม",),
}


class OitLine(Struct, frozen=True):
    """One item of the year.

    Attributes:
        entry: What the office's list says; None for an item of this site that the list does not have.
        own: The item that this site answers; None where it has nothing of it.
        group: The heading that it stands under, as the office has it; empty for none.
    """

    entry: OitEntry | None
    own: OitItem | None
    group: str

    @property
    def code(self) -> str:
        """Its code; empty where nobody knows it."""
        return self.entry.code if self.entry else (self.own.code or "") if self.own else ""

    @property
    def has_address(self) -> bool:
        """Tell whether anything of it can be opened."""
        return bool(self.entry and self.entry.has_address) or bool(self.own and self.own.is_published)


def compute_oit_list(record: OitList, items: Iterable[OitItem]) -> tuple[OitLine, ...]:
    """Return every OIT item of an ITA year in the order of their numbers, then what the list does not have.

    Formula: an item of the list is one of this site's own where the number is the same and the title is about the same
    thing; an item without a group belongs to the group of the number before it.
    Source: the office's own list; numbers of this site's items as in ``compute_oit_items``.

    Args:
        record: The office's list.
        items: The items that this site answers, of the same year.
    """
    own = {find_code(item.code): item for item in items if item.code}
    lines, group = [], ""
    for entry in sorted(record.items, key=lambda entry: entry.order):
        group = entry.group or group
        item = own.get(entry.code)
        lines.append(OitLine(entry, item if item and is_about(entry.title, item.kind) else None, group))
    told = {id(line.own) for line in lines}
    return (*lines, *(OitLine(None, item, "") for item in items if item.is_published and id(item) not in told))


def is_about(title: str, kind: OitKind) -> bool:
    """Tell whether a title can be that of a kind of item.

    Formula: it has every word that the kind's titles have had in all years.
    Source: titles of the ITA assessments of 2565 and later.
    """
    return all(word in title for word in _TITLE_WORDS[kind])
