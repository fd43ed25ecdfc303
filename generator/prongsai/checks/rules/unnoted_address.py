"""ที่อยู่ที่เผยแพร่ควรอยู่ใน addresses.yml

ตรวจหน่วยงานที่มี addresses.yml แต่ยังไม่ได้จดที่อยู่ของหน้าใหม่
เหตุที่สำคัญ: ที่อยู่ที่ไม่ได้จดไว้หายไปได้โดยไม่มีใครเตือน

ไม่ผ่าน: เพิ่ม progress/2567-12.yml แล้วไม่ได้สั่ง prongsai addresses
ผ่าน: สั่ง prongsai addresses หลังเพิ่มหน้า
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.addresses import list_record_pages, page_address
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity

ID = "unnoted-address"
SEVERITY = Severity.ADVICE


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield one problem where addresses are not noted; none for an LAO that notes none at all."""
    book = loaded.dossier.address_book
    if book is None:
        return
    pages = list_record_pages(loaded.dossier, loaded.ledger.oit_items)
    unnoted = sorted({page_address(page).partition("/")[2] for page in pages} - set(book.addresses))
    if unnoted:
        more = f" และอีก {len(unnoted) - 1} ที่อยู่" if len(unnoted) > 1 else ""
        yield Problem(
            loaded.sources.where("addresses"),
            ID,
            SEVERITY,
            f"ยังไม่ได้จดที่อยู่ {unnoted[0]}{more}",
            f"สั่ง prongsai addresses --lao {loaded.slug} แล้ว commit addresses.yml",
        )
