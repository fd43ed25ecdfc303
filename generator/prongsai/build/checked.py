"""The first half of the work: read all LAOs and find everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from prongsai.checks.lost_laos import find_lost_laos
from prongsai.checks.registry import find_problems, find_site_problems
from prongsai.checks.subjects.lao_facts import LaoFacts, find_facts
from prongsai.load.assemble import find_laos, load_lao
from prongsai.load.lao_list import load_lao_list
from prongsai.load.plans_folder import find_stray_files
from prongsai.load.sources import LoadedDossier, UnreadLao
from prongsai.problem import Problem, Severity, Silenced, Where

if TYPE_CHECKING:  # what only a build has; checking alone loads nothing that writes
    from prongsai.build.kept.entry import Kept
    from prongsai.build.kept.keeper import Keeper


class Checked(Struct, frozen=True):
    """All LAOs of the site, and everything that is wrong with them, in the order of the files.

    Attributes:
        loaded: What was read, LAO by LAO.
        problems: What is wrong.
        silenced: What is known and left as it is, by the LAO's slug.
        standing: The warnings that nobody explained or mended, by the LAO's slug; a build without ``strict`` goes on.
        kept: The LAOs that need not be read, because nothing of theirs changed since they were built, by their slugs.
        facts: What rules between LAOs look at, by the LAO's slug.
    """

    loaded: tuple[LoadedDossier | UnreadLao, ...]
    problems: tuple[Problem, ...]
    silenced: Mapping[str, tuple[Silenced, ...]]
    standing: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    kept: Mapping[str, Kept] = field(default_factory=dict)
    facts: Mapping[str, LaoFacts] = field(default_factory=dict)

    @property
    def laos(self) -> tuple[LoadedDossier, ...]:
        """The LAOs that could be read."""
        return tuple(loaded for loaded in self.loaded if isinstance(loaded, LoadedDossier))

    def is_publishable(self, *, strict: bool = False) -> bool:
        """Tell whether pages may be written: no error, and under ``strict`` no warning either."""
        stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return not any(problem.severity in stopping for problem in self.problems)

    def find_problems(self, slug: str) -> tuple[Problem, ...]:
        """Return what is wrong with one LAO."""
        folder = f"{self.facts[slug].folder}/"
        return tuple(problem for problem in self.problems if problem.where.path.startswith(folder))


def check_plans(
    plans: Path, *, shown: str | None = None, only: str | None = None, keeper: Keeper | None = None
) -> Checked:
    """Read and check all LAOs, or one.

    Args:
        plans: The folder of plans.
        shown: How messages name it; its own name by default.
        only: Slug of the one LAO to read; with a keeper it is taken that nothing is wrong between it and others.
        keeper: Knows LAOs that need not be read; without, all are.

    Raises:
        PlansFolderError: The folder of plans cannot be read.
    """
    slugs = find_laos(plans, only)
    # Asked for one LAO, nobody wants to hear of the others' files.
    problems = [] if only else list(find_stray_files(plans, shown or plans.name))
    facts: dict[str, LaoFacts] = {}
    loaded: dict[str, LoadedDossier | UnreadLao] = {}

    def load(slug: str) -> None:
        loaded[slug] = item = load_lao(plans / slug, shown=shown or plans.name)
        if isinstance(item, LoadedDossier):
            facts[slug] = find_facts(item)

    for slug in slugs:
        if keeper and (known := keeper.recall(slug)):
            facts[slug] = known
        else:
            load(slug)
    among_others: dict[str, list[Problem]] = {only: []} if only and keeper else {}
    if not only:
        among_others = find_site_problems([facts[slug] for slug in slugs if slug in facts])
        problems += _find_lost_laos(plans, shown or plans.name, slugs, facts.values())
    silenced, standing, kept = {}, {}, {}
    for slug in slugs:
        if keeper and slug in facts and (unchanged := keeper.find(slug, among_others.get(slug, []))):
            loaded.pop(slug, None)
            kept[slug] = unchanged
            problems += unchanged.lao.problems if unchanged.lao else ()
            continue
        if slug not in loaded:
            load(slug)
        found, known_ones = find_problems(loaded[slug], among_others.get(slug))
        problems += found
        warnings = (problem for problem in found if problem.severity is Severity.WARNING)
        standing[slug] = tuple(sorted(warnings, key=_in_file_order))
        silenced[slug] = tuple(sorted(known_ones, key=lambda entry: _in_file_order(entry.problem)))
    items = tuple(loaded[slug] for slug in slugs if slug in loaded)
    return Checked(items, tuple(sorted(problems, key=_in_file_order)), silenced, standing, kept, facts)


def _find_lost_laos(plans: Path, shown: str, slugs: Iterable[str], facts: Iterable[LaoFacts]) -> Iterator[Problem]:
    document, listed, problems = load_lao_list(plans, shown)
    yield from problems
    if listed:
        yield from find_lost_laos(document, listed, slugs, facts)


def _in_file_order(problem: Problem) -> tuple[Where, str, str]:
    return problem.where, problem.rule, problem.message
