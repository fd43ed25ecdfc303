"""The standard wording: for each purpose and type of LAO, with missing data, and never over a text that is given."""

from __future__ import annotations

from typing import Any

import pytest
from paper_records import ANNOUNCEMENT, DATE, MEMO, ORDER, leave_out_plan, make_dossier

from generator.papers.wording import complete_paper, get_plan_name
from generator.records.papers import Announcement, Memo, MemoOpinion, Order, Signer
from generator.records.plan import Amendment, Project

PLAN = "แผนปฏิบัติการป้องกันการทุจริตเพื่อยกระดับคุณธรรมและความโปร่งใส"
DATED = f"{PLAN} (พ.ศ. 2566 - 2570)"
ROUND = "ปีงบประมาณ พ.ศ. 2566 รอบ 12 เดือน"
ATTACHED = "รายละเอียดปรากฏตามเอกสารแนบท้ายประกาศนี้"
RESULTS = (
    "ดำเนินการแล้วเสร็จ 1 โครงการ จากทั้งหมด 2 โครงการ คิดเป็นร้อยละ 50.00 "
    "และเบิกจ่ายงบประมาณ 18,495 บาท จากงบประมาณตามแผน 20,000 บาท คิดเป็นร้อยละ 92.48"
)


def complete_report(**changes: Any) -> Announcement:
    """Return the announcement of a report's results."""
    dossier = make_dossier(plan={}, report={"announcement": "a", **changes}, papers={"a": ANNOUNCEMENT})
    paper = complete_paper(dossier, "a")
    assert isinstance(paper, Announcement)
    return paper


def complete_memo(**lao: Any) -> Memo:
    """Return the memo of a report's results."""
    report = {"memo": "m", "reporter": "นิติกรชำนาญการ"}
    paper = complete_paper(make_dossier(plan={}, report=report, papers={"m": MEMO}, **lao), "m")
    assert isinstance(paper, Memo)
    return paper


def test_adoption() -> None:
    """The announcement of a plan says why, from which year, and that the plan is attached."""
    paper = complete_paper(make_dossier(plan={"announcement": "a"}, papers={"a": ANNOUNCEMENT}), "a")
    assert isinstance(paper, Announcement)
    assert paper.subject == f"ประกาศใช้{DATED} ของเทศบาลตำบลหนองแสง"
    assert paper.paragraphs == (
        (
            f"ด้วยเทศบาลตำบลหนองแสงได้จัดทำ{DATED} เพื่อเป็นกรอบการดำเนินงานด้านการป้องกันการทุจริตของหน่วยงาน "
            "ให้การบริหารราชการเป็นไปตามหลักธรรมาภิบาล โปร่งใส และตรวจสอบได้"
        ),
        (
            "เพื่อแสดงเจตจำนงสุจริตในการต่อต้านการทุจริตให้เห็นเป็นรูปธรรม เทศบาลตำบลหนองแสง"
            f"จึงประกาศใช้{DATED} ตั้งแต่ปีงบประมาณ พ.ศ. 2566 เป็นต้นไป {ATTACHED}"
        ),
    )


def test_committee() -> None:
    """The order of a committee leads to the list of its members."""
    paper = complete_paper(make_dossier(plan={"order": "o"}, papers={"o": ORDER}), "o")
    assert isinstance(paper, Order)
    assert paper.subject == f"แต่งตั้งคณะกรรมการจัดทำ{DATED} ของเทศบาลตำบลหนองแสง"
    assert paper.paragraphs[-1].endswith("ประกอบด้วย")


def test_amendment() -> None:
    """The announcement of a change names its kind, its number and what changes."""
    change = Amendment(number=2, kind="เพิ่มเติม", date=DATE, summary=("เพิ่มโครงการ ก",), paper="a")
    plan = {"amendments": (change,), "announcement": "b"}
    papers = {"a": ANNOUNCEMENT, "b": Announcement(kind="ประกาศ", date="2565-09-30")}
    paper = complete_paper(make_dossier(plan=plan, papers=papers), "a")
    assert isinstance(paper, Announcement)
    assert paper.subject == f"ประกาศใช้{DATED} เพิ่มเติม ครั้งที่ 2"
    assert paper.paragraphs == (
        f"ตามที่เทศบาลตำบลหนองแสงได้ประกาศใช้{DATED} ตามประกาศ ลงวันที่ 30 กันยายน 2565 นั้น",
        (
            "เพื่อให้แผนเป็นปัจจุบันและเหมาะสมกับการดำเนินงานของหน่วยงาน "
            "เทศบาลตำบลหนองแสงจึงประกาศใช้แผนดังกล่าว เพิ่มเติม ครั้งที่ 2 ดังนี้ เพิ่มโครงการ ก"
        ),
    )


def test_report() -> None:
    """The announcement of a report tells its period and its figures, those of the pages."""
    paper = complete_report()
    assert paper.subject == f"รายงานผลการดำเนินการตาม{DATED} ประจำ{ROUND}"
    assert paper.paragraphs[1] == (
        "เพื่อให้ประชาชนได้รับทราบผลการดำเนินการตามแผนดังกล่าว เทศบาลตำบลหนองแสงจึงขอเผยแพร่รายงานผลการดำเนินการ "
        f"ประจำ{ROUND} (1 ตุลาคม 2565 - 30 กันยายน 2566) ซึ่ง{RESULTS} {ATTACHED}"
    )


def test_measures() -> None:
    """The announcement of integrity measures names their year."""
    paper = complete_paper(make_dossier(measures={"announcement": "a"}, papers={"a": ANNOUNCEMENT}), "a")
    assert isinstance(paper, Announcement)
    assert (paper.subject or "").endswith("ภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2567")
    assert "พ.ศ. 2567 นั้น" in paper.paragraphs[0]


def test_memo_of_a_report() -> None:
    """The memo tells background, facts with the figures, and proposals; the reporter writes it."""
    memo = complete_memo(contacts={"unit": "สำนักปลัด"})
    assert memo.unit == "สำนักปลัด เทศบาลตำบลหนองแสง"
    assert memo.addressee == "นายกเทศมนตรีตำบลหนองแสง"
    assert memo.facts == (
        f"บัดนี้ สิ้นสุด{ROUND} (1 ตุลาคม 2565 - 30 กันยายน 2566) แล้ว "
        f"ได้รวบรวมผลการดำเนินการจากทุกส่วนราชการ ปรากฏว่า{RESULTS} ดังตารางต่อไปนี้",
    )
    assert memo.writer == Signer(position="นิติกรชำนาญการ")
    assert [opinion.role for opinion in memo.opinions] == ["หัวหน้าสำนักปลัด", "ปลัดเทศบาล", "นายกเทศมนตรีตำบลหนองแสง"]


def test_memo_names_the_lao_once() -> None:
    """A unit that already names its LAO is not followed by the name again."""
    assert complete_memo(contacts={"unit": "สำนักปลัด เทศบาลตำบลหนองแสง"}).unit == "สำนักปลัด เทศบาลตำบลหนองแสง"


def test_memo_without_a_unit() -> None:
    """Without a unit the LAO stands alone."""
    assert complete_memo().unit == "เทศบาลตำบลหนองแสง"


@pytest.mark.parametrize(
    ("kind", "head", "secretary"),
    [
        ("เทศบาลนคร", "นายกเทศมนตรีนครหนองแสง", "ปลัดเทศบาล"),
        ("เทศบาลเมือง", "นายกเทศมนตรีเมืองหนองแสง", "ปลัดเทศบาล"),
        ("องค์การบริหารส่วนตำบล", "นายกองค์การบริหารส่วนตำบลหนองแสง", "ปลัดองค์การบริหารส่วนตำบล"),
        ("องค์การบริหารส่วนจังหวัด", "นายกองค์การบริหารส่วนจังหวัดหนองแสง", "ปลัดองค์การบริหารส่วนจังหวัด"),
        ("เมืองพัทยา", "นายกเมืองพัทยา", "ปลัดเมืองพัทยา"),
        ("กรุงเทพมหานคร", "ผู้ว่าราชการกรุงเทพมหานคร", "ปลัดกรุงเทพมหานคร"),
    ],
    ids=["city", "town", "subdistrict", "province", "pattaya", "bangkok"],
)
def test_words_follow_the_type_of_lao(kind: str, head: str, secretary: str) -> None:
    """Head and secretary have the titles of their type of LAO."""
    memo = complete_memo(type=kind)
    assert (memo.addressee, memo.opinions[1].role, memo.opinions[2].position) == (head, secretary, head)


@pytest.mark.parametrize(
    "given",
    [
        {"subject": "เรื่องของเราเอง"},
        {"paragraphs": ("ย่อหน้าของเราเอง",)},
        {"signer": Signer(position="รองนายกเทศมนตรี", name="นาง ก")},
        {"closing": "จึงประกาศให้ทราบ"},
    ],
    ids=["subject", "paragraphs", "signer", "closing"],
)
def test_a_given_text_is_never_touched(given: dict[str, Any]) -> None:
    """What the file says stays; only what it leaves out is filled."""
    paper = Announcement(kind="ประกาศ", date=DATE, **given)
    completed = complete_paper(make_dossier(plan={"announcement": "a"}, papers={"a": paper}), "a")
    for key, value in given.items():
        assert getattr(completed, key) == value
    assert completed.subject
    assert isinstance(completed, Announcement)
    assert completed.paragraphs


def test_given_opinions_stay() -> None:
    """One opinion given keeps the standard chain away."""
    given = (MemoOpinion(role="ปลัด", position="ปลัดเทศบาล"),)
    memo = Memo(kind="บันทึกข้อความ", date=DATE, opinions=given, unit="กองคลัง", facts=("ก",))
    completed = complete_paper(make_dossier(plan={}, report={"memo": "m"}, papers={"m": memo}), "m")
    assert isinstance(completed, Memo)
    assert (completed.opinions, completed.unit, completed.facts) == (given, "กองคลัง", ("ก",))
    assert completed.writer is None


def test_a_paper_without_a_purpose_gets_no_words() -> None:
    """A paper that no record names keeps its own words; only its signer follows from the LAO."""
    paper = Announcement(kind="ประกาศ", date=DATE, subject="งดเดินทาง", paragraphs=("ก",))
    completed = complete_paper(make_dossier(papers={"a": paper}), "a")
    assert completed == paper.model_copy(update={"signer": Signer(position="นายกเทศมนตรีตำบลหนองแสง")})


def test_another_issuer_signs_for_itself() -> None:
    """The head of this LAO does not sign the paper of another office."""
    paper = Announcement(kind="ประกาศ", date=DATE, issuer="จังหวัดเชียงราย")
    completed = complete_paper(make_dossier(plan={"announcement": "a"}, papers={"a": paper}), "a")
    assert isinstance(completed, Announcement)
    assert completed.signer is None


def test_without_a_plan_nothing_is_claimed() -> None:
    """Without a plan there are no figures in the words, and the plan has no years in its name."""
    dossier = make_dossier(plan={}, report={"announcement": "a", "memo": "m"}, papers={"a": ANNOUNCEMENT, "m": MEMO})
    dossier = leave_out_plan(dossier)
    announcement, memo = complete_paper(dossier, "a"), complete_paper(dossier, "m")
    assert isinstance(announcement, Announcement)
    assert isinstance(memo, Memo)
    assert get_plan_name(dossier) == PLAN
    assert announcement.paragraphs[1].endswith(f"(1 ตุลาคม 2565 - 30 กันยายน 2566) {ATTACHED}")
    assert memo.facts[0].endswith("จากทุกส่วนราชการ")


def test_unknown_money_is_told_as_unknown() -> None:
    """Money that nobody reported is never told as nothing."""
    dossier = make_dossier(plan={}, report={"announcement": "a", "projects": ()}, papers={"a": ANNOUNCEMENT})
    paper = complete_paper(dossier, "a")
    assert isinstance(paper, Announcement)
    assert "และยังไม่ทราบยอดเบิกจ่าย จากงบประมาณตามแผน 20,000 บาท รายละเอียด" in paper.paragraphs[1]


def test_a_plan_without_money_says_so() -> None:
    """A plan that needs no budget is told as one."""
    projects = (Project(id="p02", number=2, name="มาตรการ", mission="2.1", budget="ไม่ใช้งบประมาณ"),)
    dossier = make_dossier(plan={"projects": projects}, report={"announcement": "a"}, papers={"a": ANNOUNCEMENT})
    paper = complete_paper(dossier, "a")
    assert isinstance(paper, Announcement)
    assert "คิดเป็นร้อยละ 0.00 โดยไม่ใช้งบประมาณ รายละเอียด" in paper.paragraphs[1]
