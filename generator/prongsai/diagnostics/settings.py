"""Refused settings as text: the same lines as a problem in the data."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from prongsai.diagnostics.text import VISIBLE
from prongsai.problem import Severity
from prongsai.settings.refusal import Refusal, find_place

# No fault of a site that only its makers look at; one that is published lacks it.
NO_ADDRESS = (
    "เว็บไซต์ไม่รู้ที่อยู่ของตนเอง เมื่อแชร์ลิงก์จะไม่มีภาพและข้อความ และไม่มี sitemap "
    "วิธีแก้: ก่อนเผยแพร่ เขียนที่อยู่เต็มที่ site_url ใน mkdocs.yml หรือตัวแปร SITE_URL แล้วสั่ง mkdocs build อีกครั้ง"
)


def format_refusals(refusals: Iterable[Refusal], settings_file: Path) -> str:
    """Return refused settings, two lines each: place and message, fix."""
    return "\n".join(
        f"{find_place(settings_file, refusal)}: {Severity.ERROR.label}: {refusal.message.translate(VISIBLE)}\n"
        f"  วิธีแก้: {refusal.fix}"
        for refusal in refusals
    )
