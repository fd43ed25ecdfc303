"""The papers of one LAO as whole documents: plan, detail cards, reports, measures, letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from prongsai.addresses import LaoPaths, PlanPaths
from prongsai.blocks.blocks import Block, Heading, Section, Span, paragraph, paragraphs
from prongsai.documents.card import list_card_sections
from prongsai.documents.document import Document, Layout, Part
from prongsai.documents.letters import list_letter_blocks
from prongsai.documents.wording import name_paper
from prongsai.figures.round_results import RoundResults
from prongsai.records.dossier import Dossier
from prongsai.records.lao import ReportForm
from prongsai.records.papers import Paper
from prongsai.records.plan import Plan
from prongsai.records.project import Project
from prongsai.thai.dates import BE_OFFSET, MONTHS

_INTRODUCTION = ("risks", "principles", "objectives", "targets", "benefits")


def make_letter(dossier: Dossier, paper_id: str, paper: Paper, reported: RoundResults | None) -> Document:
    """Return an announcement, order or memo with complete texts; ``reported`` is the round that a memo tells of."""
    return Document(
        LaoPaths(dossier.slug).paper(paper_id),
        name_paper(dossier, paper),
        Layout.LETTER,
        lambda: (Part("", (Section("", "", list_letter_blocks(dossier, paper, reported)),)),),
        emblem="" if paper.issuer else dossier.lao.emblem or "",
        names=dossier.lao.place_names,
        is_sample=dossier.lao.sample,
    )


def make_card(dossier: Dossier, plan: Plan, project: Project, sections: Sequence[Section]) -> Document:
    """Return a project's detail card with its progress."""
    title = plan.dimension_titles.get(project.dimension, "")
    titles = (
        "แบบรายละเอียดโครงการ/กิจกรรม/มาตรการ",
        f"ตาม{plan.name}",
        f"{dossier.lao.full_name} {dossier.lao.location}",
        f"ลำดับที่ {project.number} มิติที่ {project.dimension} {title}",
    )
    return Document(
        PlanPaths(dossier.slug, plan.period).project(project.id),
        project.name,
        Layout.CARD,
        lambda: (Part("", (Section("", "", paragraphs(titles, "title")), *sections)),),
        names=dossier.lao.place_names,
        is_sample=dossier.lao.sample,
    )


def make_plan(dossier: Dossier, plan: Plan, sections: Iterable[Section], papers: Mapping[str, Paper]) -> Document:
    """Return a plan from cover to appendix.

    Args:
        dossier: The LAO's records.
        plan: The plan.
        sections: Its parts as on its page.
        papers: Every paper with complete texts, by id.
    """
    return Document(
        PlanPaths(dossier.slug, plan.period).front,
        f"{plan.name} ของ{dossier.lao.full_name}",
        Layout.BOOK,
        lambda: _make_plan_parts(dossier, plan, {section.id: section for section in sections}, papers),
        cover=(plan.name,),
        cover_foot=_sign_cover(dossier),
        emblem=dossier.lao.seal or "",
        names=dossier.lao.place_names,
        is_sample=dossier.lao.sample,
    )


def _make_plan_parts(
    dossier: Dossier, plan: Plan, sections: Mapping[str, Section], papers: Mapping[str, Paper]
) -> tuple[Part, ...]:
    cards = tuple(
        Section(f"card-{project.id}", f"{project.number}. {project.name}", tuple(_list_card_blocks(project, plan)))
        for project in plan.projects
    )
    appendix = (papers[name] for name in (plan.order, plan.announcement) if name and name in papers)
    return _number_filled(
        Part("คำนำ", _pick(sections, "foreword", title="")),
        Part("บทนำ", _pick(sections, *_INTRODUCTION), "ส่วนที่"),
        Part("แผนปฏิบัติการป้องกันการทุจริต", _pick(sections, "projects", "amendments"), "ส่วนที่"),
        Part("รายละเอียดโครงการ/กิจกรรม/มาตรการ", cards, "ส่วนที่"),
        Part("ภาคผนวก", tuple(_list_appendix(dossier, appendix))),
    )


def _list_card_blocks(project: Project, plan: Plan) -> Iterator[Block]:
    """Yield a card as one section of the plan: its headings become headings inside it."""
    for section in list_card_sections(project, plan):
        if section.title:
            yield paragraph(Span(section.title, kind="strong"), kind="label")
        for block in section.blocks:
            yield paragraph(block.text, kind="label") if isinstance(block, Heading) else block


def _list_appendix(dossier: Dossier, papers: Iterable[Paper]) -> Iterator[Section]:
    for place, paper in enumerate(papers, 1):
        blocks = list_letter_blocks(dossier, paper, None)
        if blocks:
            yield Section(f"paper-{place}", name_paper(dossier, paper), blocks)


def make_report(
    dossier: Dossier, results: RoundResults, sections: Iterable[Section], plan_sections: Iterable[Section]
) -> Document:
    """Return the report of a round from cover to e-Plan tables; the plan's introduction opens it."""
    key, date = results.key, results.report.as_of
    title = f"รายงานผลการดำเนินการตาม{results.plan.name}"
    introduction = {section.id: section for section in plan_sections}
    return Document(
        LaoPaths(dossier.slug).report(key),
        f"{title} ประจำ{key.label} ของ{dossier.lao.full_name}",
        Layout.BOOK,
        lambda: _make_report_parts(dossier, {section.id: section for section in sections}, introduction),
        cover=(title, f"ประจำ{key.label}"),
        cover_foot=_sign_cover(dossier, f"{MONTHS[date.month - 1]} {date.year + BE_OFFSET}" if date else ""),
        emblem=dossier.lao.seal or "",
        names=dossier.lao.place_names,
        is_sample=dossier.lao.sample,
    )


def _make_report_parts(
    dossier: Dossier, sections: Mapping[str, Section], introduction: Mapping[str, Section]
) -> tuple[Part, ...]:
    is_narrative = dossier.lao.report_form is ReportForm.NARRATIVE and "narrative" in sections
    form = "narrative" if is_narrative else "results"
    thoughts = ("supporting-factors", "problems", "suggestions")
    return _number_filled(
        Part("คำนำ", _pick(sections, "foreword", title="")),
        Part("บทนำ", _pick(introduction, *_INTRODUCTION), "ส่วนที่"),
        Part("รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต", _pick(sections, form, title=""), "ส่วนที่"),
        Part("ปัญหา/อุปสรรค และข้อเสนอแนะ", _pick(sections, *thoughts), "ส่วนที่"),
        Part("รายงานผลในระบบ e-PlanNACC", _pick(sections, "eplan", title=""), "ส่วนที่"),
    )


def make_measures(dossier: Dossier, year: int, sections: Iterable[Section]) -> Document:
    """Return the integrity measures of a fiscal year and their results."""
    title = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
    by_id = {section.id: section for section in sections}
    return Document(
        LaoPaths(dossier.slug).measures(year),
        f"{title} ประจำปีงบประมาณ พ.ศ. {year} ของ{dossier.lao.full_name}",
        Layout.BOOK,
        lambda: _number_filled(
            Part("คำนำ", _pick(by_id, "foreword", title="")),
            Part("มาตรการส่งเสริมคุณธรรมและความโปร่งใส และผลการดำเนินงาน", _pick(by_id, "measures", title="")),
        ),
        cover=(title, f"ประจำปีงบประมาณ พ.ศ. {year}"),
        cover_foot=_sign_cover(dossier),
        emblem=dossier.lao.seal or "",
        names=dossier.lao.place_names,
        is_sample=dossier.lao.sample,
    )


def _sign_cover(dossier: Dossier, date: str = "") -> tuple[str, ...]:
    lao, unit = dossier.lao, dossier.lao.contacts.unit or ""
    name = "" if lao.full_name in unit else lao.full_name
    return tuple(filter(None, (unit, name, lao.location, date)))


def _pick(sections: Mapping[str, Section], *ids: str, title: str | None = None) -> tuple[Section, ...]:
    """Return the sections that are there; with ``title`` each takes it instead of its own."""
    found = (sections[id_] for id_ in ids if id_ in sections)
    return tuple(section if title is None else replace(section, title=title) for section in found)


def _number_filled(*parts: Part) -> tuple[Part, ...]:
    """Return the parts that have sections; those called ส่วนที่ are counted, so that there is no second without a first."""
    filled = []
    count = 0
    for part in parts:
        if part.sections:
            count += bool(part.number)
            filled.append(replace(part, number=f"{part.number} {count}" if part.number else ""))
    return tuple(filled)
