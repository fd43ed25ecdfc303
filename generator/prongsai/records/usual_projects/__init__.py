"""Titles that plans of a period usually have, by mission: to pick from, never put in by themselves.

Each is copied from plans that LAOs published; ``{lao}`` stands for the LAO's own name.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from prongsai.records.packaged import load_packaged
from prongsai.records.project import ProjectKind

FOLDER = Path(__file__).parent


class UsualProject(NamedTuple):
    """A title with the mission that it usually stands under."""

    mission: str
    title: str

    @property
    def kind(self) -> ProjectKind | None:
        """What the title calls itself."""
        return next((kind for kind in ProjectKind if self.title.startswith(kind.label)), None)

    def name_for(self, lao: str) -> str:
        """Return the title with the LAO's name in it."""
        return self.title.replace("{lao}", lao)


@cache
def list_usual_projects(period: str) -> tuple[UsualProject, ...]:
    """Return the usual projects of a period (2566-2570) in the order of the missions; none where no file has them."""
    if period not in {path.stem for path in FOLDER.glob("*.yml")}:
        return ()
    data = load_packaged(FOLDER / f"{period}.yml")
    return tuple(UsualProject(mission, title) for mission, titles in data.items() for title in titles)
