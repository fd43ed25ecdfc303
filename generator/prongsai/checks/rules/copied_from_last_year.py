"""ผลของปีนี้ต้องไม่คัดลอกจากผลของปีก่อนทั้งข้อความ

ตรวจผลการดำเนินงานของมาตรการส่งเสริมคุณธรรมฯ กับปีก่อน และผลรอบ 12 เดือนของโครงการเดียวกันกับปีก่อน โดยไม่นับปี พ.ศ. ที่ต่างกัน
เตือนเมื่อเหมือนกันตั้งแต่ครึ่งหนึ่งของที่รายงาน เมื่อทั้งผลและคะแนนของมาตรการเหมือนปีก่อน หรือเมื่อจำนวนคนหรือเรื่องในผลเหมือนปีก่อนด้วย
เหตุที่สำคัญ: ผลที่เหมือนกันทุกคำมักแปลว่าคัดลอกไฟล์ของปีก่อนแล้วลืมแก้ ผู้อ่านจึงไม่รู้ว่าปีนี้ทำอะไรจริง

ไม่ผ่าน: measures/2569.yml มีผลและคะแนนทุกมาตรการเหมือน measures/2568.yml
ผ่าน: วิธีดำเนินการเหมือนปีก่อน แต่ผลการดำเนินงานเขียนใหม่
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.dossier import RoundKey
from prongsai.records.progress import Round
from prongsai.thai.digits import to_arabic
from prongsai.thai.patterns import compile_late
from prongsai.thai.text import compact

ID = "copied-from-last-year"
SEVERITY = Severity.WARNING

_YEAR = compile_late("25[0-9]{2}")
# A short result (ไม่มีข้อร้องเรียน) may well be the same in every year.
_LEAST_LETTERS = 40
_COUNTED = compile_late(
    r"(?<![0-9.,])(?:[2-9][0-9]|1[1-9]|[1-9][0-9]{2}|[0-9]{1,3},[0-9]{3})(?:คน|ราย|เรื่อง|ครัวเรือน|คำขอ)"
)
_LEAST_COPIED = 2
_FIX = "เขียนผลที่เกิดขึ้นจริงในปีนี้แทนข้อความของปีก่อน"


class _Telling(Struct, frozen=True):
    """What one measure or project tells in one year, without its years, and where."""

    text: str
    where: Where
    score: object = None

    def is_copy_of(self, other: _Telling) -> bool:
        is_long = len(self.text) >= _LEAST_LETTERS or (self.score is not None and self.score == other.score)
        return self.text == other.text and is_long and self.score == other.score

    @property
    def is_sure(self) -> bool:
        """Whether it is long, and has a score or a number of people or cases, which no two years share."""
        return len(self.text) >= _LEAST_LETTERS and (self.score is not None or _COUNTED.search(self.text) is not None)


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield years at least half of whose results are those of the year before, word for word."""
    measures = {year: dict(_list_measures(loaded, year)) for year in loaded.dossier.measures}
    for year, tellings in measures.items():
        if year - 1 in measures:

            def where_sections(fiscal_year: int = year) -> Where:
                return loaded.sources.documents[f"measures/{fiscal_year}"].where_key("sections")

            yield from _compare(f"มาตรการปี {year}", year, tellings, measures[year - 1], where_sections)
    rounds = {
        key.fiscal_year: dict(_list_projects(loaded, key)) for key in loaded.dossier.rounds if key.round is Round.TWELVE
    }
    for year, tellings in rounds.items():
        if year - 1 in rounds and loaded.dossier.find_plan(year) is loaded.dossier.find_plan(year - 1):

            def where_projects(fiscal_year: int = year) -> Where:
                key = RoundKey(fiscal_year, Round.TWELVE)
                return loaded.sources.documents[f"progress/{key.slug}"].where_key("projects")

            yield from _compare(f"รายงานผลปี {year}", year, tellings, rounds[year - 1], where_projects)


def _compare(
    what: str,
    year: int,
    tellings: Mapping[object, _Telling],
    before: Mapping[object, _Telling],
    where_all: Callable[[], Where],
) -> Iterator[Problem]:
    copies = [(now, before[key]) for key, now in tellings.items() if key in before and now.is_copy_of(before[key])]
    if len(copies) < min(_LEAST_COPIED, len(tellings)) or 2 * len(copies) < len(tellings):
        # Below half of them, only what has the figures of the year before too is sure to be a copy.
        copies = [(now, other) for now, other in copies if now.is_sure]
    if not copies:
        return
    is_all = len(copies) == len(tellings)
    first, other = copies[0]
    count = f"ทั้ง {len(copies)} รายการ" if is_all else f"{len(copies)} จาก {len(tellings)} รายการ"
    places = [now.where for now, _ in copies] if is_all else [now.where for now, _ in copies[1:]]
    yield Problem(
        where_all() if is_all else first.where,
        ID,
        SEVERITY,
        f"{what} มีผลเหมือนปี {year - 1} ทุกคำ {count}",
        _FIX,
        (other.where, *places[:5]),
    )


def _list_measures(loaded: LoadedDossier, year: int) -> Iterator[tuple[object, _Telling]]:
    for row, section in enumerate(loaded.dossier.measures[year].sections):
        for index, measure in enumerate(section.measures):
            text = _clean((*measure.results, *measure.outcomes))
            if text:
                where = loaded.sources.where(f"measures/{year}", "sections", row, "measures", index, "results")
                yield (section.number, compact(measure.title)), _Telling(text, where, measure.score)


def _list_projects(loaded: LoadedDossier, key: RoundKey) -> Iterator[tuple[object, _Telling]]:
    for index, progress in enumerate(loaded.dossier.rounds[key].projects):
        text = _clean((*progress.results, *progress.outcomes))
        if text:
            yield progress.project, _Telling(text, loaded.sources.where_progress(key, index, "results"))


def _clean(texts: Iterable[str]) -> str:
    return _YEAR.sub("", to_arabic("".join(compact(text) for text in texts)))
