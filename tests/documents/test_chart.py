"""Where the bars of a chart stand."""

from __future__ import annotations

from decimal import Decimal

from prongsai.blocks.chart import Bar, Chart, ChartRow


def make_chart(*values: tuple[Decimal | None, ...], is_stacked: bool) -> Chart:
    """Return a chart of these rows."""
    rows = tuple(ChartRow("", row, ("",) * len(row)) for row in values)
    names = ("ก", "ข")
    return Chart("chart", "", "", "บาท", names, rows, names, is_stacked=is_stacked)


def make_bars(*places: tuple[str, str]) -> tuple[Bar, ...]:
    """Return bars from start and length."""
    return tuple(Bar(Decimal(start), Decimal(length)) for start, length in places)


def test_stacked_values_follow_each_other() -> None:
    """Parts of one bar begin where the part before ends; the longest row is the whole width."""
    chart = make_chart((Decimal(3), Decimal(1)), (Decimal(1), Decimal(7)), is_stacked=True)

    assert chart.lines == ((0, 1),)
    assert chart.measure(chart.rows[0]) == make_bars(("0", "37.50"), ("37.50", "12.50"))
    assert chart.measure(chart.rows[1]) == make_bars(("0", "12.50"), ("12.50", "87.50"))


def test_grouped_values_are_bars_of_their_own() -> None:
    """Each value begins at the left; the largest single value is the whole width."""
    chart = make_chart((Decimal(200_000), Decimal(150_000)), is_stacked=False)

    assert chart.lines == ((0,), (1,))
    assert chart.measure(chart.rows[0]) == make_bars(("0", "100.00"), ("0", "75.00"))


def test_unknown_and_zero_have_no_length() -> None:
    """Neither an unknown value nor zero is drawn, also where the chart has nothing else."""
    chart = make_chart((None, Decimal(0)), is_stacked=False)

    assert chart.measure(chart.rows[0]) == make_bars(("0", "0"), ("0", "0"))
