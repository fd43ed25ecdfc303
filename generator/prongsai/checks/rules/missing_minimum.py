"""ปีงบประมาณที่มีรายงานรอบ 12 เดือนต้องระบุจำนวนโครงการขั้นต่ำ

เหตุที่สำคัญ: ระดับการนำแผนไปปฏิบัติคิดจากโครงการขั้นต่ำตามที่ ป.ป.ช. กำหนด ถ้าไม่มีจำนวนนี้หน้าเว็บจะไม่แสดงระดับ

ไม่ผ่าน: มี progress/2567-12.yml แต่ lao.yml มีเพียง minimum_projects: {2566: 25}
ผ่าน: minimum_projects: {2566: 25, 2567: 25}
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.progress import Round

ID = "missing-minimum"
SEVERITY = Severity.WARNING


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield fiscal years with an annual report whose minimum is missing or 0."""
    dossier, sources = loaded.dossier, loaded.sources
    for key, report in dossier.rounds.items():
        year = key.fiscal_year
        minimum = dossier.lao.minimum_projects.get(year)
        if key.round is not Round.TWELVE or minimum:
            continue
        declared = report.declared.minimum
        found = "ไม่มีจำนวนโครงการขั้นต่ำ" if minimum is None else "มีจำนวนโครงการขั้นต่ำเป็น 0"
        source = f"รายงานระบุไว้ {declared} โครงการ" if declared else "ตามที่ ป.ป.ช. กำหนด"
        yield Problem(
            sources.documents["lao"].where_key("minimum_projects"),
            ID,
            SEVERITY,
            f"ปีงบประมาณ {year} มีรายงานรอบ 12 เดือน แต่{found} จึงคำนวณระดับการนำแผนไปปฏิบัติไม่ได้",
            f"ระบุจำนวนของปี {year} ที่ minimum_projects: ใน lao.yml ({source})",
            (sources.where(f"progress/{key.slug}"),),
        )
