"""Folders of LAOs in the built site that are right as they stand: put aside while MkDocs empties the site's folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from prongsai.build.kept.entry import KeptFile
from prongsai.build.kept.stamps import FOLDER, find_stamps

_ASIDE = "prongsai-aside"  # MkDocs leaves hidden names alone


class Standing:
    """The folders that need neither be removed nor filled again."""

    def __init__(self, site: Path) -> None:
        """Remove what a killed build left aside.

        Args:
            site: The folder of the built site.
        """
        self._site = site.absolute()
        self._slugs: list[str] = []
        for left in site.glob(f".*.{_ASIDE}"):
            shutil.rmtree(left, ignore_errors=True)

    def set_aside(self, slug: str, files: Iterable[KeptFile]) -> None:
        """Hide the folder of an LAO, if it has the kept files and no others.

        Args:
            slug: The LAO.
            files: Its files as they were kept.
        """
        wanted = {f"{self._site}/{file.path}": (file.size, file.modified) for file in files if file.path}
        with suppress(OSError):
            there = find_stamps(self._site / slug)
            if wanted == {path: stamp for path, stamp in there.items() if stamp != FOLDER}:
                (self._site / slug).rename(self._hide(slug))
                self._slugs.append(slug)

    def put_back(self) -> frozenset[str]:
        """Put the folders back, and return the LAOs whose files are all there."""
        there = set()
        for slug in self._slugs:
            with suppress(OSError):
                self._hide(slug).rename(self._site / slug)
                there.add(slug)
        self._slugs = []
        return frozenset(there)

    def _hide(self, slug: str) -> Path:
        return self._site / f".{slug}.{_ASIDE}"
