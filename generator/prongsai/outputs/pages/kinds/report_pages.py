"""The list of reports and one page per round."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.blocks.blocks import Heading, Section
from prongsai.documents.formats import format_round_period
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield the list of reports and the report of each round."""
    yield _render_index(lao)
    yield from _render_reports(lao)


def _render_index(lao: LaoPages) -> Page:
    """Return the list of reports; without any, a page that says so."""
    name = lao.dossier.lao.full_name
    return lao.render(
        "reports.md.jinja",
        lao.paths.reports,
        title=f"รายงานผลการดำเนินงาน {name}",
        description=f"รายงานผลการดำเนินงานตามแผนป้องกันการทุจริตของ{name} ทุกปีงบประมาณ ทุกรอบ",
        above=(("รายงานผล", lao.paths.reports),),
        is_wide=True,
        rounds=lao.ledger.rounds,
        today=lao.today,
        late_rounds=lao.late_rounds,
    )


def _render_reports(lao: LaoPages) -> Iterator[Page]:
    """Yield the report of every round."""
    for round_ in lao.ledger.rounds:
        path = lao.paths.report(round_.key)
        sections = lao.shelf.report_sections[round_.key]
        yield lao.render(
            "report.md.jinja",
            path,
            title=f"รายงานผลการดำเนินงาน {round_.key.label} {lao.dossier.lao.full_name}",
            description=f"ผลการดำเนินงานตามแผนป้องกันการทุจริตของ{lao.dossier.lao.full_name} {round_.key.label} "
            "รายโครงการ พร้อมตารางตามระบบ e-PlanNACC",
            above=(("รายงานผล", lao.paths.reports), (round_.key.label, path)),
            dates=(round_.report.as_of,),
            plan=round_.plan,
            round=round_,
            report=round_.report,
            period=format_round_period(round_.key.fiscal_year, round_.key.round),
            papers=[
                (name, paper)
                for name, paper in lao.shelf.papers.items()
                if name in {round_.report.announcement, round_.report.memo}
            ],
            contents=list_contents(sections),
            parts=lao.render_sections(sections, path),
        )


def list_contents(sections: list[Section]) -> list[tuple[str, str]]:
    """Return title and id of the sections, and of the parts that readers of a report look for."""
    wanted = {"summary": "สรุปผลการขับเคลื่อนแผนฯ", "e7": "ผลระดับจังหวัด"}
    contents = []
    for section in sections:
        contents.append((section.title, section.id))
        headings = (block.id for block in section.blocks if isinstance(block, Heading))
        contents += [(wanted[id_], id_) for id_ in headings if id_ in wanted]
    return contents
