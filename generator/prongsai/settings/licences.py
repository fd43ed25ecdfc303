"""The licences that open data may have."""

from __future__ import annotations

from typing import NamedTuple


class Licence(NamedTuple):
    """How the data may be used: id as data.go.th and Frictionless know it, title, address of its text."""

    id: str
    title: str
    address: str


LICENCES = {
    licence.id: licence
    for licence in (
        Licence("CC-BY-4.0", "Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        Licence(
            "CC-BY-SA-4.0",
            "Creative Commons Attribution-ShareAlike 4.0",
            "https://creativecommons.org/licenses/by-sa/4.0/",
        ),
        Licence("CC0-1.0", "Creative Commons Zero 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        Licence("ODC-BY-1.0", "Open Data Commons Attribution 1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    )
}
