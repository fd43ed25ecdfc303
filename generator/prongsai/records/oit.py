"""OIT items of the ITA assessment that plans, reports and measures answer, by ITA year.

The items move every year. Each row says how sure it is: cited from a public source, partly cited, or assumed; an LAO
corrects the codes of a year in ``lao.yml`` under ``oit``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from generator.records.lao import OitCodes


class OitKind(StrEnum):
    """What an item asks for, by its key in ``OitCodes``."""

    PLAN = "plan"
    HALF_YEAR = "half_year"
    ANNUAL = "annual"
    MEASURES = "measures"
    MEASURES_RESULT = "measures_result"

    @property
    def label(self) -> str:
        """Its title in the assessments of 2565 and 2566; later years word some a little differently."""
        return {
            "plan": "แผนปฏิบัติการป้องกันการทุจริต",
            "half_year": "รายงานการกำกับติดตามการดำเนินการป้องกันการทุจริตประจำปี รอบ 6 เดือน",
            "annual": "รายงานผลการดำเนินการป้องกันการทุจริตประจำปี",
            "measures": "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
            "measures_result": "การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        }[self.value]


class OitCertainty(StrEnum):
    """How sure a code is."""

    CITED = "อ้างอิงจากเอกสารเผยแพร่"
    PARTLY_CITED = "อ้างอิงบางส่วน"
    ASSUMED = "สันนิษฐาน"
    OWN = "หน่วยงานระบุเอง"
    UNKNOWN = "ยังไม่มีในตารางของระบบ"


class OitYear(NamedTuple):
    """The codes of one ITA year; an item that the year does not have is None."""

    codes: OitCodes
    certainty: OitCertainty


def _make_codes(*items: str | None) -> OitCodes:
    plan, half_year, annual, measures, measures_result = items
    return OitCodes(plan=plan, half_year=half_year, annual=annual, measures=measures, measures_result=measures_result)


OIT_YEARS = {
    2565: OitYear(_make_codes("O39", "O40", "O41", "O42", "O43"), OitCertainty.CITED),
    2566: OitYear(_make_codes("O36", "O37", "O38", "O42", "O43"), OitCertainty.PARTLY_CITED),
    2567: OitYear(_make_codes("O32", None, "O33", "O34", "O35"), OitCertainty.ASSUMED),
    2568: OitYear(_make_codes("O25", None, "O26", "O27", "O28"), OitCertainty.PARTLY_CITED),
    2569: OitYear(_make_codes("O23", None, "O24", "O25", "O26"), OitCertainty.CITED),
}
