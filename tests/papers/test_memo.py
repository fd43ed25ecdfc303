"""The memo as offices write it: where its tables stand, numbered proposals, what each officer may choose."""

from __future__ import annotations

from typing import Any

import pytest
from prongsai.blocks.blocks import Beside, Block, Choices, Items, Row, Table, cell, heads
from prongsai.papers.kinds.memo import Memo, list_blocks
from prongsai.papers.letter import Context

PLAN, RESULTS = (Table(name, name, (Row(heads("ก")),), ((Row((cell("1"),)),),)) for name in ("plan", "results"))
ANNOUNCED = "มีโครงการตามแผนทั้งหมด 16 โครงการ จำแนกเป็น 4 มิติ ดังนี้"
AGREE, APPROVE, OTHER = "เห็นชอบตามที่เสนอ", "อนุมัติตามที่เสนอ", "อื่น ๆ"


def list_memo(**fields: Any) -> list[Block]:
    """Return the parts of a memo with two tables."""
    memo = Memo.model_validate({"kind": "บันทึกข้อความ", "date": "1 ตุลาคม 2566", **fields})
    return [*list_blocks(memo, Context("เทศบาลตำบลหนองดี", (PLAN, RESULTS)))]


def find(blocks: list[Block], text: str) -> int:
    """Return the place of a paragraph."""
    return next(
        place for place, block in enumerate(blocks) if getattr(getattr(block, "line", None), "text", "") == text
    )


@pytest.mark.parametrize("part", ["background", "facts"])
def test_the_plan_stands_where_it_is_announced(part: str) -> None:
    """The table of the plan follows the paragraph that announces it; that of the results ends the facts."""
    fields = {"background": ["เรื่องเดิม"], "facts": ["ข้อเท็จจริง"]}
    blocks = list_memo(**{**fields, part: [ANNOUNCED, "ย่อหน้าต่อไป"]}, proposal=["ข้อเสนอ"])
    assert blocks[find(blocks, ANNOUNCED) + 1] is PLAN
    assert blocks.index(RESULTS) == find(blocks, "3. ข้อเสนอ") - 1
    assert (blocks.count(PLAN), blocks.count(RESULTS)) == (1, 1)


def test_both_tables_stand_below_the_facts() -> None:
    """Where no paragraph announces the plan, both tables follow the facts; without facts they stand before the closing."""
    blocks = list_memo(background=["เรื่องเดิม"], facts=["ข้อเท็จจริง"])
    assert blocks[find(blocks, "ข้อเท็จจริง") + 1 :][:2] == [PLAN, RESULTS]
    without = list_memo(background=["เรื่องเดิม"])
    assert without[find(without, "เรื่องเดิม") + 1 :][:2] == [PLAN, RESULTS]


def test_several_proposals_are_numbered() -> None:
    """Two proposals are 1) and 2); one alone has no number."""
    several = [block for block in list_memo(proposal=["ก", "ข"]) if isinstance(block, Items)]
    assert [item.number for item in several[0].lines] == ["1)", "2)"]
    assert not [block for block in list_memo(proposal=["ก"]) if isinstance(block, Items)]


@pytest.mark.parametrize(
    ("opinion", "options", "has_line"),
    [
        ({}, [AGREE, APPROVE, OTHER], True),
        ({"choice": AGREE}, ["√" + AGREE, APPROVE, OTHER], False),
        ({"choice": OTHER}, [AGREE, APPROVE, "√" + OTHER], True),
        ({"choices": []}, [], True),
        ({"choices": [AGREE, APPROVE]}, [AGREE, APPROVE], False),
        ({"choices": [AGREE], "choice": APPROVE}, [AGREE, "√" + APPROVE], False),
        ({"opinion": "ควรอนุมัติ"}, [], False),
        ({"opinion": "ให้ติดตาม", "choice": OTHER}, [AGREE, APPROVE, "√" + OTHER], False),
        ({"opinion": "ให้ติดตาม", "choices": [OTHER]}, [OTHER], False),
    ],
)
def test_each_officer_has_choices(opinion: dict[str, Any], options: list[str], *, has_line: bool) -> None:
    """Boxes are those of the officer; words stand as written, and dots where some are still to be written."""
    (beside,) = (block for block in list_memo(opinions=[{"role": "ปลัด", **opinion}]) if isinstance(block, Beside))
    (choices,) = (block for block in beside.parts[0] if isinstance(block, Choices))
    assert ["√" * is_chosen + label for label, is_chosen in choices.options] == options
    assert (choices.has_line, choices.words) == (has_line, opinion.get("opinion", ""))
