"""Lists nested as their numbers tell, and cards cut at their headings; what no field takes is left over."""

from __future__ import annotations

from typing import Any

import pytest
from prongsai.importing.assembling import assemble
from prongsai.importing.document import Reading
from prongsai.importing.ledger import Use
from prongsai.importing.lists import Item, read_items
from prongsai.importing.source import Source
from prongsai.reading.text_file import parse_text

CARD = """มิติที่ 2 การบริหารราชการด้วยความโปร่งใส
2.1 การเปิดเผยข้อมูลสาธารณะขององค์กรปกครองส่วนท้องถิ่น
ลำดับที่ ๔
1. ชื่อโครงการ : โครงการป้ายราคากลางหน้าหมู่บ้าน
2. หลักการและเหตุผล/ที่มาของโครงการ
ชาวบ้านถามราคากลางของถนนทุกสายแต่หาดูไม่ได้
3. วัตถุประสงค์
1) เพื่อให้เห็นราคากลางก่อนวันยื่นซอง
2) เพื่อลดข้อร้องเรียน
4. กลุ่มเป้าหมาย
ผู้แทนหมู่บ้าน จำนวน ๑๒ คน
5. วิธีการดำเนินงาน
1) ทำป้าย
1.1) ขอแบบ
1.2) จ้างทำ
2) ติดป้าย
6. ระยะเวลาการดำเนินงาน
ปีงบประมาณ พ.ศ. 2566 - 2570
7. งบประมาณที่ใช้ในการดำเนินการ
จำนวน 12,500.- บาท (หนึ่งหมื่นสองพันห้าร้อยบาทถ้วน)
8. ผู้รับผิดชอบ
กองช่าง
9. ผลผลิต/ผลลัพธ์
ผลผลิต
มีป้ายครบทุกหมู่บ้าน
ผลลัพธ์
ชาวบ้านตรวจราคาได้เอง (สำรวจโดยแบบสอบถาม)"""


def read(text: str) -> Reading:
    """Return what is read from a pasted text."""
    return Reading(parse_text(text, "ก.txt"))


def get_project(reading: Reading) -> dict[str, Any]:
    """Return the data of the only project."""
    (data,) = [data for record, data in assemble(reading.ledger.fields).items() if record.kind == "project"]
    return data


def _shape(items: list[Item]) -> list[Any]:
    return [[item.text, _shape(item.children)] if item.children else item.text for item in items]


@pytest.mark.parametrize(
    ("lines", "shape"),
    [
        (["1) ก", "1.1) ข", "2) ค"], [["ก", ["ข"]], "ค"]),
        (["๑. ก", "- ข", "- ค", "๒. ง"], [["ก", ["ข", "ค"]], "ง"]),
        (["1) ก", "(1) ข", "(2) ค", "2) ง"], [["ก", ["ข", "ค"]], "ง"]),
        (["1) ก", "2) ข", "2) ค", "3) ง"], ["ก", "ข", "ค", "ง"]),
        (["1) ก", "ต่อ", "2) ข"], ["ก ต่อ", "ข"]),
        (["2.1) ก", "2.1.1) ข", "2.1.2) ค", "2.2) ง"], [["ก", ["ข", "ค"]], "ง"]),
        (["ก", "ข"], ["ก", "ข"]),
    ],
    ids=["decimal", "bullets-below", "brackets-below", "repeated", "goes-on", "three-levels", "unmarked"],
)
def test_lists_nest_as_their_numbers_tell(lines: list[str], shape: list[Any]) -> None:
    """Numbers of another kind, or longer ones, stand below; what has no number goes on with the item before."""
    assert _shape(read_items(list(Source(parse_text("\n".join(lines), "")).passages))) == shape


def test_items_on_one_line_of_a_cell_are_cut_apart() -> None:
    """๑. … ๒. … of OCR are two items; a dash between years or times is none."""
    source = Source(parse_text("๑. จัดอบรม พ.ศ. ๒๕๖๖ - ๒๕๖๗ เวลา ๙.๐๐ น. - ๑๒.๐๐ น. ๒. ติดป้าย", ""))

    assert _shape(read_items(list(source.passages), is_cell=True)) == [
        "จัดอบรม พ.ศ. ๒๕๖๖ - ๒๕๖๗ เวลา ๙.๐๐ น. - ๑๒.๐๐ น.",
        "ติดป้าย",
    ]


def test_a_card_is_read_whole() -> None:
    """All nine parts, mission and number, money with its words, how an outcome is measured."""
    assert get_project(read(CARD)) == {
        "number": "4",
        "mission": "2.1",
        "name": "โครงการป้ายราคากลางหน้าหมู่บ้าน",
        "rationale": ["ชาวบ้านถามราคากลางของถนนทุกสายแต่หาดูไม่ได้"],
        "objectives": ["เพื่อให้เห็นราคากลางก่อนวันยื่นซอง", "เพื่อลดข้อร้องเรียน"],
        "target_groups": [{"text": "ผู้แทนหมู่บ้าน", "count": "12"}],
        "steps": [{"text": "ทำป้าย", "steps": [{"text": "ขอแบบ"}, {"text": "จ้างทำ"}]}, {"text": "ติดป้าย"}],
        "period": "ปีงบประมาณ พ.ศ. 2566 - 2570",
        "budget_words": "หนึ่งหมื่นสองพันห้าร้อยบาทถ้วน",
        "budget": "12500",
        "responsible_units": ["กองช่าง"],
        "outputs": [{"text": "มีป้ายครบทุกหมู่บ้าน"}],
        "outcomes": [{"text": "ชาวบ้านตรวจราคาได้เอง", "measure": "สำรวจโดยแบบสอบถาม"}],
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ลำดับที่ ๔\n1. ชื่อโครงการ", "ลำดับที่ ๔**1. ชื่อโครงการ"),
        ("ได้\n3. วัตถุประสงค์", "ได้ 3. วัตถุประสงค์"),
        ("3. วัตถุประสงค์", "๓.  วัตถุ ประสงค์ :"),
        ("2) ติดป้าย\n", "2)\n- 7 -\nติดป้าย\n"),
        ("6. ระยะเวลาการดำเนินงาน\n", ""),
        ("7. งบประมาณที่ใช้ในการดำเนินการ\n", "7. งบประมาณดำเนินการ "),
        ("8. ผู้รับผิดชอบ\nกองช่าง", "8. ผู้รับผิดชอบโครงการ : กองช่าง"),
        ("9. ผลผลิต/ผลลัพธ์\nผลผลิต\n", "10. ผลผลิต, ผลลัพธ์**ผลผลิต**\n"),
    ],
    ids=["run-into-number", "run-in", "spelt", "page-number", "no-period", "same-line", "colon", "emphasis"],
)
def test_headings_in_other_words_and_places_read_the_same(old: str, new: str) -> None:
    """A heading run into the line before, missing, spelt otherwise or with its value changes nothing that is read."""
    assert old in CARD
    assert get_project(read(CARD.replace(old, new))) == get_project(read(CARD))


def test_an_item_that_says_a_heading_stays_an_item() -> None:
    """The order and the numbers of headings decide: (4) ระยะเวลาดำเนินการ below a step is a step."""
    card = CARD.replace("1.1) ขอแบบ\n1.2) จ้างทำ", "(1) แบบ\n(2) ระยะเวลาดำเนินการ")
    data = get_project(read(card))

    assert data["steps"][0]["steps"][-1]["text"] == "ระยะเวลาดำเนินการ"
    assert data["period"] == "ปีงบประมาณ พ.ศ. 2566 - 2570"


def test_every_character_goes_to_one_place() -> None:
    """Field, label, running head or leftover: together they are the text, and none twice."""
    reading = read(f"{CARD}\nหมายเลขภายในของผู้จัดทำ ไม่มีช่องใดรับ\nภาคผนวก\nข้อความท้ายเล่มที่ไม่รู้จัก")
    ledger = reading.ledger
    taken = [index for use in Use for start, end in ledger.iter_spans(use) for index in range(start, end)]
    letters = {index for index, letter in enumerate(ledger.source.text) if not letter.isspace()}

    assert letters <= set(taken)
    assert len(taken) == len(set(taken))
    assert [(left.text, left.place) for left in ledger.iter_leftovers()] == [("ข้อความท้ายเล่มที่ไม่รู้จัก", "บรรทัด 30")]


def test_a_value_is_what_stands_at_its_places() -> None:
    """No text is in a record that the document does not say."""
    ledger = read(CARD).ledger
    for field in ledger.fields:
        printed = "".join(ledger.source.text[start:end] for start, end in field.spans)
        if field.path[-1] in {"text", "name"} or field.path[0] in {"rationale", "objectives"}:
            assert field.value.replace(" ", "") == printed.replace(" ", "")
