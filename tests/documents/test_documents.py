"""The documents of an LAO: which there are, where they stand, and the order of their parts."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from paper_records import ANNOUNCEMENT, FILE, MEMO, ORDER, make_dossier
from prongsai.blocks.blocks import Heading, Table
from prongsai.documents.document import Document, Layout
from prongsai.documents.shelf import Shelf
from prongsai.figures.ledger import Ledger
from prongsai.papers.kinds.announcement import Announcement
from prongsai.records.dossier import Dossier


def make_full(**lao: object) -> Dossier:
    """Return an LAO with every kind of document."""
    return make_dossier(
        plan={
            "foreword": ("คำนำของแผน",),
            "principles": ("หลักการ",),
            "objectives": ("วัตถุประสงค์",),
            "announcement": "adopt",
            "order": "order",
        },
        report={"foreword": ("คำนำ",), "memo": "memo", "announcement": "report"},
        measures={"foreword": ("คำนำ",)},
        papers={"adopt": ANNOUNCEMENT, "order": ORDER, "memo": MEMO, "report": ANNOUNCEMENT, "old": FILE},
        **lao,
    )


def list_documents(dossier: Dossier) -> tuple[Document, ...]:
    """Return every document of an LAO."""
    return Shelf(Ledger(dossier)).documents


def find(dossier: Dossier, pdf: str) -> Document:
    """Return the document with a PDF's path."""
    return next(document for document in list_documents(dossier) if document.pdf == pdf)


def list_titles(document: Document) -> list[str]:
    """Return number and title of each part."""
    return [f"{part.number} {part.title}".strip() for part in document.parts]


def test_every_record_gives_its_document() -> None:
    """Plan, cards, reports, measures and papers are printed; a paper that is only a file is not."""
    assert [(document.pdf, document.layout) for document in list_documents(make_full())] == [
        ("nongsaeng/2566-2570/nongsaeng-plan-2566-2570.pdf", Layout.BOOK),
        ("nongsaeng/2566-2570/projects/nongsaeng-2566-2570-p01.pdf", Layout.CARD),
        ("nongsaeng/2566-2570/projects/nongsaeng-2566-2570-p02.pdf", Layout.CARD),
        ("nongsaeng/reports/nongsaeng-report-2566-12.pdf", Layout.BOOK),
        ("nongsaeng/measures/nongsaeng-measures-2567.pdf", Layout.BOOK),
        ("nongsaeng/announcements/nongsaeng-paper-adopt.pdf", Layout.LETTER),
        ("nongsaeng/announcements/nongsaeng-paper-order.pdf", Layout.LETTER),
        ("nongsaeng/announcements/nongsaeng-paper-memo.pdf", Layout.LETTER),
        ("nongsaeng/announcements/nongsaeng-paper-report.pdf", Layout.LETTER),
    ]


def test_an_empty_lao_has_no_document() -> None:
    """Without records there is nothing to print."""
    assert list_documents(make_dossier()) == ()


def test_a_memo_that_is_not_public_is_not_printed() -> None:
    """A memo kept inside the office has no PDF."""
    memo = MEMO.model_copy(update={"public": False})
    assert list_documents(make_dossier(papers={"memo": memo})) == ()


@pytest.mark.parametrize(
    ("page", "pdf", "word"),
    [
        ("a/2566-2570/index.md", "a/2566-2570/a-plan-2566-2570.pdf", "a/2566-2570/a-plan-2566-2570.docx"),
        ("a/reports/2566-12.md", "a/reports/a-report-2566-12.pdf", "a/reports/a-report-2566-12.docx"),
    ],
    ids=["folder", "file"],
)
def test_files_stand_beside_their_page(page: str, pdf: str, word: str) -> None:
    """The PDF and the Word file have the page's folder and name."""
    document = Document(page, "", Layout.LETTER, tuple)
    assert (document.pdf, document.word) == (pdf, word)


def test_parts_of_a_plan() -> None:
    """Foreword, three parts, appendix with order before announcement."""
    plan = find(make_full(), "nongsaeng/2566-2570/nongsaeng-plan-2566-2570.pdf")
    assert list_titles(plan) == [
        "คำนำ",
        "ส่วนที่ 1 บทนำ",
        "ส่วนที่ 2 แผนปฏิบัติการป้องกันการทุจริต",
        "ส่วนที่ 3 รายละเอียดโครงการ/กิจกรรม/มาตรการ",
        "ภาคผนวก",
    ]
    assert [section.id for section in plan.parts[3].sections] == ["card-p01", "card-p02"]
    assert [section.title.partition("เทศบาล")[0] for section in plan.parts[4].sections] == ["คำสั่ง", "ประกาศ"]


def test_parts_of_a_report() -> None:
    """Foreword, the plan's introduction, results, problems and suggestions, the e-Plan tables."""
    report = find(make_full(), "nongsaeng/reports/nongsaeng-report-2566-12.pdf")
    assert list_titles(report) == [
        "คำนำ",
        "ส่วนที่ 1 บทนำ",
        "ส่วนที่ 2 รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต",
        "ส่วนที่ 3 ปัญหา/อุปสรรค และข้อเสนอแนะ",
        "ส่วนที่ 4 รายงานผลในระบบ e-PlanNACC",
    ]


def test_a_part_without_content_is_left_out() -> None:
    """A plan that only has projects has neither foreword nor introduction nor appendix; no part 2 is without a part 1."""
    plan = find(make_dossier(plan={}), "nongsaeng/2566-2570/nongsaeng-plan-2566-2570.pdf")
    assert list_titles(plan) == [
        "ส่วนที่ 1 แผนปฏิบัติการป้องกันการทุจริต",
        "ส่วนที่ 2 รายละเอียดโครงการ/กิจกรรม/มาตรการ",
    ]


@pytest.mark.parametrize(("form", "kind"), [("ตาราง", Table), ("บรรยาย", Heading)], ids=["table", "narrative"])
def test_the_lao_chooses_the_form_of_its_report(form: str, kind: type) -> None:
    """The printed report has the results as a table or in prose."""
    report = find(make_full(report_form=form), "nongsaeng/reports/nongsaeng-report-2566-12.pdf")
    assert isinstance(report.parts[2].sections[0].blocks[0], kind)


def test_a_cover_names_what_it_covers() -> None:
    """Title and period above; unit, LAO and place below, the LAO only once."""
    dossier = make_full(contacts={"unit": "สำนักปลัด เทศบาลตำบลหนองแสง"})
    report = find(dossier, "nongsaeng/reports/nongsaeng-report-2566-12.pdf")
    assert report.cover[1] == "ประจำปีงบประมาณ พ.ศ. 2566 รอบ 12 เดือน"
    assert report.cover_foot == ("สำนักปลัด เทศบาลตำบลหนองแสง", "อำเภอเมือง จังหวัดเชียงราย")
    plain = find(make_full(), "nongsaeng/2566-2570/nongsaeng-plan-2566-2570.pdf")
    assert plain.cover_foot == ("เทศบาลตำบลหนองแสง", "อำเภอเมือง จังหวัดเชียงราย")


def test_another_issuer_has_not_our_emblem() -> None:
    """The LAO's emblem stands on its own letters only."""
    foreign = Announcement(kind="ประกาศ", date="2566-10-19", subject="ก", issuer="จังหวัดเชียงราย")
    dossier = make_dossier(
        papers={"a": ANNOUNCEMENT.model_copy(update={"subject": "ข"}), "b": foreign}, emblem="files/g.png"
    )
    assert [document.emblem for document in list_documents(dossier)] == ["files/g.png", ""]


@pytest.mark.parametrize("sample", [True, False])
def test_only_examples_are_marked(*, sample: bool) -> None:
    """Each document of an example says that it is one."""
    dossier = make_full(sample="ใช่" if sample else "ไม่ใช่")
    assert {document.is_sample for document in list_documents(dossier)} == {sample}


def test_ids_are_used_once_in_a_document() -> None:
    """No two sections or tables of a document have the same id."""
    for document in list_documents(make_full()):
        sections = [section.id for part in document.parts for section in part.sections if section.id]
        assert len(set(sections)) == len(sections), document.pdf


def test_parts_are_made_only_when_they_are_read() -> None:
    """A build that prints nothing need not compose the texts."""
    document = find(make_full(), "nongsaeng/2566-2570/nongsaeng-plan-2566-2570.pdf")
    assert "parts" not in vars(document)
    assert replace(document).parts == document.parts
