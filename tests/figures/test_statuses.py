"""How many projects stand where, and which share of them is done."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prongsai.figures.statuses import StatusCounts, compute_projects_done_percent, compute_status_counts
from prongsai.records.progress import Status

SHARES = {
    "maesai-total": (StatusCounts(done=29), "100.00"),
    "four-of-five": (StatusCounts(done=4, cannot=1), "80.00"),
    "fifteen-of-sixteen": (StatusCounts(done=15, waiting=1), "93.75"),
    "in-progress-counts-nothing": (StatusCounts(done=10, in_progress=5), "66.67"),
    "none-done": (StatusCounts(waiting=3), "0.00"),
    "no-projects": (StatusCounts(), "0.00"),
}


def test_each_status_is_counted_apart() -> None:
    """Every status has its own number."""
    statuses = [Status.DONE, Status.CANNOT, Status.DONE, Status.WAITING, Status.IN_PROGRESS, Status.DONE]

    assert compute_status_counts(statuses) == StatusCounts(waiting=1, in_progress=1, done=3, cannot=1)


@given(st.lists(st.sampled_from(Status)))
def test_counts_add_up(statuses: list[Status]) -> None:
    """N = waiting + in progress + done + cannot."""
    assert compute_status_counts(statuses).total == len(statuses)


@pytest.mark.parametrize(("counts", "printed"), SHARES.values(), ids=SHARES.keys())
def test_done_percent_is_as_printed(counts: StatusCounts, printed: str) -> None:
    """Only projects that are done count, of all that are planned."""
    assert str(compute_projects_done_percent(counts)) == printed


@given(st.builds(StatusCounts, *[st.integers(0, 500)] * 4))
def test_done_percent_is_within_0_and_100(counts: StatusCounts) -> None:
    """No counts give a share outside 0 to 100."""
    assert 0 <= compute_projects_done_percent(counts) <= 100
