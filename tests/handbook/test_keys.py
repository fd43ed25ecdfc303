"""The tables of keys: every key of every record, with what it is and how it is written."""

from __future__ import annotations

import re

import pytest
from prongsai.handbook.forms import describe_form
from prongsai.handbook.keys import FILES, NOT_SHOWN, find_places, is_shown, list_keys, render_keys
from prongsai.records.lao import Deadlines, Lao
from prongsai.records.plan import Plan

RECORDS = sorted(
    {record for records in FILES.values() for record in (*records, *find_places(records))},
    key=lambda kind: kind.__name__,
)


def test_every_key_is_described_in_thai() -> None:
    """No key is left undocumented."""
    about = {
        (record, key): field.description or "" for record in RECORDS for key, (field, _) in list_keys(record).items()
    }

    assert [key for key, text in about.items() if not re.search("[ก-ฮ]|LINE", text)] == []


def test_every_key_has_a_row() -> None:
    """The tables of a kind of file name every key of its records and of those inside them."""
    lacking = []
    for kind, own in FILES.items():
        text = render_keys(kind)
        records = (*own, *find_places(own))
        lacking += [(kind, key) for record in records for key in list_keys(record) if f"`{key}`" not in text]

    assert lacking == []


def test_names_of_keys_that_are_not_shown_exist() -> None:
    """Who renames a key renames it there too."""
    assert [
        (record.__name__, key)
        for record, keys in NOT_SHOWN.items()
        for key in keys
        if key not in {**list_keys(record), "ignore": None}
    ] == []


def test_key_that_is_not_shown_is_marked() -> None:
    """The mark stands after the key, on the key alone."""
    assert (is_shown(Lao, "code"), is_shown(Lao, "name")) == (False, True)
    assert "| `code` ◇ | รหัส อปท. |" in render_keys("lao")


def test_needed_key_says_so() -> None:
    """A key without which nothing works is told from one that may be left out."""
    text = render_keys("lao")

    assert "| `province` | จังหวัด: ไม่ต้องมีคำว่า “จังหวัด” · **ต้องมี** |" in text
    assert "| `website` | เว็บไซต์หลักของหน่วยงาน · ที่อยู่เว็บ |" in text


def test_default_is_told_once() -> None:
    """A default comes from the record, unless the description already says it."""
    text = render_keys("lao")

    assert f"ไม่เขียนคือ “{Deadlines().oit_month}”" in text
    assert text.count("ไม่เขียนคือเลขไทย") == 1


def test_choice_lists_all_spellings() -> None:
    """Thai word, other words and code word of each choice."""
    assert "เลือก น้อย (ต่ำ, `low`), ปานกลาง (`medium`), สูง (`high`)" in render_keys("plan")


def test_record_inside_is_linked() -> None:
    """A key whose value has keys leads to their table; a project's are on a page of their own."""
    text = render_keys("plan")

    assert "[รายการ](#keys-risks)" in text
    assert "{#keys-risks}" in text
    assert "[รายการ](projects.md#keys)" in text


def test_record_with_the_keys_of_another_names_them() -> None:
    """What a dimension may declare is told beside what the report does, not again."""
    text = render_keys("progress")

    assert "ใช้คีย์เดียวกับใน `declared` ได้เพียง `projects` `done`" in text


def test_form_without_words_is_refused() -> None:
    """A new kind of value needs words before the handbook can be written."""
    with pytest.raises(TypeError):
        describe_form(complex, {})


def test_file_of_a_plan_has_no_second_table_of_projects() -> None:
    """The keys of a project are not repeated on the plan's page."""
    assert "target_groups" not in {key for record in find_places((Plan,)) for key in list_keys(record)}
