"""Which LAOs the records of one LAO may name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from prongsai.checks.subjects.lao_mentions import Mention, read_lao_name
from prongsai.load.sources import LoadedDossier
from prongsai.load.texts import PlacedText
from prongsai.records.dossier import Dossier
from prongsai.records.lao_types import LaoType

_LISTS = {"neighbours", "watch_names"}


class AllowedNames:
    """The LAO's own name and those of others that it names on purpose, by type."""

    def __init__(self, dossier: Dossier) -> None:
        self._by_type: dict[LaoType, set[str]] = {kind: set() for kind in LaoType}
        for types, name in _list_allowed(dossier):
            for kind in types:
                self._by_type[kind].add(name)
        self._patterns = {kind: _compile(names) for kind, names in self._by_type.items() if names}

    def match(self, mention: Mention) -> int:
        """Return how many characters after the type word are the longest name that may stand there."""
        found = [self._patterns[kind].match(mention.rest) for kind in mention.types if kind in self._patterns]
        return max((match.end() for match in found if match), default=0)

    def blank_out(self, text: str, part: str) -> str:
        """Return the text without the names that have a part."""
        longer = [name for name in set().union(*self._by_type.values()) if part in name]
        return _compile(longer).sub(" ", text) if longer else text


def is_about_others(loaded: LoadedDossier, place: PlacedText) -> bool:
    """Tell whether a text names others on purpose: the lists, the provincial table, papers of another issuer."""
    if place.key == "lao" or (place.document == "lao" and place.key in _LISTS):
        return True
    data = loaded.sources.documents[place.document].data
    return place.document.startswith("papers/") and isinstance(data, dict) and "issuer" in data


def _list_allowed(dossier: Dossier) -> Iterator[tuple[Iterable[LaoType], str]]:
    lao = dossier.lao
    yield {lao.type}, lao.name
    yield {LaoType.PROVINCIAL_ORGANISATION}, lao.province
    for report in dossier.rounds.values():
        if report.provincial:
            yield from (read_lao_name(row.lao) for row in report.provincial.rows)
    yield from (read_lao_name(name) for name in lao.neighbours)


def _compile(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of names, the longest first; a space inside a name is a slip of the copyist."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile("|".join(" ?".join(re.escape(letter) for letter in name) for name in longest_first))
