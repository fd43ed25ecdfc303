"""What stays whole on paper: a picture's typesetter gets the words of its text only, and finds what all words would find."""

from __future__ import annotations

import re

from prongsai.outputs.words import cut_known, list_known
from prongsai.thai.words import load_words

ALL = list_known(" ".join(word.text for word in load_words()))
TEXT = "เจ้าหน้าที่ของหน่วยงานรายงานการใช้งบประมาณ 1,500 บาท ตามหลักธรรมาภิบาลภายในวันที่ 30 กันยายน พ.ศ. 2566 แก่ป.ป.ช."


def test_words_of_the_text_find_what_all_words_find() -> None:
    known = list_known(TEXT)
    assert re.findall(known, TEXT) == re.findall(ALL, TEXT)
    assert "ธรรมาภิบาล" in re.findall(known, TEXT)
    assert len(known) < len(ALL) / 4


def test_word_in_two_styles_is_one() -> None:
    data = '[["หลักธรรมา", "strong", "", 2], ["ภิบาล", "", "", 1]]'
    assert re.findall(list_known(data), "หลักธรรมาภิบาล") == re.findall(ALL, "หลักธรรมาภิบาล") == ["ธรรมาภิบาล"]


def test_names_and_numbers_stay_whole() -> None:
    assert cut_known("บ้านสมมุติ ใช้ 250 บาท", ("บ้านสมมุติ",)) == ["", "บ้านสมมุติ", " ใช้ ", "250 บาท", ""]
    assert re.findall(list_known(""), "เเ ใช้ 250 บาท") == ["250 บาท"]
