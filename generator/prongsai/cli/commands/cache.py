"""``prongsai cache``: what is kept from one build to the next."""

from __future__ import annotations

from pathlib import Path

import click

from prongsai.build.kept import CACHE
from prongsai.build.kept.cache import LIMIT, Cache
from prongsai.exceptions import ProngsaiError


@click.command()
@click.option("--clear", is_flag=True, help="ลบทั้งหมด ครั้งถัดไปจึงสร้างใหม่ทุกหน้า")
@click.option("--site", type=click.Path(path_type=Path), default=Path(), help="โฟลเดอร์ที่มี mkdocs.yml  [default: .]")
def cache(site: Path, *, clear: bool) -> None:
    """แสดงหรือลบหน้าที่เก็บไว้ใช้ครั้งถัดไป"""
    kept = Cache(site / CACHE)
    units = kept.measure()
    total = sum(size for _, _, size in units)
    if clear:
        kept.clear()
        left = sum(size for _, _, size in kept.measure())
        click.echo(f"ลบ {_format(total - left)} จาก {CACHE} แล้ว")
        if left:
            raise ProngsaiError(
                f"ลบอีก {_format(left)} ใน {CACHE} ไม่ได้ วิธีแก้: ปิด mkdocs serve และตรวจว่ามีสิทธิ์เขียนโฟลเดอร์นั้น"
            )
        return
    for unit, count, size in units:
        click.echo(f"{unit:<40} {count:>3} ชุด  {_format(size):>10}")
    click.echo(f"รวม {_format(total)} จากไม่เกิน {_format(LIMIT)} ใน {CACHE}")


def _format(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"
