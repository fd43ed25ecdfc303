"""How many projects stand where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from prongsai.figures.percent import compute_percent
from prongsai.records.progress import Status


class StatusCounts(Struct, frozen=True):
    """Number of projects by status."""

    waiting: int = 0
    in_progress: int = 0
    done: int = 0
    cannot: int = 0

    @property
    def total(self) -> int:
        """All projects: waiting + in progress + done + cannot."""
        return self.waiting + self.in_progress + self.done + self.cannot


def compute_status_counts(statuses: Iterable[Status]) -> StatusCounts:
    """Return how many projects have each status.

    Formula: N = waiting + in progress + done + cannot.
    Source: e-PlanNACC "สรุปผลการขับเคลื่อนแผนฯ", FY 2566.
    """
    counts = Counter(statuses)
    return StatusCounts(
        waiting=counts[Status.WAITING],
        in_progress=counts[Status.IN_PROGRESS],
        done=counts[Status.DONE],
        cannot=counts[Status.CANNOT],
    )


def add_status_counts(parts: Iterable[StatusCounts]) -> StatusCounts:
    """Return several counts as one.

    Formula: Σ of each status.
    Source: our own; the documents of one LAO tell of that LAO only.
    """
    counts = list(parts)
    return StatusCounts(
        waiting=sum(part.waiting for part in counts),
        in_progress=sum(part.in_progress for part in counts),
        done=sum(part.done for part in counts),
        cannot=sum(part.cannot for part in counts),
    )


def compute_projects_done_percent(counts: StatusCounts) -> Decimal:
    """Return the share of projects that are done, in percent.

    Formula: done / planned * 100, two decimals, half up; a project in progress counts nothing here.
    Source: e-PlanNACC "รายงานผลการนำแผนไปปฏิบัติ", FY 2566: 29/29 = 100.00; 4/5 = 80.00; 15/16 = 93.75.
    """
    return compute_percent(counts.done, counts.total)
