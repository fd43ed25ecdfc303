"""All made-up documents."""

from __future__ import annotations

from collections.abc import Callable

from office_blocks import Document
from office_letters import print_measures, print_memo, print_narrative
from office_plan import print_plan
from office_report import print_report

MADE_UP: dict[str, Callable[[], Document]] = {
    "plan": print_plan,
    "report": print_report,
    "narrative": print_narrative,
    "memo": print_memo,
    "measures": print_measures,
}
