"""``prongsai new lao``: the folder of an LAO."""

from __future__ import annotations

from pathlib import Path

import click

from prongsai.cli.commands.new.identity import ask_identity, identity_options
from prongsai.cli.options import plans_option
from prongsai.editing.drafts.draft import write_new_files
from prongsai.editing.drafts.lao_draft import draft_lao


@click.command()
@identity_options
@plans_option
def lao(
    *, plans: Path, slug: str | None, type_: str | None, name: str | None, district: str | None, province: str | None
) -> None:
    """สร้างโฟลเดอร์ของหน่วยงาน มี lao.yml ที่อธิบายไว้ในไฟล์"""
    found = ask_identity(slug, type_, name, district, province)
    path = plans / found.slug / "lao.yml"
    write_new_files({path: draft_lao(found.data)}, inside=plans)
    click.echo(f"สร้าง {path.as_posix()} ของ{found.lao.full_name}แล้ว")
    click.echo("ต่อไป: เติมช่องทางติดต่อใน lao.yml แล้วสั่ง prongsai new plan", err=True)
