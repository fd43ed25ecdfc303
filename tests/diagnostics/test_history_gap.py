"""Why the history is not whole."""

from __future__ import annotations

import pytest
from prongsai.diagnostics.history_gap import format_history_gap
from prongsai.history.repository import Source


@pytest.mark.parametrize("source", [Source.SHALLOW, Source.NO_GIT, Source.REFUSED, Source.UNREAD])
def test_gap_is_told_with_its_fix(source: Source) -> None:
    """Whoever builds the site learns what to do."""
    assert "วิธีแก้" in format_history_gap([Source.GIT, source])


def test_nothing_is_told_where_nothing_is_wrong() -> None:
    """A folder without repository is as good as one with a whole history."""
    assert format_history_gap([Source.GIT, Source.NO_REPOSITORY, Source.NOT_ASKED]) == ""
