"""Dimensions (มิติ) and missions (ภารกิจตามมิติ) of the anti-corruption plans, by plan period.

Source: ป.ป.ช. framework for LAO plans 2566-2570, titles as in the plans of that period. Other periods used other
names, so everything is keyed by the plan's first fiscal year.
"""

from __future__ import annotations

from typing import NamedTuple


class Framework(NamedTuple):
    """The dimensions and missions of one plan period; ids are "1" … "4" and "1.1" … "4.3"."""

    dimensions: dict[int, str]
    missions: dict[str, str]


_FRAMEWORKS: dict[int, Framework] = {
    2566: Framework(
        dimensions={
            1: "การสร้างวัฒนธรรมสุจริต",
            2: "การบริหารราชการด้วยความโปร่งใส",
            3: "การส่งเสริมบทบาทและการมีส่วนร่วมของภาคประชาชน",
            4: "การยกระดับกลไกการตรวจสอบการดำเนินงานขององค์กรปกครองส่วนท้องถิ่น",
        },
        missions={
            "1.1": "การเสริมสร้างจิตสำนึกและความตระหนักแก่บุคลากรทั้งข้าราชการการเมืองฝ่ายบริหาร "
            "ข้าราชการการเมืองฝ่ายสภาท้องถิ่น และฝ่ายประจำขององค์กรปกครองส่วนท้องถิ่น",
            "1.2": "การเสริมสร้างจิตสำนึกและความตระหนักแก่ประชาชนทุกภาคส่วนในท้องถิ่น",
            "1.3": "การสร้างจิตสำนึกและความตระหนักแก่เด็กและเยาวชน",
            "2.1": "การเปิดเผยข้อมูลสาธารณะขององค์กรปกครองส่วนท้องถิ่น",
            "2.2": "มาตรการส่งเสริมคุณธรรมและความโปร่งใส",
            "2.3": "มาตรการลดการใช้ดุลพินิจในการปฏิบัติงาน",
            "3.1": "การส่งเสริมให้ประชาชนมีส่วนร่วมบริหารกิจการขององค์กรปกครองส่วนท้องถิ่น",
            "3.2": "การรับฟังความคิดเห็น การรับและตอบสนองเรื่องร้องเรียน/ร้องทุกข์ของประชาชน",
            "3.3": "ส่งเสริมการมีส่วนร่วมของภาคประชาชน และบูรณาการทุกภาคส่วนเพื่อต่อต้านการทุจริต",
            "4.1": "การจัดวางระบบตรวจสอบภายใน การควบคุมภายใน และการบริหารความเสี่ยงการทุจริต",
            "4.2": "การส่งเสริมบทบาทการตรวจสอบของสภาท้องถิ่น",
            "4.3": "มาตรการจัดการเรื่องร้องเรียนการทุจริต",
        },
    ),
}
PERIODS = tuple(_FRAMEWORKS)


def get_framework(first_year: int) -> Framework:
    """Return the framework in force in a plan's first fiscal year (B.E.): the latest that began by then."""
    begun = [year for year in PERIODS if year <= first_year]
    return _FRAMEWORKS[max(begun, default=min(PERIODS))]
