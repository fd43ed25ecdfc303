"""The order of work: load, check, compute, render, write. The command line and the MkDocs plugin both call this."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.checks.registry import find_problems
from generator.load.files import find_file_references
from generator.load.plans import LoadedDossier, load_plans
from generator.pages.all_pages import render_lao_pages, render_site_pages
from generator.pages.lao_pages import LaoPages
from generator.pages.site import list_published_papers
from generator.problem import Problem, Severity
from generator.records.dossier import Dossier
from generator.writing import Written, write_pages


@dataclass(frozen=True)
class Checked:
    """All LAOs that were read, and everything that is wrong with them, in the order of the files."""

    loaded: tuple[LoadedDossier, ...]
    problems: tuple[Problem, ...]

    @property
    def dossiers(self) -> tuple[Dossier, ...]:
        """The records of the LAOs that could be read."""
        return tuple(loaded.dossier for loaded in self.loaded if loaded.dossier is not None)

    def is_publishable(self, *, strict: bool = False) -> bool:
        """Tell whether pages may be written: no error, and under ``strict`` no warning either."""
        stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return not any(problem.severity in stopping for problem in self.problems)


def check_plans(plans: Path, *, only: str | None = None) -> Checked:
    """Read and check all LAOs, or one.

    Raises:
        PlansFolderError: The folder of plans cannot be read.
    """
    loaded = tuple(load_plans(plans, only=only))
    problems = [problem for item in loaded for problem in (*item.problems, *find_problems(item))]
    return Checked(loaded, tuple(sorted(problems, key=lambda problem: (problem.where, problem.rule))))


def generate(checked: Checked, content: Path) -> Written:
    """Write the pages of checked LAOs.

    Raises:
        HandWrittenPageError: A page written by hand stands in the way.
        OutputError: A file cannot be written.
    """
    laos = []
    files: dict[str, Path] = {}
    for loaded in checked.loaded:
        if loaded.dossier is not None:
            published = list_published_files(loaded.dossier)
            laos.append(LaoPages(loaded.dossier, {name: describe_file(loaded.folder / name) for name in published}))
            files |= {f"{loaded.slug}/{name}": loaded.folder / name for name in published}
    pages = [page for lao in laos for page in render_lao_pages(lao)]
    return write_pages(content, [*pages, *render_site_pages(laos)], files)


def list_published_files(dossier: Dossier) -> list[str]:
    """Return the files that published records name, each once, in alphabetical order."""
    papers = tuple(paper for _, paper in list_published_papers(dossier))
    records = (*dossier.rounds.values(), *dossier.measures.values(), *papers)
    seal = {dossier.lao.seal} if dossier.lao.seal else set()
    return sorted(seal | {name for _, name in find_file_references(records)})


def describe_file(path: Path) -> str:
    """Return kind and size of a file in words: PDF, 120 KB."""
    size = path.stat().st_size
    kind = PurePosixPath(path.name).suffix.removeprefix(".").upper()
    return f"{kind}, {size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{kind}, {max(1, round(size / 1000))} KB"
