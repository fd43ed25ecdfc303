"""มาตรการส่งเสริมคุณธรรมต้องมีครบเจ็ดหัวข้อ ไม่ซ้ำกัน และเลขมาตรการในหัวข้อเดียวกันต้องไม่ซ้ำ

เหตุที่สำคัญ: แบบรายงานกำหนดหัวข้อ (1) ถึง (7) หัวข้อที่หายไปหรือซ้ำกันทำให้ผู้ประเมินหามาตรการไม่พบ และเลขซ้ำทำให้อ้างถึงผิดข้อ

ไม่ผ่าน: sections มี number: 1 ถึง 6
ไม่ผ่าน: หัวข้อที่ 2 มีมาตรการ number: 1 สองรายการ
ผ่าน: sections มี number: 1 ถึง 7 หัวข้อที่ไม่มีมาตรการเขียน measures: []
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from prongsai.load.data_file import DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.measures import SECTION_TITLES, Measure, MeasureSection
from prongsai.thai.text import compact

ID = "measures-sections"
SEVERITY = Severity.WARNING
# How alike a title and a standard one must be, and how much more than the section's own.
_ALIKE, _NEARER = 0.8, 0.2


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield numbers of sections and measures that are missing, repeated or unknown."""
    for year, record in loaded.dossier.measures.items():
        name, sections = f"measures/{year}", record.sections
        yield from _find_repeated(loaded, name, ("sections",), sections, "หัวข้อที่ {}")
        for row, section in enumerate(sections):
            if section.number not in SECTION_TITLES:
                yield Problem(
                    loaded.sources.where(name, "sections", row, "number"),
                    ID,
                    SEVERITY,
                    f"หัวข้อที่ {section.number} ไม่อยู่ในหัวข้อที่ 1 ถึง {len(SECTION_TITLES)}",
                    "แก้เลขหัวข้อให้ตรงกับเจ็ดหัวข้อมาตรฐาน",
                )
            yield from _check_title(loaded, name, row, section)
            place = ("sections", row, "measures")
            what = f"มาตรการที่ {{}} ในหัวข้อที่ {section.number}"
            yield from _find_repeated(loaded, name, place, section.measures, what)
        missing = [str(number) for number in SECTION_TITLES if number not in {section.number for section in sections}]
        if sections and missing:
            yield Problem(
                loaded.sources.where(name, "sections"),
                ID,
                SEVERITY,
                f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปี {year} ไม่มีหัวข้อที่ {', '.join(missing)}",
                "เติมหัวข้อที่ขาด หากไม่มีมาตรการให้เขียน measures: []",
            )


def _check_title(loaded: LoadedDossier, name: str, row: int, section: MeasureSection) -> Iterator[Problem]:
    """Yield a title that is another section's: in full, or much nearer to it than to the section's own."""
    own = SECTION_TITLES.get(section.number)
    if section.title is None or own is None:
        return
    title = compact(section.title)
    alike = {number: _compare(title, compact(standard)) for number, standard in SECTION_TITLES.items()}
    number = max(alike, key=lambda each: alike[each])
    if number != section.number and alike[number] >= _ALIKE and alike[number] - alike[section.number] >= _NEARER:
        yield Problem(
            loaded.sources.where(name, "sections", row, "title"),
            ID,
            SEVERITY,
            f"หัวข้อที่ {section.number} ใช้ชื่อของหัวข้อที่ {number} คือ “{section.title}”",
            f"แก้ชื่อเป็น “{own}” หรือแก้เลขหัวข้อเป็น {number}",
        )


def _compare(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _find_repeated(
    loaded: LoadedDossier, name: str, place: DataPath, items: Sequence[MeasureSection | Measure], what: str
) -> Iterator[Problem]:
    first: dict[int, int] = {}
    for index, item in enumerate(items):
        earlier = first.setdefault(item.number, index)
        if earlier != index:
            yield Problem(
                loaded.sources.where(name, *place, index, "number"),
                ID,
                SEVERITY,
                f"{what.format(item.number)} ซ้ำกับรายการก่อนหน้า",
                "แก้เลขให้ไม่ซ้ำกัน หรือรวมเป็นรายการเดียว",
                (loaded.sources.where(name, *place, earlier, "number"),),
            )
