"""The page at a former address: it leads on at once, and says where to for whoever stays."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.addresses import list_fixed_pages, list_record_pages, list_redirects, move_page
from prongsai.outputs.pages.environment import get_writer, render
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page


def list_own_redirects(lao: LaoPages) -> dict[str, str]:
    """Return the former pages below an LAO's own address, each with the page of today."""
    return list_redirects(lao.dossier, list_record_pages(lao.dossier, lao.ledger.oit_items))


def render_former_lao(lao: LaoPages) -> Iterator[Page]:
    """Yield a page for each page of an LAO at the addresses that it had under its former names."""
    pages = [*list_fixed_pages(lao.dossier.slug), *list_record_pages(lao.dossier, lao.ledger.oit_items)]
    targets = {page: page for page in pages} | list_own_redirects(lao)
    for slug in lao.dossier.lao.aliases:
        for page, target in targets.items():
            yield render_redirect(lao, move_page(page, slug), target)


def render_redirect(lao: LaoPages, path: str, target: str) -> Page:
    """Return the page at a former address.

    Args:
        lao: The LAO.
        path: The page's path in ``content/``.
        target: Path of the page of today.
    """
    numerals = lao.dossier.lao.numerals
    write = get_writer(numerals)
    return Page(
        path=path,
        title=write("หน้านี้ย้ายแล้ว"),
        description=write(f"ที่อยู่เดิมของหน้าหนึ่งของ{lao.dossier.lao.full_name}"),
        body=render("redirect.md.jinja", numerals, path, target=target, name=lao.dossier.lao.full_name),
        lao=lao.dossier.slug,
        canonical=target,
        redirect=target,
        sample=lao.dossier.lao.sample,
        is_searched=False,
    )
