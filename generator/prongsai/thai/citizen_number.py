"""Citizen numbers (เลขประจำตัวประชาชน): thirteen digits, the last one a check digit."""

from __future__ import annotations

import re
from collections.abc import Iterator

LENGTH = 13
_CARD_GROUPS = [1, 4, 5, 2, 1]  # as printed on the card: 1-2345-67890-12-1
_RUN = re.compile(r"[0-9](?:[ -]{0,3}[0-9]){12,}")
_GROUP = re.compile("[0-9]+")
_YEAR = re.compile("2[45][0-9]{2}")
# 1234567890121.00, 1234567890121.-, 1234567890121 บาท
_MONEY_AFTER = re.compile(r"\.[0-9]{1,2}(?![0-9])|,[0-9]{3}(?![0-9])|\s?\.-|\s*(?:ล้าน)?บาท")


def compute_check_digit(digits: str) -> int:
    """Return the thirteenth digit for the first twelve.

    Formula: (11 - sum of (14 - i) * digit i, for i = 1 to 12, modulo 11) modulo 10.
    """
    total = sum(weight * int(digit) for weight, digit in zip(range(LENGTH, 1, -1), digits, strict=False))
    return (11 - total % 11) % 10


def is_citizen_number(digits: str) -> bool:
    """Tell whether a text of thirteen Arabic digits ends in its check digit."""
    return len(digits) == LENGTH and compute_check_digit(digits) == int(digits[-1])


def find_citizen_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each citizen number in a text of Arabic digits, spaces and hyphens.

    A run of thirteen digits counts however it is grouped; in a longer run (a list, a number before or after) the
    thirteen must stand together or be grouped as on the card. Amounts of money, and years side by side, do not count.
    """
    for run in _RUN.finditer(text):
        groups = [(run.start() + group.start(), run.start() + group.end()) for group in _GROUP.finditer(run[0])]
        for first, last in _list_spans(groups):
            start, end = groups[first][0], groups[last][1]
            digits = re.sub("[ -]", "", text[start:end])
            if is_citizen_number(digits) and not _MONEY_AFTER.match(text, end):
                parts = [text[slice(*group)] for group in groups[first : last + 1]]
                if sum(_YEAR.fullmatch(part) is not None for part in parts) < 2:  # 2566 - 2570 12345
                    yield start, end


def _list_spans(groups: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield first and last index of the groups that may make up a number."""
    sizes = [end - start for start, end in groups]
    if sum(sizes) == LENGTH:
        yield 0, len(groups) - 1
        return
    for index, size in enumerate(sizes):
        if size == LENGTH:
            yield index, index
        elif sizes[index : index + len(_CARD_GROUPS)] == _CARD_GROUPS:
            yield index, index + len(_CARD_GROUPS) - 1
