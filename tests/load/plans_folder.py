"""A folder of plans that a test fills, and what reading it finds."""

from __future__ import annotations

from pathlib import Path

from generator.load.plans import LoadedDossier, load_plans
from generator.problem import Problem

LAO = "type: เทศบาลตำบล\nname: แม่สาย\nprovince: เชียงราย\n"


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
        """Return the one LAO."""
        [loaded] = load_plans(self.path)
        return loaded

    def find_problems(self) -> list[Problem]:
        """Return what reading finds in all LAOs."""
        return [problem for loaded in load_plans(self.path) for problem in loaded.problems]

    def find_places(self) -> list[tuple[str, str]]:
        """Return place and rule of what reading finds in all LAOs."""
        return [(str(problem.where), problem.rule) for problem in self.find_problems()]
