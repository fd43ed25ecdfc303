"""จำนวนโครงการที่บรรจุในข้อบัญญัติหรือเทศบัญญัติต้องไม่ขัดกับเงินและตารางตามข้อบัญญัติ

โครงการที่มีเงินตามข้อบัญญัติย่อมบรรจุอยู่ในข้อบัญญัติ จำนวนที่บรรจุจึงน้อยกว่าจำนวนโครงการที่มีเงินไม่ได้
โครงการที่บรรจุโดยไม่ใช้เงินไม่ถือว่าผิด
เหตุที่สำคัญ: สองตารางของรายงานฉบับเดียวกันที่นับไม่เท่ากัน ทำให้ไม่รู้ว่าโครงการใดได้รับงบประมาณจริง

ไม่ผ่าน: in_ordinance: 1 ใน declared แต่มีสองโครงการที่มีเงินตามข้อบัญญัติ
ไม่ผ่าน: โครงการที่ in_ordinance: ไม่บรรจุ มี ordinance: 20000
ผ่าน: in_ordinance: 5 ใน declared มีสี่โครงการที่มีเงินตามข้อบัญญัติ
ผ่าน: โครงการที่ in_ordinance: บรรจุ แต่ไม่ใช้งบประมาณ
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.declared import is_round_read, keep_few, where_declared
from prongsai.figures.round_results import RoundResults
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.progress import DeclaredReport

ID = "ordinance-count"
SEVERITY = Severity.WARNING


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield ticks, and declared numbers without ticks, that contradict the money in the ordinance."""
    dossier = loaded.dossier
    ordinance = dossier.lao.type.vocabulary.ordinance
    for key, report in dossier.rounds.items():
        for index, record in enumerate(report.projects):
            if record.in_ordinance is False and record.ordinance and record.ordinance.amount:
                yield Problem(
                    loaded.sources.where_progress(key, index, "in_ordinance"),
                    ID,
                    SEVERITY,
                    f"โครงการ {record.project} ระบุว่าไม่บรรจุใน{ordinance} "
                    f"แต่มีงบประมาณตาม{ordinance} {record.ordinance.amount:,.2f} บาท",
                    "เทียบกับเอกสารฉบับจริง แล้วแก้ in_ordinance หรือ ordinance ที่บันทึกผิด",
                    (loaded.sources.where_progress(key, index, "ordinance"),),
                )
        figures = loaded.ledger.by_round.get(key)
        if figures and report.declared.in_ordinance is not None and is_round_read(loaded, key):
            yield from _check_number(loaded, figures, ordinance)


def _check_number(loaded: LoadedDossier, figures: RoundResults, ordinance: str) -> Iterator[Problem]:
    """Yield the declared number where no project is ticked and more projects have the ordinance's money."""
    number = figures.in_ordinance.number
    if number is None or not figures.in_ordinance.is_declared:
        return
    name = f"progress/{figures.key.slug}"
    funded = [result for result in figures.results if result.ordinance.amount]
    counted = _count_table(figures)
    # The e-Plan table counts all projects by design: alone it proves nothing, beside the money it shows the gap.
    if len(funded) > number:
        found = [f"มี {len(funded)} โครงการที่มีเงินตาม{ordinance}"]
        if counted > number:
            found.append(f"ตารางโครงการ/งบประมาณตามข้อบัญญัติฯ ของระบบ e-PlanNACC นับ {counted} โครงการ")
        indexes = {record.project: index for index, record in enumerate(figures.report.projects)}
        places = [
            loaded.sources.where_progress(figures.key, indexes[result.project.id], "ordinance")
            for result in funded
            if result.project.id in indexes
        ]
        yield Problem(
            where_declared(loaded, name, "declared", "in_ordinance"),
            ID,
            SEVERITY,
            f"เอกสารระบุว่าบรรจุใน{ordinance} {number} โครงการ แต่" + " และ".join(found),
            "เทียบกับเอกสารฉบับจริง แล้วแก้ in_ordinance ใน declared หรือระบุ in_ordinance รายโครงการ",
            keep_few(places),
        )


def _count_table(figures: RoundResults) -> int:
    """Return how many projects the document's own ordinance table counts: all of them; 0 where it prints no table."""
    declared: DeclaredReport = figures.report.declared
    rows = [declared, *declared.dimensions.values()]
    if all(row.ordinance is None for row in rows):
        return 0
    return figures.total.counts.total if declared.projects is None else declared.projects
