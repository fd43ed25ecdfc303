"""The gallery of each round: the photographs of its evidence by project."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.addresses import list_photo_records
from prongsai.blocks.blocks import Section
from prongsai.documents.evidence import make_photos
from prongsai.figures.round_results import RoundResults
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page
from prongsai.records.progress import Progress
from prongsai.records.project import Project


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield the gallery of every round that has a photograph."""
    for round_ in lao.ledger.rounds:
        if records := list_photo_records(lao.dossier, round_.key):
            yield _render_gallery(lao, round_, records)


def _render_gallery(lao: LaoPages, round_: RoundResults, records: list[tuple[Project, Progress]]) -> Page:
    name, key = lao.dossier.lao.full_name, round_.key
    path, report = lao.paths.report_photos(key), lao.paths.report(key)
    return lao.render(
        "photos.md.jinja",
        path,
        title=f"ภาพหลักฐาน {key.label} {name}",
        description=f"ภาพที่{name}แนบเป็นหลักฐานว่าได้ทำโครงการป้องกันการทุจริต {key.label} แยกตามโครงการ",
        above=(("รายงานผล", lao.paths.reports), (key.label, report), ("ภาพหลักฐาน", path)),
        dates=(round_.report.as_of,),
        is_wide=True,
        styles=("photos",),
        is_searched=False,  # the projects' own pages say the same
        round=round_,
        report=report,
        photo_count=sum(len(progress.photos) for _, progress in records),
        project_count=len(records),
        galleries=[
            (
                lao.get_project_page(round_.plan, project.id),
                project,
                lao.render_sections([Section("", "", (make_photos(lao.dossier, progress.photos),))], path),
            )
            for project, progress in records
        ],
    )
