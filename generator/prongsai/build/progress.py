"""How far a long run is: a bar on a terminal, nothing where nobody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TypeVar

import click

Item = TypeVar("Item")


def follow(items: Sequence[Item], label: str = "เขียนหน้า") -> AbstractContextManager[Iterable[Item]]:
    """Return a context that hands on several items, each when the one before is done.

    Args:
        items: What is to be done, one after the other.
        label: What is done, in Thai.
    """
    return click.progressbar(items, label=label, file=sys.stderr, hidden=not _is_watched() or len(items) < 2)


@contextmanager
def follow_count(total: int, label: str) -> Iterator[Callable[[int], None]]:
    """Let somebody tell of a number of things how many more are done.

    Args:
        total: How many there are.
        label: What is done, in Thai.
    """
    with click.progressbar(length=total, label=label, file=sys.stderr, hidden=not _is_watched()) as bar:
        yield bar.update


def _is_watched() -> bool:
    return sys.stderr.isatty()
