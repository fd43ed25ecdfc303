"""``prongsai fetch``: the exchange files of other sites, for the next build; no build fetches anything."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from prongsai.build.fetching import fetch_exchange
from prongsai.cli.exit_codes import CLEAN, PROBLEMS
from prongsai.exceptions import ProngsaiError
from prongsai.settings.sources import is_address, read_sources


@click.command()
@click.option(
    "--settings",
    type=click.Path(readable=False, path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="ไฟล์ตั้งค่าที่มี sources",
)
def fetch(settings: Path) -> None:
    """ดึงสรุปของหน่วยงานจากเว็บไซต์อื่นที่เขียนไว้ใน sources มาเก็บไว้ใช้ตอนสร้างเว็บไซต์"""
    addresses = [source for source in read_sources(settings) if is_address(source)]
    if not addresses:
        click.echo(f"ไม่มีที่อยู่ใน sources ของ {settings} จึงไม่มีอะไรให้ดึง")
    failed = False
    for address in addresses:
        try:
            exchange = fetch_exchange(settings.parent, address)
            click.echo(f"{address}: {len(exchange.laos)} หน่วยงาน สร้างเมื่อ {exchange.built.isoformat()}")
        except ProngsaiError as error:
            failed = True
            click.echo(str(error), err=True)
    sys.exit(PROBLEMS if failed else CLEAN)
