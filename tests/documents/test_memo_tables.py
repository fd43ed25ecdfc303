"""The tables of a memo: what it prints itself stands beside what is computed."""

from __future__ import annotations

from conftest import MADE_UP_PLANS
from printed_papers import list_plan_documents
from prongsai.blocks.blocks import Table


def test_a_memo_shows_what_it_prints_where_it_differs() -> None:
    """Figures of the signed memo stand below the computed ones; equal ones are not told twice."""
    memo = next(each for each in list_plan_documents(MADE_UP_PLANS) if each.page.endswith("memo-2566-12.md"))
    tables = [block for part in memo.parts for section in part.sections for block in section.blocks]
    plan, results = (block for block in tables if isinstance(block, Table))

    assert [each.text for each in plan.rows[2].cells][1:] == ["2", "20,000\n(พิมพ์ไว้ 25,000)"]
    assert [each.text for each in results.rows[2].cells] == [
        *("มิติที่ 3", "2", "20,000\n(พิมพ์ไว้ 25,000)", "2", "18,495", "0", "100.00\n(พิมพ์ไว้ 50.00)", "92.48"),
    ]
    told = [each.text for table in (plan, results) for row in table.rows for each in row.cells if "พิมพ์ไว้" in each.text]
    assert len(told) == 4
    assert results.foot[0].cells[3].text == "9\n(พิมพ์ไว้ 8)"
