"""How far apart two words are, counted in slips of the keyboard."""

from __future__ import annotations


def count_edits(given: str, meant: str) -> int:
    """Return the least number of slips that turn the word that was meant into the one that was typed.

    A slip is a letter left out, added or replaced, or two neighbouring letters swapped (the optimal string alignment
    distance, a restricted form of Damerau and Levenshtein's).
    """
    before: list[int] = []
    last = list(range(len(meant) + 1))
    for row, typed in enumerate(given, start=1):
        current = [row]
        for column, letter in enumerate(meant, start=1):
            cost = min(last[column] + 1, current[-1] + 1, last[column - 1] + (typed != letter))
            swapped = row > 1 and column > 1 and typed == meant[column - 2] and given[row - 2] == letter
            current.append(min(cost, before[column - 2] + 1) if swapped else cost)
        before, last = last, current
    return last[-1]
