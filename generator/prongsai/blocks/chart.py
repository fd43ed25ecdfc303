"""A chart as data; pages draw it as SVG, PDFs draw it natively."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from prongsai.figures.percent import compute_percent


class ChartRow(Struct, frozen=True):
    """One category of a chart.

    Attributes:
        label: What is measured.
        values: One value per series, in the chart's unit; None where it is unknown.
        texts: What is printed at each value, told in words where the value is unknown or a lower bound.
    """

    label: str
    values: tuple[Decimal | None, ...]
    texts: tuple[str, ...]


class Bar(NamedTuple):
    """Where a bar begins and how long it is, in percent of the longest bar of the chart."""

    start: Decimal
    length: Decimal


class Chart(Struct, frozen=True, dict=True):
    """Horizontal bars, one row a category; it stands after the table whose numbers it draws.

    Attributes:
        id: ASCII id in its page.
        title: What the chart shows.
        description: The chart in one or two sentences, for those who do not see it.
        unit: Unit of the values: โครงการ, บาท or ร้อยละ.
        series: Name of each series.
        rows: The categories in order.
        kinds: A code word per series that decides colour and pattern (``done``, ``planned``, …).
        is_stacked: The values of a row are parts of one bar instead of bars of their own.
        name: ASCII name among the charts of its LAO, of which several have one id; empty where it has no picture.
    """

    id: str
    title: str
    description: str
    unit: str
    series: tuple[str, ...]
    rows: tuple[ChartRow, ...]
    kinds: tuple[str, ...]
    is_stacked: bool = False
    name: str = ""

    @property
    def lines(self) -> tuple[tuple[int, ...], ...]:
        """The series, by index, that share a line: all of them where they are stacked, else each has its own."""
        indices = tuple(range(len(self.series)))
        return (indices,) if self.is_stacked else tuple((index,) for index in indices)

    @cached_property
    def longest(self) -> Decimal:
        """The value of the longest bar, in the chart's unit; 0 where nothing is known."""
        whole = sum if self.is_stacked else max
        return max(
            (Decimal(whole(value or Decimal(0) for value in row.values)) for row in self.rows), default=Decimal(0)
        )

    def measure(self, row: ChartRow) -> tuple[Bar, ...]:
        """Return the bar of each value of a row; an unknown value has no length, as zero has none."""
        bars = []
        start = Decimal(0)
        for value in row.values:
            bars.append(Bar(compute_percent(start, self.longest), compute_percent(value or 0, self.longest)))
            if self.is_stacked:
                start += value or 0
        return tuple(bars)
