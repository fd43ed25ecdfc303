"""A change touches its own characters only: cases as clerks write them, before and after."""

from __future__ import annotations

import pytest
from prongsai.editing.changes import AddItem, AddKey, Change, Remove, SetValue
from prongsai.editing.edit import edit
from prongsai.exceptions import EditError

LONG = "ข้อความยาว " * 20 + "จบ"

CASES: dict[str, tuple[str, Change, str]] = {
    # A text for a text
    "plain": ("a: ก # หมายเหตุ\nb: ข\n", SetValue(("a",), "ค"), "a: ค # หมายเหตุ\nb: ข\n"),
    "double quotes stay": ('a: "200,000"\n', SetValue(("a",), "300,000"), 'a: "300,000"\n'),
    "single quotes stay": ("a: 'ก: ข'\n", SetValue(("a",), "it's"), "a: 'it''s'\n"),
    "quotes where the text needs them": ("a: ก\n", SetValue(("a",), "ก: ข"), 'a: "ก: ข"\n'),
    "quotes around quotes": ("a: ก\n", SetValue(("a",), '"ก" ข'), "a: '\"ก\" ข'\n"),
    "dash": ("a: ก\n", SetValue(("a",), "-"), 'a: "-"\n'),
    "unseen character": ("a: ก\n", SetValue(("a",), "ก\u2028ข"), 'a: "ก\\u2028ข"\n'),
    "several lines in one": ("a: ก\n  ข\n  ค # ง\nb: จ\n", SetValue(("a",), "ฉ"), "a: ฉ # ง\nb: จ\n"),
    "value on the next line": ("a:\n  ก\nb: ข\n", SetValue(("a",), "ค"), "a:\n  ค\nb: ข\n"),
    "nothing behind the key": ("a: # ยังไม่มี\nb: ข\n", SetValue(("a",), "ค"), "a: ค # ยังไม่มี\nb: ข\n"),
    "nothing behind the dash": ("a:\n  -\n  - ข\n", SetValue(("a", 0), "ค"), "a:\n  - ค\n  - ข\n"),
    "no text": ("a: ก\nb: ข\n", SetValue(("a",), ""), 'a: ""\nb: ข\n'),
    "quoted key": ('"a": ก\n', SetValue(("a",), "ค"), '"a": ค\n'),
    "key in Thai digits": ("๒๕๖๖: ๑๐๐\n", SetValue(("2566",), "๒๐๐"), "๒๕๖๖: ๒๐๐\n"),
    "year as a number": ("a: {2566: 100, 2567: 200}\n", SetValue(("a", 2567), "300"), "a: {2566: 100, 2567: 300}\n"),
    "comma between braces": ("a: {2566: 100}\n", SetValue(("a", "2566"), "1,000"), 'a: {2566: "1,000"}\n'),
    "Windows": ("a: ก\r\nb: ข\r\n", SetValue(("a",), "ค"), "a: ค\r\nb: ข\r\n"),
    "byte order mark": ("\ufeffa: ก\n", SetValue(("a",), "ค"), "\ufeffa: ค\n"),
    "no line break at the end": ("a: ก", SetValue(("a",), "ค"), "a: ค"),
    "the same": ("a:   'ก'   # ข\n", SetValue(("a",), "ก"), "a:   'ก'   # ข\n"),
    # Blocks of text
    "block stays": ("a: >- # ก\n  ข\n  ค\n\nb: ง\n", SetValue(("a",), "จ"), "a: >- # ก\n  จ\n\nb: ง\n"),
    "block keeps lines": (
        "a: >-\n  หนึ่ง สอง\n  สาม สี่\n  ห้า หก\n",
        SetValue(("a",), "หนึ่ง สอง สาม 4 ห้า หก"),
        "a: >-\n  หนึ่ง สอง\n  สาม 4\n  ห้า หก\n",
    ),
    "block for paragraphs": ("a: ก # ข\nb: ค\n", SetValue(("a",), "ง\n\nจ"), "a: |- # ข\n  ง\n\n  จ\nb: ค\n"),
    "block for a long text": (
        "a:\n- ก\n",
        SetValue(("a", 0), LONG),
        "a:\n- >-\n  " + "ข้อความยาว " * 10 + "ข้อความยาว\n  " + "ข้อความยาว " * 9 + "จบ\n",
    ),
    "no block between brackets": ("a: [ก,ข]\n", SetValue(("a", 1), "ค\nง"), 'a: [ก,"ค\\nง"]\n'),
    "block on Windows": ("a: |-\r\n  ก\r\nb: ข\r\n", SetValue(("a",), "ค\nง"), "a: |-\r\n  ค\r\n  ง\r\nb: ข\r\n"),
    "block with a line break": ("a: |\n  ก\nb: ข\n", SetValue(("a",), "ค"), "a: |-\n  ค\nb: ข\n"),
    "block cannot begin with a space": ("a: |-\n  ก\n", SetValue(("a",), " ค\nง"), 'a: " ค\\nง"\n'),
    # Lists and mappings for texts, and back
    "text to list": ("a: ก # ข\nb: ค\n", SetValue(("a",), ["ง", "จ"]), "a: # ข\n  - ง\n  - จ\nb: ค\n"),
    "text to mapping": ("- ก\n- ข\n", SetValue((0,), {"a": "ค", "b": ["ง"]}), "- a: ค\n  b:\n    - ง\n- ข\n"),
    "list to text": ("a: # ก\n  - ข # ค\n  - ง\nb: จ\n", SetValue(("a",), "ฉ"), "a: ฉ # ก\nb: จ\n"),
    "mapping to text": ("- a: ก\n  b: ข\n- ค\n", SetValue((0,), "ง"), "- ง\n- ค\n"),
    "comment above a list": ("a:\n  # ก\n  - ข\n", SetValue(("a",), LONG), f"a: {LONG}\n  # ก\n"),
    "unindented list": ("a:\n- ก\nb: ข\n", SetValue(("a",), ["ค", {"c": "ง", "d": "จ"}]), "a:\n- ค\n- c: ง\n  d: จ\nb: ข\n"),
    "list between brackets": ("a: [ก,ข] # ค\n", SetValue(("a",), ["ง", {"b": "จ"}]), "a: [ง, {b: จ}] # ค\n"),
    "empty list": ("a: [] # ก\n", SetValue(("a",), ["ข"]), "a: # ก\n  - ข\n"),
    "whole file": ("# ก\na: ข\n", SetValue((), {"b": "ค"}), "# ก\nb: ค\n"),
    # Something new
    "last item": ("a:\n  - ก # ข\n# ค\nb: ง\n", AddItem(("a",), "จ"), "a:\n  - ก # ข\n  - จ\n# ค\nb: ง\n"),
    "first item": ("a:\n- ก\n", AddItem(("a",), {"b": "ข", "c": "ค"}, 0), "a:\n- b: ข\n  c: ค\n- ก\n"),
    "item in the middle": ("- ก\n\n# ข\n- ค\n", AddItem((), "ง", 1), "- ก\n- ง\n\n# ข\n- ค\n"),
    "item behind a block": ("a:\n  - >-\n    ก\n\nb: ข\n", AddItem(("a",), "ค"), "a:\n  - >-\n    ก\n  - ค\n\nb: ข\n"),
    "item behind a block that ends the file": ("a:\n  - |\n    ก", AddItem(("a",), "ค"), "a:\n  - |-\n    ก\n  - ค"),
    "item between brackets": ("a: [ก,ข] # ค\n", AddItem(("a",), "ง, จ"), 'a: [ก,ข,"ง, จ"] # ค\n'),
    "first item between brackets": ("a: [ก]\n", AddItem(("a",), "ข", 0), "a: [ข, ก]\n"),
    "item of an empty list": ("a: []\nb: ก\n", AddItem(("a",), "ข"), "a:\n  - ข\nb: ก\n"),
    "item of nothing": ("a: # ก\nb: ข\n", AddItem(("a",), "ค"), "a: # ก\n  - ค\nb: ข\n"),
    "last key": ("a: ก\r\nb: ข", AddKey(("c",), ["ค"]), "a: ก\r\nb: ข\r\nc:\r\n  - ค"),
    "key behind another": ("a: ก # ข\nb: ค\n", AddKey(("d",), "ง", after="a"), "a: ก # ข\nd: ง\nb: ค\n"),
    "key of an item": ("- a: ก\n- b: ข\n", AddKey((0, "c"), "ค"), "- a: ก\n  c: ค\n- b: ข\n"),
    "key between braces": ("a: {2566: 1}\n", AddKey(("a", "2567"), "2"), "a: {2566: 1, 2567: 2}\n"),
    "key that is written without value": ("a: # ก\nb: ข\n", AddKey(("a",), "ค"), "a: ค # ก\nb: ข\n"),
    "key in quotes": ("a: ก\n", AddKey(("- b: c",), "ค"), 'a: ก\n"- b: c": ค\n'),
    # Something less
    "key": ("# ก\na: ข # ค\n# ง\nb: จ\n", Remove(("a",)), "# ก\n# ง\nb: จ\n"),
    "key with a list": ("a:\n  # ก\n  - ข\n\n  - ค\nb: ง\n", Remove(("a",)), "b: ง\n"),
    "key without value": ("a:\nb: ข\n", Remove(("a",)), "b: ข\n"),
    "first key of an item": ("- a: ก # ข\n  b: ค\n", Remove((0, "a")), "- b: ค\n"),
    "first key above a comment": ("- a: ก\n  # ข\n  b: ค\n", Remove((0, "a")), "-\n  # ข\n  b: ค\n"),
    "item": ("a:\n- ก\n- b: ข\n  c: >-\n    ค\n\n- ง\n", Remove(("a", 1)), "a:\n- ก\n\n- ง\n"),
    "only item": ("a: # ก\n  - ข\nb: ค\n", Remove(("a", 0)), "a: [] # ก\nb: ค\n"),
    "only key": ("a: ก\n", Remove(("a",)), "{}\n"),
    "last line": ("a: ก\nb: ข", Remove(("b",)), "a: ก\n"),
    "first between brackets": ("[ก, ข,  ค]\n", Remove((0,)), "[ข,  ค]\n"),
    "last between brackets": ("[ก, ข,  ค]\n", Remove((2,)), "[ก, ข]\n"),
    "only one between braces": ("a: {b: ก}\n", Remove(("a", "b")), "a: {}\n"),
    "comment between brackets": ("[\n  ก, # ข\n  ค, # ง\n]\n", Remove((1,)), "[\n  ก, # ข\n   # ง\n]\n"),
}  # fmt: skip


@pytest.mark.parametrize(("before", "change", "after"), CASES.values(), ids=CASES)
def test_change(before: str, change: Change, after: str) -> None:
    """The file is the same but for what changed."""
    assert edit(before, [change]) == after


def test_paths_are_those_before_all_changes() -> None:
    """No change shifts the place of another, in whatever order they are given."""
    text = "a:\n  - ก\n  - ข\n  - ค\nb: ง\n"

    changed = edit(text, [Remove(("a", 0)), AddItem(("a",), "ใหม่", 2), SetValue(("b",), "จ"), Remove(("a", 1))])

    assert changed == "a:\n  - ใหม่\n  - ค\nb: จ\n"


def test_new_items_at_one_place_keep_their_order() -> None:
    """The first that is given comes first."""
    text = "a:\n  - ก\n"

    changed = edit(text, [AddItem(("a",), "1"), AddItem(("a",), "2"), AddItem(("a",), "3", 0), AddItem(("a",), "4", 0)])

    assert changed == "a:\n  - 3\n  - 4\n  - ก\n  - 1\n  - 2\n"


def test_all_items_can_go_one_by_one() -> None:
    """The list stays, empty."""
    assert edit("a:\n  - ก\n  - ข\n", [Remove(("a", 0)), Remove(("a", 1))]) == "a: []\n"


def test_no_change() -> None:
    """Without changes the text is the same."""
    assert edit("\ufeffa:   ก\r\n", []) == "\ufeffa:   ก\r\n"


@pytest.mark.parametrize(
    ("text", "change", "message"),
    [
        ("a: 1\na: 2\n", SetValue(("a",), "3"), "บรรทัด 2 คีย์ “a” ซ้ำกับบรรทัด 1 วิธีแก้: ลบคีย์หนึ่งออก หรือรวมค่าไว้ที่คีย์เดียว"),
        ("", AddKey(("a",), "1"), "บรรทัด 0 ไฟล์นี้ว่างเปล่า วิธีแก้: เติมข้อมูล หรือลบไฟล์ทิ้ง"),
        ("a: 1\n", SetValue(("b",), "2"), "ไฟล์นี้ ไม่มีคีย์ “b”"),
        ("a:\n  - b: 1\n", Remove(("a", 0, "c")), "“a.1” ไม่มีคีย์ “c”"),
        ("a:\n  - b\n", Remove(("a", 1)), "“a” ไม่มีข้อที่ 2"),
        ("a:\n  - b\n", AddItem(("a",), "c", 2), "“a” ไม่มีข้อที่ 3"),
        ("a: b\n", AddItem(("a",), "c"), "“a” ไม่ใช่รายการ"),
        ("a: b\n", AddKey(("a", "c"), "d"), "“a” ไม่ใช่ชุดข้อมูลแบบ คีย์: ค่า"),
        ("๒๕๖๖: 1\n", AddKey(("2566",), "2"), "ไฟล์นี้ มีคีย์ “2566” อยู่แล้ว"),
        ("a: 1\n", AddKey(("b",), "2", after="c"), "ไฟล์นี้ ไม่มีคีย์ “c”"),
        ("a: 1\n", Remove(()), "ลบข้อมูลทั้งไฟล์ไม่ได้ ให้ลบไฟล์แทน"),
        ("a: 1\n", SetValue(("a",), "\ud800"), "ข้อความใหม่มีอักขระที่บันทึกเป็น UTF-8 ไม่ได้"),
        ("a: |+\n  ก\n\nb: 1\n\n", Remove(("b",)), "เปลี่ยนค่านี้โดยไม่กระทบส่วนอื่นของไฟล์ไม่ได้ โปรดแก้ในไฟล์เอง"),
    ],
    ids=[
        "duplicate", "empty", "key", "inner-key", "item", "index", "no-list", "no-mapping", "thai-digits", "after", "whole",
        "surrogate", "kept-blank-lines",
    ],
)  # fmt: skip
def test_refused(text: str, change: Change, message: str) -> None:
    """What cannot be done is told in Thai."""
    with pytest.raises(EditError) as caught:
        edit(text, [change])

    assert str(caught.value) == message


@pytest.mark.parametrize(
    "second",
    [SetValue(("a",), "2"), Remove(("a",)), SetValue(("a", "b"), "2"), AddKey(("a", "c"), "2"), Remove(("a", "b"))],
    ids=["same", "removed", "inside", "added-inside", "removed-inside"],
)
def test_two_changes_of_one_value(second: Change) -> None:
    """They have no clear order, so nothing is done."""
    with pytest.raises(EditError, match="สองรายการที่ค่าเดียวกัน"):
        edit("a: {b: 1}\n", [second, SetValue(("a",), "3")])
