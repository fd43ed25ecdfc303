"""Where a character of a text stands in its file, for the rules that look at single characters."""

from __future__ import annotations

from prongsai.load.source import UnreadableFileError, read_text
from prongsai.load.sources import LoadedDossier
from prongsai.load.texts import PlacedText
from prongsai.problem import Where


class TextPlaces:
    """Finds characters in the files of one LAO; a file is read when its first character is asked for."""

    def __init__(self, loaded: LoadedDossier) -> None:
        self._folder = loaded.folder
        self._lines: dict[str, list[str]] = {}
        self._walks: dict[tuple[Where, str], list[tuple[int, int]]] = {}

    def where(self, placed: PlacedText, offset: int) -> Where:
        """Return the place of a character of a text, also where the text is written over several lines.

        A text typed with escapes is not in the file as it reads: there the place is that of the whole text.
        """
        key = (placed.where, placed.text)
        if key not in self._walks:
            self._walks[key] = self._walk(placed)
        walk = self._walks[key]
        return Where(placed.where.path, *walk[offset]) if offset < len(walk) else placed.where

    def _walk(self, placed: PlacedText) -> list[tuple[int, int]]:
        """Return line and column of every character of a text, as far as the file reads as the text does."""
        line, column = placed.where.line, placed.where.column - 1
        lines = self._read(placed.document, placed.where.path)
        if not 0 < line <= len(lines):
            return []
        first = lines[line - 1][column : column + 1]
        if first in {">", "|"}:  # the text begins on the next line
            line, column = line + 1, 0
        elif first in {"'", '"'}:
            column += 1
        found: list[tuple[int, int]] = []
        for character in placed.text:
            if character.isspace():  # a blank may be a break of the line in the file
                found.append((line, column + 1))
                continue
            while line <= len(lines):
                while column < len(lines[line - 1]) and lines[line - 1][column].isspace():
                    column += 1
                if column < len(lines[line - 1]):
                    break
                line, column = line + 1, 0
            if line > len(lines) or lines[line - 1][column] != character:
                break
            column += 1
            found.append((line, column))
        return found

    def _read(self, document: str, shown: str) -> list[str]:
        if document not in self._lines:
            try:
                text = read_text(self._folder / f"{document}.yml", inside=self._folder, shown=shown)
            except UnreadableFileError:
                text = ""
            self._lines[document] = text.splitlines()
        return self._lines[document]
