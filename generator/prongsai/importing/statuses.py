"""The status of a project: as a tick in one of four columns, as a word in one, or in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prongsai.importing.ledger import Ledger, RecordRef
from prongsai.importing.source import Passage
from prongsai.importing.squeezing import squeeze
from prongsai.records.progress import Status

# Signs of a box that is not ticked, and of a cell that only looks filled.
EMPTY_SIGNS = frozenset({"", "-", "–", "0", "๐", "☐", "□", "○", "()", "( )", "."})
_WORDS: tuple[tuple[str, Status], ...] = (
    ("ไม่สามารถดำเนินการ|ดำเนินการไม่ได้|(?<!ยัง)ไม่ได้ดำเนินการ|ยกเลิกโครงการ|งดดำเนินการ", Status.CANNOT),
    ("รอ(?:การ)?รายงาน", Status.WAITING),
    ("อยู่?ระหว่าง(?:การ)?ดำเนิน|กำลังดำเนิน|ไม่(?:แล้ว)?เสร็จ|เสร็จ(?:แล้ว|สิ้น)?บางส่วน|อยู่ระหว่าง", Status.IN_PROGRESS),
    ("ดำเนินการ(?:แล้ว)?(?:เสร็จ)|แล้วเสร็จ|เสร็จสิ้น|เสร็จเรียบร้อย|ดำเนินการแล้ว", Status.DONE),
)


def find_status(text: str) -> tuple[Status, tuple[int, int]] | None:
    """Return the status that a text names first in the order of certainty, and where."""
    for pattern, status in _WORDS:
        match = re.search(pattern, text)
        if match:
            return status, match.span()
    return None


def is_status(text: str) -> bool:
    """Tell whether a text is a status and nothing more."""
    words = squeeze(text)
    found = find_status(words)
    return found is not None and found[1] == (0, len(words))


def take_status(passages: Sequence[Passage], ledger: Ledger, record: RecordRef) -> bool:
    """Take the status that a cell names; tell whether it names one."""
    text = "".join(squeeze(passage.text) for passage in passages)
    found = find_status(text)
    if found is None:
        return False
    ledger.take(record, ("status",), list(passages), found[0].label)
    return True
