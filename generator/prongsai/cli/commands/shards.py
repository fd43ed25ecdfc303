"""``prongsai shards``: a large site built by several machines that share nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from prongsai.build.shards import Shard, build_shard, measure_site, plan_shards, take_shards
from prongsai.cli.exit_codes import CLEAN, PROBLEMS
from prongsai.cli.shown import show_argument
from prongsai.exceptions import ProngsaiError

_FILE = click.Path(dir_okay=False, path_type=Path)


def _find_site(context: click.Context, _: click.Parameter, site: Path | None) -> Path:
    """Return what was typed here, or before the name of the command."""
    above = context.parent.params.get("site") if context.parent else None
    return site or above or Path()


_site_option = click.option(
    "--site", type=click.Path(path_type=Path), callback=_find_site, help="โฟลเดอร์ที่มี mkdocs.yml  [default: .]"
)


@click.group(invoke_without_command=True)
@click.option("--runners", type=click.IntRange(min=1, max=256), help="จำนวนเครื่อง")
@click.option("--json", "is_json", is_flag=True, help="เขียนเป็นเมทริกซ์ของ GitHub Actions")
@_site_option
@click.pass_context
def shards(context: click.Context, site: Path, runners: int | None, *, is_json: bool) -> None:
    """แบ่งหน่วยงานให้หลายเครื่องช่วยกันสร้าง แล้วรวมเป็นเว็บไซต์เดียว"""
    if context.invoked_subcommand:
        return
    if runners is None:
        raise ProngsaiError("ยังไม่ได้บอกจำนวนเครื่อง วิธีแก้: prongsai shards --runners 4")
    planned = plan_shards(site, runners)
    if is_json:
        rows = [{"shard": number, "laos": " ".join(shard.slugs)} for number, shard in enumerate(planned, 1)]
        click.echo(json.dumps({"include": rows}))
    else:
        _show(planned)


@shards.command()
@click.argument("laos", nargs=-1, required=True)
@click.option("--into", "archive", type=_FILE, required=True, help="ไฟล์ที่จะส่งไปให้เครื่องที่รวมเว็บไซต์ เช่น shard-1.tar.gz")
@_site_option
def build(laos: tuple[str, ...], archive: Path, site: Path) -> None:
    """สร้างหน้าของ LAOS ที่ยังไม่มี แล้วเก็บลงไฟล์เดียว"""
    slugs = list(dict.fromkeys(slug for text in laos for slug in text.split()))
    if not slugs:
        raise ProngsaiError("ยังไม่ได้บอกหน่วยงาน วิธีแก้: ใช้ชื่อที่ prongsai shards --runners บอก")
    kept = build_shard(site, slugs, archive)
    click.echo(f"เก็บ {len(kept)} จาก {len(slugs)} หน่วยงานลงใน {archive}")
    if missing := [slug for slug in slugs if slug not in kept]:
        click.echo(f"ที่ไม่ได้เก็บ: {' '.join(missing)} ดูเหตุด้วย prongsai check หรือ mkdocs build", err=True)


@shards.command()
@click.argument("archives", nargs=-1, required=True, type=_FILE)
@_site_option
def take(archives: tuple[Path, ...], site: Path) -> None:
    """รับ ARCHIVES ที่เครื่องอื่นสร้าง ไว้ให้ mkdocs build ใช้"""
    taken = take_shards(site, archives)
    if taken.refused and not taken.laos:
        raise ProngsaiError("\n".join(taken.refused))
    click.echo(f"รับแล้ว {taken.laos} หน่วยงาน สั่ง mkdocs build เพื่อรวมเป็นเว็บไซต์")
    for message in (*taken.empty, *taken.refused):
        click.echo(message, err=True)
    sys.exit(PROBLEMS if taken.refused else CLEAN)


@shards.command()
@_site_option
def measure(site: Path) -> None:
    """บอกขนาดของเว็บไซต์ที่สร้างแล้ว และลงใน GitHub Pages ได้หรือไม่"""
    click.echo(f"เว็บไซต์ใหญ่ {measure_site(site) / 1e6:,.1f} MB ลงใน GitHub Pages ได้")


def _show(planned: Sequence[Shard]) -> None:
    for number, shard in enumerate(planned, 1):
        cost = f"{shard.size / 1_000_000:,.1f} MB" if shard.seconds is None else f"{shard.seconds:,.1f} วินาที (CPU)"
        laos = " ".join(map(show_argument, map(Path, shard.slugs)))
        click.echo(f"เครื่องที่ {number}: {len(shard.slugs):,} หน่วยงาน {cost}\n  {laos}")
    if not planned:
        click.echo("ยังไม่มีหน่วยงานในโฟลเดอร์ข้อมูล จึงไม่มีอะไรให้แบ่ง")
    elif planned[0].seconds is None:
        click.echo("ยังไม่เคยวัดเวลาของหน่วยงานใด จึงแบ่งตามขนาดไฟล์ข้อมูล ครั้งถัดไปแบ่งตามเวลาที่ใช้จริง")
