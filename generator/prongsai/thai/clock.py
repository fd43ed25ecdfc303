"""The day in Thailand; the one place that asks the clock."""

from __future__ import annotations

import datetime as dt
import os

VARIABLE = "SOURCE_DATE_EPOCH"
_BANGKOK = dt.timezone(dt.timedelta(hours=7))
_LAST = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)


class ClockError(ValueError):
    """Raised when ``SOURCE_DATE_EPOCH`` tells no day; the message is Thai."""


def get_today() -> dt.date:
    """Return today's date in Bangkok, or the day of ``SOURCE_DATE_EPOCH``, so that a build can be repeated.

    Raises:
        ClockError: The variable is no number of seconds from 1970 up to 2100.
    """
    given = os.environ.get(VARIABLE, "").strip()
    if not given:
        return dt.datetime.now(tz=_BANGKOK).date()
    if not given.isdecimal() or len(given) > 12 or int(given) >= _LAST.timestamp():
        shown = given if len(given) <= 40 else f"{given[:40]}…"
        raise ClockError(
            f"ตัวแปร {VARIABLE} เป็น “{shown}” ซึ่งไม่ใช่จำนวนวินาทีตั้งแต่ ค.ศ. 1970 ถึง 2100 ลบตัวแปรนี้ หรือตั้งเช่น 1700000000"
        )
    return dt.datetime.fromtimestamp(int(given), tz=_BANGKOK).date()
