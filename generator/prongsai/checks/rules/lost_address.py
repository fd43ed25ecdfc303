"""ที่อยู่ที่เผยแพร่แล้วต้องยังเปิดได้

ตรวจที่อยู่ใน addresses.yml ซึ่งไม่มีหน้าแล้ว และไม่มีหน้าใดบอกใน aliases: ว่ามาแทน
เหตุที่สำคัญ: ที่อยู่ที่ส่งไปในแบบ ITA หนังสือราชการ และข่าวจะเปิดไม่ได้

ไม่ผ่าน: addresses.yml มี 2566-2570/projects/p1/ แต่ไฟล์ชื่อ p01.yml แล้ว
ผ่าน: p01.yml มี aliases: p1
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.addresses import list_record_pages, list_redirects, page_address
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.base import PERIOD

ID = "lost-address"
SEVERITY = Severity.WARNING


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield each noted address that leads nowhere now, and the LAO's own if its folder has another name."""
    book, slug = loaded.dossier.address_book, loaded.slug
    if book is None or loaded.sources.broken or loaded.problems:  # what could not be read seems to be gone
        return
    if book.lao != slug and book.lao not in loaded.dossier.lao.aliases:
        yield Problem(
            loaded.sources.where("addresses", "lao"),
            ID,
            SEVERITY,
            f"ที่อยู่ของหน่วยงานเปลี่ยนจาก /{book.lao}/ เป็น /{slug}/",
            f"เปลี่ยนชื่อโฟลเดอร์กลับเป็น {book.lao} หรือเพิ่ม aliases: {book.lao} ใน lao.yml",
        )
    pages = list_record_pages(loaded.dossier, loaded.ledger.oit_items)
    known = {page_address(page).partition("/")[2] for page in (*pages, *list_redirects(loaded.dossier, pages))}
    for index, address in enumerate(book.addresses):
        if address not in known:
            yield Problem(
                loaded.sources.where("addresses", "addresses", index),
                ID,
                SEVERITY,
                f"ที่อยู่ /{slug}/{address} ที่เผยแพร่แล้วไม่มีหน้า",
                f"คืนชื่อหรือรหัสเดิม{_explain_alias(address)} หากถอนแล้วสั่ง prongsai addresses --lao {slug} --remove {address}",
            )


def _explain_alias(address: str) -> str:
    """Say where a record can tell that it stands for an address; a report or a year has no other id."""
    first, *rest = address.rstrip("/").split("/")
    if first == "announcements":
        return f" หากเปลี่ยนชื่อไฟล์เอกสารให้เพิ่ม aliases: {rest[-1]} ในไฟล์นั้น"
    if len(rest) == 2:
        return f" หากเปลี่ยนรหัสโครงการให้เพิ่ม aliases: {rest[-1]} ในโครงการนั้น"
    return f" หากแก้ช่วงปีให้เพิ่ม aliases: {first} ใน plan.yml" if PERIOD.fullmatch(first) else ""
