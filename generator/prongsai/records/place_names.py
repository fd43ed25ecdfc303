"""Names of provinces and districts as people write them, ready to be compared."""

from __future__ import annotations

from prongsai.thai.text import compact


def strip_place_kind(name: str) -> str:
    """Return the name of a province or district without the word for its kind."""
    text = compact(name)
    for kind in ("จังหวัด", "อำเภอ", "จ.", "อ."):
        text = text.removeprefix(kind)
    return text


def name_district(name: str, province: str) -> str:
    """Return a district's name for comparing; a province's capital district is also called just เมือง."""
    district = strip_place_kind(name)
    return f"เมือง{province}" if district == "เมือง" else district
