"""Progress: rounds, statuses, money of a round, figures that the report declares."""

from __future__ import annotations

from decimal import Decimal

import pytest
from prongsai.records.money import NO_BUDGET, Money
from prongsai.records.progress import CannotReason, Evidence, LevelName, Progress, ProvincialTable, RoundReport, Status
from record_reading import list_missing_keys, refuse


def test_left_out_money_differs_from_no_budget() -> None:
    """What is left out is unknown; ไม่ใช้งบประมาณ is written."""
    progress = Progress.model_validate({"project": "p01", "status": "ดำเนินการแล้วเสร็จ", "disbursed": "ไม่ใช้งบประมาณ"})

    assert (progress.ordinance, progress.disbursed) == (None, NO_BUDGET)


def test_inclusion_in_the_ordinance_has_three_states() -> None:
    """The tick-box is yes, no, or unknown where left out."""
    data = {"project": "p01", "status": "done"}
    records = [
        Progress.model_validate({**data, **answer}) for answer in ({"in_ordinance": "ใช่"}, {"in_ordinance": "ไม่"}, {})
    ]

    assert [record.in_ordinance for record in records] == [True, False, None]


def test_reason_stands_beside_the_status() -> None:
    """A project that could not be done says why."""
    progress = Progress.model_validate({"project": "p01", "status": "ไม่สามารถดำเนินการได้", "reason": "ไม่ได้รับงบประมาณ"})

    assert (progress.status, progress.reason) == (Status.CANNOT, CannotReason.NO_MONEY)


def test_evidence_may_be_a_bare_title() -> None:
    """A text alone is the title of a piece of evidence."""
    progress = Progress.model_validate({"project": "p01", "status": "done", "evidence": ["ภาพถ่าย"]})

    assert progress.evidence == (Evidence(title="ภาพถ่าย"),)


@pytest.mark.parametrize(
    ("key", "value", "kind"),
    [
        pytest.param("url", "javascript:alert(1)", "url", id="link"),
        pytest.param("file", "files/../lao.yml", "path", id="file"),
        pytest.param("date", "29 ก.พ. 2566", "date", id="date"),
    ],
)
def test_bad_evidence_is_refused(key: str, value: str, kind: str) -> None:
    """Links, files and dates of evidence are checked."""
    assert refuse(Evidence, {"title": "ภาพถ่าย", key: value})["type"] == kind


def test_declared_figures_are_kept_as_printed() -> None:
    """Totals and dimensions of the report are read exactly."""
    data = {
        "projects_percent": "๑๐๐.๐๐",
        "budget_percent": "77.41",
        "disbursed": "178,050",
        "level": "มาก",
        "dimensions": {"1": {"planned": "200000", "budget_percent": "75.00"}},
    }

    declared = RoundReport.model_validate({"declared": data}).declared

    assert (declared.projects_percent, declared.budget_percent) == (Decimal(100), Decimal("77.41"))
    assert (declared.disbursed, declared.level) == (Money(Decimal(178050)), LevelName.HIGH)
    assert declared.dimensions[1].planned == Money(Decimal(200000))


def test_report_may_be_empty() -> None:
    """A report of which nothing is known yet has no records."""
    assert RoundReport.model_validate({}).projects == ()


def test_provincial_row_is_not_capped_unless_told() -> None:
    """The asterisk before a percentage is written as capped."""
    row = {"lao": "เทศบาลตำบลแม่สาย", "district": "แม่สาย", "percent": "100.00", "level": "มาก"}

    table = ProvincialTable.model_validate({"province": "เชียงราย", "rows": [row, {**row, "capped": "true"}]})

    assert [row.capped for row in table.rows] == [False, True]


def test_status_is_demanded() -> None:
    """A record without a status says nothing."""
    assert list_missing_keys(Progress, {"project": "p01"}) == ["status"]
