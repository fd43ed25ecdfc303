"""The standard wording says what the records say, in the words of an office, and leaves an office's own words alone."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from prongsai.documents import wording
from prongsai.documents.wording import compose_subject
from prongsai.figures.ledger import Ledger
from prongsai.papers.registry import PAPER_RECORDS
from prongsai.records.dossier import Dossier, PaperRole, Purpose, RoundKey
from prongsai.records.lao import Lao
from prongsai.records.lao_types import LaoType
from prongsai.records.measures import IntegrityMeasures
from prongsai.records.papers import Paper, PaperKind
from prongsai.records.plan import Plan
from prongsai.records.progress import Progress, Round, RoundReport
from prongsai.records.project import Project

PLAN_NAME = "แผนปฏิบัติการป้องกันการทุจริตเพื่อยกระดับคุณธรรมและความโปร่งใส (พ.ศ. 2566 - 2570)"
SIX = RoundKey(2566, Round.SIX)
TOLD_MONEY = [
    pytest.param(
        "20000",
        {"disbursed": "18495"},
        "เบิกจ่ายงบประมาณ 18,495 บาท จากงบประมาณตามแผน 20,000 บาท คิดเป็นร้อยละ 92.48",
        id="known",
    ),
    pytest.param("20000", {"disbursed": "0"}, "ไม่มีการเบิกจ่าย จากงบประมาณตามแผน 20,000 บาท", id="nothing-spent"),
    pytest.param("20000", {}, "งบประมาณตามแผน 20,000 บาท ไม่ทราบยอดเบิกจ่าย", id="unknown-spent"),
    pytest.param("ไม่ทราบ", {"disbursed": "500"}, "เบิกจ่ายงบประมาณ 500 บาท ไม่ทราบงบประมาณตามแผน", id="unknown-plan"),
    pytest.param("ไม่ทราบ", {}, "ไม่ทราบงบประมาณตามแผนและยอดเบิกจ่าย", id="all-unknown"),
    pytest.param("ไม่ใช้งบประมาณ", {}, "โดยไม่ใช้งบประมาณ", id="without-budget"),
    pytest.param(
        "ไม่ใช้งบประมาณ", {"disbursed": "500"}, "เบิกจ่ายงบประมาณ 500 บาท โดยไม่มีงบประมาณตามแผน", id="spent-without-plan"
    ),
]


def make_dossier(
    papers: dict[str, dict[str, Any]], *, budget: str = "20000", progress: dict[str, str] | None = None, **lao: Any
) -> Dossier:
    """Return an LAO with one project, a report of six months, measures, and these papers."""
    project = Project.model_validate(
        {"id": "p01", "number": 1, "name": "โครงการอบรม", "mission": "1.1", "budget": budget}
    )
    plan = Plan.model_validate({
        "years": "2566-2570",
        "announcement": "adopt",
        "order": "order",
        "amendments": [
            {"number": 2, "kind": "แก้ไข", "date": "1 ตุลาคม 2567", "summary": ["แก้ชื่อโครงการ", "แก้ปี"], "paper": "amend"}
        ],
    }).model_copy(update={"projects": (project,)})  # fmt: skip
    record = Progress.model_validate({"project": "p01", "status": "แล้วเสร็จ", **(progress or {})})
    report = RoundReport.model_validate({"announcement": "report", "memo": "memo", "reporter": "นิติกรชำนาญการ"})
    measures = {"number": 1, "title": "คู่มือ"}
    return Dossier(
        "nongdee",
        Lao.model_validate({"type": "เทศบาลตำบล", "name": "หนองดี", "province": "ตัวอย่าง", **lao}),
        {plan.period: plan},
        {SIX: report.model_copy(update={"projects": (record,)})},
        {
            2567: IntegrityMeasures.model_validate(
                {
                    "announcement": "results",
                    "sections": [{"number": 1, "measures": [{**measures, "results": "จัดทำแล้ว"}]}],
                }
            ),
            2568: IntegrityMeasures.model_validate(
                {
                    "announcement": "measures",
                    "sections": [{"number": 1, "measures": [measures]}],
                }
            ),
        },
        {
            name: PAPER_RECORDS[PaperKind(data["kind"])].model_validate({"date": "27 กันยายน 2565", **data})
            for name, data in papers.items()
        },
    )


def complete_paper(dossier: Dossier, name: str) -> Any:
    """Return a paper with its standard text."""
    paper: Paper = wording.complete_paper(Ledger(dossier), name)
    return paper


def complete(name: str, kind: str, **settings: Any) -> Any:
    """Return a paper of which only kind and date are written, with its standard text."""
    return complete_paper(make_dossier({name: {"kind": kind}}, **settings), name)


@pytest.mark.parametrize(
    ("name", "kind", "subject"),
    [
        ("adopt", "announcement", f"การใช้{PLAN_NAME}"),
        ("amend", "announcement", f"การใช้{PLAN_NAME} แก้ไข ครั้งที่ 2"),
        ("order", "order", f"แต่งตั้งคณะกรรมการจัดทำ{PLAN_NAME}"),
        ("report", "announcement", f"รายงานผลการดำเนินการตาม{PLAN_NAME} ประจำปีงบประมาณ พ.ศ. 2566 รอบ 6 เดือน"),
        ("memo", "memo", f"รายงานผลการดำเนินการตาม{PLAN_NAME} ประจำปีงบประมาณ พ.ศ. 2566 รอบ 6 เดือน"),
        (
            "results",
            "announcement",
            "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2567",
        ),
        ("measures", "announcement", "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2568"),
    ],
)
def test_subject(name: str, kind: str, subject: str) -> None:
    """It follows from what names the paper, and repeats neither ประกาศ nor the office, which stand above it."""
    assert complete(name, kind).subject == subject


def test_adoption() -> None:
    """The plan is in use from its first year."""
    first, second = complete("adopt", "announcement").paragraphs

    assert first.startswith(f"ด้วยเทศบาลตำบลหนองดีได้จัดทำ{PLAN_NAME} เพื่อใช้เป็นกรอบ")
    assert "เทศบาลตำบลหนองดีจึงประกาศใช้แผนดังกล่าว ตั้งแต่ปีงบประมาณ พ.ศ. 2566 เป็นต้นไป" in second


def test_amendment_numbers_its_changes() -> None:
    """What changed is told point by point."""
    assert complete("amend", "announcement").paragraphs[1:] == (
        "เพื่อให้แผนเป็นปัจจุบันและเหมาะสมกับการดำเนินงานของหน่วยงาน เทศบาลตำบลหนองดีจึงประกาศแก้ไขแผนดังกล่าว ครั้งที่ 2 ดังนี้",
        "1. แก้ชื่อโครงการ",
        "2. แก้ปี",
    )


def test_report_tells_when_the_plan_was_adopted() -> None:
    """The date is that of the adopting announcement."""
    dossier = make_dossier({"report": {"kind": "announcement"}, "adopt": {"kind": "announcement"}})

    assert f"ได้ประกาศใช้{PLAN_NAME} เมื่อวันที่ 27 กันยายน 2565 เพื่อใช้" in complete_paper(dossier, "report").paragraphs[0]


@pytest.mark.parametrize(("budget", "progress", "told"), TOLD_MONEY)
def test_money_of_a_report(budget: str, progress: dict[str, str], told: str) -> None:
    """Each state of money has its words; nothing unknown is counted as zero."""
    text = complete("report", "announcement", budget=budget, progress=progress).paragraphs[-1]

    assert text.endswith(
        "(1 ตุลาคม 2565 - 31 มีนาคม 2566) โดยมีโครงการตามแผนทั้งหมด 1 โครงการ ดำเนินการแล้วเสร็จ 1 โครงการ คิดเป็นร้อยละ 100.00 "
        f"{told} รายละเอียดปรากฏตามเอกสารแนบท้ายประกาศนี้"
    )


def test_projects_that_are_not_done_are_told() -> None:
    """An announcement does not hide them; a status without projects is not named."""
    text = complete("report", "announcement", progress={"status": "ไม่สามารถดำเนินการได้"}).paragraphs[-1]

    assert "ทั้งหมด 1 โครงการ ไม่สามารถดำเนินการได้ 1 โครงการ งบประมาณ" in text


def test_memo() -> None:
    """Its three parts, its writer and the chain of opinions."""
    memo = complete("memo", "memo", contacts={"unit": "สำนักปลัด"}, progress={"disbursed": "18495"})

    assert memo.unit == "สำนักปลัด เทศบาลตำบลหนองดี"
    assert memo.addressee == "นายกเทศมนตรีตำบลหนองดี"
    assert "ให้รายงานผลการดำเนินการรอบ 6 เดือน และรอบ 12 เดือน" in memo.background[0]
    assert memo.facts[0].startswith(
        "บัดนี้ ครบกำหนดรายงานผล ปีงบประมาณ พ.ศ. 2566 รอบ 6 เดือน (1 ตุลาคม 2565 - 31 มีนาคม 2566) แล้ว สำนักปลัด ได้รวบรวม"
    )
    assert len(memo.proposal) == 2
    assert memo.writer.position == "นิติกรชำนาญการ"
    assert [(opinion.role, opinion.position) for opinion in memo.opinions] == [
        ("หัวหน้าสำนักปลัด", "หัวหน้าสำนักปลัด"),
        ("ปลัดเทศบาล", "ปลัดเทศบาลตำบลหนองดี"),
        ("นายกเทศมนตรีตำบลหนองดี", "นายกเทศมนตรีตำบลหนองดี"),
    ]


def test_unit_that_names_the_office_is_not_doubled() -> None:
    """Some offices write their whole name into the unit."""
    assert complete("memo", "memo", contacts={"unit": "สำนักปลัด เทศบาลตำบลหนองดี"}).unit == "สำนักปลัด เทศบาลตำบลหนองดี"


@pytest.mark.parametrize("type_", LaoType, ids=lambda type_: type_.value)
@pytest.mark.parametrize(("name", "kind"), [("adopt", "announcement"), ("order", "order")])
def test_head_signs(type_: LaoType, name: str, kind: str) -> None:
    """Whatever the type of LAO, its head signs, and the text names the office in full."""
    dossier = make_dossier({name: {"kind": kind}}, type=type_)
    paper = complete_paper(dossier, name)

    assert paper.signer.position == dossier.lao.head
    assert dossier.lao.full_name in paper.paragraphs[0]


def test_own_words_stay() -> None:
    """What the file gives is never touched."""
    own = {"kind": "announcement", "subject": "ประกาศใช้แผน", "paragraphs": ["ข้อความเอง"], "signer": {"position": "ปลัด"}}
    dossier = make_dossier({"adopt": own})

    assert complete_paper(dossier, "adopt") is dossier.papers["adopt"]


@pytest.mark.parametrize(("name", "kind"), [("adopt", "order"), ("order", "announcement"), ("memo", "announcement")])
def test_paper_of_another_kind_gets_no_text(name: str, kind: str) -> None:
    """An order that is named as announcement is a slip, told by the checker."""
    paper = complete(name, kind)

    assert (paper.subject, paper.paragraphs) == (None, ())


def test_issuer_signs_for_itself() -> None:
    """The head of the LAO does not sign for another office."""
    own = {"kind": "announcement", "issuer": "จังหวัดตัวอย่าง", "subject": "ก", "paragraphs": "ข"}

    assert complete_paper(make_dossier({"other": own}), "other").signer is None


@pytest.mark.parametrize("role", PaperRole)
def test_every_purpose_gives_the_text_that_the_checker_counts_on(role: PaperRole) -> None:
    """The rule incomplete-paper demands no subject and text where a purpose is served by a paper of its kind."""
    names = {
        PaperRole.ADOPTION: "adopt",
        PaperRole.COMMITTEE: "order",
        PaperRole.AMENDMENT: "amend",
        PaperRole.REPORT: "report",
        PaperRole.REPORT_MEMO: "memo",
        PaperRole.MEASURES: "measures",
    }
    paper = complete(names[role], role.paper_kind.value)

    assert paper.subject
    assert paper.facts if role.paper_kind is PaperKind.MEMO else paper.paragraphs


def make_next_plan(**keys: Any) -> Plan:
    """Return the plan after the LAO's."""
    framework = {"dimensions": {"1": "สุจริต"}, "missions": {"1.1": "ปลูกฝัง"}}
    return Plan.model_validate({"years": "2571-2575", **framework, **keys})


def test_each_plan_has_its_own_wording() -> None:
    """Adoption and order name the plan that they belong to and its first year, not the plan of the other years."""
    dossier = make_dossier(
        {"adopt": {"kind": "announcement"}, "next": {"kind": "announcement"}, "c": {"kind": "order"}}
    )
    next_plan = make_next_plan(announcement="next", order="c")
    both = replace(dossier, plans={**dossier.plans, next_plan.period: next_plan})

    assert complete_paper(both, "adopt") == complete_paper(dossier, "adopt")
    assert complete_paper(both, "next").subject.endswith("(พ.ศ. 2571 - 2575)")
    assert "ตั้งแต่ปีงบประมาณ พ.ศ. 2571 เป็นต้นไป" in complete_paper(both, "next").paragraphs[1]
    assert complete_paper(both, "c").subject.endswith("(พ.ศ. 2571 - 2575)")


def test_report_of_the_plan_before_names_that_plan() -> None:
    """The next plan's adoption does not get into the report of the plan before."""
    papers = {name: {"kind": "announcement"} for name in ("report", "adopt")}
    dossier = make_dossier({**papers, "next": {"kind": "announcement", "date": "15 กันยายน 2570"}})
    next_plan = make_next_plan(announcement="next")
    both = replace(dossier, plans={**dossier.plans, next_plan.period: next_plan})

    assert complete_paper(both, "report") == complete_paper(dossier, "report")


def test_report_without_plan_gets_no_standard_text() -> None:
    """Without a plan there is nothing to report on, and nothing is counted; only the subject is known."""
    dossier = replace(make_dossier({"report": {"kind": "announcement"}}), plans={})
    paper = complete_paper(dossier, "report")

    assert paper.paragraphs == ()
    assert paper.subject == compose_subject(dossier, Purpose(PaperRole.REPORT, SIX))
    assert paper.subject.startswith("รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริตเพื่อยกระดับคุณธรรมและความโปร่งใส ประจำปี")


def test_memo_without_plan_points_at_no_table() -> None:
    """Its tables count projects, of which there are none; who signs is known all the same."""
    memo = complete_paper(replace(make_dossier({"memo": {"kind": "memo"}}), plans={}), "memo")

    assert (memo.background, memo.facts, memo.proposal) == ((), (), ())
    assert memo.addressee == "นายกเทศมนตรีตำบลหนองดี"
