"""The codes of the office's own list of OIT items."""

from __future__ import annotations

import pytest
from prongsai.records.oit_list import OitEntry, OitList, find_code, sort_code
from pydantic import ValidationError


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("O12", "O12"),
        ("o12", "O12"),
        ("๑๒", "O12"),
        (" ข้อ O-12 ", "O12"),
        ("012", "O12"),
        ("O05", "O5"),
        ("O14.1", "O14.1"),
        ("OIT", None),
        ("O0", None),
        ("O100", None),
        ("12a", None),
    ],
)
def test_code_is_known_in_every_spelling(typed: str, code: str | None) -> None:
    """The letter may be small, a zero or left out; what is no number of an item is none."""
    assert find_code(typed) == code


@pytest.mark.parametrize("typed", ["ข้อแรก", "O๑2", ""])
def test_wrong_code_is_refused(typed: str) -> None:
    """The message repeats what was typed."""
    with pytest.raises(ValidationError, match=f"“{typed}” ไม่ใช่เลขข้อ OIT"):
        OitEntry.model_validate({"code": typed, "title": "ข่าว"})


def test_codes_are_sorted_as_numbers() -> None:
    """O2 stands before O10, and a part behind its whole."""
    assert sorted(["O10", "O2", "O2.1", "N3"], key=sort_code) == ["N3", "O2", "O2.1", "O10"]


def test_one_address_or_several() -> None:
    """A text alone is one address; each of a list is checked."""
    assert OitEntry.model_validate({"code": "O1", "title": "ข่าว", "url": "https://a.go.th"}).url == ("https://a.go.th",)
    with pytest.raises(ValidationError, match="javascript:alert"):
        OitList.model_validate(
            {"items": [{"code": "O1", "title": "ข่าว", "url": ["https://a.go.th", "javascript:alert(1)"]}]}
        )
