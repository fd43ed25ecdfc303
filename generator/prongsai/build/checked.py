"""The first half of the work: read all LAOs and find everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from prongsai.checks.registry import find_problems, find_site_problems
from prongsai.load.assemble import load_plans
from prongsai.load.plans_folder import find_stray_files
from prongsai.load.sources import LoadedDossier, UnreadLao
from prongsai.problem import Problem, Severity, Silenced, Where


@dataclass(frozen=True)
class Checked:
    """All LAOs that were read, and everything that is wrong with them, in the order of the files.

    Attributes:
        loaded: What was read, LAO by LAO.
        problems: What is wrong.
        silenced: What is known and left as it is, by the LAO's slug.
        standing: The warnings that nobody explained or mended, by the LAO's slug; a build without ``strict`` goes on.
    """

    loaded: tuple[LoadedDossier | UnreadLao, ...]
    problems: tuple[Problem, ...]
    silenced: Mapping[str, tuple[Silenced, ...]]
    standing: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)

    @property
    def laos(self) -> tuple[LoadedDossier, ...]:
        """The LAOs that could be read."""
        return tuple(loaded for loaded in self.loaded if isinstance(loaded, LoadedDossier))

    def is_publishable(self, *, strict: bool = False) -> bool:
        """Tell whether pages may be written: no error, and under ``strict`` no warning either."""
        stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return not any(problem.severity in stopping for problem in self.problems)


def check_plans(plans: Path, *, shown: str | None = None, only: str | None = None) -> Checked:
    """Read and check all LAOs, or one.

    Args:
        plans: The folder of plans.
        shown: How messages name it; its own name by default.
        only: Slug of the one LAO to read.

    Raises:
        PlansFolderError: The folder of plans cannot be read.
    """
    loaded = tuple(load_plans(plans, shown=shown, only=only))
    # Asked for one LAO, nobody wants to hear of the others' files.
    problems = [] if only else list(find_stray_files(plans, shown or plans.name))
    silenced, standing = {}, {}
    laos = [item for item in loaded if isinstance(item, LoadedDossier)]
    among_others = {} if only else find_site_problems(laos)
    for item in loaded:
        found, known = find_problems(item, among_others.get(item.slug))
        problems += found
        warnings = (problem for problem in found if problem.severity is Severity.WARNING)
        standing[item.slug] = tuple(sorted(warnings, key=_in_file_order))
        silenced[item.slug] = tuple(sorted(known, key=lambda entry: _in_file_order(entry.problem)))
    return Checked(loaded, tuple(sorted(problems, key=_in_file_order)), silenced, standing)


def _in_file_order(problem: Problem) -> tuple[Where, str, str]:
    return problem.where, problem.rule, problem.message
