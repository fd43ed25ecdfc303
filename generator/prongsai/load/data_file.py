"""A file that was read: its plain data and the place of every value."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from prongsai.problem import Where

DataPath = tuple[str | int, ...]


class DataFile(Struct, frozen=True, dict=True):
    """The plain data of one YAML file (text, lists and mappings only) with its positions.

    Attributes:
        path: The file's path as shown to web staff.
        data: What the file says; None where it could not be read.
        places: Line and column of each value, by its path in the data.
        keys: Line and column of each key.
        ends: Last line of each text that is written over several lines.
    """

    path: str
    data: Any = None
    places: Mapping[DataPath, tuple[int, int]] = field(default_factory=dict)
    keys: Mapping[DataPath, tuple[int, int]] = field(default_factory=dict)
    ends: Mapping[DataPath, int] = field(default_factory=dict)

    def where(self, *path: str | int) -> Where:
        """Return the place of a value, or of the nearest value around it.

        Parts of the path that the file does not have (keys that a converter put in) are passed over.
        """
        return Where(self.path, *self.places.get(self._follow(path), ()))

    def where_key(self, *path: str | int) -> Where:
        """Return the place of a key, or of the nearest value around it."""
        place = self.keys.get((*self._follow(path[:-1]), *path[-1:]))
        return Where(self.path, *place) if place else self.where(*path)

    def has_key(self, *path: str | int) -> bool:
        """Tell whether a key is written, with or without a value."""
        return (*self._follow(path[:-1]), *path[-1:]) in self.keys

    def find_path(self, where: Where) -> DataPath:
        """Return the path of the innermost value or key at a place, or of the last one before it on its line.

        A place inside a text belongs to that text, on its later lines too; the file as a whole, and any other line
        where nothing begins, have no path.
        """
        index = bisect_right(self._starts, (where.line, where.column)) - 1
        if index < 0 or not where.line:
            return ()
        start = self._starts[index]
        path = self._paths[start]
        return path if where.line <= max(start[0], self.ends.get(path, 0)) else ()

    @cached_property
    def _paths(self) -> dict[tuple[int, int], DataPath]:
        places = sorted((*self.places.items(), *self.keys.items()), key=lambda item: len(item[0]))
        return {place: path for path, place in places}

    @cached_property
    def _starts(self) -> list[tuple[int, int]]:
        return sorted(self._paths)

    def _follow(self, path: DataPath) -> DataPath:
        found: DataPath = ()
        for part in path:
            if (*found, part) in self.places:
                found = (*found, part)
        return found
