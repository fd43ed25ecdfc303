"""``prongsai new site``: the folder of an LAO's own site."""

from __future__ import annotations

import re
from pathlib import Path

import click

from prongsai.cli.commands.new.identity import ask_identity, identity_options
from prongsai.cli.shown import show_argument
from prongsai.editing.drafts.draft import write_new_files
from prongsai.editing.drafts.lao_draft import draft_lao
from prongsai.editing.drafts.site_draft import draft_site
from prongsai.exceptions import ProngsaiError
from prongsai.load.names import IGNORED

_WORKFLOW = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9_-][A-Za-z0-9._-]*@[0-9a-f]{40}")


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@identity_options
@click.option("--workflow", help="ที่อยู่ของ workflow กลางบน GitHub แบบ เจ้าของ/prongsai@commit (ไม่ระบุก็เติมในไฟล์ภายหลังได้)")
def site(
    *,
    folder: Path,
    slug: str | None,
    type_: str | None,
    name: str | None,
    district: str | None,
    province: str | None,
    workflow: str | None,
) -> None:
    """สร้างโฟลเดอร์เว็บไซต์ของหน่วยงาน พร้อมข้อมูลหน่วยงานและวิธีใช้หนึ่งหน้า"""
    if workflow and not _WORKFLOW.fullmatch(workflow):
        raise ProngsaiError(
            f"--workflow “{workflow}” ใช้ไม่ได้ วิธีแก้: เขียน เจ้าของ/prongsai@commit โดย commit เป็นรหัสเต็ม 40 ตัว"
        )
    # .git of a repository without files, and what Windows puts everywhere, are in nobody's way
    if folder.is_dir() and any(not IGNORED.fullmatch(entry.name) for entry in folder.iterdir()):
        raise ProngsaiError(
            f"โฟลเดอร์ {folder} มีไฟล์อยู่แล้ว จึงไม่สร้างทับ วิธีแก้: ใช้โฟลเดอร์ใหม่ หรือเพิ่มหน่วยงานด้วย prongsai new lao"
        )
    found = ask_identity(slug, type_, name, district, province)
    texts = draft_site(folder, found.lao.full_name, workflow or "")
    write_new_files({**texts, folder / "plans" / found.slug / "lao.yml": draft_lao(found.data)}, inside=folder)
    click.echo(f"สร้างเว็บไซต์ของ{found.lao.full_name}ใน {folder} แล้ว")
    steps = (
        f"cd {show_argument(folder)}",
        "prongsai new plan            (เลือกโครงการจากรายชื่อที่มักมี) หรือ",
        "prongsai import แผน.docx     (เมื่อมีแผนเป็น Word PDF หรือ Excel อยู่แล้ว)",
        "mkdocs serve                 (ดูเว็บไซต์ที่ http://127.0.0.1:8000/)",
    )
    click.echo("ต่อไปสั่งทีละบรรทัด:\n  " + "\n  ".join(steps), err=True)
    if not workflow and (folder / ".github").is_dir():
        click.echo("ถ้าจะเผยแพร่ด้วย GitHub เติมที่อยู่ของ workflow กลางใน .github/workflows/ ก่อน", err=True)
