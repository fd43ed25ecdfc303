"""ผลงานหรือหลักฐานชิ้นเดียวกันต้องไม่ใช้รายงานสองโครงการ

ตรวจกิจกรรมที่วันเดือนปีตรงกันและเรียกชื่อตรงกันในผลการดำเนินงานของสองโครงการในรอบเดียวกัน และลิงก์หรือไฟล์หลักฐานที่ใช้ซ้ำ
ไฟล์คนละชื่อที่มีเนื้อหาเดียวกันทุกไบต์นับเป็นไฟล์เดียวกัน
เหตุที่สำคัญ: กิจกรรมครั้งเดียวถูกนับเป็นผลของสองโครงการ โดยเฉพาะเมื่อโครงการหนึ่งใช้เงินและอีกโครงการหนึ่งไม่ใช้เงิน

ไม่ผ่าน: p01 และ p27 รายงานว่า “จัดฝึกอบรมความรู้ทั่วไปทางกฎหมาย เมื่อวันที่ 26 เมษายน 2566”
ผ่าน: p01 และ p27 รายงานกิจกรรมคนละเรื่องในวันเดียวกัน
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from msgspec import Struct, field

from prongsai.checks.subjects.dated_events import find_dated_events, is_same_event, list_event_keys
from prongsai.checks.subjects.same_file import FilesSeen
from prongsai.figures.round_results import ProjectResult
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.dossier import RoundKey
from prongsai.records.progress import Evidence, Progress
from prongsai.thai.dates import format_thai_date

ID = "shared-evidence"
SEVERITY = Severity.WARNING


class _Shared(Struct):
    """What two projects share: in words, with the place in the later and in the earlier record."""

    words: list[str] = field(default_factory=list)
    later: list[Where] = field(default_factory=list)
    earlier: list[Where] = field(default_factory=list)

    def add(self, words: str, later: Where, earlier: Where) -> None:
        """Add a thing that is not told yet."""
        if words not in self.words:
            self.words.append(words)
            self.later.append(later)
            self.earlier.append(earlier)


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield the pairs of projects of a round that tell the same event or show the same evidence."""
    for key, report in loaded.dossier.rounds.items():
        pairs: dict[tuple[str, str], _Shared] = {}
        _compare_events(loaded, key, report.projects, pairs)
        _compare_evidence(loaded, key, report.projects, pairs)
        figures = loaded.ledger.by_round.get(key) if pairs else None
        results = {result.project.id: result for result in figures.results} if figures else {}
        for (earlier, later), shared in pairs.items():
            yield Problem(
                shared.later[0],
                ID,
                SEVERITY,
                f"โครงการ {later} ใช้ผลงานหรือหลักฐานเดียวกับโครงการ {earlier} ({', '.join(shared.words)})"
                + _describe_money(results.get(earlier), results.get(later)),
                "เขียนผลของแต่ละโครงการแยกกัน หรืออธิบายว่าเหตุใดจึงนับเป็นผลของทั้งสองโครงการ",
                (*shared.earlier, *shared.later[1:]),
            )


def _compare_events(
    loaded: LoadedDossier, key: RoundKey, projects: tuple[Progress, ...], pairs: dict[tuple[str, str], _Shared]
) -> None:
    lao = loaded.dossier.lao.full_name
    first: dict[object, tuple[int, int, str]] = {}
    for index, record in enumerate(projects):
        for position, text in enumerate(record.results):
            for date, event in find_dated_events(text, lao):
                mine = (index, position, event)
                # Whoever told a stretch of these words first: a cheap way to the few events worth comparing.
                for before, place, other in dict.fromkeys(
                    first.setdefault(k, mine) for k in list_event_keys(date, event)
                ):
                    ids = (projects[before].project, record.project)
                    if ids[0] != ids[1] and is_same_event(event, other):
                        pairs.setdefault(ids, _Shared()).add(
                            f"วันที่ {format_thai_date(date)}",
                            loaded.sources.where_progress(key, index, "results", position),
                            loaded.sources.where_progress(key, before, "results", place),
                        )
                        break  # the pair with whoever told it first is enough


def _compare_evidence(
    loaded: LoadedDossier, key: RoundKey, projects: tuple[Progress, ...], pairs: dict[tuple[str, str], _Shared]
) -> None:
    first: dict[str, tuple[int, int]] = {}
    seen = FilesSeen(loaded.folder)
    for index, record in enumerate(projects):
        for position, evidence in enumerate(record.evidence):
            for target, words in _list_targets(evidence, seen):
                before, place = first.setdefault(target, (index, position))
                ids = (projects[before].project, record.project)
                if ids[0] != ids[1]:
                    pairs.setdefault(ids, _Shared()).add(
                        words,
                        loaded.sources.where_progress(key, index, "evidence", position),
                        loaded.sources.where_progress(key, before, "evidence", place),
                    )


def _list_targets(evidence: Evidence, seen: FilesSeen) -> Iterator[tuple[str, str]]:
    """Yield what makes a piece of evidence the same as another, and what it is in words."""
    if evidence.file is not None:
        yield seen.find_first(evidence.file), seen.tell_first(evidence.file)
    if evidence.url is not None:
        parts = urlsplit(evidence.url)
        # The front page of a site shows nothing in particular; every project may point at it.
        if parts.path.strip("/") or parts.query:
            yield evidence.url.rstrip("/"), evidence.url.rstrip("/")


def _describe_money(one: ProjectResult | None, other: ProjectResult | None) -> str:
    """Tell which of two projects has money, where the other is known to have none."""
    if one is None or other is None:
        return ""
    amounts = [(result.planned if result.planned.is_known else result.disbursed).amount for result in (one, other)]
    if None in amounts or bool(amounts[0]) == bool(amounts[1]):
        return ""
    rich, poor = (one, other) if amounts[0] else (other, one)
    return f" ทั้งที่โครงการ {rich.project.id} มีงบประมาณ {max(a for a in amounts if a):,.2f} บาท แต่โครงการ {poor.project.id} ไม่ใช้งบประมาณ"
