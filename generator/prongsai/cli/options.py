"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

# Whether it can be read is told in Thai by who reads it.
_FOLDER = click.Path(readable=False, path_type=Path)
plans_option = click.option("--plans", type=_FOLDER, default=Path("plans"), show_default=True, help="โฟลเดอร์ข้อมูล")
lao_option = click.option("--lao", "only", help="เฉพาะหน่วยงานนี้ (ชื่อโฟลเดอร์ใน plans/)")
content_option = click.option(
    "--content", type=_FOLDER, default=Path("content"), show_default=True, help="โฟลเดอร์ที่เขียนหน้าเว็บ"
)
strict_option = click.option("--strict", is_flag=True, help="นับคำเตือนเป็นข้อผิดพลาด")
format_option = click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "github", "json", "sarif"]),
    default="text",
    show_default=True,
    help="รูปแบบรายงาน",
)
