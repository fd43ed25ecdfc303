"""The types of LAO: their names and the words that depend on them, a file a type."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from prongsai.records.base import LabelledEnum
from prongsai.records.packaged import load_packaged

FOLDER = Path(__file__).parent


class Vocabulary(NamedTuple):
    """The words that depend on the type of LAO."""

    head: str
    secretary: str
    ordinance: str
    staff: str


@cache
def _read(code: str) -> dict[str, Any]:
    data: dict[str, Any] = load_packaged(FOLDER / f"{code}.yml")
    return data


def _name(code: str) -> tuple[str, ...]:
    """Return a type's code word, label and other spellings."""
    data = _read(code)
    return code, data["label"], *data.get("aliases", ())


class LaoType(LabelledEnum):
    """Type of LAO."""

    CITY_MUNICIPALITY = _name("city_municipality")
    TOWN_MUNICIPALITY = _name("town_municipality")
    SUBDISTRICT_MUNICIPALITY = _name("subdistrict_municipality")
    SUBDISTRICT_ORGANISATION = _name("subdistrict_organisation")
    PROVINCIAL_ORGANISATION = _name("provincial_organisation")
    PATTAYA = _name("pattaya")
    BANGKOK = _name("bangkok")

    @property
    def vocabulary(self) -> Vocabulary:
        """The words for head, permanent secretary, budget law and staff."""
        return Vocabulary(*(_read(self.value)[word] for word in Vocabulary._fields))

    @property
    def is_single(self) -> bool:
        """Tell whether there is one LAO of this type only, so that no name follows its type."""
        return bool(_read(self.value).get("is_single"))
