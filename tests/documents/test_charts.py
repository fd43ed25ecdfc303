"""Figures as charts: values, what is printed at them, and the text for those who do not see them."""

from __future__ import annotations

from decimal import Decimal

from figure_records import NEXT_PERIOD, make_dossier, make_maesai, make_plan, make_progress, make_project
from prongsai.documents.charts import (
    make_budget_chart,
    make_money_chart,
    make_progress_chart,
    make_status_chart,
    tell_without_money,
)
from prongsai.figures.plan_budget import compute_budget_row
from prongsai.figures.round_results import RoundResults, compute_round_results
from prongsai.records.dossier import Dossier, RoundKey


def compute(dossier: Dossier, slug: str) -> RoundResults:
    """Return the figures of one round."""
    return compute_round_results(dossier, RoundKey.from_slug(slug))


def make_two_rounds() -> Dossier:
    """Return three projects: one done in round 06 and two in round 12, one that could not be done."""
    projects = [make_project(f"p0{number}", f"{number}.1", "1000") for number in (1, 2, 3)]
    half = [make_progress("p01"), make_progress("p02", "in_progress"), make_progress("p03", "in_progress")]
    whole = [make_progress("p01", disbursed="900"), make_progress("p02"), make_progress("p03", "cannot")]
    return make_dossier(projects, {"2566-12": whole, "2566-06": half})


def test_status_chart_has_a_row_per_dimension() -> None:
    """Mae Sai, FY 2566: 7, 13, 4 and 5 projects, all done; zeros are printed as zeros."""
    dossier = make_maesai()
    chart = make_status_chart(compute(dossier, "2566-12"))

    assert chart.kinds == ("done", "in_progress", "waiting", "cannot")
    assert [row.texts for row in chart.rows] == [(n, "0", "0", "0") for n in ("7", "13", "4", "5")]
    assert chart.rows[2].label == "3. การส่งเสริมบทบาทและการมีส่วนร่วมของภาคประชาชน"
    assert chart.longest == 13


def test_status_chart_is_told_in_words() -> None:
    """The description gives the counts of all, then of each dimension; an empty dimension is said to be empty."""
    dossier = make_two_rounds()
    text = make_status_chart(compute(dossier, "2566-12")).description

    assert text == (
        "รวมทุกมิติ 3 โครงการ: ดำเนินการแล้วเสร็จ 2, อยู่ระหว่างดำเนินการ 0, รอรายงาน 0, ไม่สามารถดำเนินการได้ 1 แยกเป็น "
        "มิติที่ 1 เสร็จ 1 จาก 1 โครงการ, มิติที่ 2 เสร็จ 1 จาก 1 โครงการ, มิติที่ 3 เสร็จ 0 จาก 1 โครงการ, มิติที่ 4 ไม่มีโครงการ"
    )


def test_money_chart_gives_plan_ordinance_and_use() -> None:
    """Mae Sai, FY 2566: dimension 1 used 150,000 of 200,000, dimensions 2 and 4 have no bars, only words."""
    dossier = make_maesai()
    round_ = compute(dossier, "2566-12")
    chart = make_money_chart(dossier, round_)

    assert chart is not None
    assert tell_without_money(round_) == "มิติที่ 2, 4 ไม่ใช้งบประมาณ"
    assert chart.series == ("ตามแผน", "ตามเทศบัญญัติ", "เบิกจ่าย")
    assert chart.rows[0].values == (Decimal(200000), Decimal(200000), Decimal(150000))
    assert [row.label[0] for row in chart.rows] == ["1", "3"]
    assert "เบิกจ่าย 178,050 บาท แยกเป็น มิติที่ 1 ตามแผน 200,000 บาท เบิกจ่าย 150,000 บาท" in chart.description


def test_unknown_money_is_told_and_not_drawn() -> None:
    """A sum of which nothing is known has no value; one that is known in part is drawn and told as a lower bound."""
    projects = [
        make_project("p01", "1.1", "ไม่ทราบ"),
        make_project("p02", "2.1", "500"),
        make_project("p03", "2.1", "ไม่ทราบ"),
    ]
    dossier = make_dossier(projects, {"2566-12": []})
    rows = make_money_chart(dossier, compute(dossier, "2566-12")).rows

    assert (rows[0].values[0], rows[0].texts[0]) == (None, "ไม่มีข้อมูล (1 รายการ)")
    assert (rows[1].values[0], rows[1].texts[0]) == (Decimal(500), "อย่างน้อย 500 บาท (ไม่มีข้อมูล 1 รายการ)")


def test_budget_chart_has_a_row_per_year() -> None:
    """The bars are the plan's yearly sums, told in the description."""
    plan = make_plan([make_project(budget={"2566": "100", "2567": "50", "2568": "0"})])
    chart = make_budget_chart(compute_budget_row(plan.projects, plan), plan.period)

    assert [row.label for row in chart.rows][:2] == ["ปีงบประมาณ พ.ศ. 2566", "ปีงบประมาณ พ.ศ. 2567"]
    assert [row.values for row in chart.rows] == [(Decimal(100),), (Decimal(50),), (Decimal(0),), (None,), (None,)]
    assert "ปีงบประมาณ พ.ศ. 2567 50 บาท" in chart.description


def test_charts_have_the_dimensions_of_the_round_s_plan() -> None:
    """A plan of five dimensions has five rows under its own titles, however many the plan before had."""
    plans = [make_plan(), make_plan([make_project(f"p0{n}", f"{n}.1", "100") for n in range(1, 6)], NEXT_PERIOD)]
    dossier = make_dossier(plans, {"2571-06": []})
    round_ = compute(dossier, "2571-06")

    for chart in (make_status_chart(round_), make_money_chart(dossier, round_)):
        assert chart is not None
        assert [row.label for row in chart.rows] == [f"{number}. มิติใหม่ที่ {number}" for number in range(1, 6)]
        assert "มิติที่ 5" in chart.description


def test_progress_chart_is_in_time_order() -> None:
    """The rounds stand oldest first, whatever order they come in."""
    dossier = make_two_rounds()
    chart = make_progress_chart([compute(dossier, "2566-12"), compute(dossier, "2566-06")])

    assert [row.label for row in chart.rows] == ["ปีงบประมาณ พ.ศ. 2566 รอบ 6 เดือน", "ปีงบประมาณ พ.ศ. 2566 รอบ 12 เดือน"]
    assert [row.texts for row in chart.rows] == [("1", "2", "0", "0"), ("2", "0", "0", "1")]
    assert chart.description == (
        "ปีงบประมาณ พ.ศ. 2566 รอบ 6 เดือน เสร็จ 1 จาก 3 โครงการ, ปีงบประมาณ พ.ศ. 2566 รอบ 12 เดือน เสร็จ 2 จาก 3 โครงการ"
    )
