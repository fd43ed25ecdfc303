"""OIT items of the ITA assessment that plans, reports and measures answer, by ITA year.

The items move every year. Each row says how sure it is: cited from a public source, partly cited, or assumed; an LAO
corrects the codes of a year in ``lao.yml`` under ``oit``.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from prongsai.records.lao import OitCodes
from prongsai.records.packaged import load_packaged

FOLDER = Path(__file__).parent / "ita_years"  # a file an ITA year


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
    ASSUMED = "ยังไม่ได้ตรวจกับคู่มือ"
    OWN = "หน่วยงานระบุเอง"
    UNKNOWN = "ยังไม่มีในตารางของระบบ"


class OitYear(NamedTuple):
    """The codes of one ITA year; an item that the year does not have is None."""

    codes: OitCodes
    certainty: OitCertainty


def _read_year(path: Path) -> OitYear:
    data = load_packaged(path)
    certainty = OitCertainty[data.pop("certainty").upper()]
    return OitYear(OitCodes(**data), certainty)


OIT_YEARS = {int(path.stem): _read_year(path) for path in sorted(FOLDER.glob("*.yml"))}
