"""ผลของสองโครงการในรอบเดียวกันต้องไม่ใช้ข้อความเดียวกัน

เทียบผลการดำเนินงานและผลลัพธ์ที่ยาวตั้งแต่ 40 ตัวอักษร โดยไม่นับช่องว่างและเครื่องหมายคำพูด
เหตุที่สำคัญ: ข้อความที่คัดลอกจากโครงการอื่นทำให้ไม่รู้ว่าโครงการใดทำจริง และมักติดชื่อหรือจำนวนของโครงการเดิมมาด้วย

ไม่ผ่าน: p02 และ p03 มีผลเป็น “ประชาสัมพันธ์เกียรติคุณของผู้ได้รับการยกย่องผ่านช่องทางต่าง ๆ”
ผ่าน: แต่ละโครงการเขียนผลของตนเอง เช่น จำนวนผู้ได้รับการยกย่องและช่องทางที่ใช้
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.reported_texts import ReportedText, iter_reported_texts
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.dossier import RoundKey
from prongsai.records.progress import Progress, Status
from prongsai.thai.patterns import compile_late
from prongsai.thai.text import compact

ID = "repeated-result"
SEVERITY = Severity.WARNING
MIN_LENGTH = 40
_WITH_RESULTS = frozenset({Status.DONE, Status.IN_PROGRESS})
# Where a project stands, rather than what came of it: many projects may say so in the same words.
_STANDING = compile_late("อยู่(?:ใน)?ระหว่าง|ยังไม่|ไม่ได้ดำเนินการ|ไม่มีการดำเนินการ|รอ(?:ผล|การ|รายงาน)")


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield every text that two or more projects of a round tell as their result."""
    for key, report in loaded.dossier.rounds.items():
        for first, *others in _list_repeated(key, report.projects):
            projects = ", ".join(dict.fromkeys(item.progress.project for item in others))
            yield Problem(
                first.where(loaded),
                ID,
                SEVERITY,
                f"{first.label}ของโครงการ {first.progress.project} เป็นข้อความเดียวกับของโครงการ {projects}: “{first.text}”",
                "เขียนผลที่เกิดขึ้นจริงของแต่ละโครงการ",
                tuple(item.where(loaded) for item in others),
            )


def _list_repeated(key: RoundKey, projects: tuple[Progress, ...]) -> list[list[ReportedText]]:
    """Return the places of each repeated text, those in the project that tells it first left out but for one."""
    places: dict[str, list[ReportedText]] = {}
    for item in iter_reported_texts(key, projects):
        text = compact(item.text)
        if item.progress.status in _WITH_RESULTS and len(text) >= MIN_LENGTH and not _STANDING.match(text):
            found = places.setdefault(text, [])
            if not found or item.progress.project != found[0].progress.project:
                found.append(item)
    return [found for found in places.values() if len(found) > 1]
