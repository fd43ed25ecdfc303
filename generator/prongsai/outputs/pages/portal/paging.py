"""Long lists on several pages, so that no page grows with the number of LAOs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from prongsai.addresses import number_page

MOST_ROWS = 400  # of a page; no province of Thailand has as many LAOs
_AROUND = 3  # pages before and after the one shown that are linked to

Item = TypeVar("Item")


class Part(NamedTuple, Generic[Item]):
    """One page of a list.

    Attributes:
        items: What stands on it.
        number: Its number, from 1.
        pages: Number of all pages.
        path: Where it stands.
        first: Path of the first page.
    """

    items: Sequence[Item]
    number: int
    pages: int
    path: str
    first: str

    @property
    def others(self) -> list[tuple[int, str]]:
        """Number and path of the pages to go to: the first, the last and those around this one, however many there are."""
        near = {1, self.pages, *range(self.number - _AROUND, self.number + _AROUND + 1)}
        return [(number, number_page(self.first, number)) for number in sorted(near) if 1 <= number <= self.pages]


def split_list(items: Sequence[Item], path: str) -> Iterator[Part[Item]]:
    """Yield the pages of a list; an empty one has a page, too.

    Args:
        items: The whole list.
        path: Where its first page stands.
    """
    pages = max(1, -(-len(items) // MOST_ROWS))
    for number in range(1, pages + 1):
        shown = items[(number - 1) * MOST_ROWS : number * MOST_ROWS]
        yield Part(shown, number, pages, number_page(path, number), path)
