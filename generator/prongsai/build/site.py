"""The second half of the work: write every LAO, then what needs only their summaries."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path

from prongsai.build.checked import Checked
from prongsai.build.lao import Settings, list_document_names, print_lao, write_lao
from prongsai.documents.shelf import Shelf
from prongsai.exceptions import UnknownPaperError
from prongsai.outputs import package_pages
from prongsai.outputs.artifact import hold
from prongsai.outputs.identity import output as identity
from prongsai.outputs.pages import output as pages
from prongsai.outputs.pages.kinds.front import render_front
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page
from prongsai.outputs.pages.site_pages import SITE_PATHS, render_site_pages
from prongsai.outputs.pages.summary import Summary, summarise
from prongsai.outputs.schemas import output as schemas
from prongsai.outputs.writer import Follow, Writer, Written, list_units


def write_laos(checked: Checked, content: Path, settings: Settings) -> tuple[Written, list[LaoPages]]:
    """Write everything below the addresses of the checked LAOs, and nothing else; return what changed.

    Args:
        checked: What was read and checked: all LAOs of the site, or one.
        content: MkDocs' folder of pages.
        settings: The site's settings.

    Raises:
        HandWrittenPageError: Something that a person placed stands in the way.
        OutputError: A file cannot be written.
        TypesettingError: A document cannot be set.
    """
    written = Written()
    laos = []
    for loaded in checked.laos:
        silenced, standing = checked.silenced[loaded.slug], checked.standing.get(loaded.slug, ())
        with Writer(content, loaded.slug) as writer:
            laos.append(write_lao(loaded, silenced, standing, settings, writer))
        written += writer.written
    return written, laos


def write_site(checked: Checked, content: Path, settings: Settings) -> tuple[Written, tuple[Summary, ...]]:
    """Write all checked LAOs and the site's own pages; return what changed, and the LAOs' summaries.

    Args:
        checked: What was read and checked: all LAOs of the site.
        content: MkDocs' folder of pages.
        settings: The site's settings.

    Raises:
        HandWrittenPageError: Something that a person placed stands in the way.
        OutputError: A file cannot be written.
        TypesettingError: A document cannot be set.
    """
    own = Writer(content)
    for path in SITE_PATHS:  # before anything is written
        own.check(pages.NAME, path)
    written, laos = write_laos(checked, content, settings)
    summaries = tuple(summarise(lao) for lao in laos)
    front: Page | None = None
    if len(laos) == 1:  # the only LAO's front page is the site's, too
        front = replace(render_front(laos[0], path="index.md"), canonical=laos[0].paths.front)
    for gone in sorted(set(list_units(content)) - {loaded.slug for loaded in checked.loaded}):
        with Writer(content, gone) as writer:
            writer.remove_all()
        written += writer.written
    with Writer(content) as writer:
        writer.write(schemas.NAME, schemas.list_artifacts())
        is_free = partial(writer.is_free, package_pages.NAME)
        writer.write(package_pages.NAME, package_pages.list_artifacts(content, is_free))
        writer.write(identity.NAME, identity.list_site_artifacts(settings.site_name, with_card=bool(settings.site_url)))
        site_pages = render_site_pages(summaries, settings.today, front)
        writer.write(pages.NAME, [hold(page.path, page.render().encode()) for page in site_pages])
        writer.settle()
    written += writer.written
    return written, summaries


def print_papers(
    checked: Checked,
    content: Path,
    *,
    only: Collection[str] = (),
    follow: Callable[[str], Follow] = lambda _: nullcontext,
) -> list[str]:
    """Make the PDF and Word files of checked LAOs that are not up to date, and return their paths in ``content``.

    Args:
        checked: The LAOs.
        content: MkDocs' ``docs_dir``.
        only: Pages or files (maesai/2566-2570/, maesai/reports/2566-12.pdf) whose papers are made; empty for all.
        follow: Shows how far the work is: of an LAO's slug, what its writer is given.

    Raises:
        HandWrittenPageError: Something that a person placed stands in the way.
        OutputError: A file cannot be written.
        TypesettingError: A document cannot be set.
        UnknownPaperError: ``only`` names something that is no paper.
    """
    known = {
        name
        for loaded in checked.laos
        if loaded.dossier.lao.pdf
        for document in Shelf(loaded.ledger).documents
        for name in list_document_names(document)
    }
    unknown = sorted(set(only) - known) if only else []
    if unknown:
        raise UnknownPaperError(
            f"ไม่มีเอกสาร “{unknown[0]}” ระบุที่อยู่ของหน้าหรือไฟล์ เช่น maesai/2566-2570/ หรือ maesai/reports/2566-12.pdf"
        )
    written = []
    for loaded in checked.laos:
        with Writer(content, loaded.slug) as writer:
            print_lao(loaded, writer, only=only, follow=follow(loaded.slug))
        written += writer.written.changed
    return written
