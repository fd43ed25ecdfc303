"""From which files of an LAO a page or paper comes, and of which day they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from prongsai.addresses import LaoPaths
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.plan import Plan
from prongsai.records.progress import Round
from prongsai.thai.dates import format_thai_date


class Origin(Struct, frozen=True):
    """Where the data of a page come from.

    Attributes:
        files: Files and folders, from the folder of plans on.
        as_of: Date of the data; None where nothing tells.
    """

    files: tuple[str, ...]
    as_of: dt.date | None = None

    def describe(self) -> str:
        """Return both in a sentence."""
        told = format_thai_date(self.as_of) if self.as_of else "ไม่ได้ระบุ"
        return f"ที่มา: {', '.join(self.files)} ข้อมูล ณ วันที่: {told}"


def list_origins(dossier: Dossier, folder: Path) -> dict[str, Origin]:
    """Return the origin of every page that does not come from all files of its LAO, by the page's path.

    Args:
        dossier: The records.
        folder: The LAO's folder of plans; a project has a file of its own there or stands in the plan's.
    """
    paths = LaoPaths(dossier.slug)
    origins: dict[str, tuple[str, ...]] = {paths.contact: ("lao.yml",)}
    dates: dict[str, dt.date | None] = {}
    for plan in dossier.plans.values():
        plan_paths = paths.plan(plan.period)
        has_folder = (folder / plan.period / "projects").is_dir()
        whole = (f"{plan.period}/plan.yml", *([f"{plan.period}/projects/"] if has_folder else []))
        origins[plan_paths.front] = whole
        rounds = [key for key in dossier.rounds if dossier.find_plan(key.fiscal_year) is plan]
        reports = tuple(f"progress/{key.slug}.yml" for key in rounds)
        origins[plan_paths.projects] = (*whole, *reports)
        for project in plan.projects:
            own = f"{plan.period}/projects/{project.id}.yml"
            page = plan_paths.project(project.id)
            origins[page] = (own if has_folder and (folder / own).is_file() else whole[0], *reports)
            dates[page] = max(filter(None, (dossier.rounds[key].as_of for key in rounds)), default=None)
        for key in rounds:
            origins[paths.report(key)] = (*whole, *_list_reports(dossier, key))
            dates[paths.report(key)] = dossier.rounds[key].as_of
        dates[plan_paths.front] = _date_plan(dossier, plan)
    for year, record in dossier.measures.items():
        origins[paths.measures(year)] = (f"measures/{year}.yml",)
        dates[paths.measures(year)] = record.as_of
    for name, paper in dossier.papers.items():
        origins[paths.paper(name)] = (f"papers/{name}.yml",)
        dates[paths.paper(name)] = paper.date
    return {
        page: Origin(tuple(f"{dossier.slug}/{name}" for name in files), dates.get(page))
        for page, files in origins.items()
    }


def _list_reports(dossier: Dossier, key: RoundKey) -> Iterator[str]:
    """Yield the files of a round; that of the whole year rests on that of its first half."""
    half = RoundKey(key.fiscal_year, Round.SIX)
    if key != half and half in dossier.rounds:
        yield f"progress/{half.slug}.yml"
    yield f"progress/{key.slug}.yml"


def _date_plan(dossier: Dossier, plan: Plan) -> dt.date | None:
    paper = dossier.papers.get(plan.announcement or "")
    dates = (paper.date if paper else plan.foreword_date, *(amendment.date for amendment in plan.amendments))
    return max(filter(None, dates), default=None)
