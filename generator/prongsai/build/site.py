"""The order of work: load, check, compute, render, write. The command line and the MkDocs plugin both call this."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.checks.registry import find_problems, get_explanations
from generator.exceptions import UnknownPaperError
from generator.identity.files import CARD, render_lao_files, render_site_card
from generator.load.files import find_file_references
from generator.load.plans import LoadedDossier, load_plans
from generator.pages.all_pages import render_lao_pages, render_site_pages
from generator.pages.lao_pages import LaoPages
from generator.pages.oit_pages import render_oit_tables
from generator.pages.page import page_address
from generator.pages.rules_page import render_rules
from generator.pages.site import list_published_papers
from generator.papers.documents import Document, list_documents
from generator.papers.printed import format_size
from generator.printing import find_printed, print_documents
from generator.problem import Problem, Severity, Silenced, Where
from generator.records.dossier import Dossier
from generator.schemas.schema import list_schema_files
from generator.writing import SCHEMAS, Written, write_pages


@dataclass(frozen=True)
class Checked:
    """All LAOs that were read, and everything that is wrong with them, in the order of the files.

    Attributes:
        loaded: What was read, LAO by LAO.
        problems: What is wrong.
        silenced: What is known and left as it is, by the LAO's slug.
    """

    loaded: tuple[LoadedDossier, ...]
    problems: tuple[Problem, ...]
    silenced: Mapping[str, tuple[Silenced, ...]]

    @property
    def dossiers(self) -> tuple[Dossier, ...]:
        """The records of the LAOs that could be read."""
        return tuple(loaded.dossier for loaded in self.loaded if loaded.dossier is not None)

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
    problems: list[Problem] = []
    silenced = {}
    for item in loaded:
        found, known = find_problems(item)
        problems += found
        silenced[item.slug] = tuple(sorted(known, key=lambda entry: _in_file_order(entry.problem)))
    return Checked(loaded, tuple(sorted(problems, key=_in_file_order)), silenced)


def _in_file_order(problem: Problem) -> tuple[Where, str, str]:
    return problem.where, problem.rule, problem.message


def print_papers(
    checked: Checked,
    content: Path,
    *,
    only: Collection[str] = (),
    follow: Callable[[Sequence[Document]], AbstractContextManager[Iterable[Document]]] = nullcontext,
) -> list[str]:
    """Write the PDF and Word files of checked LAOs that are not up to date, and return their paths in ``content``.

    Args:
        checked: The LAOs.
        content: MkDocs' ``docs_dir``.
        only: Pages or files (maesai/plan/, maesai/reports/2566-12.pdf) whose papers are printed; empty for all.
        follow: Shows how far the work is: a context that hands on the documents of one LAO.

    Raises:
        OutputError: A file cannot be written.
        TypesettingError: A document cannot be set.
        UnknownPaperError: ``only`` names something that is no paper.
    """
    shelf = [
        (loaded.folder, list(list_printed_documents(loaded.dossier))) for loaded in checked.loaded if loaded.dossier
    ]
    known = {name for _, documents in shelf for document in documents for name in _list_names(document)}
    unknown = sorted(set(only) - known)
    if unknown:
        raise UnknownPaperError(
            f"ไม่มีเอกสาร “{unknown[0]}” ระบุที่อยู่ของหน้าหรือไฟล์ เช่น maesai/plan/ หรือ maesai/plan/plan.pdf"
        )
    written = []
    for folder, documents in shelf:
        wanted = [document for document in documents if not only or not set(only).isdisjoint(_list_names(document))]
        with follow(wanted) as followed:
            written += print_documents(followed, folder, content)
    return written


def _list_names(document: Document) -> tuple[str, ...]:
    address = page_address(document.page)
    return document.page, document.pdf, document.word, address, address.rstrip("/")


def list_printed_documents(dossier: Dossier) -> Iterator[Document]:
    """Yield the documents that an LAO publishes as PDF; none where it switched them off."""
    if dossier.lao.pdf:
        yield from list_documents(dossier)


def generate(checked: Checked, content: Path, *, today: dt.date, site_url: str = "") -> Written:
    """Write the pages of checked LAOs, their tables, and the schemas; pages link the papers that are up to date.

    Args:
        checked: What was read and checked.
        content: MkDocs' folder of pages.
        today: The day on which pages call a report late.
        site_url: Where the site will stand; empty where that is not known.

    Raises:
        HandWrittenPageError: A page written by hand stands in the way.
        OutputError: A file cannot be written.
    """
    laos = []
    papers: set[str] = set()
    files: dict[str, Path | bytes] = {f"{SCHEMAS}/{name}": path for name, path in list_schema_files().items()}
    site_url = f"{site_url.rstrip('/')}/" if site_url else ""
    for loaded in checked.loaded:
        if loaded.dossier is not None:
            published = list_published_files(loaded.dossier)
            described = {name: describe_file(loaded.folder / name) for name in published}
            documents = list(list_printed_documents(loaded.dossier))
            papers |= {path for document in documents for path in (document.pdf, document.word)}
            printed = find_printed(documents, loaded.folder, content)
            laos.append(
                LaoPages(loaded.dossier, described, checked.silenced[loaded.slug], printed, site_url, today=today)
            )
            files |= {f"{loaded.slug}/{name}": loaded.folder / name for name in published}
            files |= render_oit_tables(laos[-1])
    pages = [page for lao in laos for page in render_lao_pages(lao)]
    pages += [*render_site_pages(laos), render_rules(get_explanations().values())]
    return write_pages(content, pages, files, papers)


def render_identity(checked: Checked, site_name: str, *, with_cards: bool) -> dict[str, bytes]:
    """Return the colours, seals and cards of the site, by path in it.

    Args:
        checked: The LAOs.
        site_name: The site's name, for the cards.
        with_cards: Make the pictures for link previews, which need the site's full address.
    """
    files = {CARD: render_site_card(site_name)} if with_cards else {}
    for loaded in checked.loaded:
        if loaded.dossier is not None:
            own = render_lao_files(loaded.dossier.lao, loaded.folder, site_name, with_card=with_cards)
            files |= {f"{loaded.slug}/{path}": data for path, data in own.items()}
    return files


def list_published_files(dossier: Dossier) -> list[str]:
    """Return the files that published records name, each once, in alphabetical order."""
    papers = tuple(paper for _, paper in list_published_papers(dossier))
    records = (*dossier.rounds.values(), *dossier.measures.values(), *papers)
    seal = {dossier.lao.seal} if dossier.lao.seal else set()
    return sorted(seal | {name for _, name in find_file_references(records)})


def describe_file(path: Path) -> str:
    """Return kind and size of a file in words: PDF, 120 KB."""
    kind = PurePosixPath(path.name).suffix.removeprefix(".").upper()
    return f"{kind}, {format_size(path.stat().st_size)}"
