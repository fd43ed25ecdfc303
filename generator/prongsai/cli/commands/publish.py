"""``prongsai publish``: put the built site on an FTP server or into the folder of a web server."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, closing
from pathlib import Path

import click

from prongsai.cli.findings import tell
from prongsai.diagnostics.settings import NO_ADDRESS
from prongsai.exceptions import PublishingError
from prongsai.publishing.files import knows_address
from prongsai.publishing.folder import FolderServer
from prongsai.publishing.ftp import FtpAddress, FtpServer
from prongsai.publishing.publish import Publication
from prongsai.publishing.publish import publish as put
from prongsai.publishing.server import BetweenNamesError, LostError, Server
from prongsai.publishing.target import parse_target

_PASSWORD = "PRONGSAI_PASSWORD"  # noqa: S105 - the name of a variable


@click.command()
@click.argument("target")
@click.option(
    "--site",
    type=click.Path(readable=False, path_type=Path),
    default=Path("site"),
    show_default=True,
    help="เว็บไซต์ที่สร้างแล้ว",
)
@click.option("--dry-run", is_flag=True, help="บอกว่าจะส่งและลบอะไร โดยไม่เขียนที่ปลายทาง")
@click.option("--in-place", is_flag=True, help="ส่งทีละไฟล์ลงในโฟลเดอร์เดิม ใช้เมื่อเครื่องแม่ข่ายไม่ให้สลับชื่อโฟลเดอร์หรือพื้นที่ไม่พอ")
@click.option("--overwrite", is_flag=True, help="เขียนทับไฟล์ชื่อเดียวกันที่โปรแกรมนี้ไม่ได้ส่ง")
def publish(target: str, site: Path, *, dry_run: bool, in_place: bool, overwrite: bool) -> None:
    """ส่งเว็บไซต์ที่สร้างแล้วไปยัง TARGET ซึ่งเป็น ftps:// ftp:// หรือโฟลเดอร์ของเครื่องแม่ข่าย

    ส่งเฉพาะไฟล์ที่เปลี่ยน หากการเชื่อมต่อขาด เว็บไซต์เดิมยังอยู่ครบ สั่งคำสั่งเดิมอีกครั้งเพื่อส่งต่อ
    รหัสผ่านอ่านจากตัวแปร PRONGSAI_PASSWORD หากไม่มีโปรแกรมจะถาม และไม่เก็บไว้ที่ใด
    """
    if not knows_address(site):
        tell(f"คำเตือน: {NO_ADDRESS}")
    address = parse_target(target)
    if address and not address.is_encrypted:
        tell("ftp:// ส่งรหัสผ่านโดยไม่เข้ารหัส หากเครื่องแม่ข่ายรับได้ ใช้ ftps:// แทน")
    server: Server = FtpServer(address, _ask_password(address)) if address else FolderServer(Path(target), site)
    try:
        with closing(server):
            done = put(
                server,
                site,
                is_dry_run=dry_run,
                is_in_place=in_place,
                may_overwrite=overwrite,
                tell=tell,
                follow=_follow,
            )
    except BetweenNamesError:
        raise
    except LostError as error:
        raise PublishingError(f"{error}\nเว็บไซต์ยังเปิดได้ สั่งคำสั่งเดิมอีกครั้ง โปรแกรมจะทำต่อจากที่ค้างไว้") from None
    _report(done, server.live or "/", dry_run=dry_run)


def _ask_password(address: FtpAddress) -> str:
    if password := os.environ.get(_PASSWORD):
        return password
    if not sys.stdin.isatty():
        raise PublishingError(f"ไม่มีรหัสผ่าน วิธีแก้: ตั้งตัวแปร {_PASSWORD} หรือสั่งในหน้าต่างคำสั่งที่พิมพ์ได้")
    password = click.prompt(f"รหัสผ่านของ {address.user}@{address.host}", hide_input=True, err=True)
    return str(password)


def _follow(names: Sequence[str]) -> AbstractContextManager[Iterable[str]]:
    return click.progressbar(names, label="กำลังส่ง", file=sys.stderr, hidden=not names)


def _report(done: Publication, live: str, *, dry_run: bool) -> None:
    send, remove = done.changes.send, done.changes.remove
    if dry_run:
        for name in send:
            click.echo(f"ส่ง {name}")
        for name in remove:
            click.echo(f"ลบ {name}")
    will = "จะ" if dry_run else ""
    if done.changes.is_current:
        click.echo(f"เว็บไซต์ใน {live} เป็นปัจจุบันอยู่แล้ว ไม่มีไฟล์ที่ต้องส่ง", err=True)
        return
    click.echo(
        f"{will}ส่ง {len(send)} ไฟล์ ({_format_size(done.size)}) {will}ลบ {len(remove)} ไฟล์ ที่ {live}\nวิธี: {done.way}",
        err=True,
    )


def _format_size(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{size / 1000:.0f} KB"
