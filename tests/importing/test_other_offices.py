"""Documents as other offices write them: each test is a kind of form that was once lost or put in another's place."""

from __future__ import annotations

from typing import Any

import pytest
from prongsai.importing.assembling import assemble
from prongsai.importing.document import Reading
from prongsai.importing.statuses import find_status
from prongsai.reading.document import Block, Cell, Document, Format, Paragraph, Table
from prongsai.reading.text_file import parse_text


def read(*blocks: str | Table) -> Reading:
    """Return what is read from paragraphs and tables."""
    parts: list[Block] = [Paragraph(block, "ก") if isinstance(block, str) else block for block in blocks]
    return Reading(Document("ก.docx", Format.WORD, tuple(parts)))


def table(*rows: str, merged_down: dict[tuple[int, int], int] | None = None) -> Table:
    """Return a table; ``|`` stands between cells, ``/`` with spaces between the paragraphs of one."""
    return Table(
        tuple(
            Cell(
                row,
                column,
                tuple(Paragraph(line, "ก") for line in text.split(" / ")),
                rows=(merged_down or {}).get((row, column), 1),
            )
            for row, line in enumerate(rows)
            for column, text in enumerate(line.split("|"))
            if text
        )
    )


def get(reading: Reading, kind: str) -> list[dict[str, Any]]:
    """Return the data of all records of a kind."""
    return [data for record, data in assemble(reading.ledger.fields).items() if record.kind == kind]


RISK_HEAD = "ที่|ขั้นตอนการดำเนินงาน|ประเด็นความเสี่ยงการทุจริต|น้อย|ปานกลาง|สูง|มาตรการควบคุมความเสี่ยง"


def test_risk_scores_as_ticks_and_a_step_merged_down() -> None:
    """A tick in the column of a score is the score; each row beside a merged step is an issue of its own."""
    reading = read(
        table(
            RISK_HEAD,
            "1|งานรับเงิน|ไม่ออกใบเสร็จ||✓||ใบเสร็จสองใบ",
            "||เก็บเงินไว้เกินวัน|||/|ตรวจเงินทุกเย็น",
            "2|งานตรวจรับ|๑. ไม่ลงพื้นที่ / ๒. เซ็นแทนกัน|๒. /||๑. /|ภาพถ่าย",
            merged_down={(1, 0): 2, (1, 1): 2},
        )
    )
    (plan,) = get(reading, "plan")

    assert plan["risks"][0]["issues"] == [
        {"text": "ไม่ออกใบเสร็จ", "score": "ปานกลาง"},
        {"text": "เก็บเงินไว้เกินวัน", "score": "สูง"},
    ]
    assert [control["outside"] for control in plan["risks"][0]["controls"]] == ["ใบเสร็จสองใบ", "ตรวจเงินทุกเย็น"]
    assert [issue["score"] for issue in plan["risks"][1]["issues"]] == ["สูง", "น้อย"]


def test_units_of_targets_from_a_sign_or_the_indicator() -> None:
    """10% is ร้อยละ; an indicator that says คะแนน is in points."""
    (plan,) = get(read(table("ค่าเป้าหมาย|ปี 2566|ปี 2567", "คดีลดลง|10%|20%", "คะแนน ITA|85|90")), "plan")

    assert [target["unit"] for target in plan["targets"]] == ["ร้อยละ", "คะแนน"]


def test_mission_and_sub_mission_in_one_cell() -> None:
    """The project stands under the sub-mission, whose number is not part of the mission's title."""
    reading = read(
        table(
            "มิติ|ภารกิจตามมิติ|โครงการ/กิจกรรม/มาตรการ|ปี 2566|ปี 2567|หมายเหตุ",
            "มิติที่ 2 การบริหารราชการด้วยความโปร่งใส|๒.๓ มาตรการลดการใช้ดุลพินิจในการปฏิบัติงาน / ๒.๓.๑ ลดขั้นตอน|(๑) โครงการบัตรคิว|500|600|",
        )
    )

    assert get(reading, "project")[0]["mission"] == "2.3.1"
    assert get(reading, "plan")[0]["missions"] == {"2.3.1": "ลดขั้นตอน"}


def test_a_memo_goes_on_below_its_tables() -> None:
    """Its table of results is read in its own order of columns, and proposal and opinions are kept."""
    reading = read(
        "บันทึกข้อความ",
        "ส่วนราชการ สำนักปลัด",
        "ที่ สม 71801/512 วันที่ 14 ตุลาคม 2567",
        "เรื่อง รายงานผล ปีงบประมาณ พ.ศ. 2567",
        "เรียน ปลัดเทศบาล ขอรายงานรอบ 12 เดือน",
        "2. ข้อเท็จจริง",
        "รวบรวมแล้ว ปรากฏดังนี้",
        table(
            "มิติ|โครงการตามแผนปฏิบัติการฯ|งบประมาณตามแผนปฏิบัติการ|ดำเนินการแล้วเสร็จ|งบประมาณเบิกจ่าย|ไม่ได้ดำเนินการ|ร้อยละโครงการ|ร้อยละงบประมาณ",
            "มิติที่ 1|2|25,000|1|24,980|1|50.00|99.92",
            "มิติที่ 2|1|-|0|-|1|0.00|0.00",
        ),
        "3. ข้อเสนอ",
        "1) เผยแพร่บนเว็บไซต์",
        "จึงเรียนมาเพื่อโปรดพิจารณา",
        "(....................)",
        "นักวิเคราะห์นโยบายและแผน",
        "ความเห็นปลัดเทศบาล",
        "☑ เห็นชอบตามที่เสนอ",
        "☐ อื่ น ๆ . . . . . . .",
        "ปลัดเทศบาล",
    )
    (memo,) = get(reading, "paper")
    (report,) = get(reading, "report")

    assert memo["proposal"] == ["เผยแพร่บนเว็บไซต์"]
    assert memo["writer"] == {"position": "นักวิเคราะห์นโยบายและแผน"}
    assert memo["opinions"] == [{"role": "ปลัดเทศบาล", "choice": "เห็นชอบตามที่เสนอ", "position": "ปลัดเทศบาล"}]
    assert reading.round == "2567-12"
    assert report["declared"]["dimensions"]["1"] == {
        "projects": "2",
        "planned": "25000",
        "done": "1",
        "disbursed": "24980",
        "projects_percent": "50",
        "budget_percent": "99.92",
    }
    assert report["declared"]["dimensions"]["2"]["planned"] == "0"


@pytest.mark.parametrize(
    "rows",
    [
        ["ความเห็นปลัดเทศบาล / ☑ เห็นชอบตามที่เสนอ / ปลัดเทศบาล|คำสั่งนายกเทศมนตรี / ( ) อื่ น ๆ . . . . . . / นายกเทศมนตรี"],
        [
            "ความเห็นปลัดเทศบาล|คำสั่งนายกเทศมนตรี",
            "☑ เห็นชอบตามที่เสนอ|☐ อื่น ๆ ........",
            "(.........)|(.........)",
            "ปลัดเทศบาล|นายกเทศมนตรี",
        ],
    ],
    ids=["whole", "in rows"],
)
def test_opinions_side_by_side_in_a_table(rows: list[str]) -> None:
    """Each officer has what stands in his own cell or column, and nobody what was left empty."""
    reading = read("บันทึกข้อความ", "ส่วนราชการ สำนักปลัด", "เรื่อง รายงานผล", "จึงเรียนมาเพื่อโปรดพิจารณา", table(*rows))
    (memo,) = get(reading, "paper")

    assert memo["opinions"] == [
        {"role": "ปลัดเทศบาล", "choice": "เห็นชอบตามที่เสนอ", "position": "ปลัดเทศบาล"},
        {"role": "นายกเทศมนตรี", "position": "นายกเทศมนตรี"},
    ]


def test_a_written_opinion_on_several_lines() -> None:
    """Its lines are one text, what stands behind a choice with them."""
    reading = read(
        *("บันทึกข้อความ", "ส่วนราชการ สำนักปลัด", "เรื่อง รายงานผล", "จึงเรียนมาเพื่อโปรดพิจารณา", "ความเห็นปลัดเทศบาล"),
        *(
            "(√) อื่น ๆ เห็นควรอนุมัติ และให้ทุกกอง",
            "ติดตามโครงการที่ยังไม่มีรายงาน",
            "ภายในไตรมาสแรกของปี",
            "(..........)",
            "ปลัดเทศบาล",
        ),
    )
    (memo,) = get(reading, "paper")

    assert memo["opinions"][0]["opinion"].replace(" ", "") == (
        "เห็นควรอนุมัติและให้ทุกกองติดตามโครงการที่ยังไม่มีรายงานภายในไตรมาสแรกของปี"
    )


def test_measures_under_other_heads() -> None:
    """A table is known by what its heads mean; a score may stand behind the word."""
    reading = read(
        "มาตรการส่งเสริมคุณธรรม ปีงบประมาณ พ.ศ. 2568",
        table(
            "ที่|ประเด็น/มาตรการ|แนวทางการปฏิบัติ/ขั้นตอน|หน่วยงานที่รับผิดชอบ|กรอบระยะเวลา|การกำกับติดตาม/ผลการดำเนินการ|ผลสำเร็จที่เกิดขึ้น",
            "1|จัดทำคู่มือ|เขียนคู่มือ|สำนักปลัด|ม.ค. 68|เสร็จ 6 เรื่อง|คะแนน 90.10",
        ),
    )
    (measures,) = get(reading, "measures")

    assert measures["sections"][0]["measures"] == [
        {
            "number": "1",
            "title": "จัดทำคู่มือ",
            "methods": ["เขียนคู่มือ"],
            "responsible_units": ["สำนักปลัด"],
            "period": "ม.ค. 68",
            "results": ["เสร็จ 6 เรื่อง"],
            "outcomes": ["คะแนน 90.10"],
            "score": "90.10",
        }
    ]


def test_an_unknown_table_is_no_foreword() -> None:
    """What a table below the foreword says is left over, and not made into paragraphs."""
    reading = read("คำนำ", "เล่มนี้เขียนให้ชาวบ้านอ่าน", table("ก|ข|ค", "หนึ่ง|สอง|สาม"))

    assert get(reading, "plan")[0]["foreword"] == ["เล่มนี้เขียนให้ชาวบ้านอ่าน"]
    assert "สอง" in [left.text for left in reading.ledger.iter_leftovers()]


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("ดำเนินการแล้วเสร็จบางส่วน", "อยู่ระหว่างดำเนินการ"),
        ("ดำเนินการไม่แล้วเสร็จ", "อยู่ระหว่างดำเนินการ"),
        ("ไม่ได้ดำเนินการ", "ไม่สามารถดำเนินการได้"),
        ("ยังไม่ได้ดำเนินการ", ""),
    ],
)
def test_words_that_turn_a_status_round(told: str, status: str) -> None:
    """Partly done is not done; not yet begun is not given up."""
    found = find_status(told)

    assert (found[0].label if found else "") == status


def test_a_status_in_the_remark_of_the_results_table() -> None:
    """A remark that is a status and nothing more is the status."""
    reading = read(
        table(
            "มิติ|ภารกิจตามมิติ|โครงการ/กิจกรรม/มาตรการ|งบประมาณ พ.ศ. 2567|เบิกจ่าย (บาท)|ผลการดำเนินงาน|ผลลัพธ์|หมายเหตุ",
            "มิติที่ 1|1.2 ภารกิจ|1. โครงการก|500|400|อบรมแล้ว|ดีขึ้น|ดำเนินการแล้วเสร็จ",
            "||2. โครงการข|500|0|รอรับเงิน|ไม่มี|โอนงบไปซ่อมถนน",
        )
    )

    assert [(data.get("status"), data.get("remark")) for data in get(reading, "progress")] == [
        ("ดำเนินการแล้วเสร็จ", None),
        (None, "โอนงบไปซ่อมถนน"),
    ]


def test_sums_of_the_status_table_are_declared() -> None:
    """The last row counts the ticks of each column."""
    reading = read(
        table(
            "ลำดับ|รายการโครงการ|มิติ|งบประมาณ (บาท)|เบิกจ่าย (บาท)|รอรายงาน|อยู่ระหว่างดำเนินการ|ดำเนินการแล้วเสร็จ|ไม่สามารถดำเนินการได้|หมายเหตุ",
            "1|โครงการก|1|500.00|400.00|||✓||",
            "รวม|||500.00|400.00|0|0|1|0|",
        )
    )
    (report,) = get(reading, "report")

    assert report["declared"] == {
        "planned": "500",
        "disbursed": "400",
        "waiting": "0",
        "in_progress": "0",
        "done": "1",
        "cannot": "0",
    }


def test_a_count_behind_a_dimension_is_no_title() -> None:
    """มิติที่ 1 … จำนวน 2 โครงการ declares a number, and a part's heading ends the list above it."""
    text = """รายงานผลการดำเนินการ รอบ 6 เดือน ประจำปีงบประมาณ พ.ศ. 2568
มิติที่ 1 การสร้างวัฒนธรรมสุจริต จำนวน 2 โครงการ
1) โครงการก
การดำเนินงาน
เลือกวัด
ผลการดำเนินการ
จัดแล้ว
2) โครงการข
การดำเนินงาน
แจกสมุด
ผลการดำเนินการ
แจกแล้ว
ข้อเสนอแนะ
1. เริ่มให้เร็ว
ส่วนที่ 4 แบบรายงานของหน่วยตรวจสอบ
สรุปผลการขับเคลื่อนแผนปฏิบัติการ
- จำนวนโครงการทั้งหมด 2 โครงการ"""
    reading = Reading(parse_text(text, "ก.txt"))
    (report,) = get(reading, "report")

    assert reading.round == "2568-06"
    assert report["suggestions"] == ["เริ่มให้เร็ว"]
    assert report["declared"] == {"dimensions": {"1": {"projects": "2"}}, "projects": "2"}
    assert not get(reading, "plan")


def test_a_card_with_its_number_and_headings_run_together() -> None:
    """81. is card 8 and heading 1 behind card 7; a heading may have its objective on the same line."""
    text = """ลำดับที่ 7
1. ชื่อโครงการ : โครงการก
2. หลักการและเหตุผล
เหตุหนึ่ง
3. วัตถุประสงค์ เพื่อให้เห็นลำดับ
5. วิธีดำเนินการ
1) ทำ
9. ผลผลิต/ผลลัพธ์
ผลผลิต
มีป้าย
ลำดับที่ 81. ชื่อโครงการ : โครงการข
2. หลักการและเหตุผล
เหตุสอง"""
    first, second = get(Reading(parse_text(text, "ก.txt")), "project")

    assert (first["rationale"], first["objectives"]) == (["เหตุหนึ่ง"], ["เพื่อให้เห็นลำดับ"])
    assert (second["number"], second["name"]) == ("8", "โครงการข")


def test_an_announcement_with_a_drawn_line_and_the_long_word_for_the_era() -> None:
    """A line of dots is no subject, and only จึงประกาศ…ทราบ closes."""
    (paper,) = get(
        read(
            "ประกาศเทศบาลเมืองริมยม",
            "เรื่อง การใช้แผน",
            "……………………………",
            "ด้วยเทศบาลได้จัดทำแผนเสร็จแล้ว",
            "จึงประกาศให้ใช้แผนดังกล่าวตั้งแต่บัดนี้",
            "ประกาศ ณ วันที่ ๑๒ เดือนกันยายน พุทธศักราช ๒๕๖๕",
            "นายกเทศมนตรีเมืองริมยม",
        ),
        "paper",
    )

    assert paper["subject"] == "การใช้แผน"
    assert paper["date"] == "12 กันยายน 2565"
    assert paper["paragraphs"][1].startswith("จึงประกาศให้ใช้แผน")
    assert "closing" not in paper


def test_a_headless_table_of_another_form_does_not_go_on_from_the_risks() -> None:
    """Rows of the plan on the next page speak of risks and controls, and are none."""
    reading = read(
        table(RISK_HEAD, "1|งานรับเงิน|ไม่ออกใบเสร็จ||✓||ใบเสร็จสองใบ"),
        table("มิติที่ 4 การยกระดับกลไก|4.1 การควบคุมภายใน และการบริหารความเสี่ยงการทุจริต|โครงการภาพถ่าย|60,000|60,000"),
    )

    assert len(get(reading, "plan")[0]["risks"]) == 1
    assert "60,000" in [left.text for left in reading.ledger.iter_leftovers()]


def test_a_card_in_a_table_that_ends_on_the_next_page() -> None:
    """The last row alone is still of the card, the heading below it is not; a sub-head may end a line."""
    reading = read(
        "มิติที่ 1 การสร้างวัฒนธรรมสุจริต",
        table("1. ชื่อโครงการ|โครงการก", "2. หลักการและเหตุผล|เหตุ", "3. วัตถุประสงค์|เพื่อก", "5. วิธีดำเนินการ|1) ทำ"),
        table("9. ผลผลิต/ผลลัพธ์|ผลผลิต / 1) จัดปีละสิบครั้งผลลัพธ์ / 1) คนกล้าเตือนกัน"),
        "มิติที่ 2 การบริหารราชการด้วยความโปร่งใส",
    )
    (project,) = get(reading, "project")

    assert project["outputs"] == [{"text": "จัดปีละสิบครั้ง"}]
    assert project["outcomes"] == [{"text": "คนกล้าเตือนกัน"}]


def test_a_budget_of_a_stretch_of_years() -> None:
    """The dash between two years does not say that no budget is used: the amount holds for each of them."""
    text = """1. ชื่อโครงการ : โครงการก
5. วิธีดำเนินการ
1) ทำ
7. งบประมาณดำเนินการ
ปี ๒๕๖๖ จำนวน ๑๒๐,๐๐๐ บาท และปี ๒๕๖๗ - ๒๕๖๙ ปีละ ๕๐,๐๐๐ บาท"""
    (project,) = get(Reading(parse_text(text, "ก.txt")), "project")

    assert project["budget"] == {"by_year": {"2566": "120000", "2567": "50000", "2568": "50000", "2569": "50000"}}


def test_sums_stand_in_their_columns() -> None:
    """A count that a narrow cell cuts into two lines is no money, and moves no sum."""
    reading = read(
        table(
            "มิติ|ภารกิจตามมิติ|โครงการ/กิจกรรม/มาตรการ|งบประมาณ พ.ศ. 2567|เบิกจ่าย (บาท)|ผลการดำเนินงาน|ผลลัพธ์|หมายเหตุ",
            "มิติที่ 1|1.2 ภารกิจ|1. โครงการก|30,000|28,450.50|อบรมแล้ว|ดีขึ้น|",
            "รวม||จำนวน 1 / โครงการ|30,000|28,450.50|||",
        )
    )
    (report,) = get(reading, "report")

    assert report["declared"]["dimensions"]["1"] == {"projects": "1", "planned": "30000", "disbursed": "28450.50"}


def test_a_running_head_with_the_number_of_its_page() -> None:
    """What stands on every page but for the number is no part of the text around it."""
    text = "\n".join(
        f"{at}. เพื่อให้เห็นข้อที่ {at}\nแผนปฏิบัติการป้องกันการทุจริต เทศบาลเมืองริมยม หน้า {at + 2}" for at in range(1, 5)
    )
    reading = Reading(parse_text(f"3. วัตถุประสงค์ของการจัดทำแผน\n{text}", "ก.txt"))

    assert get(reading, "plan")[0]["objectives"] == [f"เพื่อให้เห็นข้อที่ {at}" for at in range(1, 5)]
