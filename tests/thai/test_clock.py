"""The day on which a build takes place."""

from __future__ import annotations

import datetime as dt

import pytest
from prongsai.thai.clock import get_today


def test_epoch_fixes_the_day_in_bangkok(monkeypatch: pytest.MonkeyPatch) -> None:
    """17:00 UTC is midnight in Bangkok, where the next day begins."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1746032399")
    assert get_today() == dt.date(2025, 4, 30)

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1746032400")
    assert get_today() == dt.date(2025, 5, 1)


@pytest.mark.parametrize("epoch", [None, "", "yesterday"], ids=["unset", "empty", "no-number"])
def test_clock_answers_where_no_epoch_is_set(monkeypatch: pytest.MonkeyPatch, epoch: str | None) -> None:
    """Without a usable variable the day is today's, at most one day from that of UTC."""
    if epoch is None:
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    else:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    assert abs(get_today() - dt.datetime.now(tz=dt.UTC).date()) <= dt.timedelta(days=1)
