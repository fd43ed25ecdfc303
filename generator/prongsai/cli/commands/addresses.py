"""``prongsai addresses``: note the addresses that are published, so that the checker tells when one is lost."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from prongsai.addresses import list_record_pages, page_address
from prongsai.build.checked import check_plans
from prongsai.cli.exit_codes import CLEAN, PROBLEMS
from prongsai.cli.findings import report
from prongsai.cli.options import lao_option, plans_option
from prongsai.editing.address_file import NAME, render_addresses, render_lao_list
from prongsai.exceptions import ProngsaiError
from prongsai.load.lao_list import load_lao_list
from prongsai.load.sources import LoadedDossier
from prongsai.outputs.writer import write_whole


@click.command()
@plans_option
@lao_option
@click.option(
    "--remove", "removed", multiple=True, help="ที่อยู่ที่ถอนแล้ว เช่น announcements/adopt-2565/ เขียนซ้ำได้ ใช้คู่กับ --lao"
)
def addresses(plans: Path, only: str | None, removed: tuple[str, ...]) -> None:
    """จดที่อยู่ของหน้าที่เผยแพร่ เพื่อให้ check เตือนเมื่อที่อยู่ใดหายไป

    เขียน addresses.yml ในโฟลเดอร์ของแต่ละหน่วยงาน และรายชื่อหน่วยงานใน addresses.yml ของโฟลเดอร์ข้อมูล ที่อยู่ใหม่ถูกเพิ่ม ที่อยู่เดิมคงไว้จนกว่าจะสั่ง --remove
    """
    checked = check_plans(plans, shown=plans.as_posix(), only=only)
    if not checked.is_publishable():
        report(checked, "text")
        click.echo(f"ไม่ได้เขียน {NAME} แก้ข้อผิดพลาดก่อน", err=True)
        sys.exit(PROBLEMS)
    texts = {loaded.folder / NAME: _render(loaded, removed if only else ()) for loaded in checked.laos}
    if not only and (checked.laos or removed):
        texts[plans / NAME] = _render_list(plans, {loaded.slug for loaded in checked.laos}, removed)
    for path, text in texts.items():
        if not path.is_file() or path.read_bytes() != text.encode():
            write_whole(path, text.encode())
            click.echo(f"เขียน {path.as_posix()}")
    sys.exit(CLEAN)


def _render(loaded: LoadedDossier, removed: tuple[str, ...]) -> str:
    book = loaded.dossier.address_book
    noted = set(book.addresses) if book else set()
    pages = list_record_pages(loaded.dossier, loaded.ledger.oit_items)
    current = {page_address(page).partition("/")[2] for page in pages}
    _check_removed(removed, current, noted, f"{loaded.slug}/{NAME}")
    return render_addresses(loaded.slug, current | noted - set(removed))


def _render_list(plans: Path, current: set[str], removed: tuple[str, ...]) -> str:
    _, listed, _ = load_lao_list(plans, plans.name)
    noted = set(listed.laos) if listed else set()
    _check_removed(removed, current, noted, NAME)
    return render_lao_list(current | noted - set(removed))


def _check_removed(removed: tuple[str, ...], current: set[str], noted: set[str], place: str) -> None:
    for address in removed:
        if address in current:
            raise ProngsaiError(f"ที่อยู่ {address} ยังมีหน้า ลบข้อมูลของหน้านั้นก่อน แล้วสั่งใหม่")
        if address not in noted:
            hint = " ระบุหน่วยงานของที่อยู่นั้นด้วย --lao" if place == NAME and "/" in address else ""
            raise ProngsaiError(f"ไม่มีที่อยู่ {address} ใน {place}{hint}")
