"""A folder of plans that a test fills, and what reading it finds."""

from __future__ import annotations

from pathlib import Path

from prongsai.load.assemble import load_plans
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem

LAO = "type: เทศบาลตำบล\nname: แม่สาย\nprovince: เชียงราย\n"
PERIOD = "2566-2570"


class PlansFolder:
    """The folder ``plans/`` with one LAO, ``maesai``, that has a good ``lao.yml``."""

    def __init__(self, parent: Path) -> None:
        """Create the folder."""
        self.path = parent / "plans"
        self.write({"lao.yml": LAO})

    def write(self, files: dict[str, str | bytes], lao: str = "maesai") -> None:
        """Write files of one LAO as they are, without touching line ends."""
        for name, content in files.items():
            path = self.path / lao / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def load(self) -> LoadedDossier:
        """Return the one LAO, which can be read."""
        [loaded] = load_plans(self.path)
        assert isinstance(loaded, LoadedDossier)
        return loaded

    def find_problems(self) -> list[Problem]:
        """Return what reading finds in all LAOs."""
        return [problem for loaded in load_plans(self.path) for problem in loaded.problems]

    def find_places(self) -> list[tuple[str, str]]:
        """Return place and rule of what reading finds in all LAOs."""
        return [(str(problem.where), problem.rule) for problem in self.find_problems()]
