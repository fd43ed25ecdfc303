"""Who publishes the data, where, and how they may be used."""

from __future__ import annotations

from msgspec import Struct

from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.settings.licences import LICENCES, Licence

KEYWORDS = ("แผนปฏิบัติการป้องกันการทุจริต", "องค์กรปกครองส่วนท้องถิ่น", "งบประมาณ", "ITA", "ความโปร่งใส")


class Publication(Struct, frozen=True):
    """What descriptions of the data say of their publication.

    Attributes:
        name: ASCII name: of the package, and of the downloads.
        publisher: Who publishes.
        page: Address of the data page.
        is_office: The publisher is an LAO, not a site of several.
        is_absolute: The page's address is a full one.
        area: The area that the data cover, in Thai.
        maintainer: Unit that answers for the data; empty where nobody told.
        email: Its address; empty where nobody told.
        licence: How the data may be used; None where nobody told.
    """

    name: str
    publisher: str
    page: str
    is_office: bool
    is_absolute: bool
    area: str
    maintainer: str = ""
    email: str = ""
    licence: Licence | None = None

    @property
    def description(self) -> str:
        """What the data are, in a sentence."""
        return (
            f"แผนป้องกันการทุจริต โครงการ งบประมาณ ผลการดำเนินงาน และเอกสารทางการของ{self.publisher} จากข้อมูลชุดเดียวกับหน้าเว็บ"
        )

    @property
    def keywords(self) -> tuple[str, ...]:
        """Words by which the data are found."""
        return KEYWORDS

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Names and values of what a reader of a file has to know."""
        used = f"{self.licence.title} ({self.licence.address})" if self.licence else "ผู้เผยแพร่ไม่ได้ระบุ"
        return (("ผู้เผยแพร่", self.publisher), ("สัญญาอนุญาต", used), ("หน้าข้อมูล", self.page))


def describe_lao(lao: LaoPages) -> Publication:
    """Return the publication of one LAO's data."""
    record = lao.dossier.lao
    return Publication(
        lao.dossier.slug,
        record.full_name,
        lao.get_address(lao.paths.data),
        True,
        bool(lao.site_url),
        record.location,
        record.contacts.unit or "",
        record.contacts.email or "",
        LICENCES.get(lao.licence),
    )
