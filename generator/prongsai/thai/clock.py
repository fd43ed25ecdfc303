"""The day in Thailand; the one place that asks the clock."""

from __future__ import annotations

import datetime as dt
import os

_BANGKOK = dt.timezone(dt.timedelta(hours=7))


def get_today() -> dt.date:
    """Return today's date in Bangkok, or the day of ``SOURCE_DATE_EPOCH``, so that a build can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = dt.datetime.fromtimestamp(int(epoch), tz=_BANGKOK) if epoch.isdecimal() else dt.datetime.now(tz=_BANGKOK)
    return now.date()
