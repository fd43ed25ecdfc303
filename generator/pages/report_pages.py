"""The list of reports and one page per round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.figures.implementation import compute_level_counts
from generator.figures.round_results import ProjectResult, RoundResults
from generator.pages.environment import render
from generator.pages.formats import format_round_period
from generator.pages.lao_pages import LaoPages
from generator.pages.page import Page
from generator.pages.site import list_published_papers, list_unreported_rounds
from generator.records.lao import Numerals
from generator.records.progress import Status


def render_report_index(lao: LaoPages) -> Page:
    """Return the list of reports; without any, a page that says so."""
    name = lao.dossier.lao.full_name
    return lao.render(
        "reports.md.jinja",
        lao.paths.reports,
        title=f"รายงานผลการดำเนินงาน {name}",
        description=f"รายงานผลการดำเนินงานตามแผนป้องกันการทุจริตของ{name} ทุกปีงบประมาณ ทุกรอบ",
        above=(("รายงานผล", lao.paths.reports),),
        is_wide=True,
        rounds=lao.rounds,
        unreported=list_unreported_rounds(lao.dossier),
    )


def render_reports(lao: LaoPages) -> Iterator[Page]:
    """Yield the report of every round."""
    for round_ in lao.rounds:
        path = lao.paths.report(round_.key)
        yield lao.render(
            "report.md.jinja",
            path,
            title=f"รายงานผลการดำเนินงาน {round_.key.label} {lao.dossier.lao.full_name}",
            description=f"ผลการดำเนินงานตามแผนป้องกันการทุจริตของ{lao.dossier.lao.full_name} {round_.key.label} "
            "รายโครงการ พร้อมตารางตามระบบ e-PlanNACC",
            above=(("รายงานผล", lao.paths.reports), (round_.key.label, path)),
            round=round_,
            report=round_.report,
            period=format_round_period(round_.key.fiscal_year, round_.key.round),
            papers=[
                (name, paper)
                for name, paper in list_published_papers(lao.dossier)
                if name in {round_.report.announcement, round_.report.memo}
            ],
            contents=[
                (title, id_)
                for title, id_, given in (
                    ("คำนำ", "foreword", round_.report.foreword),
                    ("ผลการดำเนินงานรายโครงการ", "results", True),
                    ("รายงานแบบบรรยาย", "narrative", round_.results),
                    ("ปัจจัยสนับสนุน", "supporting-factors", round_.report.supporting_factors),
                    ("ปัญหา/อุปสรรค", "problems", True),
                    ("ข้อเสนอแนะ", "suggestions", True),
                    ("ตารางตามระบบ e-PlanNACC", "eplan", round_.results),
                    ("สรุปผลการขับเคลื่อนแผนฯ", "summary", round_.results),
                    ("ผลระดับจังหวัด", "e7", round_.results and round_.report.provincial),
                )
                if given
            ],
            groups=group_results(round_),
            eplan=_render_eplan(lao, round_, path),
        )


def _render_eplan(lao: LaoPages, round_: RoundResults, path: str) -> Any:
    """Return the e-Plan tables; they use Arabic digits on every site, as the national system does."""
    provincial = round_.report.provincial
    return render(
        "eplan.md.jinja",
        Numerals.ARABIC,
        path,
        **lao.template_values(),
        round=round_,
        report=round_.report,
        statuses=tuple(Status),
        eplan_order=order_by_eplan_number(round_.results),
        level_counts=compute_level_counts(provincial.rows) if provincial else None,
    )


def order_by_eplan_number(results: tuple[ProjectResult, ...]) -> list[ProjectResult]:
    """Return the results in the order of e-PlanNACC; projects without an e-Plan number follow in the plan's order."""
    return sorted(
        results,
        key=lambda result: (
            result.project.eplan_number is None,
            result.project.eplan_number or 0,
            result.project.number,
        ),
    )


def group_results(round_: RoundResults) -> list[dict[str, Any]]:
    """Return the results by dimension and mission, with the sums of each dimension."""
    groups = []
    for number, sums in round_.by_dimension.items():
        missions: dict[str, list[ProjectResult]] = {}
        for result in round_.results:
            if result.project.dimension == number:
                missions.setdefault(result.project.main_mission, []).append(result)
        size = sum(map(len, missions.values()))
        groups.append({"number": number, "sums": sums, "missions": sorted(missions.items()), "size": size})
    return groups
