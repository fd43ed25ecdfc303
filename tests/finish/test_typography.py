"""The text of built pages: where no line ends, and what a reading voice is told to read as English."""

from __future__ import annotations

import pytest
from prongsai.finish.typography import set_text


def set_body(text: str) -> str:
    """Return a text as it stands in a page; a no-break space is written ``_``."""
    page = set_text(f"<head><title>ปี 2566 ITA</title></head><body><p>{text}</p></body>")
    assert page.startswith("<head><title>ปี 2566 ITA</title></head><body><p>")
    return page.removesuffix("</p></body>").partition("<body><p>")[2].replace("\u00a0", "_")


@pytest.mark.parametrize(
    ("text", "set_so"),
    [
        ("เบิกจ่าย 178,050 บาท", "เบิกจ่าย 178,050_บาท"),
        ("เบิกจ่าย 1,178,050.25 บาท", "เบิกจ่าย 1,178,050.25 บาท"),
        ("วันที่ 30 กันยายน 2566", "วันที่_30_กันยายน 2566"),
        ("วันที่ ๕ สิงหาคม พ.ศ. ๒๕๖๕", "วันที่_๕_สิงหาคม พ.ศ._๒๕๖๕"),
        ("(พ.ศ. 2566 - 2570)", "(พ.ศ._2566_- 2570)"),
        ("ปีงบประมาณ พ.ศ. 2566 รอบ 12 เดือน", "ปีงบประมาณ พ.ศ._2566 รอบ_12_เดือน"),
        ("ต.ค. 66 - ก.ย. 67", "ต.ค._66 - ก.ย._67"),
        ("หลักธรรมาภิบาล", 'หลัก<span class="whole">ธรรมาภิบาล</span>'),
        ("งบประมาณของปีงบประมาณ", '<span class="whole">งบประมาณ</span>ของปีงบประมาณ'),
        ("เรื่องอื่น ๆ", "เรื่องอื่น_ๆ"),
        ("แม่สาย 5 ตัวชี้วัด", "แม่สาย 5 ตัวชี้วัด"),
    ],
)
def test_numbers_stay_with_their_words(text: str, set_so: str) -> None:
    """A space inside a figure or date does not break, nor do words that browsers break inside; other spaces do."""
    assert set_body(text) == set_so


@pytest.mark.parametrize(
    ("text", "set_so"),
    [
        ("คะแนน ITA ดี", 'คะแนน <span lang="en">ITA</span> ดี'),
        ("Integrity &amp; Trust: ITA", '<span lang="en">Integrity &amp; Trust</span>: <span lang="en">ITA</span>'),
        ("E&#45;Service &lt;ใหม่&gt; &quot;ก&quot;", '<span lang="en">E&#45;Service</span> &lt;ใหม่&gt; &quot;ก&quot;'),
        ("ข้อ a และ O25", "ข้อ a และ O25"),
        ('<a href="/plan" title="ปี 2566">แผน</a>', '<a href="/plan" title="ปี 2566">แผน</a>'),
        ("<code>name: ปี 2566</code> ก", "<code>name: ปี 2566</code> ก"),
        ("<script>let a = 1</script> No", '<script>let a = 1</script> <span lang="en">No</span>'),
        ('<abbr lang="en">OIT</abbr>', '<abbr lang="en">OIT</abbr>'),
    ],
)
def test_english_is_marked(text: str, set_so: str) -> None:
    """Words of two letters or more are; tags, attributes, references, code and what is marked already stay as they are."""
    assert set_body(text) == set_so


def test_page_in_another_language_stays_as_it_is() -> None:
    """English words of an English page are not marked as English, and no Thai rule binds its numbers."""
    page = '<html lang="en" class="no-js"><body><p>NACC, จำนวน 5 โครงการ</p></body>'

    assert set_text(page) == page
    assert set_text(page.replace('"en"', '"th"')) != page


def test_names_that_no_list_knows_stay_whole() -> None:
    """The name of an LAO is not broken; one that browsers know costs nothing, nor does one of a syllable."""
    page = set_text("<body><p>ตำบลแม่วิน จังหวัดเชียงใหม่ ตำบลปัว</p></body>", ("แม่วิน", "เชียงใหม่", "ปัว"))
    assert page == '<body><p>ตำบล<span class="whole">แม่วิน</span> จังหวัดเชียงใหม่ ตำบลปัว</p></body>'
