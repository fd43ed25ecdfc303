"""Errors in the records of some LAOs do not stop the others: theirs stay as they last were right."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from prongsai.build.checked import Checked
from prongsai.build.kept.keeper import Keeper
from prongsai.problem import Severity


class HeldBack(Struct, frozen=True):
    """What can be published although there are errors.

    Attributes:
        checked: All LAOs, those with errors as they were kept.
        slugs: Those with errors, in alphabetical order.
    """

    checked: Checked
    slugs: tuple[str, ...]


def hold_back(checked: Checked, shown: str, keeper: Keeper) -> HeldBack | None:
    """Return what can be published; None where all LAOs have errors, one was never right, or an error is no LAO's.

    Args:
        checked: What was read and checked.
        shown: How problems name the folder of plans.
        keeper: Knows how LAOs were built before.
    """
    paths = (problem.where.path for problem in checked.problems if problem.severity is Severity.ERROR)
    failed = {path.removeprefix(f"{shown}/").partition("/")[0] for path in paths}
    read = {loaded.slug for loaded in checked.loaded}
    if not failed <= read or failed == read | set(checked.kept):
        return None
    kept = {slug: keeper.find_last_good(slug) for slug in failed}
    good = {slug: entry for slug, entry in kept.items() if entry}
    if len(good) < len(failed):
        return None
    loaded = tuple(item for item in checked.loaded if item.slug not in failed)
    return HeldBack(replace(checked, loaded=loaded, kept={**checked.kept, **good}), tuple(sorted(failed)))
