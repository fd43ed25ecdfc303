"""A chart as data; pages draw it as SVG, PDFs draw it natively."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class ChartRow:
    """One category of a chart.

    Attributes:
        label: What is measured.
        values: One value per series, in the chart's unit; None where it is unknown.
    """

    label: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Chart:
    """Horizontal bars, one row a category; it stands after the table whose numbers it draws.

    Attributes:
        id: ASCII id, used in addresses.
        title: What the chart shows.
        description: The chart in one or two sentences, for those who do not see it.
        unit: Unit of the values: โครงการ, บาท or ร้อยละ.
        series: Name of each series.
        rows: The categories in order.
        kinds: A code word per series that decides colour and pattern (``done``, ``planned``, …).
        is_stacked: The values of a row are parts of one bar instead of bars of their own.
    """

    id: str
    title: str
    description: str
    unit: str
    series: tuple[str, ...]
    rows: tuple[ChartRow, ...]
    kinds: tuple[str, ...]
    is_stacked: bool = field(default=False, kw_only=True)
