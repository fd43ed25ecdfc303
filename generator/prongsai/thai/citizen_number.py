"""Citizen numbers (เลขประจำตัวประชาชน): thirteen digits, the last one a check digit."""

from __future__ import annotations

LENGTH = 13


def compute_check_digit(digits: str) -> int:
    """Return the thirteenth digit for the first twelve.

    Formula: (11 - sum of (14 - i) * digit i, for i = 1 to 12, modulo 11) modulo 10.
    """
    total = sum(weight * int(digit) for weight, digit in zip(range(LENGTH, 1, -1), digits, strict=False))
    return (11 - total % 11) % 10


def is_citizen_number(digits: str) -> bool:
    """Tell whether a text of thirteen Arabic digits ends in its check digit."""
    return len(digits) == LENGTH and compute_check_digit(digits) == int(digits[-1])
