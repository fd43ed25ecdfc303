"""The phrases that answer a reader's first questions."""

from __future__ import annotations

import pytest
from figure_records import NO_BUDGET_TEXT, make_dossier, make_maesai, make_progress, make_project
from prongsai.documents.answers import tell_project_money, tell_round
from prongsai.figures.round_results import RoundResults, compute_round_results
from prongsai.records.dossier import RoundKey

TWELVE = RoundKey.from_slug("2566-12")


def compute(budget: str, *records: object) -> RoundResults:
    """Return the round of one project."""
    return compute_round_results(make_dossier([make_project("p01", budget=budget)], {"2566-12": records}), TWELVE)  # type: ignore[dict-item]


def test_round_is_told_as_published() -> None:
    """The numbers that Mae Sai published for FY 2566."""
    told = tell_round(compute_round_results(make_maesai(), TWELVE))

    assert told == "เสร็จ 29 จาก 29 โครงการ เบิกจ่าย 178,050 บาท จากที่ตั้งไว้ 230,000 บาท"


@pytest.mark.parametrize(
    ("budget", "disbursed", "expected", "project"),
    [
        ("2000", "1500.50", "เบิกจ่าย 1,500.50 บาท จากที่ตั้งไว้ 2,000 บาท", "เบิกจ่าย 1,500.50 บาท จากที่ตั้งไว้ 2,000 บาท"),
        (NO_BUDGET_TEXT, None, "ทุกโครงการไม่ใช้งบประมาณ", "ไม่ใช้งบประมาณ"),
        (NO_BUDGET_TEXT, "500", "เบิกจ่าย 500 บาท", "เบิกจ่าย 500 บาท แผนระบุว่าไม่ใช้งบประมาณ"),
        ("2000", None, "เบิกจ่าย ไม่มีข้อมูล (1 รายการ) จากที่ตั้งไว้ 2,000 บาท", "เบิกจ่าย ไม่มีข้อมูล จากที่ตั้งไว้ 2,000 บาท"),
    ],
    ids=["known", "none", "beside the plan", "unknown"],
)
def test_money_is_told(budget: str, disbursed: str | None, expected: str, project: str) -> None:
    """Unknown is told and never taken for nothing; no money is said once."""
    amounts = {} if disbursed is None else {"disbursed": disbursed}
    round_ = compute(budget, make_progress("p01", **amounts))

    assert tell_round(round_) == f"เสร็จ 1 จาก 1 โครงการ {expected}"
    assert tell_project_money(round_.results[0]) == project


def test_round_without_projects_is_told() -> None:
    """Nothing had to be done, and nothing is said of money."""
    project = make_project("p01", from_year=2568)

    assert tell_round(compute_round_results(make_dossier([project], {"2566-12": []}), TWELVE)) == "ไม่มีโครงการที่ต้องทำ"
