"""The papers of one LAO as whole documents: which there are, and what each holds from cover to appendix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from generator.figures.round_results import RoundResults, compute_round_results
from generator.papers.blocks import Block, Heading, Section, Span, paragraph, paragraphs
from generator.papers.card import HistoryEntry, list_card_sections, make_progress_section
from generator.papers.letters import list_letter_blocks
from generator.papers.measures import list_measures_sections
from generator.papers.paths import LaoPaths
from generator.papers.plan import list_plan_sections
from generator.papers.report import list_report_sections
from generator.papers.wording import complete_paper, get_plan_name
from generator.records.dossier import Dossier
from generator.records.lao import ReportForm
from generator.records.papers import FilePaper, Memo, Paper
from generator.records.plan import Plan, Project
from generator.thai.dates import BE_OFFSET, MONTHS

_INTRODUCTION = ("risks", "principles", "objectives", "targets", "benefits")


class Layout(StrEnum):
    """How a document is laid out on paper."""

    LETTER = "letter"
    CARD = "card"
    BOOK = "book"


@dataclass(frozen=True)
class Part:
    """A part of a book: its number (ส่วนที่ 1) and title, and the sections in it."""

    title: str
    sections: tuple[Section, ...]
    number: str = ""


@dataclass(frozen=True)
class Document:
    """A paper from its first page to its last.

    Attributes:
        page: Path in ``content/`` of the page that says the same; the PDF stands beside it.
        title: Title of the document.
        make_parts: Makes its parts; a letter has one without a title.
        cover: Lines of the cover; empty for a document without one.
        cover_foot: Lines at the foot of the cover.
        emblem: Path of the emblem in the LAO's folder; empty for none.
        is_sample: The data are an example: the mark ตัวอย่าง stands on every page.
    """

    page: str
    title: str
    layout: Layout
    make_parts: Callable[[], tuple[Part, ...]]
    cover: tuple[str, ...] = ()
    cover_foot: tuple[str, ...] = ()
    emblem: str = ""
    is_sample: bool = field(default=False, kw_only=True)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Its parts, made when they are needed: most builds need only the document's place."""
        return self.make_parts()

    @property
    def pdf(self) -> str:
        """Path of the PDF in ``content/``: plan/plan.pdf for plan/index.md, reports/2566-12.pdf for 2566-12.md."""
        folder = self.page.removesuffix("/index.md")
        return f"{folder}/{folder.rpartition('/')[2]}.pdf" if folder != self.page else f"{self.page[:-3]}.pdf"

    @property
    def word(self) -> str:
        """Path of the Word file in ``content/``."""
        return f"{self.pdf.removesuffix('.pdf')}.docx"


def list_documents(dossier: Dossier) -> Iterator[Document]:
    """Yield every document of an LAO: plan, detail cards, reports, measures, and the papers that have a text."""
    rounds = {key: compute_round_results(dossier, key) for key in dossier.rounds}
    plan = dossier.plan
    if plan:
        yield _make_plan(dossier, plan)
        for project in plan.projects:
            yield _make_card(dossier, plan, project, list(rounds.values()))
    for results in rounds.values():
        yield _make_report(dossier, results)
    for year in dossier.measures:
        yield _make_measures(dossier, year)
    reported = {results.report.memo: results for results in rounds.values()}
    for name, paper in dossier.papers.items():
        if not isinstance(paper, FilePaper) and not (isinstance(paper, Memo) and not paper.public):
            yield make_letter(dossier, name, reported.get(name))


def make_letter(dossier: Dossier, paper_id: str, reported: RoundResults | None) -> Document:
    """Return an announcement, order or memo; ``reported`` is the round that a memo tells of."""
    paper = complete_paper(dossier, paper_id)
    return Document(
        LaoPaths(dossier.slug).paper(paper_id),
        name_paper(dossier, paper),
        Layout.LETTER,
        lambda: (Part("", (Section("", "", list_letter_blocks(dossier, paper, reported)),)),),
        emblem="" if paper.issuer else dossier.lao.emblem or "",
        is_sample=dossier.lao.sample,
    )


def name_paper(dossier: Dossier, paper: Paper) -> str:
    """Return what a paper is called in lists: kind, issuer, number, subject."""
    if isinstance(paper, FilePaper):
        return paper.subject
    number = f" ที่ {paper.number}" if paper.number else ""
    return f"{paper.kind.label}{paper.issuer or dossier.lao.full_name}{number} เรื่อง {paper.subject or ''}"


def _make_card(dossier: Dossier, plan: Plan, project: Project, rounds: list[RoundResults]) -> Document:
    return Document(
        LaoPaths(dossier.slug).project(project.id),
        project.name,
        Layout.CARD,
        lambda: (Part("", tuple(_list_card_sections(dossier, plan, project, rounds))),),
        is_sample=dossier.lao.sample,
    )


def _list_card_sections(
    dossier: Dossier, plan: Plan, project: Project, rounds: list[RoundResults]
) -> Iterator[Section]:
    history = [
        HistoryEntry(results.key, result)
        for results in reversed(rounds)
        for result in results.results
        if result.project is project
    ]
    titles = (
        "แบบรายละเอียดโครงการ/กิจกรรม/มาตรการ",
        f"ตาม{plan.name}",
        f"{dossier.lao.full_name} {dossier.lao.location}",
        f"ลำดับที่ {project.number} มิติที่ {project.dimension} {dossier.get_dimension_title(project.dimension)}",
    )
    yield Section("", "", paragraphs(titles, "title"))
    yield from list_card_sections(project, plan)
    yield make_progress_section(dossier, history)


def _make_plan(dossier: Dossier, plan: Plan) -> Document:
    return Document(
        LaoPaths(dossier.slug).plan,
        f"{plan.name} ของ{dossier.lao.full_name}",
        Layout.BOOK,
        lambda: _make_plan_parts(dossier, plan),
        cover=(plan.name,),
        cover_foot=_sign_cover(dossier),
        emblem=dossier.lao.seal or "",
        is_sample=dossier.lao.sample,
    )


def _make_plan_parts(dossier: Dossier, plan: Plan) -> tuple[Part, ...]:
    sections = {section.id: section for section in list_plan_sections(dossier, plan)}
    cards = tuple(
        Section(f"card-{project.id}", f"{project.number}. {project.name}", tuple(_list_card_blocks(project, plan)))
        for project in plan.projects
    )
    return _keep_filled(
        Part("คำนำ", _pick(sections, "foreword", title="")),
        Part("บทนำ", _pick(sections, *_INTRODUCTION), "ส่วนที่ 1"),
        Part("แผนปฏิบัติการป้องกันการทุจริต", _pick(sections, "projects", "amendments"), "ส่วนที่ 2"),
        Part("รายละเอียดโครงการ/กิจกรรม/มาตรการ", cards, "ส่วนที่ 3"),
        Part("ภาคผนวก", tuple(_list_appendix(dossier, plan.order, plan.announcement))),
    )


def _list_card_blocks(project: Project, plan: Plan) -> Iterator[Block]:
    """Yield a card as one section of the plan: its headings become headings inside it."""
    for section in list_card_sections(project, plan):
        if section.title:
            yield paragraph(Span(section.title, kind="strong"), kind="label")
        for block in section.blocks:
            yield paragraph(block.text, kind="label") if isinstance(block, Heading) else block


def _list_appendix(dossier: Dossier, *paper_ids: str | None) -> Iterator[Section]:
    for paper_id in paper_ids:
        if paper_id in dossier.papers and paper_id:
            paper = complete_paper(dossier, paper_id)
            blocks = list_letter_blocks(dossier, paper, None)
            if blocks:
                yield Section(f"paper-{paper_id}", name_paper(dossier, paper), blocks)


def _make_report(dossier: Dossier, results: RoundResults) -> Document:
    key, date = results.key, results.report.as_of
    title = f"รายงานผลการดำเนินการตาม{get_plan_name(dossier)}"
    return Document(
        LaoPaths(dossier.slug).report(key),
        f"{title} ประจำ{key.label} ของ{dossier.lao.full_name}",
        Layout.BOOK,
        lambda: _make_report_parts(dossier, results),
        cover=(title, f"ประจำ{key.label}"),
        cover_foot=_sign_cover(dossier, f"{MONTHS[date.month - 1]} {date.year + BE_OFFSET}" if date else ""),
        emblem=dossier.lao.seal or "",
        is_sample=dossier.lao.sample,
    )


def _make_report_parts(dossier: Dossier, results: RoundResults) -> tuple[Part, ...]:
    sections = {section.id: section for section in list_report_sections(dossier, results)}
    plan = list_plan_sections(dossier, dossier.plan) if dossier.plan else []
    is_narrative = dossier.lao.report_form is ReportForm.NARRATIVE and "narrative" in sections
    form = "narrative" if is_narrative else "results"
    thoughts = ("supporting-factors", "problems", "suggestions")
    return _keep_filled(
        Part("คำนำ", _pick(sections, "foreword", title="")),
        Part("บทนำ", _pick({section.id: section for section in plan}, *_INTRODUCTION), "ส่วนที่ 1"),
        Part("รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต", _pick(sections, form, title=""), "ส่วนที่ 2"),
        Part("ปัญหา/อุปสรรค และข้อเสนอแนะ", _pick(sections, *thoughts), "ส่วนที่ 3"),
        Part("รายงานผลในระบบ e-PlanNACC", _pick(sections, "eplan", title=""), "ส่วนที่ 4"),
    )


def _make_measures(dossier: Dossier, year: int) -> Document:
    title = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
    return Document(
        LaoPaths(dossier.slug).measures(year),
        f"{title} ประจำปีงบประมาณ พ.ศ. {year} ของ{dossier.lao.full_name}",
        Layout.BOOK,
        lambda: _make_measures_parts(dossier, year),
        cover=(title, f"ประจำปีงบประมาณ พ.ศ. {year}"),
        cover_foot=_sign_cover(dossier),
        emblem=dossier.lao.seal or "",
        is_sample=dossier.lao.sample,
    )


def _make_measures_parts(dossier: Dossier, year: int) -> tuple[Part, ...]:
    sections = {section.id: section for section in list_measures_sections(dossier, dossier.measures[year])}
    return _keep_filled(
        Part("คำนำ", _pick(sections, "foreword", title="")),
        Part("มาตรการส่งเสริมคุณธรรมและความโปร่งใส และผลการดำเนินงาน", _pick(sections, "measures", title="")),
    )


def _sign_cover(dossier: Dossier, date: str = "") -> tuple[str, ...]:
    lao, unit = dossier.lao, dossier.lao.contacts.unit or ""
    name = "" if lao.full_name in unit else lao.full_name
    return tuple(filter(None, (unit, name, lao.location, date)))


def _pick(sections: dict[str, Section], *ids: str, title: str | None = None) -> tuple[Section, ...]:
    """Return the sections that are there; with ``title`` each takes it instead of its own."""
    found = (sections[id_] for id_ in ids if id_ in sections)
    return tuple(section if title is None else replace(section, title=title) for section in found)


def _keep_filled(*parts: Part) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.sections)
