"""The day that a build is told by."""

from __future__ import annotations

import datetime as dt
import os

from prongsai.exceptions import EnvironmentVariableError
from prongsai.thai.clock import VARIABLE, ClockError, get_today


def get_day() -> dt.date:
    """Return today, or the day that the environment sets.

    Raises:
        EnvironmentVariableError: The environment sets what is no day.
    """
    if not os.environ.get(VARIABLE, "-").strip():
        del os.environ[VARIABLE]  # set to nothing, as workflows do; MkDocs would stumble over it
    try:
        return get_today()
    except ClockError as error:
        raise EnvironmentVariableError(str(error)) from None
