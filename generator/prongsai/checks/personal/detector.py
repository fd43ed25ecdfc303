"""What every detector offers, and how a find is shown without giving it away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import IntEnum
from typing import NamedTuple

from msgspec import Struct

Span = tuple[int, int]


class PersonalDatum(NamedTuple):
    """One find.

    Attributes:
        kind: What sort of datum it is, as ``ignore`` names it.
        value: The datum as it is compared, in one spelling.
        masked: The datum as a message may show it.
        label: The Thai words for its kind.
    """

    kind: str
    value: str
    masked: str
    label: str


class Needs(IntEnum):
    """What every text has that a detector may find something in, beside its words."""

    NOTHING = 0
    DIGITS = 1
    MANY_DIGITS = 2
    LETTERS = 3
    NAME = 4


def any_of(*patterns: str) -> str:
    """Return the pattern that matches one of several."""
    return f"(?:{'|'.join(patterns)})"


def mask(datum: str) -> str:
    """Return a datum with the middle of its letters and digits hidden: 09x-xxx-xx12."""
    places = [index for index, character in enumerate(datum) if character.isalnum()]
    kept = 2 if len(places) >= 8 else 1 if len(places) >= 5 else 0
    hidden = set(places[kept : len(places) - kept])
    return "".join("x" if index in hidden else character for index, character in enumerate(datum))


def mask_digits(datum: str) -> str:
    """Return a datum with all its digits hidden."""
    return re.sub("[0-9]", "x", datum)


def spell_plainly(datum: str) -> str:
    """Return a datum without spaces and capitals."""
    return re.sub(r"\s", "", datum).lower()


def keep_digits(datum: str) -> str:
    """Return the digits of a datum."""
    return re.sub("[^0-9]", "", datum)


class Detector(Struct, frozen=True):
    """One kind of personal data.

    Attributes:
        kind: The word for it in ``ignore``.
        label: The Thai words for it in messages.
        find: Yields start and end of each datum in a text that ``clean`` has put into one spelling.
        needs: What every text with such a datum has.
        words: One of these stands in every text with such a datum, in small letters; empty where no word is needed.
        is_contact: Whether an office may publish one as its own.
        spell: How two data of the kind are compared.
        mask: How a message shows one.
    """

    kind: str
    label: str
    find: Callable[[str], Iterator[Span]]
    needs: Needs = Needs.NOTHING
    words: tuple[str, ...] = ()
    is_contact: bool = False
    spell: Callable[[str], str] = spell_plainly
    mask: Callable[[str], str] = mask

    def describe(self, datum: str) -> PersonalDatum:
        """Return a datum as it was found in a text."""
        return PersonalDatum(self.kind, self.spell(datum), self.mask(datum), self.label)
