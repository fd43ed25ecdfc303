"""What was read of one LAO, and where each record comes from."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path

from msgspec import Struct, field

from prongsai.figures.ledger import Ledger
from prongsai.load.attachments.check import AttachedFile
from prongsai.load.data_file import DataFile, DataPath
from prongsai.load.texts import PlacedText, list_texts
from prongsai.problem import Problem, Where
from prongsai.records.base import PERIOD
from prongsai.records.dossier import Dossier, RoundKey

_PLAN_FILE = re.compile(f"{PERIOD.pattern}/plan")


class Sources(Struct, dict=True):
    """Where the records of one LAO come from, for problems that appear after reading.

    Attributes:
        documents: The files, by their path inside the LAO's folder without ``.yml`` (``progress/2566-12``).
        projects: File and place of each project that was read, by the period of its plan and its id.
        progress: Place of each progress record, by round, in the order of ``RoundReport.projects``.
        attached: The files that records name, each place once.
        broken: Files (``2566-2570/plan``), projects (``2566-2570/projects/p01``) and papers (``adopt-2565``) that could
            not be read in full.
        has_misplaced_plan: A plan is there in a place where it is not read.
    """

    documents: dict[str, DataFile] = field(default_factory=dict)
    projects: dict[tuple[str, str], tuple[DataFile, DataPath]] = field(default_factory=dict)
    progress: dict[RoundKey, list[DataPath]] = field(default_factory=dict)
    attached: list[AttachedFile] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    has_misplaced_plan: bool = False

    @cached_property
    def texts(self) -> tuple[PlacedText, ...]:
        """Every text for readers in all files, in the order of the files."""
        return list_texts(self.documents)

    @property
    def has_unread_plan(self) -> bool:
        """Tell whether a plan is there that could not be read, so that nobody knows which years it covers."""
        return self.has_misplaced_plan or any(_PLAN_FILE.fullmatch(name) for name in self.broken)

    def is_broken_plan(self, period: str) -> bool:
        """Tell whether a plan's file, or the list of projects in it, could not be read in full."""
        return f"{period}/plan" in self.broken

    def is_broken_project(self, period: str, project_id: str) -> bool:
        """Tell whether a project of a plan is there and could not be read."""
        return f"{period}/projects/{project_id}" in self.broken

    def where(self, name: str, *path: str | int) -> Where:
        """Return the place of a value in a file."""
        return self.documents[name].where(*path)

    def where_plan(self, period: str, *path: str | int) -> Where:
        """Return the place of a value in a plan's file."""
        return self.where(f"{period}/plan", *path)

    def where_project(self, period: str, project_id: str, *path: str | int) -> Where:
        """Return the place of a value in a project's card."""
        document, prefix = self.projects[period, project_id]
        return document.where(*prefix, *path)

    def where_round(self, key: RoundKey, *path: str | int) -> Where:
        """Return the place of a value in a round's file."""
        return self.where(f"progress/{key.slug}", *path)

    def where_progress(self, key: RoundKey, index: int, *path: str | int) -> Where:
        """Return the place of a value in a progress record."""
        return self.where_round(key, *self.progress[key][index], *path)


class LoadedDossier(Struct, frozen=True, dict=True):
    """The records of one LAO and where they come from."""

    slug: str
    folder: Path
    dossier: Dossier
    sources: Sources
    problems: tuple[Problem, ...]

    @cached_property
    def ledger(self) -> Ledger:
        """The LAO's figures, computed once for checks, pages and papers."""
        return Ledger(self.dossier)


class UnreadLao(Struct, frozen=True):
    """A folder without a readable ``lao.yml``: nobody knows whose records they are."""

    slug: str
    folder: Path
    sources: Sources
    problems: tuple[Problem, ...]
