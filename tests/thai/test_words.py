"""The list of words, and the expression that finds them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from prongsai.records.provinces import PROVINCES
from prongsai.thai.words import LIST, load_words, make_pattern


def test_the_list_is_whole() -> None:
    """Each word stands once, in order, without an empty part; the provinces are among them."""
    words = [word.text for word in load_words()]
    assert words == sorted(set(words))
    assert all(re.fullmatch(r"[ก-๎]+(\|[ก-๎]+)*\*?|[ก-๎]+ฯ\*?", line) for line in LIST.read_text("utf-8").split())
    assert set(PROVINCES) <= set(words)
    assert {"องค์กร|ปกครอง|ส่วน|ท้องถิ่น"} <= {"|".join(word.parts) for word in load_words()}


def test_points_are_places_between_parts() -> None:
    """A point is told by what stands before it."""
    word = next(word for word in load_words() if word.text == "หน่วยงาน")
    assert (word.parts, word.points, word.is_torn) == (("หน่วย", "งาน"), {5}, False)


@given(st.lists(st.text("กขค.|*\\ ", min_size=1, max_size=5), min_size=1), st.text("กขค.|*\\ ", max_size=20))
def test_the_expression_finds_the_longest(words: list[str], text: str) -> None:
    """It finds what an alternation of all words finds, the longest first."""
    plain = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    assert re.findall(make_pattern(words), text) == re.findall(plain, text)
