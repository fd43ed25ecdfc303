"""Choices: code word, Thai label, alias, and what else is refused."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from prongsai.papers.kinds.memo import Opinion
from prongsai.records.base import LabelledEnum, choice_converter
from prongsai.records.lao_types import LaoType
from prongsai.records.plan import RiskScore, Unit
from prongsai.records.progress import CannotReason, LevelName, Status
from prongsai.records.project import ProjectKind
from record_reading import read, refuse

CHOICES = [kind for kind in LabelledEnum.__subclasses__() if kind.__module__.startswith("prongsai.")]
MEMBERS = [member for kind in CHOICES for member in kind]


def test_code_words_are_ascii() -> None:
    """Code words can stand in open data and addresses."""
    assert [member for member in MEMBERS if not re.fullmatch("[a-z0-9_]+", member.value)] == []


def test_choices_are_read_by_code_word_and_label() -> None:
    """The code word names the choice, and so does the Thai label."""
    wrong = [
        (member, name)
        for member in MEMBERS
        for name in (member.value, member.label)
        if read(choice_converter(type(member)), name) is not member
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("alias", "member"),
    [
        pytest.param("อบต.", LaoType.SUBDISTRICT_ORGANISATION, id="lao-abt"),
        pytest.param("อบจ.", LaoType.PROVINCIAL_ORGANISATION, id="lao-abj"),
        pytest.param("รอการรายงาน", Status.WAITING, id="status-waiting"),
        pytest.param("แล้วเสร็จ", Status.DONE, id="status-done"),
        pytest.param("อื่นๆ", CannotReason.OTHER, id="reason-other"),
        pytest.param("อื่นๆ", Opinion.OTHER, id="opinion-other"),
        pytest.param("กลาง", LevelName.MEDIUM, id="level-medium"),
        pytest.param("ต่ำ", RiskScore.LOW, id="risk-low"),
    ],
)
def test_choice_is_read_by_alias(alias: str, member: LabelledEnum) -> None:
    """Another spelling in use names the choice."""
    assert read(choice_converter(type(member)), alias) is member


def test_no_spelling_names_two_choices() -> None:
    """Every code word, label and alias belongs to one choice."""
    names = [
        (kind, name) for kind in CHOICES for member in kind for name in {member.value, member.label, *member.aliases}
    ]

    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_choice_that_was_read_stays() -> None:
    """A choice given by the program is kept."""
    assert read(choice_converter(Status), Status.DONE) is Status.DONE


def test_mistyped_choice_is_refused_with_the_choices() -> None:
    """The fix names all labels, and the context helps to find the nearest word."""
    error = refuse(choice_converter(Unit), "ร้อยล่ะ")

    assert error["type"] == "choice"
    assert error["ctx"] == {
        "message": "ไม่รู้จักค่า “ร้อยล่ะ”",
        "fix": "เลือกค่าหนึ่งจาก: ร้อยละ, คะแนน",
        "given": "ร้อยล่ะ",
        "expected": {"ร้อยละ": "ร้อยละ", "percent": "ร้อยละ", "คะแนน": "คะแนน", "points": "คะแนน"},
    }


@pytest.mark.parametrize("value", [pytest.param(["done"], id="list"), pytest.param({"done": "x"}, id="mapping")])
def test_list_or_mapping_is_no_choice(value: object) -> None:
    """A list or a mapping in place of a choice is told as such."""
    assert refuse(choice_converter(Status), value)["type"] == "text"


@pytest.mark.parametrize(
    ("kind", "labels"),
    [
        pytest.param(Status, "รอรายงาน อยู่ระหว่างดำเนินการ ดำเนินการแล้วเสร็จ ไม่สามารถดำเนินการได้", id="status"),
        pytest.param(CannotReason, "ไม่ได้รับงบประมาณ นโยบายผู้บริหารเปลี่ยนแปลง บุคลากรไม่เพียงพอ อื่น/ๆ", id="reason"),
        pytest.param(ProjectKind, "โครงการ กิจกรรม มาตรการ แนวปฏิบัติ", id="project-kind"),
        pytest.param(RiskScore, "น้อย ปานกลาง สูง", id="risk-score"),
        pytest.param(LevelName, "มาก ปานกลาง น้อย", id="level"),
        pytest.param(Opinion, "เห็นชอบตามที่เสนอ อนุมัติตามที่เสนอ อื่น/ๆ", id="opinion"),
    ],
)
def test_labels_are_the_words_of_the_documents(kind: type[LabelledEnum], labels: str) -> None:
    """The labels are the words that the documents and e-PlanNACC print."""
    assert [member.label for member in kind] == [label.replace("/", " ") for label in labels.split()]
