"""A change to an adopted plan, added to its file."""

from __future__ import annotations

from prongsai.editing.changes import AddItem, AddKey, Change
from prongsai.load.sources import LoadedDossier
from prongsai.records.plan import AmendmentKind


def draft_amendment(
    loaded: LoadedDossier, period: str, kind: AmendmentKind, *, date: str, summary: list[str], paper: str
) -> tuple[int, Change]:
    """Return the number of a new amendment, and the change that adds it to the plan.

    Args:
        loaded: The LAO.
        period: The plan, which could be read.
        kind: เพิ่มเติม เปลี่ยนแปลง หรือแก้ไข, which are counted apart.
        date: When it was adopted.
        summary: What changes.
        paper: Id of its announcement; empty for none.
    """
    plan = loaded.dossier.plans[period]
    number = max((item.number for item in plan.amendments if item.kind is kind), default=0) + 1
    item = {"number": str(number), "kind": kind.label, "date": date, "summary": summary}
    item |= {"paper": paper} if paper else {}
    has_list = "amendments" in loaded.sources.documents[f"{period}/plan"].data
    return number, AddItem(("amendments",), item) if has_list else AddKey(("amendments",), [item])
