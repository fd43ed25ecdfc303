"""The files in which published addresses are noted: an LAO's own, and the list of a site's LAOs."""

from __future__ import annotations

from collections.abc import Iterable

NAME = "addresses.yml"
_HEAD = """\
# ที่อยู่ของหน้าที่เผยแพร่แล้ว เขียนด้วยคำสั่ง prongsai addresses
# โปรแกรมเตือนเมื่อที่อยู่ใดเปลี่ยนหรือหายไป commit ไฟล์นี้พร้อมข้อมูล
"""


def render_lao_list(slugs: Iterable[str]) -> str:
    """Return the text of the list of LAOs, in alphabetical order."""
    return f"{_HEAD}laos:\n" + "".join(f"  - {slug}\n" for slug in sorted(set(slugs)))


def render_addresses(slug: str, addresses: Iterable[str]) -> str:
    """Return the file's text, an address a line in alphabetical order.

    Args:
        slug: Name of the LAO's folder.
        addresses: The addresses from the LAO's own on: ``2566-2570/projects/p01/``.
    """
    lines = "".join(f"  - {address}\n" for address in sorted(set(addresses)))
    return f"{_HEAD}lao: {slug}\n" + (f"addresses:\n{lines}" if lines else "")
