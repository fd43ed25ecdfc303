"""Papers: each kind has its own record."""

from __future__ import annotations

import pytest
from prongsai.papers.kinds.announcement import Announcement
from prongsai.papers.kinds.memo import Memo, Opinion
from prongsai.papers.kinds.order import Order
from prongsai.papers.registry import PAPER_RECORDS
from prongsai.records.papers import PaperKind
from record_reading import list_missing_keys, refuse

PAPER = {"subject": "ประกาศใช้แผน", "date": "19 ตุลาคม 2566"}


def test_announcement_closes_with_the_formula() -> None:
    """Unless another is written, an announcement ends as announcements do."""
    assert Announcement.model_validate({"kind": "ประกาศ", **PAPER}).closing == "จึงประกาศมาให้ทราบโดยทั่วกัน"


def test_memo_closes_with_the_formula() -> None:
    """Unless another is written, a memo ends as memos do."""
    memo = Memo.model_validate({"kind": "บันทึกข้อความ", "unit": "สำนักปลัด", "addressee": "นายกเทศมนตรี", **PAPER})

    assert memo.closing == "จึงเรียนมาเพื่อโปรดพิจารณา"


@pytest.mark.parametrize(
    ("answer", "expected"), [pytest.param({}, True, id="unsaid"), pytest.param({"public": "ไม่"}, False, id="no")]
)
def test_memo_is_public_unless_told(answer: dict[str, str], expected: object) -> None:
    """A memo may be kept from the site."""
    data = {"kind": "memo", "unit": "สำนักปลัด", "addressee": "นายกเทศมนตรี", **PAPER, **answer}

    assert Memo.model_validate(data).public is expected


def test_opinion_has_a_choice() -> None:
    """A superior's opinion is one of the printed choices."""
    opinions = [{"role": "ปลัดเทศบาล", "choice": "เห็นชอบตามที่เสนอ"}, {"role": "นายกเทศมนตรี", "choice": "อื่นๆ"}]

    memo = Memo.model_validate(
        {"kind": "memo", "unit": "สำนักปลัด", "addressee": "นายกเทศมนตรี", "opinions": opinions, **PAPER}
    )

    assert [opinion.choice for opinion in memo.opinions] == [Opinion.AGREE, Opinion.OTHER]


def test_member_may_be_named_by_position_alone() -> None:
    """An order names its members by position or by name."""
    order = Order.model_validate({"kind": "คำสั่ง", "members": [{"position": "ปลัดเทศบาล", "role": "กรรมการ"}], **PAPER})

    assert [(member.position, member.name) for member in order.members] == [("ปลัดเทศบาล", None)]


def test_papers_sort_by_date_before_subject() -> None:
    """An older paper comes first, whatever its subject."""
    papers = [
        Announcement.model_validate({"kind": "ประกาศ", "subject": subject, "date": date})
        for subject, date in (("ก", "2 มกราคม 2566"), ("ข", "1 มกราคม 2566"), ("ก", "1 มกราคม 2566"))
    ]

    days = [(paper.date.day, paper.subject) for paper in sorted(papers, key=lambda paper: paper.sort_key)]

    assert days == [(1, "ก"), (1, "ข"), (2, "ก")]


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        pytest.param(PaperKind.ANNOUNCEMENT, ["kind", "date"], id="announcement"),
        pytest.param(PaperKind.ORDER, ["kind", "date"], id="order"),
        pytest.param(PaperKind.MEMO, ["kind", "date"], id="memo"),
        pytest.param(PaperKind.FILE, ["kind", "subject", "date", "signed"], id="file"),
    ],
)
def test_paper_demands_what_its_kind_needs(kind: PaperKind, keys: list[str]) -> None:
    """Each kind of paper has keys that it cannot do without."""
    assert sorted(list_missing_keys(PAPER_RECORDS[kind], {})) == sorted(keys)


@pytest.mark.parametrize("text", ["2571-2575", "๒๕๗๑ – ๒๕๗๕", " 2571 - 2575 "], ids=["plain", "thai", "spaces"])
def test_paper_may_name_its_plan(text: str) -> None:
    """The period that a paper names reads as the plan's id, however it is written."""
    assert Announcement.model_validate({"kind": "ประกาศ", "plan": text, **PAPER}).plan == "2571-2575"


@pytest.mark.parametrize("value", ["2571", "แผนใหม่", "2571-75", "2571/2575", ["2571-2575"]])
def test_what_is_no_period_is_refused(value: object) -> None:
    """A plan is named by its first and its last year, nothing else."""
    error = refuse(Announcement, {"kind": "ประกาศ", "plan": value, **PAPER})

    assert error["loc"] == ("plan",)
    assert error["type"] == ("text" if isinstance(value, list) else "period")
