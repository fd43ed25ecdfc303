"""Names of persons: those that people have are found, words that look like them are not."""

from __future__ import annotations

import pytest
from prongsai.checks.personal.detector import PersonalDatum
from prongsai.checks.personal.finding import find_personal_data
from prongsai.checks.personal.persons import find_persons, is_officer, mask_name
from pythainlp.corpus import thai_family_names, thai_female_names, thai_male_names, thai_orst_words, thai_words


@pytest.mark.parametrize(
    ("title", "names"),
    [("นาย", thai_male_names()), ("นาง", thai_female_names()), ("ด.ช.", thai_male_names())],
    ids=["man", "woman", "boy"],
)
def test_names_that_people_have(title: str, names: frozenset[str]) -> None:
    """Of the names in use no more than one in two hundred is taken for another word."""
    missed = [name for name in names if not find_persons(f"ของ{title}{name}")]

    assert len(missed) < len(names) / 200


def test_family_names_do_not_hide_a_part() -> None:
    """A family name that begins as a verb does (แจ้งจิต, ได้พร) leaves the name beside its part."""
    missed = [name for name in thai_family_names() if not find_personal_data(f"ผู้ร้องเรียน คือ นายสมชาย {name}")]

    assert missed == []


@pytest.mark.parametrize("names", [thai_male_names(), thai_female_names()], ids=["man", "woman"])
def test_names_in_a_form(names: frozenset[str]) -> None:
    """Of the names in use no more than one in thirty is taken for another word where a form has no title."""
    missed = [name for name in names if not find_personal_data(f"ชื่อผู้แจ้ง={name} ใจดี")]

    assert len(missed) < len(names) / 30


@pytest.mark.parametrize("words", [thai_words(), thai_orst_words()], ids=["common", "royal-institute"])
def test_words_of_the_dictionary(words: frozenset[str]) -> None:
    """No word by itself is a personal datum."""
    found = {word: data for word in words if (data := find_personal_data(word))}

    assert found == {}


@pytest.mark.parametrize(
    "text",
    [
        "นายกเทศมนตรี", "นายก อบต.", "นายอำเภอแม่สาย", "นายทะเบียน", "นายช่างโยธา", "ทนายความ", "เจ้านายที่ดี", "พัฒนางบประมาณ", "ขุนนาง",
        "คุณธรรม", "ขอบคุณประชาชน", "คุณภาพชีวิต", "ป้ายประกาศ", "พี่เลี้ยงเด็ก", "น้องใหม่", "ครูผู้ดูแลเด็ก", "เด็กชายและเด็กหญิง", "นาย/นาง/นางสาว",
        "นาย ก.", "นายเอ (นามสมมติ)",
    ],
)  # fmt: skip
def test_no_person(text: str) -> None:
    """Positions, words that hold a title, and names that stand for nobody."""
    assert find_persons(text) == ()


@pytest.mark.parametrize(
    "text",
    ["นายสมชาย ใจดี ปลัดเทศบาล", "นายสมชาย ใจดี (นิติกร)", "ผู้อำนวยการกองช่าง นายสมชาย ใจดี", "นายสมชาย ใจดี ตำแหน่ง คนงาน"],
    ids=["after", "in-brackets", "before", "named"],
)
def test_officer(text: str) -> None:
    """A name with its position is named on purpose."""
    assert [is_officer(text, person) for person in find_persons(text)] == [True]


def test_citizen_is_no_officer() -> None:
    """A name without a position is a citizen's."""
    text = "นายสมชาย ใจดี แจ้งว่าถนนชำรุด"

    assert [is_officer(text, person) for person in find_persons(text)] == [False]


@pytest.mark.parametrize(
    ("name", "masked"),
    [("นายสมชาย ใจดี", "นาย…"), ("ด.ญ. สมหญิง", "ด.ญ.…"), ("Mr. Somchai", "Mr…"), ("สมชาย", "ส…")],
    ids=["man", "girl", "latin", "bare"],
)
def test_mask(name: str, masked: str) -> None:
    """A message shows a name's title only, or its first letter."""
    assert mask_name(name) == masked


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("นางคำ ใจดี อายุ 72 ปี ผู้ป่วยติดเตียง", ["birth-date", "health"]),
        ("ผู้ร้อง: นายกมล มีสุข / ผู้ถูกร้อง: นางศรี มีสุข", ["complainant", "accused"]),
        ("พร้อมเพย์ 081-234-5612", ["bank-account"]),
        ("ไลน์ไอดี 0812345612", ["line"]),
    ],
    ids=["age-and-health", "two-parts", "promptpay", "line"],
)
def test_one_kind_a_datum(text: str, kinds: list[str]) -> None:
    """A number is told once, under the surest kind; a name once for each thing that is told of it."""
    assert sorted(datum.kind for datum in find_personal_data(text)) == sorted(kinds)


def test_finds_in_the_order_of_the_text() -> None:
    """A message list follows the sentence."""
    found = find_personal_data("บ้านเลขที่ 9 โทร. 081-234-5612 อีเมล somchai@gmail.com")

    assert [datum.kind for datum in found] == ["address", "phone", "email"]
    assert found[0] == PersonalDatum("address", "9", "x", "บ้านเลขที่")
