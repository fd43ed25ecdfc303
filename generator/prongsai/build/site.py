"""The second half of the work: write every LAO, then what needs only their summaries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from prongsai.addresses import SITE_FEED
from prongsai.build.checked import Checked
from prongsai.build.kept.entry import KeptLao
from prongsai.build.kept.keeper import Keeper
from prongsai.build.lao import Settings, list_document_names, print_lao, write_lao
from prongsai.documents.shelf import Shelf
from prongsai.exceptions import UnknownPaperError
from prongsai.history.log import Log, load_logs
from prongsai.outputs import package_pages, sums
from prongsai.outputs.artifact import Artifact, hold
from prongsai.outputs.exchange import format as exchange
from prongsai.outputs.exports import output as exports
from prongsai.outputs.exports.site_page import render_site_data
from prongsai.outputs.feeds import output as feeds
from prongsai.outputs.identity import output as identity
from prongsai.outputs.pages import output as pages
from prongsai.outputs.pages.kinds.front import render_front
from prongsai.outputs.pages.portal.pages import render_portal
from prongsai.outputs.pages.redirects import render_former_lao
from prongsai.outputs.pages.site_pages import SITE_PATHS, make_rules_page, render_site_pages
from prongsai.outputs.pages.summary import Summary, summarise
from prongsai.outputs.printed import Download
from prongsai.outputs.schemas import output as schemas
from prongsai.outputs.writer import Follow, Writer, Written, list_units

_FRONT = "index.md"

Show = Callable[[Sequence[Any]], AbstractContextManager[Iterable[Any]]]


def write_laos(
    checked: Checked, content: Path, settings: Settings, keeper: Keeper | None = None, *, show: Show = nullcontext
) -> tuple[Written, list[KeptLao]]:
    """Write everything below the addresses of the checked LAOs, and nothing else; return what changed.

    Args:
        checked: What was read and checked: all LAOs of the site, or one.
        content: MkDocs' folder of pages.
        settings: The site's settings.
        keeper: Knows the LAOs that nothing changed of.
        show: Shows how far the work is.

    Returns:
        What changed, and what the rest of the site needs of each LAO, in alphabetical order.

    Raises:
        HandWrittenPageError: Something that a person placed stands in the way.
        OutputError: A file cannot be written.
        TypesettingError: A document cannot be set.
    """
    written = Written()
    laos = []
    for slug, kept in checked.kept.items():
        if keeper and kept.lao:
            laos.append(kept.lao)
            if not keeper.is_in_place(slug, kept.lao.outputs):
                with Writer(content, slug) as writer:
                    keeper.restore(slug, kept.lao.outputs, writer)
                written += writer.written
    logs = settings.logs or {}
    if settings.reads_history and settings.logs is None and checked.laos:
        logs = load_logs(checked.laos[0].folder.parent, [loaded.slug for loaded in checked.laos])
    papers: Follow = show if len(checked.laos) == 1 else nullcontext
    with show(checked.laos) as shown:
        for loaded in shown:
            slug = loaded.slug
            silenced, standing = checked.silenced[slug], checked.standing.get(slug, ())
            with Writer(content, slug) as writer:
                lao = write_lao(loaded, silenced, standing, settings, writer, log=logs.get(slug, Log()), follow=papers)
                outputs = writer.get_record()
            written += writer.written
            front = replace(render_front(lao, path=_FRONT), canonical=lao.paths.front).render()
            moved = {page.path: page.render() for page in render_former_lao(lao)}
            laos.append(
                KeptLao(checked.facts[slug], checked.find_problems(slug), summarise(lao), front, moved, outputs)
            )
    return written, sorted(laos, key=lambda lao: lao.summary.slug)


def write_site(
    checked: Checked, content: Path, settings: Settings, keeper: Keeper | None = None, *, show: Show = nullcontext
) -> tuple[Written, list[KeptLao]]:
    """Write all LAOs and the site's own pages; return what changed, and what the site needs of each LAO.

    Args:
        checked: What was read and checked: all LAOs of the site.
        content: MkDocs' folder of pages.
        settings: The site's settings.
        keeper: Knows the LAOs that nothing changed of.
        show: Shows how far the work is.

    Raises:
        HandWrittenPageError: Something that a person placed stands in the way.
        OutputError: A file cannot be written.
        TypesettingError: A document cannot be set.
    """
    own = Writer(content)
    for path in SITE_PATHS:  # before anything is written
        own.check(pages.NAME, path)
    written, laos = write_laos(checked, content, settings, keeper, show=show)
    summaries = tuple(lao.summary for lao in laos)
    for gone in sorted(set(list_units(content)) - {loaded.slug for loaded in checked.loaded} - set(checked.kept)):
        with Writer(content, gone) as writer:
            writer.remove_all()
        written += writer.written
    with Writer(content) as writer:
        writer.write(schemas.NAME, schemas.list_artifacts())
        is_free = partial(writer.is_free, package_pages.NAME)
        writer.write(package_pages.NAME, package_pages.list_artifacts(content, is_free))
        writer.write(identity.NAME, identity.list_site_artifacts(settings.site_name, with_card=settings.has_cards))
        artifacts: list[Artifact] = []
        exported = exports.describe_site_files(
            content, summaries, settings.site_name, settings.site_url, settings.licence
        )
        if summaries:
            artifacts += exported.list_artifacts()
            artifacts += exported.list_site_artifacts(with_parquet=settings.with_parquet)
        writer.write(exports.NAME, artifacts)
        told = [hold(exchange.PATH, _render_exchange(summaries, settings))] if summaries and settings.site_url else []
        writer.write(exchange.NAME, told)
        offered = list(writer.find_current(exchange.NAME, told))
        written_files = [*writer.find_current(exports.NAME, artifacts), *offered]
        made = {artifact.path: entry.digest for artifact, entry in written_files}
        listed = sums.render_sums(content, [summary.slug for summary in summaries], made)
        writer.write(sums.NAME, [hold(sums.PATH, listed)] if summaries else [])
        downloads = exported.describe_downloads(written_files)
        for artifact, entry in offered:
            downloads[exchange.NAME] = Download(artifact.path, entry.size)
        news = feeds.list_site_artifacts(summaries, SITE_FEED, settings.site_name, settings.site_url)
        writer.write(feeds.NAME, news)
        site_pages = list(render_site_pages(summaries, settings.today, downloads, settings.exchanges))
        if summaries:
            site_pages += render_portal(summaries, downloads)
            site_pages.append(render_site_data(summaries, exported.publication, downloads, settings.site_url))
        texts = {page.path: page.render() for page in site_pages}
        if len(laos) == 1 and not settings.exchanges:  # the only LAO's front page is the site's, too
            texts[_FRONT] = laos[0].front
        for one in laos:
            texts |= one.moved
        held = [hold(path, text.encode()) for path, text in texts.items()]
        writer.write(pages.NAME, [*held, make_rules_page()])
        writer.settle()
    written += writer.written
    return written, laos


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
        only: Pages or files (maesai/2566-2570/, maesai/reports/maesai-report-2566-12.pdf) whose papers are made; empty for all.
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
            f"ไม่มีเอกสาร “{unknown[0]}” ระบุที่อยู่ของหน้าหรือไฟล์ เช่น maesai/2566-2570/ หรือ maesai/reports/maesai-report-2566-12.pdf"
        )
    written = []
    for loaded in checked.laos:
        with Writer(content, loaded.slug) as writer:
            print_lao(loaded, writer, only=only, follow=follow(loaded.slug))
        written += writer.written.changed
    return written


def _render_exchange(summaries: tuple[Summary, ...], settings: Settings) -> bytes:
    return exchange.render_exchange(summaries, settings.site_name, settings.site_url, settings.licence, settings.today)
