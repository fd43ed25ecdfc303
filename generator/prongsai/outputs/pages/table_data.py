"""Which table of data stands behind a table of a page; each offers it for download."""

from __future__ import annotations

import re

# Id of a page's table → table of data; of the tables of one year only, which have files of their own, none.
_DATA = {
    "area-dimensions": "dimensions",
    "area-(?:laos|levels|ranking|states)": "implementation",
    "by-dimension": "dimensions",
    "by-round": "implementation",
    "compare-(?:06|12|site)": "implementation",
    "compare-score": "measures",
    "e[1-4]-table": "dimensions",
    "e5-table": "implementation",
    "e6-table": "progress",
    "e7-table": "provincial",
    "english-dimensions": "dimensions",
    "english-rounds": "implementation",
    "found-table": "projects",
    "lao-table": "implementation",
    "memo-plan": "dimensions",
    "memo-results": "dimensions",
    "mission-projects": "projects",
    "missions-.*": "projects",
    "note-table": "notes",
    "paper-table": "papers",
    "plan-list": "plans",
    "plan-table": "budgets",
    "progress-table": "progress",
    "projects-[0-9]+": "projects",
    "report-table": "implementation",
    "result-table": "progress",
    "risk-table": "risks",
    "section-[0-9]+-table": "measures",
    "standing-table": "notes",
    "target-table": "targets",
}
_PATTERNS = {re.compile(pattern): name for pattern, name in _DATA.items()}


def find_table_data(table_id: str) -> str | None:
    """Return the name of the table of data behind a page's table; None where there is none."""
    return next((name for pattern, name in _PATTERNS.items() if pattern.fullmatch(table_id)), None)
