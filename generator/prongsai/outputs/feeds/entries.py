"""What is news: papers, reports and what they change, measures, figures that became others; dated by the data, never by the clock."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator

from msgspec import Struct

from prongsai.documents.formats import format_money, format_percent, format_sum_baht
from prongsai.figures.duties import compute_round_end
from prongsai.figures.round_results import Change, RoundResults, compute_changes
from prongsai.history.history import PublicChange
from prongsai.outputs.pages.changes import list_changes
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.records.dossier import RoundKey
from prongsai.records.plan import Plan
from prongsai.records.progress import Round
from prongsai.records.project import Project
from prongsai.thai.dates import format_thai_date

_NAMESPACE = uuid.UUID("7e6ce2f4-5d56-4d0a-9f0e-2f4d8b6b7a31")  # of our ids; never another
_MOST = 20  # figures that an entry names


class FeedEntry(Struct, frozen=True):
    """One piece of news.

    Attributes:
        id: Its lasting id, the same in every feed and at whatever address the site stands.
        date: Day of the record.
        title: One line.
        text: What is new, in a sentence or two.
        page: The page that tells more.
    """

    id: str
    date: dt.date
    title: str
    text: str
    page: str


def make_id(lao: LaoPages, key: str) -> str:
    """Return the lasting id of something of an LAO, which is known by type, name and place, not by address."""
    record = lao.dossier.lao
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, f'{record.full_name} {record.location} {key}')}"


def make_site_id(name: str) -> str:
    """Return the lasting id of a site's feed, by its address or name."""
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, name)}"


def list_entries(lao: LaoPages) -> list[FeedEntry]:
    """Return the news of an LAO, newest first."""
    entries = [*_list_papers(lao), *_list_rounds(lao), *_list_measures(lao)]
    entries += _list_figures(lao, lao.paths.history, lao.history.changes)
    return sort_entries(entries)


def sort_entries(entries: list[FeedEntry]) -> list[FeedEntry]:
    """Return entries newest first, those of a day in order of their ids."""
    return sorted(sorted(entries, key=lambda entry: entry.id), key=lambda entry: entry.date, reverse=True)


def list_project_entries(lao: LaoPages, plan: Plan, project: Project) -> list[FeedEntry]:
    """Return the news of one project: each round's report, each amendment of the plan that names it."""
    page = lao.get_project_page(plan, project.id)
    entries = []
    for history in lao.shelf.histories.get((plan.period, project.id), []):
        result = history.result
        amounts = f"ตั้งไว้ {format_money(result.planned)} เบิกจ่าย {format_money(result.disbursed)} (บาท)"
        told = " ".join(result.progress.results) if result.progress else ""
        entries.append(
            FeedEntry(
                make_id(lao, f"{page}#{history.key.slug}"),
                _date_round(lao, history.key),
                f"{project.name}: {result.status.label} ({history.key.label})",
                f"{amounts} {told}".strip(),
                page,
            )
        )
    entries += _list_figures(lao, page, lao.history.of_project(plan.period, project.id), f"{project.name}: ")
    for amendment in plan.amendments:
        if project.id in amendment.projects:
            title = f"{project.name}: แผน{amendment.kind.label} ครั้งที่ {amendment.number}"
            key = f"{page}#{amendment.kind.value}-{amendment.number}"
            entries.append(FeedEntry(make_id(lao, key), amendment.date, title, " ".join(amendment.summary), page))
    return sort_entries(entries)


def _list_papers(lao: LaoPages) -> Iterator[FeedEntry]:
    for name, paper in lao.shelf.papers.items():
        title = lao.get_paper_title(paper)
        text = f"{paper.kind.label}ลงวันที่ {format_thai_date(paper.date)}"
        yield FeedEntry(make_id(lao, lao.paths.paper(name)), paper.date, title, text, lao.paths.paper(name))


def _list_rounds(lao: LaoPages) -> Iterator[FeedEntry]:
    for key, results in lao.ledger.by_round.items():
        page = lao.paths.report(key)
        yield FeedEntry(make_id(lao, page), _date_round(lao, key), f"รายงานผล {key.label}", _tell_round(results), page)
        before = lao.ledger.by_round.get(RoundKey(key.fiscal_year, Round.SIX)) if key.round is Round.TWELVE else None
        changes = compute_changes(before, results) if before else []
        if changes:
            text = "; ".join(map(_tell_change, changes))
            title = f"{len(changes)} โครงการเปลี่ยนสถานะใน {key.label}"
            yield FeedEntry(make_id(lao, f"{page}#changes"), _date_round(lao, key), title, text, page)


def _list_measures(lao: LaoPages) -> Iterator[FeedEntry]:
    for year, record in lao.dossier.measures.items():
        paper = lao.get_paper(record.announcement)
        date = record.as_of or (paper.date if paper else None)
        if date:
            page = lao.paths.measures(year)
            count = sum(len(section.measures) for section in record.sections)
            title = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. {year}"
            yield FeedEntry(make_id(lao, page), date, title, f"{count} มาตรการ", page)


def _list_figures(lao: LaoPages, page: str, changes: Iterable[PublicChange], subject: str = "") -> Iterator[FeedEntry]:
    """Yield the figures that became others, an entry a day."""
    days: dict[dt.date, list[PublicChange]] = {}
    for change in changes:
        if change.is_figure:
            days.setdefault(change.date, []).append(change)
    for day, changed in days.items():
        shown = list_changes(lao, changed[:_MOST])
        text = "; ".join(f"{one.subject} {one.field}: {one.old} → {one.new} ({one.reason})" for one in shown)
        more = f" และอีก {len(changed) - _MOST} ค่า" if len(changed) > _MOST else ""
        key = f"{page}#figures-{day.isoformat()}"
        yield FeedEntry(make_id(lao, key), day, f"{subject}แก้ตัวเลข {len(changed)} ค่า", f"{text}{more}", page)


def _tell_round(results: RoundResults) -> str:
    total = results.total
    if not total.counts.total:
        return "ไม่มีโครงการที่อยู่ในแผนของปีนั้น"
    level = f" ระดับการนำแผนไปปฏิบัติ{results.level.name.label}" if results.level else ""
    return (
        f"ทำเสร็จ {total.counts.done} จาก {total.counts.total} โครงการ (ร้อยละ {format_percent(total.projects_percent)}) "
        f"เบิกจ่าย {format_sum_baht(total.disbursed)} จากที่ตั้งไว้ {format_sum_baht(total.planned)}{level}"
    )


def _tell_change(change: Change) -> str:
    before = change.before.label if change.before else "เพิ่มเข้ามา"
    return f"{change.project.name}: {before} → {change.after.label}"


def _date_round(lao: LaoPages, key: RoundKey) -> dt.date:
    """Return the day of a report: of its data, else of its announcement, else the round's last day."""
    report = lao.dossier.rounds[key]
    paper = lao.get_paper(report.announcement)
    return report.as_of or (paper.date if paper else compute_round_end(key))
