"""Which parts of a paper stand side by side: two that fit into half a line each and together take less of the page."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from prongsai.blocks.blocks import Beside, Block, iter_texts
from prongsai.fonts.advances import measure_text
from prongsai.outputs.words import measure_widest_run

GAP = 28.35  # points between two: 1 cm
CHOICE_INDENT = 14.2  # points before a choice in half a line
_SPACE = 4  # lines above a part and its signature


def pair_parts(
    block: Beside, width: float, size: float, translate: Callable[[str], str]
) -> Iterator[tuple[tuple[Block, ...], ...]]:
    """Yield the parts in their order, two together where they stand side by side.

    Args:
        block: The parts.
        width: Points of a line.
        size: Points of an em of Sarabun.
        translate: Sets the digits.
    """
    waiting: tuple[Block, ...] | None = None
    for part in block.parts:
        if waiting is None:
            waiting = part
        elif _is_pair((waiting, part), width / size, (width - GAP) / 2 / size, translate):
            yield waiting, part
            waiting = None
        else:
            yield (waiting,)
            waiting = part
    if waiting is not None:
        yield (waiting,)


def _is_pair(parts: Sequence[tuple[Block, ...]], whole: float, half: float, translate: Callable[[str], str]) -> bool:
    texts = [[*filter(None, map(translate, iter_texts(part)))] for part in parts]
    if any(measure_widest_run(text) > half - 2 for part in texts for text in part):
        return False
    beside, below = ([_count_lines(part, room) for part in texts] for room in (half, whole))
    return max(beside) < sum(below)


def _count_lines(texts: Sequence[str], room: float) -> int:
    return _SPACE + sum(math.ceil(measure_text(text) / room) for text in texts)
