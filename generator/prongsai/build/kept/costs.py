"""How long LAOs take to build, and how they are shared out among machines by that."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

NAME = "costs.json"
_MOST = 1_000_000  # seconds; no LAO takes days, and sums of such numbers are still numbers


class Costs:
    """The CPU seconds that each LAO last took, as a cache remembers them. Nothing breaks where they are lost."""

    def __init__(self, folder: Path) -> None:
        """Read what is remembered.

        Args:
            folder: That of the cache.
        """
        self._file = folder / NAME
        self.seconds: dict[str, float] = {}
        with suppress(OSError, ValueError, TypeError, AttributeError, OverflowError, RecursionError):
            read = json.loads(self._file.read_text(encoding="utf-8"))
            self.seconds = {slug: float(value) for slug, value in read.items() if 0 < float(value) < _MOST}

    def note(self, seconds: Mapping[str, float]) -> None:
        """Remember the CPU seconds of some LAOs beside those of the others."""
        if not seconds:
            return
        self.seconds |= seconds
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps({slug: round(value, 2) for slug, value in sorted(self.seconds.items())})
            self._file.write_text(text, encoding="utf-8")

    def weigh(self, sizes: Mapping[str, int]) -> dict[str, float]:
        """Return what each LAO is expected to take: as measured, else by its size at the rate of those measured.

        Args:
            sizes: Bytes of each LAO's records.

        Returns:
            CPU seconds; where nothing was measured, bytes.
        """
        known = {slug: self.seconds[slug] for slug in sizes if slug in self.seconds}
        measured = sum(sizes[slug] for slug in known)
        rate = sum(known.values()) / measured if measured else 1.0
        return {slug: known.get(slug, size * rate) for slug, size in sizes.items()}


def share_out(weights: Mapping[str, float], runners: int) -> list[list[str]]:
    """Return the LAOs of each machine, so that all take about as long.

    Neighbours in the alphabet stay together, so that after an edit nearly every LAO comes to the machine that keeps it.

    Args:
        weights: What each LAO takes, in any unit.
        runners: Number of machines; those for which nothing is left are left out.
    """
    shares: dict[int, list[str]] = {}
    done, whole = 0.0, sum(weights.values())
    for slug in sorted(weights):
        middle = done + weights[slug] / 2
        shares.setdefault(min(int(middle * runners / whole), runners - 1) if whole else 0, []).append(slug)
        done += weights[slug]
    return list(shares.values())


def measure_records(plans: Path, slugs: Iterable[str]) -> dict[str, int]:
    """Return the bytes of each LAO's records, pictures and papers, which say roughly how long it takes."""
    return {slug: sum(f.stat().st_size for f in (plans / slug).rglob("*") if f.is_file()) for slug in slugs}
