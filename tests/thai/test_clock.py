"""The day on which a build takes place."""

from __future__ import annotations

import datetime as dt

import pytest
from prongsai.thai.clock import ClockError, get_today


def test_epoch_fixes_the_day_in_bangkok(monkeypatch: pytest.MonkeyPatch) -> None:
    """17:00 UTC is midnight in Bangkok, where the next day begins."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1746032399")
    assert get_today() == dt.date(2025, 4, 30)

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1746032400")
    assert get_today() == dt.date(2025, 5, 1)


@pytest.mark.parametrize(
    "epoch",
    ["yesterday", "-1", "1.5", "2566-10-19", "4102444800", "9" * 30, "๑๗x"],
    ids=lambda epoch: ascii(epoch)[:12],
)
def test_epoch_that_tells_no_day_is_refused(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    """A value that is no number of seconds of our time is told, not passed over: the build could not be repeated."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    with pytest.raises(ClockError, match="SOURCE_DATE_EPOCH เป็น “"):
        get_today()


@pytest.mark.parametrize("epoch", ["0", "4102444799", " 1746032400 "])
def test_epoch_of_our_time_is_a_day(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    """The first and the last second are days."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    assert 1970 <= get_today().year <= 2100


@pytest.mark.parametrize("epoch", [None, "", " "], ids=["unset", "empty", "blank"])
def test_clock_answers_where_no_epoch_is_set(monkeypatch: pytest.MonkeyPatch, epoch: str | None) -> None:
    """Without the variable the day is today's, at most one day from that of UTC."""
    if epoch is None:
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    else:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    assert abs(get_today() - dt.datetime.now(tz=dt.UTC).date()) <= dt.timedelta(days=1)
