"""The truth about real documents: places and numbers, no sentence of theirs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from import_truth import Leaf, Truth, load_truth
from real_documents import keep_table_truth, make_document

FILES = sorted(Path(__file__).with_name("truth").glob("*.json"))
LONGEST = 20  # a kind of project, a province, a date: what is told as a value


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def truth(request: pytest.FixtureRequest) -> dict[str, Any]:
    """One file of truth."""
    data: dict[str, Any] = json.loads(request.param.read_text(encoding="utf-8"))
    return data


def test_there_is_truth() -> None:
    """All three kinds of real document are there."""
    assert {path.stem.split("-")[1] for path in FILES} == {"plan", "measures", "2566"}


def test_no_sentence_is_copied(truth: dict[str, Any]) -> None:
    """What a real document says stands in it alone: values are numbers, dates, choices and names of places."""
    values = [value for field in truth["fields"] for value in field.get("values", [])]
    assert values
    assert [value for value in values if len(value) > LONGEST or " " in value] == []
    assert re.fullmatch("[0-9a-f]{64}", truth["sha256"])


def test_every_field_has_a_place_or_a_value(truth: dict[str, Any]) -> None:
    """A field is told once, by spans in order or by a value."""
    told = [(field["record"], field.get("of"), tuple(field["path"])) for field in truth["fields"]]
    assert len(told) == len(set(told))
    for field in truth["fields"]:
        assert field.get("spans") or field.get("values"), field
        for spans in field.get("spans", []):
            edges = [edge for span in spans for edge in span]
            assert edges == sorted(edges), field
            assert all(start < end for start, end in spans), field


def test_another_source_is_refused(truth: dict[str, Any], tmp_path: Path) -> None:
    """Spans made for one text are not used on another."""
    path = tmp_path / "truth.json"
    path.write_text(json.dumps(truth), encoding="utf-8")
    with pytest.raises(ValueError, match="SHA-256"):
        load_truth(path, "อีกเอกสารหนึ่ง")


RAW = """ส่วนที่ 2

- 1) จัดเวที
- 1.1) เตรียมสถานที่
- 2) สรุปผล

มิติ\tภารกิจ\tโครงการ\tผล
1. สุจริต\t1.1 บุคลากร\t1) โครงการเวที\t๑. จัดแล้ว ๒. สรุปแล้ว
\t\t2) โครงการอบรม\t<p>- อบรมแล้ว</p>
"""


def test_text_becomes_lists_and_merged_cells() -> None:
    """Dashes of OCR go, items of a cell stand apart, empty cells under a dimension go on from above."""
    document = make_document("plan", RAW)
    lines = [(each.number, each.body, each.level) for each in document.paragraphs()]
    assert lines[1:4] == [("1)", "จัดเวที", 0), ("1.1)", "เตรียมสถานที่", 1), ("2)", "สรุปผล", 0)]
    assert lines[-4:] == [
        ("๑.", "จัดแล้ว", 0),
        ("๒.", "สรุปแล้ว", 0),
        ("", "2) โครงการอบรม", 0),
        ("", "- อบรมแล้ว", 0),
    ]
    table = document.blocks[-1]
    assert [cell.merged for cell in table.rows[2]] == ["down", "down", "", ""]


def test_workbook_is_asked_for_its_tables_only() -> None:
    """What stands on a card or in a letter is not asked of the workbook."""
    document = make_document("plan", RAW).keep_tables()
    name = Leaf("project", "1", ("name",), ("โครงการเวที",))
    kept = keep_table_truth(
        Truth([name, Leaf("project", "1", ("period",), ("ปี 2566",)), Leaf("plan", "", ("goals", 0), ("สรุปผล",))]),
        document,
    )
    assert kept.leaves == [name]
