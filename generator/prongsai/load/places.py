"""Where a data file belongs that lies somewhere else: told by its name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prongsai.thai.digits import to_arabic

DATA_FILE = re.compile(r"(.+?)\.ya?ml(?:\.txt)?", re.IGNORECASE)
_ROUND = re.compile(r"(2[56][0-9]{2})[-_ .]?(0?6|12)")
_YEAR = re.compile(r"2[56][0-9]{2}")
_OIT = re.compile(r"(?:oit|ita)[-_ .]?(2[56][0-9]{2})")


def find_place(name: str, periods: Sequence[str] = ()) -> str | None:
    """Return the path in an LAO's folder that a file's name most likely means; None where the name tells nothing.

    Args:
        name: The file's name, without folders.
        periods: The periods of the LAO's plans.
    """
    match = DATA_FILE.fullmatch(to_arabic(name).strip())
    stem = match[1].strip().lower() if match else ""
    if found := _ROUND.fullmatch(stem):
        return f"progress/{found[1]}-{int(found[2]):02}.yml"
    if _YEAR.fullmatch(stem):
        return f"measures/{stem}.yml"
    if found := _OIT.fullmatch(stem):
        return f"oit/{found[1]}.yml"
    if stem == "plan":
        return f"{periods[0] if len(periods) == 1 else '2566-2570'}/plan.yml"
    return "lao.yml" if stem == "lao" else None
