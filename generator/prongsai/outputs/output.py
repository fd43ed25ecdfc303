"""The contract of an output: the files that it wants for one LAO."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from prongsai.outputs.artifact import Artifact
from prongsai.outputs.pages.lao_pages import LaoPages


class Output(Protocol):
    """What the module of an output offers.

    Attributes:
        NAME: Its name in the writer's record; a file that one output wrote is never touched by another.
    """

    NAME: str

    def list_artifacts(self, lao: LaoPages) -> Iterator[Artifact]:
        """Yield every file that the output wants, made only where its key is not known."""
