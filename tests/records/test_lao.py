"""The LAO: its type decides its words; its name alone never identifies it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from prongsai.records.lao import Lao, Numerals
from prongsai.records.lao_types import LaoType
from pydantic import ValidationError
from record_reading import list_missing_keys

WORDS = [
    ("เทศบาลนคร", "นายกเทศมนตรีนคร", "ปลัดเทศบาล", "เทศบัญญัติ", "พนักงานเทศบาล"),
    ("เทศบาลเมือง", "นายกเทศมนตรีเมือง", "ปลัดเทศบาล", "เทศบัญญัติ", "พนักงานเทศบาล"),
    ("เทศบาลตำบล", "นายกเทศมนตรีตำบล", "ปลัดเทศบาล", "เทศบัญญัติ", "พนักงานเทศบาล"),
    (
        "องค์การบริหารส่วนตำบล",
        "นายกองค์การบริหารส่วนตำบล",
        "ปลัดองค์การบริหารส่วนตำบล",
        "ข้อบัญญัติ",
        "พนักงานส่วนตำบล",
    ),
    (
        "องค์การบริหารส่วนจังหวัด",
        "นายกองค์การบริหารส่วนจังหวัด",
        "ปลัดองค์การบริหารส่วนจังหวัด",
        "ข้อบัญญัติ",
        "ข้าราชการองค์การบริหารส่วนจังหวัด",
    ),
    ("เมืองพัทยา", "นายกเมืองพัทยา", "ปลัดเมืองพัทยา", "ข้อบัญญัติ", "พนักงานเมืองพัทยา"),
    ("กรุงเทพมหานคร", "ผู้ว่าราชการกรุงเทพมหานคร", "ปลัดกรุงเทพมหานคร", "ข้อบัญญัติ", "ข้าราชการกรุงเทพมหานคร"),
]
NAMELESS = {LaoType.PATTAYA, LaoType.BANGKOK}


def make_lao(**changes: object) -> Lao:
    """Return an LAO read from plain data."""
    return Lao.model_validate(
        {"type": "เทศบาลตำบล", "name": "แม่สาย", "district": "แม่สาย", "province": "เชียงราย", **changes}
    )


def test_every_type_has_its_words() -> None:
    """The table of words names every type once."""
    assert [label for label, *_ in WORDS] == [kind.label for kind in LaoType]


@pytest.mark.parametrize(
    ("kind", "words"), [pytest.param(kind, row[1:], id=kind.value) for kind, row in zip(LaoType, WORDS, strict=True)]
)
def test_vocabulary_follows_the_type(kind: LaoType, words: tuple[str, ...]) -> None:
    """Head, permanent secretary, budget law and staff are called as the type demands."""
    assert kind.vocabulary == words


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in LaoType if kind not in NAMELESS])
def test_head_and_full_name_carry_the_name(kind: LaoType) -> None:
    """The position of the head and the full name end in the LAO's name."""
    lao = make_lao(type=kind.label)

    assert (lao.full_name, lao.head) == (f"{kind.label}แม่สาย", f"{kind.vocabulary.head}แม่สาย")


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in LaoType if kind in NAMELESS])
def test_special_organisation_is_its_own_name(kind: LaoType) -> None:
    """Pattaya and Bangkok have no name beside their type."""
    lao = make_lao(type=kind.label, name=kind.label)

    assert (lao.full_name, lao.head) == (kind.label, kind.vocabulary.head)


def test_head_of_the_sample_is_as_in_its_announcement() -> None:
    """The announcement of Mae Sai is signed by นายกเทศมนตรีตำบลแม่สาย."""
    assert make_lao().head == "นายกเทศมนตรีตำบลแม่สาย"


def test_one_district_may_have_two_laos_of_one_name() -> None:
    """เทศบาลตำบลห้วยไคร้ and องค์การบริหารส่วนตำบลห้วยไคร้ have different full names."""
    names = {make_lao(type=kind, name="ห้วยไคร้").full_name for kind in ("เทศบาลตำบล", "องค์การบริหารส่วนตำบล")}

    assert names == {"เทศบาลตำบลห้วยไคร้", "องค์การบริหารส่วนตำบลห้วยไคร้"}


def test_location_names_district_and_province() -> None:
    """The place of an LAO is its district and province."""
    assert make_lao().location == "อำเภอแม่สาย จังหวัดเชียงราย"


def test_location_without_district_is_the_province() -> None:
    """An LAO of a whole province has no district."""
    lao = Lao.model_validate({"type": "อบจ.", "name": "เชียงราย", "province": "เชียงราย"})

    assert lao.location == "จังหวัดเชียงราย"


def test_a_name_longer_than_a_line_need_not_stay_whole() -> None:
    """Places have names of 3 to 20 letters; a sentence in their place is broken as any other."""
    lao = make_lao(name="บางบัวทองใต้", district="ก" * 600, province="สมมติ")
    assert lao.place_names == ("บางบัวทองใต้", "สมมติ")


def test_minimum_of_projects_is_kept_by_year() -> None:
    """The NACC's minimum is given per fiscal year, in either digits."""
    assert make_lao(minimum_projects={"2566": "25", "๒๕๖๗": "๒๐"}).minimum_projects == {2566: 25, 2567: 20}


def test_thresholds_have_assumed_defaults() -> None:
    """Unless a site knows better, มาก begins at 80 and ปานกลาง at 50."""
    thresholds = make_lao().level_thresholds

    assert (thresholds.high, thresholds.medium) == (Decimal(80), Decimal(50))


def test_pages_use_thai_numerals_unless_told() -> None:
    """Thai numerals are the rule of official papers."""
    assert [make_lao().numerals, make_lao(numerals="arabic").numerals] == [Numerals.THAI, Numerals.ARABIC]


def test_names_of_others_are_one_or_many() -> None:
    """Neighbours and watched names are lists that may be left out; one name needs no list."""
    lao = make_lao(neighbours="เทศบาลตำบลห้วยไคร้", watch_names=["แม่จัน", "หนองเก่า"])

    assert (lao.neighbours, lao.watch_names) == (("เทศบาลตำบลห้วยไคร้",), ("แม่จัน", "หนองเก่า"))
    assert (make_lao().neighbours, make_lao().watch_names) == ((), ())


def test_lao_is_real_unless_told() -> None:
    """Only an LAO marked as a sample is one."""
    assert [make_lao().sample, make_lao(sample="true").sample] == [False, True]


def test_years_of_two_laos_are_not_shared() -> None:
    """What is written for one LAO does not appear in another."""
    make_lao().minimum_projects[2566] = 25

    assert make_lao().minimum_projects == {}


@pytest.mark.parametrize("key", [pytest.param(key, id=key) for key in ("type", "name", "province")])
def test_identity_is_demanded(key: str) -> None:
    """An LAO without type, name or province cannot be told from others."""
    data = {"type": "เทศบาลตำบล", "name": "แม่สาย", "province": "เชียงราย"}
    del data[key]

    assert list_missing_keys(Lao, data) == [key]


@pytest.mark.parametrize(
    ("data", "fix"),
    [
        ({"name": "เทศบาลตำบลแม่สาย"}, "เขียนเพียง แม่สาย"),
        ({"district": "อำเภอแม่สาย"}, "เขียนเพียง แม่สาย"),
        ({"province": "จังหวัด เชียงราย"}, "เขียนเพียง เชียงราย"),
        ({"name": "ทต.แม่สาย"}, "เขียนเพียง แม่สาย"),
        ({"name": "ทต แม่สาย"}, "เขียนเพียง แม่สาย"),
        ({"name": "เทศบาลแม่สาย"}, "เขียนเพียง แม่สาย"),
        ({"name": "อบต.ต.แม่สาย"}, "เขียนเพียง แม่สาย"),
        ({"name": "แม่สาย (ทต.)"}, "เขียนเพียง แม่สาย"),
        ({"name": "แม่สาย อ.แม่สาย จ.เชียงราย"}, "เขียนเพียง แม่สาย"),
        ({"district": "อ.เมือง"}, "เขียนเพียง เมือง"),
        ({"district": "กิ่งอำเภอดอยหลวง"}, "เขียนเพียง ดอยหลวง"),
        ({"province": "จ.เชียงราย"}, "เขียนเพียง เชียงราย"),
    ],
    ids=[
        "name", "district", "province", "name-short", "name-without-stop", "name-without-kind", "name-twice",
        "name-in-brackets", "name-with-place", "district-short", "district-minor", "province-short",
    ],
)  # fmt: skip
def test_words_that_the_pages_add_are_refused(data: dict[str, str], fix: str) -> None:
    """A page would print the word twice."""
    with pytest.raises(ValidationError) as caught:
        make_lao(**data)

    [detail] = caught.value.errors()
    assert (detail["type"], detail["ctx"]["fix"]) == ("prefix", fix)


@pytest.mark.parametrize(
    "deadlines",
    [{"oit_month": "13"}, {"oit_month": "2", "oit_day": "30"}, {"oit_day": "9" * 15}, {"annual_days": "367"}],
    ids=["month", "day", "huge-day", "too-many-days"],
)
def test_deadline_that_no_calendar_has(deadlines: dict[str, str]) -> None:
    """A day that does not exist would stop the list of duties."""
    with pytest.raises(ValidationError) as caught:
        make_lao(deadlines=deadlines)

    assert [detail["type"] for detail in caught.value.errors()] == ["deadline"]


@pytest.mark.parametrize(
    "thresholds", [{"high": "50", "medium": "80"}, {"high": "120"}], ids=["reversed", "above-hundred"]
)
def test_thresholds_out_of_order_are_refused(thresholds: dict[str, str]) -> None:
    """The levels' thresholds rise from low to high within 0 to 100."""
    with pytest.raises(ValidationError, match="ไม่เรียงกัน"):
        Lao.model_validate({"type": "เทศบาลตำบล", "name": "ก", "province": "ข", "level_thresholds": thresholds})


@pytest.mark.parametrize("name", ["เมืองพล", "ท่าบ่อ", "อุ้มผาง", "จอมทอง", "จักราช", "ตะโละแมะนา"])
def test_names_that_begin_as_a_prefix_does_are_names(name: str) -> None:
    """A prefix is a whole word, or short with its full stop."""
    assert make_lao(name=name, district=name).name == name
