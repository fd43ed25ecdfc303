"""From which files a page comes: those that hold what it shows, and no others."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from figure_records import make_dossier, make_plan, make_progress, make_project, make_report
from prongsai.documents.origins import list_origins
from prongsai.documents.shelf import Shelf
from prongsai.figures.ledger import Ledger
from prongsai.records.dossier import Dossier

DAY = dt.date(2023, 10, 6)


def make() -> Dossier:
    """Return a plan of two projects with both rounds of a year; the second tells its date."""
    whole = make_report([make_progress("p01")]).model_copy(update={"as_of": DAY})
    return make_dossier([make_plan([make_project(), make_project("p02")])], {"2566-06": [], "2566-12": whole})


def test_files_of_each_page(tmp_path: Path) -> None:
    """A project's own file where it has one, else the plan's; the year's report rests on the half year's."""
    (tmp_path / "2566-2570" / "projects").mkdir(parents=True)
    (tmp_path / "2566-2570" / "projects" / "p01.yml").touch()
    origins = list_origins(make(), tmp_path)

    reports = ("nongsaeng/progress/2566-06.yml", "nongsaeng/progress/2566-12.yml")
    plan = ("nongsaeng/2566-2570/plan.yml", "nongsaeng/2566-2570/projects/")
    assert origins["nongsaeng/2566-2570/index.md"].files == plan
    assert origins["nongsaeng/2566-2570/projects/p01.md"].files == ("nongsaeng/2566-2570/projects/p01.yml", *reports)
    assert origins["nongsaeng/2566-2570/projects/p02.md"].files == ("nongsaeng/2566-2570/plan.yml", *reports)
    assert origins["nongsaeng/reports/2566-06.md"].files == (*plan, reports[0])
    assert origins["nongsaeng/reports/2566-12.md"].files == (*plan, *reports)
    assert "nongsaeng/index.md" not in origins


def test_papers_say_where_they_come_from() -> None:
    """Every document carries files and date of its data; without a date it says so."""
    told = {document.page: document.origin for document in Shelf(Ledger(make())).documents}

    assert told["nongsaeng/reports/2566-12.md"] == (
        "ที่มา: nongsaeng/2566-2570/plan.yml, nongsaeng/progress/2566-06.yml, nongsaeng/progress/2566-12.yml "
        "ข้อมูล ณ วันที่: 6 ตุลาคม 2566"
    )
    assert told["nongsaeng/reports/2566-06.md"].endswith("ข้อมูล ณ วันที่: ไม่ได้ระบุ")
    assert all(told.values())
