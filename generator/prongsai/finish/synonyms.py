"""The words that the search and the filter take for one another, for the theme's ``words.js``.

A citizen types โกง or ของขวัญ where an office writes ทุจริต or No Gift Policy. Ours stand in ``synonyms.yml``; a site adds
its own in ``mkdocs.yml``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from prongsai.records.lao_types import LaoType
from prongsai.records.packaged import load_packaged
from prongsai.records.provinces import SHORT_NAMES

SCRIPT = "words"  # the theme's script that reads them


def list_synonyms(own: Iterable[Sequence[str]] = ()) -> Iterator[Sequence[str]]:
    """Yield groups of words, each for any other of its group; an abbreviation has its dots.

    Args:
        own: The site's groups, which come first.
    """
    yield from own
    for kind in LaoType:
        names = (kind.label, *kind.aliases)
        if len(names) > 1:
            yield names
    yield from ((short, name) for short, name in SHORT_NAMES.items())
    yield from _load()


@cache
def _load() -> tuple[tuple[str, ...], ...]:
    groups = load_packaged(Path(__file__).with_suffix(".yml"))
    return tuple(tuple(map(str, group)) for group in groups)


def render_synonyms(own: Iterable[Sequence[str]] = ()) -> str:
    """Return the groups as JSON."""
    return json.dumps([list(group) for group in list_synonyms(own)], ensure_ascii=False, separators=(",", ":"))
