"""``measures/2568.yml`` of a new year: seven sections, with the measures of the last year and no results yet."""

from __future__ import annotations

from typing import Any

from prongsai.editing.drafts.draft import Blank, render_draft
from prongsai.load.sources import LoadedDossier
from prongsai.records.measures import SECTION_TITLES

_KEPT = ("number", "title", "methods", "responsible_units")
_BLANKS = {
    "assessment_year": "ปีของการประเมิน ITA ที่คะแนนอ้างถึง เขียนเมื่อเอกสารระบุ",
    "pass_mark": "เกณฑ์ผ่าน เขียนเมื่อเอกสารระบุ",
    "unit": "หน่วยงานผู้จัดทำ",
    "as_of": "วันที่ของข้อมูล",
    "announcement": "รหัสประกาศ สร้างด้วย prongsai new paper --for {year}",
    "foreword": "คำนำ ขึ้นบรรทัดใหม่แล้วเขียน - ข้อความ ย่อหน้าละข้อ",
    "introduction": "ข้อความก่อนตาราง",
}


def draft_measures(loaded: LoadedDossier, year: int) -> str:
    """Return the text of a year's measures."""
    before = max((known for known in loaded.dossier.measures if known < year), default=None)
    written = loaded.sources.documents[f"measures/{before}"].data if before else {}
    known = {str(section["number"]): section for section in written.get("sections", [])}
    known |= {str(section.number): known[str(key)] for key, section in _match(loaded, before, written)}
    pairs: dict[str, Any] = {name: Blank(about.format(year=year)) for name, about in _BLANKS.items()}
    pairs |= {"unit": written["unit"]} if "unit" in written else {}
    pairs["sections"] = [_draft_section(number, known.get(str(number), {})) for number in SECTION_TITLES]
    head = [
        f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. {year} {loaded.dossier.lao.full_name}",
        "ต้นปีเขียนมาตรการ สิ้นปีเติม results (ผลการดำเนินงาน) outcomes (ผลลัพธ์) และ score (คะแนน ITA)",
        f"กรอกใน Excel แทนได้: prongsai sheet export {year}",
    ]
    return render_draft(head, pairs, "sections", list(SECTION_TITLES.values()))


def _match(loaded: LoadedDossier, before: int | None, written: dict[str, Any]) -> list[tuple[str, Any]]:
    """Pair what is written with the sections that it was read as: a number may be in Thai digits."""
    sections = loaded.dossier.measures[before].sections if before else ()
    return [(data["number"], section) for data, section in zip(written.get("sections", []), sections, strict=True)]


def _draft_section(number: int, written: dict[str, Any]) -> dict[str, Any]:
    measures = [{key: item[key] for key in _KEPT if key in item} for item in written.get("measures", [])]
    title = {"title": written["title"]} if "title" in written else {}
    return {"number": str(number), **title, "measures": measures}
