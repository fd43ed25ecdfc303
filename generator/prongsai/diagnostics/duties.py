"""What an LAO has to publish, as text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.figures.duties import Duty, DutyState
from prongsai.thai.dates import format_thai_date

_HEADINGS = {
    DutyState.LATE: "เลยกำหนดแล้ว",
    DutyState.ABSENT: "ยังไม่มีในเว็บไซต์นี้",
    DutyState.NEXT: "ต้องเผยแพร่ต่อไป",
    DutyState.PUBLISHED: "เผยแพร่แล้ว",
}


def format_duties(name: str, duties: Sequence[Duty]) -> str:
    """Return the duties of one LAO: late ones first, then what is not there, what comes next by date, then what is done, then sources."""
    lines = [name]
    for state, heading in _HEADINGS.items():
        entries = [duty for duty in duties if duty.state is state]
        if entries:
            lines.append(f"  {heading} ({len(entries)})")
        lines += [f"    - {_format_duty(duty)}" for duty in entries]
    sources = dict.fromkeys(duty.source for duty in duties if duty.state is not DutyState.PUBLISHED)
    return "\n".join([*lines, *(f"  ที่มา: {source}" for source in sources)])


def _format_duty(duty: Duty) -> str:
    if duty.state is DutyState.PUBLISHED:
        return duty.title
    due = f" ภายใน {format_thai_date(duty.due)}" if duty.due else ""
    return f"{duty.title}{due} · ขาด{duty.lacks}"
