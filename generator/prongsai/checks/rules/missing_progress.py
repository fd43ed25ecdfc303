"""รายงานของรอบที่ปิดแล้วต้องมีผลของทุกโครงการที่อยู่ในแผนของปีนั้น

ตรวจรอบที่ระบุวันที่ของข้อมูล (as_of) หรือมีรายงานของรอบหลังแล้ว
โครงการที่แล้วเสร็จในรอบ 6 เดือนไม่ต้องเขียนซ้ำในรอบ 12 เดือน
เหตุที่สำคัญ: โครงการที่ไม่มีรายงานถูกนับเป็น “รอรายงาน” และทำให้ร้อยละของทั้งแผนต่ำลงโดยไม่มีใครรู้ว่าลืมกรอก

ไม่ผ่าน: แผนมี p01 ถึง p05 แต่ progress/2566-12.yml มีเพียง p01 ถึง p04
ผ่าน: ทุกโครงการมีรายการของตนใน progress/2566-12.yml
ผ่าน: - {project: p05, status: รอรายงาน}
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.figures.round_results import RoundResults
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.dossier import RoundKey
from prongsai.records.progress import Round

ID = "missing-progress"
SEVERITY = Severity.WARNING
MAX_NAMED = 10


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield closed rounds that lack records of projects in force."""
    dossier, sources = loaded.dossier, loaded.sources
    last = max(dossier.rounds, default=None)
    for key, figures in loaded.ledger.by_round.items():
        is_open = figures.report.as_of is None and key == last
        if is_open or _is_unreadable(loaded, key) or _has_misnamed(figures):
            continue
        missing = [result.project.id for result in figures.results if result.progress is None]
        if missing:
            named = missing[:MAX_NAMED]
            others = f" และอีก {len(missing) - len(named)} โครงการ" if len(missing) > len(named) else ""
            yield Problem(
                sources.documents[f"progress/{key.slug}"].where_key("projects"),
                ID,
                SEVERITY,
                f"รายงานผล{key.label} ไม่มีผลของ {len(missing)} โครงการที่อยู่ในแผน: {', '.join(named)}{others}",
                "เพิ่มรายการของโครงการเหล่านี้ใน projects: (หากยังไม่มีข้อมูล ใช้ status: รอรายงาน)"
                + (" หรือเขียน from: และ until: ของโครงการที่รายงานปีนี้ไม่กล่าวถึง" if figures.plan.is_reported else ""),
                tuple(sources.where_project(figures.plan.period, project_id, "id") for project_id in named),
            )


def _has_misnamed(figures: RoundResults) -> bool:
    """A record of a project that is not in the plan, or a second one, is told by another rule and may be the missing one."""
    named = [progress.project for progress in figures.report.projects]
    return len(set(named)) < len(named) or any(figures.plan.get_project(name) is None for name in named)


def _is_unreadable(loaded: LoadedDossier, key: RoundKey) -> bool:
    """A record that could not be read may be the missing one; so may one of round 06, which is carried over."""
    keys = {key, RoundKey(key.fiscal_year, Round.SIX)} if key.round is Round.TWELVE else {key}
    return any(f"progress/{each.slug}" in loaded.sources.broken for each in keys)
