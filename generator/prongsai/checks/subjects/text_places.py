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

    def where(self, placed: PlacedText, offset: int) -> Where:
        """Return the place of a character of a text.

        A text folded over several lines, or typed with escapes, is not in the file as it reads: there the place is
        that of the whole text.
        """
        path, line, column = placed.where.path, placed.where.line, placed.where.column
        lines = self._read(placed.document, path)
        if not 0 < line <= len(lines):
            return placed.where
        for start in (column - 1, column):  # plain, or behind a quotation mark
            if lines[line - 1].startswith(placed.text, start):
                return Where(path, line, start + 1 + offset)
        return placed.where

    def _read(self, document: str, shown: str) -> list[str]:
        if document not in self._lines:
            try:
                text = read_text(self._folder / f"{document}.yml", inside=self._folder, shown=shown)
            except UnreadableFileError:
                text = ""
            self._lines[document] = text.splitlines()
        return self._lines[document]
