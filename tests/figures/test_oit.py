"""The OIT items of an ITA year: codes, states, and what an item must show."""

from __future__ import annotations

from typing import Any

import pytest
from figure_records import NEXT_PERIOD, make_dossier, make_maesai, make_plan, make_progress, make_project, make_report
from prongsai.figures import oit
from prongsai.figures.ledger import Ledger
from prongsai.figures.oit import OitItem, OitState
from prongsai.records.dossier import Dossier
from prongsai.records.lao import Lao
from prongsai.records.measures import IntegrityMeasures
from prongsai.records.oit import OitCertainty, OitKind

LAO = {"type": "เทศบาลตำบล", "name": "ทดสอบ", "province": "สมมติ"}
MEASURE = {
    "number": "1",
    "title": "มาตรการจัดทำคู่มือ",
    "methods": ["จัดทำคู่มือและติดตามทุกเดือน"],
    "responsible_units": ["สำนักปลัด"],
    "period": "ต.ค. 66 - ก.ย. 67",
}


def make_measures(introduction: str, *measures: dict[str, Any]) -> Dossier:
    """Return an LAO with measures of FY 2567 only."""
    record = IntegrityMeasures.model_validate(
        {"introduction": introduction, "sections": [{"number": "1", "measures": list(measures)}]}
    )
    return Dossier("x", Lao.model_validate(LAO), measures={2567: record})


def compute_oit_items(dossier: Dossier, year: int) -> tuple[OitItem, ...]:
    """Return the items of one ITA year."""
    return oit.compute_oit_items(dossier, Ledger(dossier).by_round, year)


def find(dossier: Dossier, year: int, kind: OitKind) -> OitItem:
    """Return the item of one kind."""
    [item] = [item for item in compute_oit_items(dossier, year) if item.kind is kind]
    return item


def test_items_of_a_year_have_its_codes() -> None:
    """ITA 2566 has five items and 2569 four, with the codes of the table."""
    dossier = make_dossier([], {})

    assert [item.code for item in compute_oit_items(dossier, 2566)] == ["O36", "O37", "O38", "O42", "O43"]
    assert [item.code for item in compute_oit_items(dossier, 2569)] == ["O23", "O24", "O25", "O26"]
    assert {item.certainty for item in compute_oit_items(dossier, 2569)} == {OitCertainty.CITED}


def test_own_codes_win_and_add_items() -> None:
    """A code of the LAO replaces the table's, and brings an item that the table does not have in that year."""
    dossier = Dossier("x", Lao.model_validate({**LAO, "oit": {"2568": {"plan": "O99", "half_year": "O98"}}}))
    items = compute_oit_items(dossier, 2568)

    assert [item.code for item in items] == ["O99", "O98", "O26", "O27", "O28"]
    assert [item.certainty for item in items[1:3]] == [OitCertainty.OWN, OitCertainty.PARTLY_CITED]


def test_year_outside_the_table_has_all_items_without_codes() -> None:
    """What a later year asks for is not known, so nothing is left out."""
    items = compute_oit_items(make_dossier([], {}), 2572)

    assert [item.kind for item in items] == list(OitKind)
    assert {(item.code, item.certainty) for item in items} == {(None, OitCertainty.UNKNOWN)}


def test_maesai_report_of_2566_answers_ita_2567() -> None:
    """Mae Sai reports 29 of 29 projects with their money; the printed problems and suggestions complete the item."""
    maesai = make_maesai()
    item = find(maesai, 2567, OitKind.ANNUAL)
    [(key, report)] = maesai.rounds.items()
    told = report.model_copy(update={"problems": ("ขาดผู้เชี่ยวชาญ",), "eplan_suggestions": ("ควรพัฒนาระบบ",)})
    complete = Dossier("x", maesai.lao, maesai.plans, {key: told})

    assert (item.code, item.fiscal_year, item.round) == ("O33", 2566, key)
    assert (item.state, item.lacks) == (OitState.PARTIAL, ("ปัญหา/อุปสรรค", "ข้อเสนอแนะ"))
    assert find(complete, 2567, OitKind.ANNUAL).state is OitState.COMPLETE


def test_plan_needs_the_budget_of_every_project() -> None:
    """Money or the words ไม่ใช้งบประมาณ; a project of which neither is known is counted."""
    projects = [make_project("p01"), make_project("p02", budget="5000"), make_project("p03", budget={"2566": "9"})]
    dossier = make_dossier(projects, {})

    assert find(dossier, 2566, OitKind.PLAN).state is OitState.COMPLETE
    assert find(dossier, 2567, OitKind.PLAN).lacks == ("วงเงิน (หรือระบุว่าไม่ใช้งบประมาณ) 1 จาก 3 โครงการ",)


def test_plan_of_other_years_is_missing() -> None:
    """A plan that does not cover the ITA year answers nothing, its announcement included."""
    item = find(make_dossier([make_project()], {}), 2565, OitKind.PLAN)

    assert (item.state, item.is_published, item.paper) == (OitState.MISSING, False, None)
    assert item.lacks[-1] == "แผนที่ครอบคลุมปี 2565"


def test_half_year_needs_progress_and_money_of_every_project() -> None:
    """A project that waits for its report has no progress; unknown money is missing money."""
    projects = [make_project("p01", budget="100"), make_project("p02", budget="100"), make_project("p03")]
    records = [
        make_progress("p01", disbursed="50"),
        make_progress("p02", "in_progress"),
        make_progress("p03", "waiting"),
    ]
    item = find(make_dossier(projects, {"2566-06": records}), 2566, OitKind.HALF_YEAR)

    assert item.lacks == ("ความก้าวหน้า 1 จาก 3 โครงการ", "การใช้จ่ายงบประมาณ 1 จาก 3 โครงการ")
    assert item.state is OitState.PARTIAL


def test_report_without_any_record_is_missing_but_published() -> None:
    """An empty report has a page and shows nothing of what is asked."""
    item = find(make_dossier([make_project(budget="1")], {"2566-06": make_report()}), 2566, OitKind.HALF_YEAR)

    assert (item.state, item.is_published) == (OitState.MISSING, True)


def test_measures_with_analysis_and_follow_up_are_complete() -> None:
    """The words of the introduction and of the methods tell of analysis and follow-up."""
    item = find(make_measures("วิเคราะห์ผล ITA ปี 2566 แล้ว", MEASURE), 2567, OitKind.MEASURES)

    assert (item.code, item.state) == ("O34", OitState.COMPLETE)


@pytest.mark.parametrize(
    ("introduction", "change", "lacks"),
    [
        ("ข้อมูลใช้วิเคราะห์งานต่อไป", {}, "การวิเคราะห์ผล ITA ปีก่อน"),
        ("ผล ITA ปี 2566 เป็นดังนี้", {}, "การวิเคราะห์ผล ITA ปีก่อน"),
        ("วิเคราะห์ผล ITA แล้ว", {"methods": ["จัดทำคู่มือ"]}, "การกำกับติดตาม"),
        ("วิเคราะห์ผล ITA แล้ว", {"responsible_units": []}, "ผู้รับผิดชอบ 1 จาก 2 มาตรการ"),
        ("วิเคราะห์ผล ITA แล้ว", {"period": None}, "ระยะเวลาดำเนินการ 1 จาก 2 มาตรการ"),
    ],
    ids=["no-ita", "no-analysis", "no-follow-up", "no-unit", "no-period"],
)
def test_measures_name_what_they_lack(introduction: str, change: dict[str, Any], lacks: str) -> None:
    """Each demand is told by itself; an analysis must be of the ITA."""
    other = {**MEASURE, "methods": ["จัดทำคู่มือ"], "number": "2"}
    measure = {key: value for key, value in {**MEASURE, **change}.items() if value}

    assert find(make_measures(introduction, other, measure), 2567, OitKind.MEASURES).lacks == (lacks,)


def test_results_of_measures_are_those_of_the_year_before() -> None:
    """Measures of FY 2567 with results and outcomes answer ITA 2568; without them the item is missing."""
    done = make_measures("ดังตาราง", {**MEASURE, "results": ["จัดทำแล้ว"], "outcomes": ["งานเร็วขึ้น"]})
    half = make_measures("ดังตาราง", {**MEASURE, "results": ["จัดทำแล้ว"]}, {**MEASURE, "number": "2"})

    assert find(done, 2568, OitKind.MEASURES_RESULT).state is OitState.COMPLETE
    assert find(done, 2567, OitKind.MEASURES_RESULT).state is OitState.MISSING
    assert find(half, 2568, OitKind.MEASURES_RESULT).lacks == (
        "ผลการดำเนินงาน 1 จาก 2 มาตรการ",
        "ผลลัพธ์/ความสำเร็จ 2 จาก 2 มาตรการ",
    )


def test_years_are_those_with_an_item() -> None:
    """A plan shows itself in the years of the table that it covers; a report adds the year after its own."""
    plan = make_dossier([make_project()], {})
    later = make_dossier([make_project()], {"2570-12": make_report([make_progress("p01")])})
    measures = make_measures("ดังตาราง", {**MEASURE, "results": ["จัดทำแล้ว"]})

    assert list(Ledger(Dossier("x", Lao.model_validate(LAO))).oit_items) == []
    assert list(Ledger(plan).oit_items) == [2569, 2568, 2567, 2566]
    assert list(Ledger(later).oit_items) == [2571, 2570, 2569, 2568, 2567, 2566]
    assert list(Ledger(measures).oit_items) == [2568, 2567]


def test_next_plan_answers_the_years_that_it_covers() -> None:
    """ITA 2571 asks for the annual report of 2570, of the plan before, and for the plan of 2571."""
    before = make_plan([make_project("p01"), make_project("p02")])
    after = make_plan([make_project("p01", budget={"2572": "1"})], NEXT_PERIOD)
    dossier = make_dossier([before, after], {"2570-12": [make_progress("p01")]})

    plan, annual = (find(dossier, 2571, kind) for kind in (OitKind.PLAN, OitKind.ANNUAL))

    assert (plan.is_published, plan.lacks) == (True, ("วงเงิน (หรือระบุว่าไม่ใช้งบประมาณ) 1 จาก 1 โครงการ",))
    assert annual.lacks[0] == "ผลการดำเนินงาน 1 จาก 2 โครงการ"
    assert find(dossier, 2570, OitKind.PLAN).state is OitState.COMPLETE


def test_plan_known_from_its_report_is_not_published() -> None:
    """A report tells of a plan, it does not publish it: the item is missing, the report's own item is not."""
    plan = make_plan([make_project()], source="report", announcement="adopt")
    dossier = make_dossier([plan], {"2566-06": [make_progress("p01")]})

    item = find(dossier, 2566, OitKind.PLAN)

    assert (item.state, item.is_published, item.paper) == (OitState.MISSING, False, None)
    assert find(dossier, 2566, OitKind.HALF_YEAR).state is OitState.COMPLETE
