"""The shelf: papers and documents of all plans of an LAO, each made once."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from paper_records import ANNOUNCEMENT, FILE, MEMO, ORDER, make_dossier
from prongsai.blocks.blocks import Section, iter_texts
from prongsai.documents import shelf as shelf_module
from prongsai.documents.shelf import Shelf
from prongsai.figures.ledger import Ledger
from prongsai.papers.kinds.announcement import Announcement
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.money import Budget, parse_money
from prongsai.records.plan import Plan
from prongsai.records.progress import Progress, RoundReport
from prongsai.records.project import Project, ReportedProject

PERIOD, NEXT = "2566-2570", "2571-2575"
FRAMEWORK = {"dimensions": {"1": "สุจริต"}, "missions": {"1.1": "ปลูกฝัง"}}


def make_shelf(dossier: Dossier) -> Shelf:
    """Return an LAO's shelf."""
    return Shelf(Ledger(dossier))


def make_two_plans() -> Dossier:
    """Return an LAO with two plans, a p01 in each, and a round of each."""
    before = make_dossier(plan={}, report={})
    project = Project(id="p01", number=1, name="โครงการใหม่", mission="1.1", budget="700")
    report = RoundReport(projects=(Progress(project="p01", status="in_progress", results=("เริ่มแล้ว",)),))
    return replace(
        before,
        plans={**before.plans, NEXT: Plan(years=NEXT, projects=(project,), **FRAMEWORK)},
        rounds={**before.rounds, RoundKey.from_slug("2571-06"): report},
    )


def make_reported() -> Dossier:
    """Return an LAO whose plan is known from its report: a named project with money, one without name and mission."""
    projects = (
        ReportedProject.model_validate({"id": "p01", "number": "1", "name": "โครงการอบรม", "mission": "1.1"}),
        ReportedProject.model_validate({"id": "p02", "number": "2", "dimension": "1"}),
    )
    only_2566 = Budget(by_year={2566: parse_money("20000")})
    with_money = tuple(project.model_copy(update={"budget": only_2566}) for project in projects)
    return make_dossier(plan={"source": "report", "projects": with_money}, report={})


def list_words(sections: list[Section]) -> list[str]:
    """Return every title and text of some sections."""
    return [text for section in sections for text in (section.title, *iter_texts(section.blocks)) if text]


def test_cards_and_histories_are_those_of_their_plan() -> None:
    """Both plans have a p01: each card has its own name, budget and rounds."""
    shelf = make_shelf(make_two_plans())

    old, new = (list_words(shelf.card_sections[period, "p01"]) for period in (PERIOD, NEXT))

    assert ("โครงการอบรม" in old, "โครงการใหม่" in old, "อบรม 40 คน" in old, "เริ่มแล้ว" in old) == (
        True,
        False,
        True,
        False,
    )
    assert ("โครงการอบรม" in new, "โครงการใหม่" in new, "อบรม 40 คน" in new, "เริ่มแล้ว" in new) == (
        False,
        True,
        False,
        True,
    )
    assert {place: [entry.key.slug for entry in history] for place, history in shelf.histories.items()} == {
        (NEXT, "p01"): ["2571-06"],
        (PERIOD, "p01"): ["2566-12"],
        (PERIOD, "p02"): ["2566-12"],
    }


def test_documents_of_every_plan() -> None:
    """Each plan has its book and its cards below its own address."""
    assert [document.pdf for document in make_shelf(make_two_plans()).documents] == [
        "nongsaeng/2566-2570/nongsaeng-plan-2566-2570.pdf",
        "nongsaeng/2566-2570/projects/nongsaeng-2566-2570-p01.pdf",
        "nongsaeng/2566-2570/projects/nongsaeng-2566-2570-p02.pdf",
        "nongsaeng/2571-2575/nongsaeng-plan-2571-2575.pdf",
        "nongsaeng/2571-2575/projects/nongsaeng-2571-2575-p01.pdf",
        "nongsaeng/reports/nongsaeng-report-2566-12.pdf",
        "nongsaeng/reports/nongsaeng-report-2571-06.pdf",
    ]


def test_next_plan_changes_no_document_of_the_plan_before() -> None:
    """A published plan, its cards and its reports say the same when the next plan is there."""
    both, before = make_shelf(make_two_plans()), make_shelf(make_dossier(plan={}, report={}))

    old = {document.page: document for document in both.documents}
    assert [(document, old[document.page].parts) for document in before.documents] == [
        (replace(old[document.page], make_parts=document.make_parts), document.parts) for document in before.documents
    ]


def test_reported_plan_is_no_document() -> None:
    """What is known from a report has its report only: no plan and no card is printed that nobody wrote."""
    assert [document.pdf for document in make_shelf(make_reported()).documents] == [
        "nongsaeng/reports/nongsaeng-report-2566-12.pdf"
    ]


def test_card_of_a_reported_project_says_what_is_known() -> None:
    """Name, the reported year's money and the progress; no numbers of the form, and no list of what is missing."""
    sections = make_shelf(make_reported()).card_sections[PERIOD, "p01"]

    assert [section.title for section in sections] == ["ชื่อโครงการ", "งบประมาณดำเนินการ", "ความก้าวหน้า"]
    assert "จำนวน 20,000.- บาท (สองหมื่นบาทถ้วน) ปีงบประมาณ พ.ศ. 2566" in list_words(sections)


def test_unnamed_project_is_told_as_such() -> None:
    """The document counts it and gives it no name."""
    words = list_words(make_shelf(make_reported()).report_sections[RoundKey.from_slug("2566-12")])

    assert any("โครงการที่เอกสารไม่ได้ระบุชื่อ" in text for text in words)


def test_papers_are_newest_first_and_public() -> None:
    """A memo that is kept inside is not on the shelf of published papers; a file of the past is."""
    hidden = MEMO.model_copy(update={"public": False})
    later = Announcement(kind="ประกาศ", date="2567-01-01", subject="ก")
    shelf = make_shelf(make_dossier(papers={"old": FILE, "memo": hidden, "new": later}))

    assert list(shelf.papers) == ["new", "old"]
    assert set(shelf.completed) == {"old", "memo", "new"}


def test_papers_have_their_standard_texts() -> None:
    """What is on the shelf is complete."""
    dossier = make_dossier(
        plan={"announcement": "adopt", "order": "order"}, papers={"adopt": ANNOUNCEMENT, "order": ORDER}
    )

    assert all(paper.subject and paper.paragraphs for paper in make_shelf(dossier).papers.values())  # type: ignore[attr-defined]


def test_memo_finds_the_round_that_it_tells_of() -> None:
    """Its tables are those of the round that names it."""
    shelf = make_shelf(make_dossier(plan={}, report={"memo": "memo"}, papers={"memo": MEMO, "adopt": ANNOUNCEMENT}))

    assert shelf.find_reported("memo") is shelf.ledger.latest
    assert shelf.find_reported("adopt") is None


@pytest.mark.parametrize(
    ("function", "times"),
    [
        pytest.param("complete_paper", 2, id="papers"),
        pytest.param("list_plan_sections", 2, id="plans"),
        pytest.param("list_report_sections", 2, id="reports"),
        pytest.param("list_card_sections", 3, id="cards"),
    ],
)
def test_each_part_is_made_once(monkeypatch: pytest.MonkeyPatch, function: str, times: int) -> None:
    """Pages, PDF and Word ask for the same texts; they are made once for all of them."""
    calls = []
    make = getattr(shelf_module, function)

    def count(*args: Any) -> Any:
        calls.append(args)
        return make(*args)

    monkeypatch.setattr(shelf_module, function, count)
    dossier = replace(make_two_plans(), papers={"a": FILE, "b": ANNOUNCEMENT})
    shelf = make_shelf(dossier)
    for _ in range(2):
        assert shelf.documents
        assert shelf.papers
        assert shelf.plan_sections
        assert shelf.report_sections
        assert shelf.card_sections

    assert len(calls) == times
