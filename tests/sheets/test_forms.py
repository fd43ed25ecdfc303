"""Values in cells: whatever a file says, its cell says the same, or says that it cannot."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prongsai.editing.differences import simplify
from prongsai.records.progress import Status
from prongsai.sheets.forms import (
    DATE,
    EVIDENCE,
    LIST,
    LONG_TEXT,
    MAX_CELL,
    MONEY,
    NOT_SHOWN,
    NUMBER,
    STEPS,
    YES_NO,
    ChoiceForm,
    Form,
    PartsForm,
)
from prongsai.sheets.list_tables import ControlsForm

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8) | st.sampled_from(
    ["- ก", "-- ข", "[1] ค", "ง | จ", "ก\nข", "7.1) ฉ", "|", "-", "[", "ก ⏎ ข"]
)
STEP = st.recursive(
    TEXTS,
    lambda inner: st.fixed_dictionaries({"text": TEXTS}, optional={"number": TEXTS, "steps": st.lists(inner, max_size=3)}),
    max_leaves=8,
)  # fmt: skip
PART = TEXTS | st.fixed_dictionaries({"text": TEXTS}, optional={"measure": TEXTS, "ignore": st.just([])})

PROOF = TEXTS | st.fixed_dictionaries(
    {"title": TEXTS},
    optional={
        "url": st.sampled_from(["https://a.go.th/?q=ก|ข", "http://b"]),
        "file": st.just("files/ก.pdf"),
        "date": TEXTS,
        "alt": TEXTS,
    },
)

CONTROL = st.fixed_dictionaries({"project": TEXTS}, optional={"text": TEXTS, "number": TEXTS}) | st.fixed_dictionaries(
    {"outside": TEXTS}, optional={"number": TEXTS, "text": TEXTS}
)


@pytest.mark.parametrize(
    ("form", "values"),
    [(LIST, TEXTS), (STEPS, STEP), (PartsForm(second="measure"), PART), (EVIDENCE, PROOF), (ControlsForm(), CONTROL)],
    ids=["list", "steps", "parts", "evidence", "controls"],
)
def test_lists_lose_nothing(form: Form, values: st.SearchStrategy[Any]) -> None:
    """What a cell shows is read as what the file says; what would not be is not shown."""

    @given(st.lists(values, min_size=1, max_size=4))
    def check(data: list[Any]) -> None:
        shown = form.show(data)
        assert shown == NOT_SHOWN or simplify(form.read(shown)) == simplify(data)

    check()


@pytest.mark.parametrize(
    ("form", "given_text", "shown"),
    [
        (MONEY, "๑๕๐,๐๐๐.-", "150000"),
        (MONEY, "จำนวน 30,000 บาท", "30000"),
        (MONEY, "1,234.5", "1234.50"),
        (MONEY, "-", "ไม่ใช้งบประมาณ"),
        (MONEY, "unknown", "ไม่ทราบ"),
        (MONEY, "๑2", "๑2"),
        (MONEY, "สองหมื่น", "สองหมื่น"),
        (NUMBER, "๘๗.๕๐", "87.5"),
        (NUMBER, "1,200", "1200"),
        (NUMBER, "ดี", "ดี"),
        (DATE, "2567-10-04", "4 ตุลาคม 2567"),
        (DATE, "30 ก.พ. 2567", "30 ก.พ. 2567"),
        (YES_NO, "yes", "ใช่"),
        (YES_NO, "อาจจะ", "อาจจะ"),
        (ChoiceForm(kind=Status), "แล้วเสร็จ", "ดำเนินการแล้วเสร็จ"),
        (ChoiceForm(kind=Status), "in_progress", "อยู่ระหว่างดำเนินการ"),
    ],
)
def test_one_spelling_is_shown(form: Form, given_text: str, shown: str) -> None:
    """A value in any of its spellings is shown in one; what is none stays as it is, for the record to judge."""
    assert form.show(given_text) == shown
    assert form.is_same(given_text, shown)


def test_nested_steps_are_lines_with_dashes() -> None:
    """As a clerk would type them."""
    steps = ["ก", {"text": "ข", "steps": ["ค", {"text": "ง", "number": "9)", "steps": ["จ"]}]}]

    assert STEPS.show(steps) == "ก\nข\n- ค\n- [9)] ง\n-- จ"


def test_text_longer_than_a_cell_is_not_shown() -> None:
    """Excel would cut it."""
    assert LONG_TEXT.show("ก" * MAX_CELL) == "ก" * MAX_CELL
    assert LONG_TEXT.show("ก" * (MAX_CELL + 1)) == NOT_SHOWN
    assert LIST.show(["ก" * 20_000, "ข" * 20_000]) == NOT_SHOWN


def test_what_is_no_text_is_not_shown() -> None:
    """A list in the place of a text is changed in its file."""
    assert LONG_TEXT.show(["ก"]) == NOT_SHOWN
    assert LIST.show([{"text": "ก"}, ["ข"]]) == NOT_SHOWN


def test_evidence_is_a_line_each() -> None:
    """What a part is, it tells itself; the order after the title does not matter."""
    item = {"title": "ภาพ", "url": "https://a.go.th", "date": "1 ต.ค. 2567", "alt": "ป้าย"}

    assert EVIDENCE.show([item, "บันทึก"]) == "ภาพ | https://a.go.th | 1 ต.ค. 2567 | ภาพ: ป้าย\nบันทึก"
    assert EVIDENCE.read("ภาพ | ภาพ:ป้าย | 1 ต.ค. 2567 | https://a.go.th") == [item]


def test_part_alone_is_what_its_record_takes() -> None:
    """A bare text where the record reads one, else a mapping."""
    assert PartsForm(second="count").read("ก\nข | 60") == ["ก", {"text": "ข", "count": "60"}]
    assert PartsForm(second="score", is_bare=False).read("ก\nข | สูง") == [{"text": "ก"}, {"text": "ข", "score": "สูง"}]
