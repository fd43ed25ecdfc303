"""One LAO as the unit of work: everything that is written below its address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from contextlib import nullcontext
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from prongsai.addresses import page_address
from prongsai.documents.document import Document
from prongsai.documents.shelf import Shelf
from prongsai.history.history import make_history
from prongsai.history.log import Log
from prongsai.load.sources import LoadedDossier
from prongsai.outputs import files, history_tables, oit_tables, photos
from prongsai.outputs.artifact import Artifact
from prongsai.outputs.charts import output as charts
from prongsai.outputs.embeds import output as embeds
from prongsai.outputs.exchange.format import Exchange
from prongsai.outputs.exports import output as exports
from prongsai.outputs.feeds import output as feeds
from prongsai.outputs.identity import output as identity
from prongsai.outputs.output import Output
from prongsai.outputs.pages import output as pages
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pdf import output as pdf
from prongsai.outputs.printed import PrintedFile
from prongsai.outputs.word import output as word
from prongsai.outputs.writer import Follow, Writer
from prongsai.problem import Problem, Silenced
from prongsai.settings.cards import Cards

# Everything below an LAO's address besides PDF and Word files, copies of attachments and data: pages tell how large those are.
OUTPUTS: tuple[Output, ...] = (identity, history_tables, oit_tables, feeds, embeds, pages)


class Settings(Struct, frozen=True):
    """What a site's settings say, for one run.

    Attributes:
        today: The day on which pages call a report late.
        site_name: The site's name.
        site_url: Where the site will stand, ending in ``/``; empty where that is not known.
        licence: Id of the licence under which the data may be used; empty where nobody told.
        cards: Which pages have a picture of their own for link previews.
        exchanges: What other sites tell of their LAOs.
        with_parquet: The data of the site are published as Parquet too.
        reads_history: What git knows of the changes to the records is published.
        makes_papers: PDF and Word files that are not up to date are made; without, pages link those that are.
        logs: The changes to the records of each LAO, where they are known already; None where git shall be asked.
    """

    today: dt.date
    site_name: str = ""
    site_url: str = ""
    licence: str = ""
    exchanges: tuple[Exchange, ...] = ()
    cards: Cards = Cards.ALL
    with_parquet: bool = False
    reads_history: bool = False
    makes_papers: bool = False
    logs: Mapping[str, Log] | None = None

    @property
    def has_cards(self) -> bool:
        """Tell whether there are pictures for link previews, which pages name by their full address."""
        return bool(self.site_url) and self.cards is not Cards.NEVER


def write_lao(
    loaded: LoadedDossier,
    silenced: tuple[Silenced, ...],
    standing: tuple[Problem, ...],
    settings: Settings,
    writer: Writer,
    *,
    log: Log,
    follow: Follow = nullcontext,
) -> LaoPages:
    """Write everything of one LAO, and return its pages' view of it, which pages outside its address are made of.

    Args:
        loaded: The LAO's records.
        silenced: What the checker found and the LAO explains.
        standing: The warnings that nobody explained or mended.
        settings: The site's settings.
        writer: The writer of this LAO.
        log: The changes to its records.
        follow: Shows how far the work is, where documents are printed.

    Raises:
        HandWrittenPageError: Something that a person placed stands in the way.
        OutputError: A file cannot be written.
        TypesettingError: A document cannot be set.
    """
    shelf = Shelf(loaded.ledger, loaded.folder)
    with pdf.Press() as press:
        is_wanted = settings.makes_papers or writer.may_have(pdf.NAME, word.NAME, charts.NAME)
        papers = _list_papers(shelf, loaded.folder, press) if is_wanted else {}
        for name, artifacts in papers.items():
            writer.write(name, artifacts, follow=follow) if settings.makes_papers else writer.prune(name, artifacts)
    printed = _find_printed(shelf.documents, papers, writer)
    lao = LaoPages(
        shelf,
        settings.today,
        loaded.folder,
        silenced=silenced,
        standing=standing,
        printed=printed,
        site_name=settings.site_name,
        site_url=settings.site_url,
        licence=settings.licence,
        pictures=charts.describe_pictures(loaded.slug, writer.find_current(charts.NAME, papers.get(charts.NAME, []))),
        history=make_history(loaded, log),
        cards=settings.cards,
    )
    copies = list(files.list_artifacts(lao))
    writer.write(files.NAME, copies)
    shown = photos.find_photos(loaded.dossier, loaded.folder)
    writer.write(photos.NAME, photos.list_artifacts(shown))
    lao = replace(lao, files=files.describe_files(lao, writer.find_current(files.NAME, copies)), photos=shown)
    exported = exports.describe_lao_files(lao)
    artifacts = list(exported.list_artifacts())
    writer.write(exports.NAME, artifacts)
    lao = replace(lao, downloads=exported.describe_downloads(writer.find_current(exports.NAME, artifacts)))
    for output in OUTPUTS:
        writer.write(output.NAME, output.list_artifacts(lao))
    writer.settle()
    return lao


def print_lao(
    loaded: LoadedDossier, writer: Writer, *, only: Collection[str] = (), follow: Follow = nullcontext
) -> None:
    """Make the PDF and Word files of one LAO that are not up to date.

    Args:
        loaded: The LAO's records.
        writer: The writer of this LAO.
        only: Names of documents as ``list_document_names`` has them; empty for all.
        follow: Shows how far the work is.

    Raises:
        HandWrittenPageError: Something that a person placed stands in the way.
        OutputError: A file cannot be written.
        TypesettingError: A document cannot be set.
    """
    shelf = Shelf(loaded.ledger, loaded.folder)
    wanted = {
        path
        for document in shelf.documents
        if not only or not set(only).isdisjoint(list_document_names(document))
        for path in (document.pdf, document.word)
    }
    with pdf.Press() as press:
        for name, artifacts in _list_papers(shelf, loaded.folder, press).items():
            chosen = [artifact for artifact in artifacts if artifact.path in wanted]
            writer.write(name, chosen, follow=follow, prunes=False)


def list_document_names(document: Document) -> tuple[str, ...]:
    """Return what a document may be called on the command line: its page, its address, its files."""
    address = page_address(document.page)
    return document.page, document.pdf, document.word, address, address.rstrip("/")


def _list_papers(shelf: Shelf, folder: Path, press: pdf.Press) -> dict[str, list[Artifact]]:
    return {
        pdf.NAME: list(pdf.list_artifacts(shelf, folder, press)),
        word.NAME: list(word.list_artifacts(shelf)),
        charts.NAME: list(charts.list_artifacts(shelf)),
    }


def _find_printed(
    documents: Iterable[Document], papers: Mapping[str, Iterable[Artifact]], writer: Writer
) -> dict[str, tuple[PrintedFile, ...]]:
    """Return the files beside each page that say what the records say now; an outdated one is not shown."""
    current = {
        artifact.path: entry
        for name, artifacts in papers.items()
        for artifact, entry in writer.find_current(name, artifacts)
    }
    found: dict[str, tuple[PrintedFile, ...]] = {}
    for document in documents:
        kinds = ((document.pdf, "PDF"), (document.word, "Word"))
        files_ = tuple(
            PrintedFile(path, kind, current[path].size, current[path].pages) for path, kind in kinds if path in current
        )
        if files_:
            found[document.page] = files_
    return found
