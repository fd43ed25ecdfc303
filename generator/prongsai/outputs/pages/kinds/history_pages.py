"""What was changed in an LAO's records: the latest, and a page a fiscal year."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.outputs.pages.changes import make_changes_table
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page

_LATEST = 20
_MOST = 500  # changes on one page; the files to download have all


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield the latest changes, and those of each fiscal year; without any, a page that says why."""
    years = lao.history.by_year
    name = lao.dossier.lao.full_name
    latest = lao.history.changes[:_LATEST]
    yield lao.render(
        "history.md.jinja",
        lao.paths.history,
        title=f"ประวัติการแก้ไข {name}",
        description=f"ข้อมูลใดของ{name}ถูกแก้ เมื่อใด จากอะไรเป็นอะไร และเพราะเหตุใด",
        above=(("ประวัติการแก้ไข", lao.paths.history),),
        dates=[change.date for change in lao.history.changes[:1]],
        is_wide=True,
        is_searched=False,
        history=lao.history,
        years={year: len(changes) for year, changes in years.items()},
        changes=make_changes_table(lao, f"การแก้ไขล่าสุด {len(latest)} รายการ", latest) if latest else None,
    )
    for year, changes in years.items():
        path = lao.paths.history_year(year)
        yield lao.render(
            "history_year.md.jinja",
            path,
            title=f"ประวัติการแก้ไข ปีงบประมาณ พ.ศ. {year} {name}",
            description=f"การแก้ไขข้อมูลของ{name} ในปีงบประมาณ พ.ศ. {year}",
            above=(("ประวัติการแก้ไข", lao.paths.history), (f"ปีงบประมาณ พ.ศ. {year}", path)),
            dates=[change.date for change in changes[:1]],
            is_wide=True,
            is_searched=False,
            year=year,
            count=len(changes),
            shown=len(changes[:_MOST]),
            changes=make_changes_table(lao, f"การแก้ไขในปีงบประมาณ พ.ศ. {year}", changes[:_MOST]),
        )
