"""The table of the plugin's settings in ``mkdocs.yml``."""

from __future__ import annotations

from prongsai.handbook.table import mark_typed, render_table
from prongsai.settings.options import ProngsaiConfig

# MkDocs' options have no place for a description.
ABOUT = {
    "plans": "โฟลเดอร์ข้อมูล: นับจากที่ของ mkdocs.yml ไม่เขียนคือ plans",
    "papers": "ทำ PDF และ Word เมื่อใด: build เมื่อสั่ง mkdocs build, always เมื่อสั่ง mkdocs serve ด้วย, never ไม่ทำ "
    "ไม่เขียนคือตามตัวแปร PRONGSAI_PAPERS หรือ build",
    "offline": "สร้างสำเนาที่เปิดจากโฟลเดอร์: true หรือ false ไม่เขียนคือตามตัวแปร OFFLINE หรือ false",
}


def render_settings() -> str:
    """Return every setting with what it does.

    Raises:
        KeyError: A setting has no description.
    """
    return render_table(("ค่า", "คืออะไร"), ((f"`{name}`", mark_typed(ABOUT[name])) for name in list_settings()))


def list_settings() -> list[str]:
    """Return the names of the settings."""
    return [name for name, _ in ProngsaiConfig._schema]  # noqa: SLF001 - MkDocs offers no other list of them
